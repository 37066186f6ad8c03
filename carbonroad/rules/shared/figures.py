"""How the rules of numbers write a number: with thousands separators and its unit."""

from fractions import Fraction
from math import log10

from carbonroad.base.values.units import Unit
from carbonroad.compute.targets.series import Entry
from carbonroad.findings import Span
from carbonroad.model.items import Pathway

_DIGITS = 6


def figure(number: float | Fraction) -> str:
    """Write `12,000`, `0.5`, `-25`; of a number that was worked out six digits at most."""
    value = float(number)
    places = 10
    if isinstance(number, Fraction) and value:
        places = min(10, max(0, _DIGITS - 1 - int(log10(abs(value))) - (abs(value) >= 1)))
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(number: float | Fraction, unit: Unit | None) -> str:
    """Write a number with its unit: `1.2 GW`, `15%`, `1.2万千瓦`, `3 × 10,000 t`."""
    name = "" if unit is None else unit.text.strip()
    if not name:
        return figure(number)
    if name[0].isdigit():
        return f"{figure(number)} × {name}"
    return (
        f"{figure(number)} {name}" if name[0].isalpha() and name[0].isascii() else f"{figure(number)}{name}"
    )


def rounded(times: Fraction) -> str:
    """Write how many times one number is another, in two digits: `10,000`, `9,200`, `120`."""
    value = float(times)
    size = 10 ** max(0, int(log10(value)) - 1) if value >= 1 else 1
    return f"{round(value / size) * size:,}" if value >= 10 else figure(Fraction(round(value * 10), 10))


def typed(entry: Entry) -> str:
    """Return a value in its author's words."""
    return entry.value.words.strip()


def year_span(pathway: Pathway, series: str, year: int) -> tuple[Span, str]:
    """Return where a pathway's number for a year stands, with its pointer."""
    place = pathway.place
    return place.value(f"{series}.{year}", series), place.at(f"{series}.{year}")


def stated_at(pathway: Pathway, year: int) -> Span:
    """Return where a pathway states the year, or the nearest one it states at all."""
    known = [(at, "actual") for at, _ in pathway.actual] + [(at, "target") for at, _ in pathway.target]
    at, series = min(known, key=lambda one: (abs(one[0] - year), one[1] == "actual"))
    return year_span(pathway, series, at)[0]
