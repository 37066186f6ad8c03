"""Whether a measured number meets a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base.values.compare import compare, judge
from carbonroad.base.values.numbers import from_float
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value


def value(words: str, unit: str = "Mt", *, change: bool | None = None) -> Value:
    read = parse_value(words, parse_unit(unit), change=change)
    assert isinstance(read, Value)
    return read


@pytest.mark.parametrize(
    ("words", "actual", "verdict"),
    [
        ("≥15", 15, "met"),
        ("≥15", 14.999, "not-met"),
        ("above 15", 15, "not-met"),
        ("above 15", 15.1, "met"),
        ("≤10", 10, "met"),
        ("≤10", 10.1, "not-met"),
        ("below 10", 10, "not-met"),
        ("below 10", 9.9, "met"),
        ("15", 15, "met"),
        ("15", 16, "undecided"),
        ("7..10", 8, "met"),
        ("7..10", 11, "undecided"),
        ("around 20", 20, "undecided"),
        ("around 20", 19, "undecided"),
        ("around 20", 21, "undecided"),
        ("strive for at least 15", 14, "not-met"),
        ("peak", 14, "undecided"),
        ("≥15", float("nan"), "undecided"),
    ],
)
def test_a_level_is_met_on_the_side_that_its_words_name(words: str, actual: float, verdict: str) -> None:
    assert compare(value(words), actual) == verdict


@pytest.mark.parametrize(
    ("words", "actual", "higher", "lower"),
    [
        ("15", 16, "met", "not-met"),
        ("15", 14, "not-met", "met"),
        ("7..10", 11, "met", "not-met"),
        ("around 20", 21.01, "met", "not-met"),
        ("around 20", 18.99, "not-met", "met"),
        ("around 20", 20.5, "undecided", "undecided"),
        ("≥15", 16, "met", "met"),
    ],
)
def test_the_good_side_decides_what_is_beyond_the_number(
    words: str, actual: float, higher: str, lower: str
) -> None:
    assert compare(value(words), actual, better="higher") == higher
    assert compare(value(words), actual, better="lower") == lower


@pytest.mark.parametrize(
    ("words", "actual", "verdict"),
    [
        ("≤-25", -25, "met"),
        ("≤-25", -30, "met"),
        ("≤-25", -24, "not-met"),
        ("≥-25", -24, "met"),
        ("≥-25", -26, "not-met"),
        ("below -25", -25, "not-met"),
        ("around -25", -26.25, "undecided"),
        ("around -25", -23.75, "undecided"),
        ("around -25", -26.5, "met"),
        ("around -25", -23.5, "not-met"),
        ("-25", -30, "met"),
        ("-25", -20, "not-met"),
        ("-30..-25", -27, "met"),
        ("-30..-25", -20, "not-met"),
    ],
)
def test_a_sink_is_a_level_below_zero(words: str, actual: float, verdict: str) -> None:
    assert compare(value(words, change=False), actual, better="lower") == verdict


@pytest.mark.parametrize(
    ("words", "unit", "actual", "baseline", "verdict"),
    [
        ("-18 %", "Mt", 82, 100, "met"),
        ("-18 %", "Mt", 80, 100, "met"),
        ("-18 %", "Mt", 83, 100, "not-met"),
        ("-10 %", "Mt", 0.27, 0.3, "met"),
        ("下降65%以上", "Mt", 35, 100, "met"),
        ("下降超过65%", "Mt", 35, 100, "not-met"),
        ("下降不超过5%", "Mt", 96, 100, "met"),
        ("下降不超过5%", "Mt", 94, 100, "not-met"),
        ("down 7-10 %", "Mt", 92, 100, "met"),
        ("down 7-10 %", "Mt", 85, 100, "met"),
        ("down 7-10 %", "Mt", 95, 100, "not-met"),
        ("around -3.8 %", "Mt", 96.2, 100, "undecided"),
        ("around -3.8 %", "Mt", 96.0, 100, "met"),
        ("around -3.8 %", "Mt", 97.0, 100, "not-met"),
        ("+5 %", "Mt", 106, 100, "met"),
        ("-5 pp", "%", 50, 55, "met"),
        ("-5 pp", "%", 51, 55, "not-met"),
        ("-5", "Mt", -30, -25, "met"),
        ("-5", "Mt", -29, -25, "not-met"),
        ("+1,500", "units", 2500, 1000, "met"),
        ("over 6x", "GW", 3600, 535, "met"),
        ("over 6x", "GW", 3210, 535, "not-met"),
        ("-18 %", "Mt", 82, None, "undecided"),
        ("-18 %", "Mt", 82, 0, "undecided"),
        ("-18 %", "Mt", -120, -100, "undecided"),
    ],
)
def test_a_change_is_judged_against_the_baseline(
    words: str, unit: str, actual: float, baseline: float | None, verdict: str
) -> None:
    assert compare(value(words, unit), actual, baseline) == verdict


def test_the_good_side_overrules_the_direction_of_a_change() -> None:
    assert compare(value("+5 %"), 103, 100, better="lower") == "met"
    assert compare(value("+5 %"), 103, 100) == "not-met"


def test_a_measured_change_is_judged_as_it_is() -> None:
    assert judge(value("下降18%以上"), -19) == "met"
    assert judge(value("下降18%以上"), -12) == "not-met"


numbers = st.floats(-1e6, 1e6).map(lambda number: round(number, 3))


@given(numbers, numbers)
def test_mirrored_values_have_mirrored_verdicts(number: float, actual: float) -> None:
    above = Value("", "at-least", low=number)
    below = Value("", "at-most", high=-number)
    assert compare(above, actual) == compare(below, -actual)
    around, mirrored = Value("", "around", number, number), Value("", "around", -number, -number)
    assert compare(around, actual, better="higher") == compare(mirrored, -actual, better="lower")


@given(numbers)
def test_an_exact_value_is_met_by_its_number(number: float) -> None:
    assert compare(Value("", "exact", number, number), number) == "met"


bounds = st.one_of(numbers, st.sampled_from((0.0, 20.0, -20.0, 1e-310, 1e308)))
near = st.sampled_from((0.95, 1.0, 1.05, 1.0500000000000003))
kinds = st.sampled_from(("exact", "around", "at-least", "less-than"))


@given(
    kinds, bounds, bounds, near, st.sampled_from(("level", "relative", "multiple", "units")), st.booleans()
)
def test_floats_decide_as_their_decimals_do(
    kind: str, bound: float, base: float, factor: float, measure: str, close: bool
) -> None:
    low, high = None if kind == "less-than" else bound, None if kind == "at-least" else bound
    made = Value("", kind, low, high)  # type: ignore[arg-type]
    asked = made._replace(
        change=measure != "level", relative=measure == "relative", multiple=measure == "multiple"
    )
    reached = {"level": bound, "relative": base * (1 + bound / 100), "multiple": base * bound}
    actual = reached.get(measure, base + bound) * factor if close else base
    exact = from_float(actual)
    assert judge(asked, actual, "higher") == ("undecided" if exact is None else judge(asked, exact, "higher"))
    against = from_float(base)
    assert compare(asked, actual, base, "lower") == (
        "undecided" if exact is None else compare(asked, exact, against, "lower")
    )
