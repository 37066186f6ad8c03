"""Targets divided among the roadmaps below: sums and means, exact, and what leaves them open."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nested_roadmaps import NESTED, load_families, write

from carbonroad.compute.allocation.allocated import Allocated

OWNER = "organisations:\n  energy: {title: Ministry of Energy}\n"


def whole(fields: str, target: str = "at least 100", unit: str = "MW") -> str:
    return (
        f"{OWNER}indicators:\n  - {{id: wind, title: Wind, unit: '{unit}', owner: energy, {fields},\n"
        f"     targets: {{2030: {target}}}}}\n"
    )


def child(target: str, unit: str = "MW", more: str = "") -> str:
    targets = f", targets: {{2030: {target}}}" if target else ""
    return (
        f"parent: whole\nindicators:\n"
        f"  - {{id: wind, title: Wind, unit: '{unit}', owner: energy{targets}}}\n{more}"
    )


def divided(root: Path, **files: str) -> Allocated:
    """The one divided target of the whole."""
    (found,) = load_families(write(root, **files))["whole"].facts.allocations
    return found


SUM = "better: higher, allocation: sum"


def test_three_levels_are_each_held_against_their_own_children() -> None:
    run = load_families(NESTED)
    found = {(one.indicator.id, one.entry.year): one for one in run["whole"].facts.allocations}
    assert found["wind", 2030].verdict == "missed"
    assert (found["wind", 2030].low, found["wind", 2030].gap) == (950, 50)
    assert found["wind", 2035].verdict == "undecided"
    assert [share.why for share in found["wind", 2035].shares] == ["", "missing"]
    assert (found["intensity", 2030].verdict, found["intensity", 2030].high) == ("met", 420)
    assert [one.verdict for one in run["north"].facts.allocations] == ["met", "met"]
    assert run["south"].facts.allocations == ()


@pytest.mark.parametrize(
    ("target", "north", "south", "verdict", "gap"),
    [
        ("at least 100", "at least 60", "at least 40", "met", 0),
        ("at least 100", "60", "39.9", "missed", Fraction(1, 10)),
        ("at least 100", "70", "40", "met", -10),
        ("above 100", "60", "40", "missed", 0),
        ("above 100", "60", "above 40", "met", 0),
        ("at least 100", "50..70", "40", "undecided", -10),
        ("at least 100", "40..50", "40", "missed", 10),
        ("80..120", "40..60", "40..60", "met", 0),
        ("about 100", "60", "37", "undecided", 3),
        ("about 100", "60", "34", "missed", 6),
        ("about 100", "60", "41", "met", -1),
        ("about 100", "60", "35", "undecided", 5),
        ("at least 100", "60", "about 37", "undecided", 3),
        ("at least 100", "60", "about 30", "missed", 10),
        ("at least 0", "0", "0", "met", 0),
        ("more than 100", "60", "more than 40", "met", 0),
        ("at least 100", "60", "at most 50", "undecided", None),
    ],
)
def test_a_sum_holds_bounds_ranges_and_about_against_the_target(
    tmp_path: Path, target: str, north: str, south: str, verdict: str, gap: Fraction | int | None
) -> None:
    found = divided(tmp_path, whole=whole(SUM, target), north=child(north), south=child(south))
    assert (found.verdict, found.gap) == (verdict, gap)


@pytest.mark.parametrize(
    ("better", "target", "north", "south", "verdict", "gap", "shown"),
    [
        ("lower", "at most 100", "60", "40", "met", 0, 100),
        ("lower", "below 100", "60", "40", "missed", 0, 100),
        ("lower", "below 100", "60", "below 40", "met", 0, 100),
        ("lower", "at most 100", "70..80", "40", "missed", 10, 110),
        ("lower", "at most 100", "50..70", "40", "undecided", -10, 90),
        ("higher", "at least 100", "50..70", "20", "missed", 10, 90),
        ("higher", "at least 100", "at least 70", "20", "missed", 10, 90),
        ("", "80..120", "30..40", "40..60", "undecided", None, 100),
        ("", "80..120", "40..60", "40..70", "undecided", None, 130),
        ("", "80..120", "40..60", "40..60", "met", 0, 120),
        ("", "at most 100", "60", "50", "missed", 10, 110),
        ("", "at least 100", "60", "30", "missed", 10, 90),
    ],
)
def test_of_a_range_the_end_that_comes_nearest_to_the_target_is_shown(
    tmp_path: Path,
    better: str,
    target: str,
    north: str,
    south: str,
    verdict: str,
    gap: int | None,
    shown: int,
) -> None:
    fields = f"better: {better}, allocation: sum" if better else "allocation: sum"
    found = divided(tmp_path, whole=whole(fields, target), north=child(north), south=child(south))
    assert (found.verdict, found.gap, found.total) == (verdict, gap, shown)


def test_without_a_roadmap_below_nothing_is_divided(tmp_path: Path) -> None:
    run = load_families(write(tmp_path, whole=whole(SUM)))
    assert run["whole"].facts.allocations == ()


def test_of_what_shall_fall_more_is_too_much(tmp_path: Path) -> None:
    fields = "better: lower, allocation: sum"
    found = divided(
        tmp_path, whole=whole(fields, "at most 100"), north=child("at most 80"), south=child("30")
    )
    assert (found.verdict, found.gap, found.total) == ("missed", 10, 110)


def test_without_a_good_side_only_equal_parts_are_decided(tmp_path: Path) -> None:
    same = divided(
        tmp_path / "a", whole=whole("allocation: sum", "100"), north=child("60"), south=child("40")
    )
    other = divided(
        tmp_path / "b", whole=whole("allocation: sum", "100"), north=child("60"), south=child("50")
    )
    assert (same.verdict, other.verdict, other.why) == ("met", "undecided", "side")


def test_units_are_converted_exactly(tmp_path: Path) -> None:
    files = {"whole": whole(SUM), "north": child("0.0601", "GW"), "south": child("3.99", "万千瓦")}
    found = divided(tmp_path, **files)
    assert (found.low, found.verdict) == (Fraction("100"), "met")


@pytest.mark.parametrize(
    ("south", "why"),
    [
        (child("40", "Mt"), "unit"),
        (child(""), "missing"),
        (child("some more"), "unread"),
        (child("down 10 %"), "change"),
        (child("[40, 50]"), "several"),
        ("parent: whole\ntitle: South\n", "missing"),
        ("parent: whole\ntitle: 'South\n", "incomplete"),
    ],
)
def test_a_part_that_cannot_be_counted_leaves_it_open_and_says_why(
    tmp_path: Path, south: str, why: str
) -> None:
    found = divided(tmp_path, whole=whole(SUM), north=child("60"), south=south)
    assert found.verdict == "undecided"
    assert [share.why for share in found.shares] == ["", why]
    assert found.low == 60


def test_a_call_without_some_children_decides_nothing(tmp_path: Path) -> None:
    root = write(tmp_path, whole=whole(SUM), north=child("60"), south=child("10"))
    (found,) = load_families(root / "whole", root / "north")["whole"].facts.allocations
    assert (found.verdict, [share.why for share in found.shares]) == ("undecided", ["", "absent"])
    assert load_families(root / "whole")["whole"].facts.allocations == ()


def test_only_those_named_take_part(tmp_path: Path) -> None:
    fields = "better: higher, allocation: {method: sum, among: [north, south]}"
    files = {"whole": whole(fields), "north": child("60"), "south": child("40"), "west": child("")}
    assert divided(tmp_path, **files).verdict == "met"


OUTPUT = "  - {id: output, title: Output, unit: Mt, owner: energy, VALUES}\n"
MEAN = "better: lower, allocation: {method: mean, weights: output}"


@pytest.mark.parametrize(
    ("north", "south", "year", "mean"),
    [
        ("actual: {2025: 3}", "actual: {2025: 1}", 2025, 95),
        ("actual: {2024: 1, 2025: 3}", "actual: {2024: 1}", 2024, 90),
        ("targets: {2030: 1}", "targets: {2030: 3}", 2030, 85),
        ("actual: {2025: 3}, targets: {2030: 9}", "actual: {2025: 1}", 2025, 95),
    ],
)
def test_a_mean_is_weighted_with_one_year_that_all_have(
    tmp_path: Path, north: str, south: str, year: int, mean: int
) -> None:
    found = divided(
        tmp_path,
        whole=whole(MEAN, "at most 95", "kg/t"),
        north=child("at most 100", "kg/t", OUTPUT.replace("VALUES", north)),
        south=child("at most 80", "kg/t", OUTPUT.replace("VALUES", south)),
    )
    assert found.weighed is not None
    assert (found.weighed.year, found.high, found.verdict) == (year, mean, "met")


def test_without_a_weight_a_mean_is_open(tmp_path: Path) -> None:
    output = OUTPUT.replace("VALUES", "actual: {2025: 3}")
    files = {"north": child("100", "kg/t", output), "south": child("80", "kg/t")}
    found = divided(tmp_path, whole=whole(MEAN, "at most 95", "kg/t"), **files)
    assert (found.verdict, [share.why for share in found.shares]) == ("undecided", ["", "weight"])


@pytest.mark.parametrize(("weights", "mean"), [("{north: 3, south: 1}", 95), ("equal", 90), ("等权", 90)])
def test_weights_may_be_numbers_or_equal(tmp_path: Path, weights: str, mean: int) -> None:
    fields = f"better: lower, allocation: {{method: mean, weights: {weights}}}"
    files = {"north": child("100", "kg/t"), "south": child("80", "kg/t")}
    assert divided(tmp_path, whole=whole(fields, "at most 95", "kg/t"), **files).high == mean


def test_changes_are_averaged_as_worded_or_turned_into_levels(tmp_path: Path) -> None:
    fields = "better: lower, baseline: 2020, allocation: {method: mean, weights: equal}"
    falling = child("down 20 %", "kg/t").replace("owner: energy", "owner: energy, baseline: 2020")
    north = falling.replace("20 %", "10 %")
    files = {"whole": whole(fields, "down 15 %", "kg/t"), "north": north, "south": falling}
    worded = divided(tmp_path / "a", **files)
    assert (worded.terms, worded.low, worded.verdict) == ("percent", -15, "met")
    known = "baseline: {year: 2020, value: 200}"
    files["whole"] = files["whole"].replace("baseline: 2020", known)
    files["south"] = child("180", "kg/t")
    files["north"] = north.replace("baseline: 2020", "baseline: {year: 2020, value: 100}")
    levels = divided(tmp_path / "b", **files)
    assert (levels.terms, levels.high, levels.verdict) == ("level", 135, "met")


def test_a_sum_of_changes_in_percent_is_one_of_levels(tmp_path: Path) -> None:
    fields = "better: lower, baseline: {year: 2020, value: 300}, allocation: sum"
    base = "owner: energy, baseline: {year: 2020, value: 150}"
    falling = child("down 10 %").replace("owner: energy", base)
    found = divided(tmp_path, whole=whole(fields, "down 10 %"), north=falling, south=falling)
    assert (found.terms, found.high, found.verdict) == ("level", 270, "met")


def test_firm_targets_count_before_those_striven_for(tmp_path: Path) -> None:
    found = divided(tmp_path, whole=whole(SUM), north=child("[strive for 90, 60]"), south=child("40"))
    assert (found.low, found.verdict) == (100, "met")


numbers = st.integers(0, 10**6).map(lambda n: Fraction(n, 1000))


def written(number: Fraction) -> str:
    return f"{float(number):.3f}"


@settings(max_examples=12, deadline=None)
@given(parts=st.lists(numbers, min_size=1, max_size=6), target=numbers, data=st.data())
def test_a_sum_is_what_fractions_say_in_whatever_order(
    parts: list[Fraction], target: Fraction, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(parts))))
    verdicts = []
    for places in (range(len(parts)), order):
        files = {f"c{name}": child(written(parts[place])) for name, place in enumerate(places)}
        with TemporaryDirectory() as folder:
            found = divided(Path(folder), whole=whole(SUM, f"at least {written(target)}"), **files)
        verdicts.append((found.verdict, found.low, found.gap))
    wanted = sum(parts) >= target
    assert verdicts == [("met" if wanted else "missed", sum(parts), target - sum(parts))] * 2


@settings(max_examples=12, deadline=None)
@given(
    parts=st.lists(st.tuples(numbers, st.integers(1, 50)), min_size=1, max_size=6),
    target=numbers,
)
def test_a_mean_is_what_fractions_say(parts: list[tuple[Fraction, int]], target: Fraction) -> None:
    files = {
        f"c{place}": child(written(number), "kg/t", OUTPUT.replace("VALUES", f"actual: {{2025: {weight}}}"))
        for place, (number, weight) in enumerate(parts)
    }
    with TemporaryDirectory() as folder:
        found = divided(Path(folder), whole=whole(MEAN, f"at most {written(target)}", "kg/t"), **files)
    mean = sum(number * weight for number, weight in parts) / sum(weight for _, weight in parts)
    assert (found.high, found.verdict) == (mean, "met" if mean <= target else "missed")


def test_ranges_within_the_range_of_the_whole_need_no_good_side(tmp_path: Path) -> None:
    files = {"north": child("3..4"), "south": child("4..5")}
    assert divided(tmp_path / "a", whole=whole("allocation: sum", "7..9"), **files).verdict == "met"
    assert divided(tmp_path / "b", whole=whole("allocation: sum", "8..9"), **files).verdict == "undecided"


def test_a_bound_on_the_other_side_is_not_part_of_the_sum(tmp_path: Path) -> None:
    found = divided(tmp_path, whole=whole(SUM), north=child("50..60"), south=child("at most 50"))
    assert (found.low, found.high, [share.why for share in found.shares]) == (50, 60, ["", "side"])


@pytest.mark.parametrize("weights", ["{north: 0, south: 0}", "output"])
def test_weights_that_weigh_nothing_are_told_from_missing_ones(tmp_path: Path, weights: str) -> None:
    fields = f"better: lower, allocation: {{method: mean, weights: {weights}}}"
    files = {
        name: child("80", "kg/t", OUTPUT.replace("VALUES", f"actual: {{2025: {output}}}"))
        for name, output in (("north", 3), ("south", -1))
    }
    found = divided(tmp_path, whole=whole(fields, "at most 95", "kg/t"), **files)
    assert found.weighed is not None
    assert (found.verdict, found.weighed.unusable, found.low) == ("undecided", True, None)


def test_the_unit_of_the_weights_is_known(tmp_path: Path) -> None:
    files = {
        name: child(target, "kg/t", OUTPUT.replace("VALUES", "actual: {2025: 2}").replace("Mt", unit))
        for name, target, unit in (("north", "80", "Mt"), ("south", "2080", "kt"))
    }
    found = divided(tmp_path, whole=whole(MEAN, "at most 95", "kg/t"), **files)
    assert found.weighed is not None
    assert (found.weighed.unit, found.high) == ("Mt", Fraction(80 * 1000 + 2080, 1001))


def test_children_called_alike_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    files = {"whole": whole(SUM), "north/hill": child("60"), "south/hill": child("30")}
    (found,) = load_families(write(tmp_path, **files))["whole"].facts.allocations
    assert [share.child.name for share in found.shares] == ["north/hill", "south/hill"]
