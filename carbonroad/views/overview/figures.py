"""How the 1+N arithmetic writes its numbers: exact where they are short, else as precise as the whole."""

from collections.abc import Callable
from fractions import Fraction
from math import floor, log10

from carbonroad.compute.pathways.balance import Balance
from carbonroad.compute.pathways.contributions import Amount, Contribution
from carbonroad.views.shared.metric import metric_unit
from carbonroad.views.shared.units import digits, joined
from carbonroad.views.shared.words import Words

_SHORT = 10**4


class Figures:
    """Writes numbers of one balance; `size` is its largest.

    Attributes:
        unit: What their unit is called; empty without one.
        times: What a number of the balance is multiplied by to stand in it.
    """

    def __init__(self, words: Words, balance: Balance, size: Fraction) -> None:
        pathway = (balance.top or balance.added[0]).pathway
        shown, self.times = metric_unit(pathway.unit, words.w)
        self.unit = words.unit(shown, stated=True)
        self._words = words
        size = size * self.times
        self._places = max(0, 2 - floor(log10(abs(size)))) if size else 2

    def plain(self, value: Fraction) -> str:
        """Return a number; one that was interpolated is rounded to four digits of the largest."""
        value = value * self.times
        if (value * _SHORT).denominator == 1 and len(str(abs(value.numerator))) < 8:
            return digits(float(value))
        return digits(float(round(value, self._places + 1)))

    def signed(self, value: Fraction) -> str:
        """Return a change, a rise with its plus."""
        return f"+{self.plain(value)}" if value > 0 else self.plain(value)

    def amount(self, amount: Amount) -> str:
        """Return a number, or from where to where it may lie."""
        return self._either(amount, self.plain)

    def change(self, amount: Amount) -> str:
        """Return a change, or from where to where it may lie."""
        return self._either(amount, self.signed)

    def span(self, low: Fraction, high: Fraction) -> str:
        """Return a number, or both ends of a range."""
        return self.amount(Amount(low, low, high))

    def _either(self, amount: Amount, write: Callable[[Fraction], str]) -> str:
        if not amount.open:
            return write(amount.middle)
        return self._words.w("{low} to {high}", low=write(amount.low), high=write(amount.high))

    def percent(self, value: Fraction | None, *, sign: bool = False) -> str:
        """Return a percentage in whole numbers; with a decimal where 0 or 100 would not be true."""
        if value is None:
            return "–"
        whole = Fraction(round(value))
        exact = value if whole != value and (abs(value) < 1 or whole == 100) else whole
        plus = "+" if sign and exact > 0 else ""
        return f"{plus}{digits(float(round(exact, 1)))}%"

    def percents(self, one: Contribution) -> str:
        """Return a change in percent of the level before, or from where to where it may lie."""
        size = abs(one.before.middle)
        if not one.change.open or one.before.open or not size:
            return self.percent(None if one.change.open else one.percent, sign=True)
        ends = (self.percent(end / size * 100, sign=True) for end in (one.change.low, one.change.high))
        return self._words.w("{low} to {high}", **dict(zip(("low", "high"), ends, strict=True)))

    def share(self, one: Contribution, whole: Contribution) -> str:
        """Return a part of the whole change; a dash where ranges leave it open."""
        known = not one.change.open and not whole.change.open and one.share is not None
        return self.percent(one.share * 100 if known and one.share is not None else None)

    def with_unit(self, written: str) -> str:
        """Return a number with its unit; one that is itself a number of things stands after a times sign."""
        unit = f"× {self.unit}" if self.unit[:1].isdigit() else self.unit
        return joined(written, unit, self._words.w)
