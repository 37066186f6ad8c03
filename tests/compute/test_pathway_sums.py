"""Peaks with plateaus and ties, ranges, contributions: against sums and scenarios worked out another way."""

from collections.abc import Sequence
from cProfile import Profile
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roadmap_files import load_files, names

from carbonroad.compute.pathways.balance import Balance, compute_balance
from carbonroad.compute.pathways.contributions import contributions
from carbonroad.compute.pathways.envelope import Envelope, least_lead, merged
from carbonroad.compute.pathways.trajectory import Trajectory, trajectory
from carbonroad.compute.targets.indicator_families import families
from carbonroad.link.system import System
from carbonroad.model.items import Asked, Pathway
from carbonroad.model.place import NOWHERE
from carbonroad.project import Project


def project(folder: Path, *pathways: str, top: str | None = None, head: str = "") -> Project:
    """A roadmap whose industries a, b, c … have these pathways."""
    files = {"carbonroad.yaml": "before_means: inclusive\n" + (f"pathway: {top}\n" if top else "") + head}
    for name, pathway in zip("abcdef", pathways, strict=False):
        files[f"{name}.yaml"] = f"pathway: {pathway}\n"
    found = load_files(folder, files)
    assert names(found) == []
    return found


def balance(folder: Path, *pathways: str, top: str | None = None) -> Balance:
    return project(folder, *pathways, top=top).facts.balance


def about(found: Balance, what: str) -> list[str]:
    return [one.text for one in found.undecided if one.text.startswith(what)]


EDGES = "the sum is highest in {} and in {}, the first and the last year for which all fields state a number."


@pytest.mark.parametrize(
    ("series", "years", "words"),
    [
        ("{2020: 1, 2028: 5, 2033: 5, 2040: 0}", tuple(range(2028, 2034)), None),
        ("{2020: 1, 2025: 5, 2028: 3, 2030: 5, 2040: 0}", (2025, 2030), None),
        (
            "{2020: 5, 2025: 5, 2040: 0}",
            (),
            "the first year for which all fields state a number, and may have been higher before.",
        ),
        (
            "{2020: 0, 2030: 5, 2040: 5}",
            (),
            "the last year for which all fields state a number, and may rise after it.",
        ),
        ("{2020: 5, 2040: 5}", (), EDGES.format(2020, 2040)),
        ("{2020: 5, 2030: 1, 2040: 5}", (), EDGES.format(2020, 2040)),
        ("{2020: 5}", (), "The peak year is open: all fields state a number for 2020 alone."),
        ("{2020: -5, 2026: -1, 2028: -1, 2040: -9}", (2026, 2027, 2028), None),
    ],
)
def test_the_peak_of_a_plateau_a_tie_and_at_the_edges(
    tmp_path: Path, series: str, years: tuple[int, ...], words: str | None
) -> None:
    found = balance(tmp_path, f"{{unit: Mt, target: {series}}}")
    assert found.peak_years == years
    assert (found.peak_year, found.peak_last_year) == ((years[0], years[-1]) if years else (None, None))
    said = about(found, "The peak year")
    assert len(said) == (words is not None)
    assert words is None or words in said[0]


def test_an_undecided_peak_names_who_lacks_which_years(tmp_path: Path) -> None:
    found = balance(
        tmp_path,
        "{unit: Mt, actual: {2020: 1}, target: {2060: 9}}",
        "{unit: Mt, actual: {2020: 1}, target: {2035: 1}}",
        "{unit: Mt, actual: {2018: 1}, target: {2050: 1}}",
    )
    (said,) = about(found, "The peak year")
    assert said.endswith(" and may rise after it. Missing: b 2036–2060, c 2051–2060.")
    assert [tuple(one) for one in found.missing] == [
        ("a", 2018, 2019),
        ("b", 2018, 2019),
        ("b", 2036, 2060),
        ("c", 2051, 2060),
    ]


def test_a_relapse_before_neutrality_is_told(tmp_path: Path) -> None:
    found = balance(tmp_path, "{unit: Mt, target: {2020: 3, 2030: -1, 2040: 1, 2050: -1}}")
    assert (found.neutral_year, found.relapses) == (2045, (2036,))


@pytest.mark.parametrize(
    ("first", "second", "peak", "neutral"),
    [
        ("{2020: 10, 2030: 12..20, 2040: 1}", "{2020: 1, 2040: 1}", 2030, None),
        ("{2020: 10, 2030: 9..20, 2040: 1}", "{2020: 1, 2040: 1}", None, None),
        ("{2020: 10, 2030: 8..9, 2034: 7..20, 2040: 1}", "{2020: 1, 2040: 1}", None, None),
        ("{2020: 10, 2030: 20, 2040: -3..-2, 2050: -9}", "{2020: 1, 2050: 1}", 2030, 2040),
        ("{2020: 10, 2030: 20, 2040: -3..2, 2050: -9}", "{2020: 1, 2050: 1}", 2030, None),
    ],
)
def test_with_ranges_only_what_every_scenario_says_is_decided(
    tmp_path: Path, first: str, second: str, peak: int | None, neutral: int | None
) -> None:
    found = balance(tmp_path, f"{{unit: Mt, target: {first}}}", f"{{unit: Mt, target: {second}}}")
    assert (found.peak_year, found.neutral_year) == (peak, neutral)


@pytest.mark.parametrize(
    ("series", "first", "last", "relapses"),
    [
        ("{2020: 1, 2025: 9, 2030: 8..9, 2031: 0}", 2025, None, ()),
        ("{2020: 1, 2025: 9, 2030: 7..8, 2031: 0}", 2025, 2025, ()),
        ("{2020: 1, 2025: 9, 2030: 9, 2033: 8..9, 2040: 0}", 2025, None, ()),
        ("{2020: 0, 2025: 9, 2030: 8..9}", None, None, ()),
        ("{2020: 0, 2025: 9, 2028: 2..3, 2030: 9}", None, None, ()),
        ("{2020: 1, 2022: -1, 2026: 2..5, 2030: -1}", 2026, 2026, ()),
        ("{2020: 1, 2022: -9, 2023: 2..5, 2024: -1}", 2023, 2023, (2023,)),
    ],
)
def test_an_end_of_the_peak_and_a_relapse_are_told_where_every_scenario_has_them(
    tmp_path: Path, series: str, first: int | None, last: int | None, relapses: tuple[int, ...]
) -> None:
    found = balance(tmp_path, f"{{unit: Mt, target: {series}}}")
    assert (found.peak_year, found.peak_last_year, found.relapses) == (first, last, relapses)


def test_low_and_high_totals_stand_beside_the_middle(tmp_path: Path) -> None:
    found = balance(
        tmp_path, "{unit: Mt, actual: {2020: 10}, target: {2022: 4..6}}", "{unit: Mt, target: {2022: -2..-1}}"
    )
    assert found.years == (2020, 2021, 2022)
    assert found.total == (10, 7.5, 3.5)
    assert found.total_low == (10, 7, 2)
    assert found.total_high == (10, 8, 5)


@pytest.mark.parametrize(
    ("own", "top", "verdict"),
    [
        ("60..70", "65", "undecided"),
        ("60..70", "71", "kept"),
        ("60..70", "75", "below"),
        ("60..70", "50", "above"),
        ("65", "60..70", "within"),
        ("59..75", "60..70", "undecided"),
        ("58..65", "60..70", "kept"),
        ("-30..-20", "-10", "below"),
        ("-30..-20", "-40", "above"),
        ("-20..-30", "-25", "undecided"),
        ("7", "7", "within"),
    ],
)
def test_the_gap_to_the_tops_target_is_decided_where_the_whole_range_agrees(
    tmp_path: Path, own: str, top: str, verdict: str
) -> None:
    found = balance(
        tmp_path, f"{{unit: Mt, target: {{2030: {own}}}}}", top=f"{{unit: Mt, target: {{2030: {top}}}}}"
    )
    (gap,) = found.gaps
    assert gap.verdict == verdict
    assert gap.within == (verdict == "within")


def test_about_a_number_is_that_number_and_measured_ranges_are_refused(tmp_path: Path) -> None:
    found = project(tmp_path, "{unit: Mt, target: {2030: 30左右, 2035: ~20, 2040: at most 10}}")
    pathway = found.system.industries[0].pathway
    assert pathway is not None
    assert pathway.target == ((2030, 30.0), (2035, 20.0), (2040, 10.0))
    assert [one.kind for one in pathway.asked] == ["around", "around", "at-most"]
    measured = load_files(tmp_path, {"a.yaml": "pathway: {unit: Mt, actual: {2020: 10..12, 2021: 5}}\n"})
    assert "A measured value is one number, not a range." in [one.message for one in measured.findings]
    kept = measured.system.industries[0].pathway
    assert kept is not None
    assert kept.actual == ((2021, 5.0),)


def test_half_way_between_decimals_is_exact(tmp_path: Path) -> None:
    found = balance(tmp_path, "{unit: Mt, target: {2030: 0.1..0.2}}")
    assert found.sums.middle.values == (Fraction(15, 100),)


numbers = st.integers(-50, 50)
lines = st.lists(
    st.lists(st.tuples(numbers, st.integers(0, 20)), min_size=4, max_size=4), min_size=1, max_size=3
)
YEARS = (2020, 2024, 2027, 2032)


@given(lines, st.sampled_from(range(2020, 2033)), st.sampled_from(range(2020, 2033)))
def test_the_least_lead_is_that_of_the_worst_corner_of_the_ranges(
    found: list[list[tuple[int, int]]], year: int, other: int
) -> None:
    envelopes = []
    corners = []
    for line in found:
        low = trajectory([(y, float(v)) for y, (v, _) in zip(YEARS, line, strict=True)])
        high = trajectory([(y, float(v + w)) for y, (v, w) in zip(YEARS, line, strict=True)])
        envelopes.append(Envelope(low, high))
        least = None
        for picks in product(*[{v, v + w} for v, w in line]):
            one = Trajectory(YEARS, tuple(map(Fraction, picks)))
            here, there = one.at(year), one.at(other)
            assert here is not None
            assert there is not None
            least = here - there if least is None else min(least, here - there)
        corners.append(least or Fraction(0))
    assert least_lead(envelopes, year, other) == sum(corners) == least_lead(merged(envelopes), year, other)


def system_of(pathways: Sequence[Pathway]) -> System:
    """As much of a system as the sums look at, without files."""
    parts = [SimpleNamespace(id=f"i{place}", pathway=one) for place, one in enumerate(pathways)]
    return cast("System", SimpleNamespace(top=None, industries=parts))


decimals = st.decimals(-1000, 1000, places=2)


@given(st.lists(st.tuples(decimals, decimals, decimals), min_size=1, max_size=5))
def test_sums_and_contributions_are_those_of_the_decimals_as_written(
    rows: list[tuple[Decimal, Decimal, Decimal]],
) -> None:
    pathways = [
        Pathway(NOWHERE, actual=((2020, float(one)),), target=((2030, float(two)), (2040, float(three))))
        for one, two, three in rows
    ]
    found = compute_balance(system_of(pathways))
    columns = [sum(map(Fraction, column), Fraction(0)) for column in zip(*rows, strict=True)]
    assert [found.sums.middle.at(year) for year in (2020, 2030, 2040)] == columns
    assert found.sums.middle.at(2025) == (columns[0] + columns[1]) / 2
    steps = contributions(found).steps
    assert [step.whole.change.middle for step in steps] == [one - columns[0] for one in columns[1:]]
    for step in steps:
        assert sum(one.change.middle for one in step.parts) == step.whole.change.middle
        if step.whole.change.middle:
            assert sum(one.share or 0 for one in step.parts) == 1


def test_contributions_of_a_sink_a_rise_and_a_fall(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        "{unit: Mt, actual: {2020: 100}, target: {2030: 60}}",
        "{unit: Mt, actual: {2020: -20}, target: {2030: -30}}",
        "{unit: Mt, actual: {2020: 10}, target: {2030: 20}}",
    ).facts.contributions
    (step,) = found.steps
    assert (found.against, step.first, step.year, step.leader) == ("measured", 2020, 2030, "a")
    assert [one.change.middle for one in step.parts] == [-40, -10, 10]
    assert [one.percent for one in step.parts] == [-40, -50, 100]
    assert [one.share for one in step.parts] == [1, Fraction(1, 4), Fraction(-1, 4)]


def test_contributions_against_current_policy_where_every_industry_states_it(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        "{unit: Mt, target: {2030: 60}, reference: {2020: 100, 2040: 80}}",
        "{unit: Mt, target: {2030: 10..14}, reference: {2030: 18..20}}",
    ).facts.contributions
    (step,) = found.steps
    assert (found.against, step.first) == ("reference", 2030)
    assert [list(map(int, one.change)) for one in step.parts] == [[-30, -30, -30], [-7, -10, -4]]
    assert [step.whole.change.low, step.whole.change.high] == [-40, -34]
    assert step.leader == "a"


def test_two_equal_parts_have_no_leader_and_who_lacks_a_year_is_named(tmp_path: Path) -> None:
    found = project(
        tmp_path,
        "{unit: Mt, actual: {2020: 10}, target: {2030: 5, 2040: 0}}",
        "{unit: Mt, actual: {2020: 10}, target: {2030: 5, 2040: 0}}",
        "{unit: Mt, actual: {2020: 10}, target: {2030: 9}}",
    ).facts.contributions
    assert [(step.year, step.leader, step.lacking) for step in found.steps] == [
        (2030, "", ()),
        (2040, "", (("c", 2031, 2040),)),
    ]
    main = found.main
    assert main is not None
    assert main.year == 2030


@pytest.mark.parametrize(
    ("pathways", "words"),
    [
        (
            ["{unit: Mt, target: {2030: 5}}"],
            "Who contributes what is open: no field states measured emissions.",
        ),
        (
            ["{unit: Mt, actual: {2020: 5}}"],
            "Who contributes what is open: no field states a target for a year after 2020.",
        ),
        (
            ["{unit: Mt, actual: {2018: 5}}", "{unit: Mt, actual: {2020: 5}, target: {2030: 1}}"],
            (
                "Who contributes what is open: in no year were all fields measured."
                " Missing: a 2019–2020, b 2018–2019."
            ),
        ),
    ],
)
def test_contributions_that_stay_open_say_what_is_missing(
    tmp_path: Path, pathways: list[str], words: str
) -> None:
    found = project(tmp_path, *pathways).facts.contributions
    assert found.undecided is not None
    assert found.undecided.text == words


def test_the_work_of_a_balance_grows_no_faster_than_its_industries() -> None:
    """Eight times the industries may take at most ten times the calls, of Python's functions and its own."""
    asked = (Asked("target", 2030, "range", 4, 5),)
    calls = []
    for count in (50, 400):
        one = Pathway(NOWHERE, actual=((2020, 5.0),), target=((2030, 4.5), (2040, 0.0)), asked=asked)
        system = system_of([one] * count)
        profile = Profile()
        steps = profile.runcall(lambda of=system: contributions(compute_balance(of)).steps)
        assert len(steps) == 2
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] < 10 * calls[0]


FAMILY = """
indicators:
  - {id: share, title: S, unit: '%', better: higher, targets: {2030: at least 30, 2035: 40}}
  - {id: capacity, title: C, unit: GW, better: higher, targets: {2030: 1200}}
"""
CHILD = """
indicators:
  - {id: own, title: S, unit: '%', parent: share, targets: {2030: at least 25, 2035: 45, 2040: 50}}
  - {id: built, title: C, unit: 万千瓦, parent: top.capacity, targets: {2030: 8000}}
"""


def test_a_parent_and_its_children_stand_side_by_side_and_are_never_added(tmp_path: Path) -> None:
    found = load_files(tmp_path, {"carbonroad.yaml": f"before_means: inclusive{FAMILY}", "a.yaml": CHILD})
    share, capacity = families(found.system, found.facts.series)
    (child, compared), *_ = share.children
    assert child.ref == "a.own"
    assert [(one.year, one.verdict) for one in compared] == [
        (2030, "weaker"),
        (2035, "stronger"),
        (2040, "no-target"),
    ]
    ((_, (only,)),) = capacity.children
    assert only.low == 80
    assert only.verdict == "part"


@pytest.mark.parametrize(("limit", "verdict"), [("120000", "weaker"), ("90000", "part"), ("100000", "part")])
def test_a_part_may_not_be_allowed_more_than_the_whole(tmp_path: Path, limit: str, verdict: str) -> None:
    top = "indicators:\n  - {id: co2, title: C, unit: 亿吨, better: lower, targets: {2030: at most 10}}\n"
    own = (
        "indicators:\n  - {id: own, title: O, unit: 万吨, better: lower, parent: top.co2,"
        f" targets: {{2030: at most {limit}}}}}\n"
    )
    found = load_files(tmp_path, {"carbonroad.yaml": f"before_means: inclusive\n{top}", "a.yaml": own})
    ((_, (only,)),) = families(found.system, found.facts.series)[0].children
    assert only.verdict == verdict


def test_totals_of_neighbouring_years_step_as_the_lines_do(tmp_path: Path) -> None:
    found = balance(tmp_path, "{unit: Mt, actual: {2020: 1}, target: {2023: 2}}")
    steps = {b - a for a, b in pairwise(found.sums.middle.values)}
    assert steps == {Fraction(1, 3)}
