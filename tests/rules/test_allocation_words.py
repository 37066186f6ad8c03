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
