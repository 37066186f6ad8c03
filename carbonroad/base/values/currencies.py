"""The currency codes of ISO 4217 and the words that people write for some of them."""

from typing import Final

_CODES: Final = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD
KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD
SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF
XCD XCG XDR XOF XPF YER ZAR ZMW ZWG
"""

CURRENCY_CODES: Final = frozenset(_CODES.split())
"""The codes in use (list of active codes of ISO 4217)."""

CURRENCY_WORDS: Final = {
    "元": "CNY",
    "人民币": "CNY",
    "元人民币": "CNY",
    "yuan": "CNY",
    "rmb": "CNY",
    "美元": "USD",
    "us$": "USD",
    "欧元": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "€": "EUR",
}
"""Words, in lower case, that mean one currency. `$` and `¥` are left out: they mean several."""
