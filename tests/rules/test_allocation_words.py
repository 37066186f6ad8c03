"""What is said of divided targets: in which terms, what is missing, and what to do."""

from pathlib import Path

import pytest
from nested_roadmaps import load_families, write

from carbonroad.findings import Finding
from carbonroad.wording import wording
from carbonroad.wording.saying import said_in

TOP = (
    "organisations:\n  e: {{title: E}}\n"
    "indicators:\n  - {{id: wind, title: Wind, unit: '{}', owner: e, {}}}\n"
)
PART = "parent: whole\nindicators:\n  - {{id: wind, title: Wind, unit: '{}', owner: e{}}}\n"
MEAN = "allocation: {method: mean, weights: equal}"


def finding(root: Path, name: str, **files: str) -> Finding:
    """The one finding of a name in the whole."""
    (found,) = (one for one in load_families(write(root, **files))["whole"].findings if one.name == name)
    return found


def test_percentages_differ_by_percentage_points(tmp_path: Path) -> None:
    whole = TOP.format("%", f"better: higher, {MEAN}, targets: {{2030: at least 25}}")
    found = finding(
        tmp_path, "allocation-missed", whole=whole, north=PART.format("%", ", targets: {2030: 22.5}")
    )
    assert "22.5% on average for 2030, 2.5 percentage points short of" in found.message
    assert found.label == "2.5 percentage points too little"


def test_of_a_fall_there_is_too_little(tmp_path: Path) -> None:
    whole = TOP.format("kg/t", f"better: lower, baseline: 2020, {MEAN}, targets: {{2030: down 18 %}}")
    north = PART.format("kg/t", ", baseline: 2020, targets: {2030: down 17 %}")
    found = finding(tmp_path, "allocation-missed", whole=whole, north=north)
    assert 'come to -17% on average for 2030, 1 percentage point short of "down 18 %"' in found.message


@pytest.mark.parametrize(
    ("target", "south", "notes", "help_"),
    [
        (
            "at least 100",
            ", targets: {2026..2030: 60}",
            ["For other times they state some: south 2026–2030."],
            "same years or phases",
        ),
        ("at least 100", ", targets: {2030: some more}", ["Words that are not understood: south."], "ask"),
        ("at least 100", "", [], "ask those"),
        (
            "at least 100",
            ", targets: {2030: [60, 70]}",
            ["More than one target of that year: south."],
            "leave",
        ),
        (
            "at least 100",
            ", targets: {2030: 30..70}",
            ["The ranges, or what is only about a number, leave it open."],
            "agree on one number",
        ),
    ],
)
def test_what_is_open_says_why_and_what_to_do(
    tmp_path: Path, target: str, south: str, notes: list[str], help_: str
) -> None:
    whole = TOP.format("MW", f"better: higher, allocation: sum, targets: {{2030: {target}}}")
    files = {"north": PART.format("MW", ", targets: {2030: 60}"), "south": PART.format("MW", south)}
    found = finding(tmp_path, "allocation-undecided", whole=whole, **files)
    assert list(found.notes) == notes
    assert help_ in found.help


def test_names_are_listed_as_the_language_does(tmp_path: Path) -> None:
    whole = TOP.format("MW", "better: higher, allocation: sum, targets: {2030: 100}")
    files = {name: PART.format("MW", "") for name in ("east", "north", "south")}
    found = finding(tmp_path, "allocation-undecided", whole=whole, **files)
    assert "none is stated by east, north and south" in found.message
    assert "east、north和south" in said_in(wording("zh", catalogue="findings"), found.message)


SUM = "better: higher, allocation: {{method: sum{}}}, targets: {{2030: {}}}"
LOADED = "better: higher, allocation: {method: mean, weights: load}, targets: {2030: 25}"
LOAD = "  - {{id: load, title: Load, unit: GW, owner: e, actual: {{2024: {}}}}}\n"


def gw(number: int) -> str:
    return PART.format("GW", f", targets: {{2030: {number}}}")


def share(number: int, load: int) -> str:
    return PART.format("%", f", targets: {{2030: {number}}}") + LOAD.format(load)


@pytest.mark.parametrize(
    ("rule", "files", "told"),
    [
        (
            "allocation-missed",
            {"whole": TOP.format("GW", SUM.format("", "at least 100")), "north": gw(60), "south": gw(30)},
            [
                'The targets of the roadmaps below add up to 90 GW for 2030, 10 GW short of "at least 100".',
                "10 GW too little",
                "The parts: north 60 GW · south 30 GW.",
                "north states this",
                "south states this",
            ],
        ),
        (
            "allocation-missed",
            {"whole": TOP.format("GW", SUM.format("", "more than 100")), "north": gw(60), "south": gw(40)},
            [
                (
                    "The targets of the roadmaps below come to 100 GW for 2030, "
                    'and "more than 100" asks for more.'
                ),
                "not quite met",
                "The parts: north 60 GW · south 40 GW.",
                "north states this",
                "south states this",
            ],
        ),
        (
            "allocation-missed",
            {"whole": TOP.format("%", LOADED), "north": share(20, 3), "south": share(25, 1)},
            [
                (
                    "The targets of the roadmaps below come to 21.25% on average for 2030, "
                    '3.75 percentage points short of "25".'
                ),
                "3.75 percentage points too little",
                "The parts: north 20% × 3 · south 25% × 1.",
                "north states this",
                "south states this",
            ],
        ),
        (
            "allocation-names-no-child",
            {"whole": TOP.format("%", LOADED), "north": PART.format("%", ", targets: {2030: 25}")},
            ['No roadmap below has an indicator "load" with a number.', "nothing to weigh with"],
        ),
        (
            "allocation-names-no-child",
            {"whole": TOP.format("GW", SUM.format(", among: [norht, north]", "25")), "north": gw(25)},
            ['No roadmap below whole is called "norht".', "none below"],
        ),
        (
            "allocation-names-no-child",
            {
                "whole": TOP.format("GW", SUM.format(", among: [city]", "25")),
                "a__city": gw(25),
                "b__city": gw(25),
            },
            ['"city" fits more than one roadmap below whole.', "which one?"],
        ),
        (
            "allocation-not-comparable",
            {
                "whole": TOP.format("t", f"better: lower, baseline: 2020, {MEAN}, targets: {{2030: -18 %}}"),
                "north": PART.format("t", ", baseline: 2020, targets: {2030: -18 %}"),
                "south": PART.format("t", ", baseline: 2015, targets: {2030: -18 %}"),
            },
            [
                "The targets of north and south are changes, and the level of their base year is not known.",
                "changes without a level below",
                "north states this",
                "south states this",
            ],
        ),
    ],
)
def test_what_is_wrong_with_a_division_is_said_in_full(
    rule: str, files: dict[str, str], told: list[str], tmp_path: Path
) -> None:
    found = finding(tmp_path, rule, **files)
    said = (found.message, found.label, *found.notes, *(one.message for one in found.related))
    assert [str(one) for one in said] == told
