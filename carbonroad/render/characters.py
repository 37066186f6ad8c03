"""Characters of a user's text that must not act on the page: made visible, or kept to themselves."""

import re

from markupsafe import Markup, escape

_ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def visible(value: object) -> object:
    """Return a text with control and direction characters written as `⟨U+202E⟩`; anything else as it is."""
    if value.__class__ is not str or value.isprintable():
        return value
    return _ACTING.sub(_name, value)


def isolated(text: str) -> str:
    """Return a text that may run from right to left so that it does not turn what stands around it."""
    if text.isascii() or text.__class__ is Markup or not _RIGHT_TO_LEFT.search(text):
        return text
    return Markup("<bdi>{}</bdi>").format(escape(visible(text)))


def in_address(address: str) -> str:
    """Return an address with control and direction characters percent-encoded."""
    return address if address.isprintable() else _ACTING.sub(_encoded, address)


def _encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "surrogatepass"))


def _name(found: re.Match[str]) -> str:
    return f"⟨U+{ord(found[0]):04X}⟩"
