"""The 1+N arithmetic: what is added, in which unit, over which years, and what stays undecided."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from roadmap_files import TODAY, load_files, names

from carbonroad.compute.pathways.balance import Balance
from carbonroad.compute.pathways.trajectory import rounding, trajectory
from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps


def balance(tmp_path: Path, *pathways: str, top: str | None = None) -> Balance:
    files = {"carbonroad.yaml": "title: P\nbefore_means: inclusive\n" + (f"pathway: {top}\n" if top else "")}
    for name, pathway in zip(("a", "b", "c"), pathways, strict=False):
        files[f"{name}.yaml"] = f"pathway: {pathway}\n" if pathway else "title: X\n"
    project = load_files(tmp_path, files)
    assert names(project) == []
    return project.facts.balance


def sentences(found: Balance) -> list[str]:
    return [sentence.text for sentence in found.undecided]


def by_year(found: Balance, values: tuple[object, ...]) -> dict[int, Any]:
    return dict(zip(found.years, values, strict=True))


def test_the_shipped_roadmap_states_no_pathway_and_says_so() -> None:
    found = find_roadmaps(str(Path(__file__).parents[2] / "roadmaps" / "china"))
    assert isinstance(found, list)
    result = load(found[0], None, TODAY).facts.balance
    assert sentences(result) == ["no industry has a pathway"]
    assert (result.unit, result.years, result.total, result.coverage) == (None, (), (), None)


def test_a_pathway_without_numbers_or_with_a_reference_alone_is_none(tmp_path: Path) -> None:
    found = balance(tmp_path, "{unit: Mt}", "{unit: Mt, reference: {2020: 3}}")
    assert sentences(found) == ["no industry has a pathway"]


def test_totals_take_actual_until_its_last_year_then_target_linear_between_nothing_outside(
    tmp_path: Path,
) -> None:
    found = balance(
        tmp_path,
        "{unit: Mt, actual: {2020: 10, 2022: 14}, target: {2021: 99, 2026: 10}}",
        "{unit: Mt, target: {2022: 1, 2024: 3}}",
    )
    assert found.years == tuple(range(2020, 2027))
    assert found.total == (10, 12, 15, 15, 15, 11, 10)
    assert by_year(found, found.members)[2021] == ("a",)
    assert by_year(found, found.members)[2023] == ("a", "b")
    assert by_year(found, found.members)[2025] == ("a",)
    target = by_year(found, found.target_total)
    assert (target[2020], target[2021], target[2026]) == (None, 99, 10)
    assert target[2022] == pytest.approx(99 - 89 / 5 + 1)
    assert by_year(found, found.target_members)[2020] == ()


def test_units_convert_to_the_top_files_and_the_sum_is_exact(tmp_path: Path) -> None:
    found = balance(
        tmp_path,
        "{unit: 万吨, actual: {2020: 10}}",
        "{unit: Mt, actual: {2020: 0.2}}",
        top="{unit: t, actual: {2020: 400000}}",
    )
    assert (found.unit, found.total, found.coverage, found.coverage_year) == ("t", (300000,), 0.75, 2020)


@pytest.mark.parametrize(
    ("pathway", "words"),
    [
        ("{unit: GW, actual: {2020: 1}}", "b is not in the sum: its unit, GW, does not convert to Mt."),
        ("{unit: Mt, gas: CH4, actual: {2020: 1}}", "b is not in the sum: it counts CH4, not 二氧化碳."),
    ],
)
def test_other_gases_and_units_are_not_added_and_leave_peak_and_coverage_undecided(
    tmp_path: Path, pathway: str, words: str
) -> None:
    found = balance(
        tmp_path,
        "{unit: Mt, gas: CO2, actual: {2020: 1, 2025: 3, 2030: 2}}",
        pathway,
        top="{unit: Mt, gas: 二氧化碳, actual: {2020: 4}}",
    )
    assert found.left_out == ("b",)
    assert found.members[0] == ("a",)
    assert (found.peak_year, found.neutral_year, found.coverage) == (None, None, None)
    assert sentences(found) == [
        words,
        "Peak and neutrality are open: the sum lacks b.",
        "What share the fields cover is open: the sum lacks b.",
    ]


def test_peak_and_neutrality_are_decided_over_the_years_that_all_have(tmp_path: Path) -> None:
    found = balance(
        tmp_path,
        "{unit: Mt, actual: {2000: 999, 2020: 10}, target: {2028: 20, 2060: 2}}",
        "{unit: Mt, actual: {2020: 0}, target: {2028: -1, 2060: -4}}",
        "",
    )
    assert found.peak_year == 2028
    assert found.neutral_year == 2057
    assert by_year(found, found.total)[2057] <= 0 < by_year(found, found.total)[2056]
    assert sentences(found) == ["What share the fields cover is open: the “1” states no measured emissions."]


@pytest.mark.parametrize(
    ("series", "peak", "words"),
    [
        (
            "{2020: 3, 2030: 2, 2040: -1}",
            None,
            "the first year for which all fields state a number, and may have been higher before.",
        ),
        (
            "{2020: -3, 2030: 2, 2040: 2}",
            None,
            "the last year for which all fields state a number, and may rise after it.",
        ),
        ("{2020: 1, 2030: 2, 2031: 2, 2040: -1}", 2030, None),
        ("{2020: -3, 2030: -1, 2040: -2}", 2030, None),
    ],
)
def test_a_maximum_at_either_edge_is_undecided(
    tmp_path: Path, series: str, peak: int | None, words: str | None
) -> None:
    found = balance(tmp_path, f"{{unit: Mt, target: {series}}}")
    assert found.peak_year == peak
    said = [s for s in sentences(found) if s.startswith("The peak year")]
    assert len(said) == (words is not None)
    assert words is None or said[0].endswith(words)


@pytest.mark.parametrize(
    ("series", "year", "start"),
    [
        ("{2020: 3, 2030: 1, 2040: 0, 2050: -1}", 2040, None),
        ("{2020: 3, 2030: -1, 2040: 1, 2050: -1}", 2045, None),
        (
            "{2020: 3, 2050: 1}",
            None,
            "Neutrality is open: the sum is still above zero in 2050, the last year",
        ),
        (
            "{2020: -3, 2050: -1}",
            None,
            "The year of neutrality is open: the sum is already not above zero in 2020, the first year",
        ),
    ],
)
def test_neutral_is_the_year_from_which_the_total_stays_at_or_below_zero(
    tmp_path: Path, series: str, year: int | None, start: str | None
) -> None:
    found = balance(tmp_path, f"{{unit: Mt, target: {series}}}")
    assert found.neutral_year == year
    said = [s for s in sentences(found) if "eutrality" in s]
    assert len(said) == (0 if start is None else 1)
    assert start is None or said[0].startswith(start)


def test_without_a_common_year_nothing_is_decided(tmp_path: Path) -> None:
    found = balance(tmp_path, "{unit: Mt, actual: {2020: 1, 2021: 2}}", "{unit: Mt, actual: {2025: 1}}")
    assert sentences(found)[0] == (
        "Peak and neutrality are open: for no year do all fields with a pathway state a number."
        " Missing: a 2022–2025, b 2020–2024."
    )
    assert by_year(found, found.total)[2023] is None


@pytest.mark.parametrize(
    ("first", "second", "top", "coverage", "words"),
    [
        ("{2019: 1, 2021: 3}", "{2020: 2, 2022: 2}", "{2019: 8, 2025: 8}", 0.625, None),
        (
            "{2020: 1}",
            "{}",
            "{2020: 8}",
            None,
            "What share the fields cover is open: no measured emissions of b are stated.",
        ),
        (
            "{2020: 1}",
            "{2020: 1}",
            "{2021: 8}",
            None,
            "What share the fields cover is open: in no year were the “1” and all fields measured.",
        ),
        (
            "{2020: 1}",
            "{2020: 1}",
            "{2020: -8}",
            None,
            "What share the fields cover is open: the emissions of the “1” in 2020 are not above zero.",
        ),
    ],
)
def test_coverage_is_a_fraction_of_the_top_files_actual_in_the_last_common_year(
    tmp_path: Path, first: str, second: str, top: str, coverage: float | None, words: str | None
) -> None:
    found = balance(
        tmp_path,
        f"{{unit: Mt, actual: {first}}}",
        f"{{unit: Mt, actual: {second}, target: {{2030: 1}}}}",
        top=f"{{unit: Mt, actual: {top}}}",
    )
    assert found.coverage == coverage
    assert [s for s in sentences(found) if s.startswith("What share")] == ([words] if words else [])


@pytest.mark.parametrize(
    ("targets", "top", "within"),
    [
        (("10.4", "-0.2"), "10.2", True),
        (("10.4", "-0.2"), "10.3", True),
        (("10.4", "-0.2"), "10.4", False),
        (("10", "20"), "31", True),
        (("10", "20"), "32", False),
        (("-10", "-20"), "-31", True),
        (("-10", "-20"), "-32", False),
    ],
)
def test_the_sum_agrees_with_the_top_files_target_within_the_rounding_of_the_digits(
    tmp_path: Path, targets: tuple[str, ...], top: str, within: bool
) -> None:
    found = balance(
        tmp_path,
        *(f"{{unit: Mt, target: {{2030: {value}}}}}" for value in targets),
        top=f"{{unit: Mt, target: {{2030: {top}, 2035: 1}}}}",
    )
    assert [(gap.year, gap.top, gap.within) for gap in found.gaps] == [(2030, float(top), within)]


def test_a_number_is_rounded_to_its_last_written_digit() -> None:
    assert [rounding(value) for value in (9500, 10.4, -0.25)] == [
        Fraction(1, 2),
        Fraction(1, 20),
        Fraction(1, 200),
    ]


@given(
    st.dictionaries(st.integers(1990, 2060), st.floats(-1e6, 1e6), min_size=1),
    st.integers(1980, 2070),
)
def test_a_trajectory_lies_between_its_neighbours_and_nowhere_else(
    points: dict[int, float], year: int
) -> None:
    line = trajectory(sorted(points.items()))
    value = line.at(year)
    if year < min(points) or year > max(points):
        assert value is None
        return
    below = points[max(known for known in points if known <= year)]
    above = points[min(known for known in points if known >= year)]
    low, high = sorted((Fraction(repr(below)), Fraction(repr(above))))
    assert value is not None
    assert low <= value <= high
