"""An indicator's unit converted, as JSON."""

from fractions import Fraction

from carbonroad.base.values.ladders import in_si
from carbonroad.base.values.units import Unit
from carbonroad.export.json_values import Json, number_json

_FIRST_CHINESE = "\u3400"


def unit_json(unit: Unit | None) -> Json | None:
    """Return the SI unit of an indicator's and the factor of its numbers; None where it has none or is it.

    A number in 万千瓦 times 10 is one in MW.
    """
    if unit is None or not any(sign >= _FIRST_CHINESE for sign in unit.text):
        return None
    sized = in_si((Fraction(1),), unit)
    return None if sized is None else {"text": sized.unit, "factor": number_json(float(sized.numbers[0]))}
