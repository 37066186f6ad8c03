"""The overview's tables of divided targets: every roadmap below, or of very many those that matter most."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from nested_roadmaps import NESTED, load_families, write
from one_document import build_document

from carbonroad.project import Project
from carbonroad.views.document import Document, Row, Table

WHOLE = (
    "organisations:\n  e: {title: E}\nindicators:\n  - {id: wind, title: Wind, unit: MW, owner: e,\n"
    "     better: higher, allocation: sum, targets: {2030: at least 1000}}\n"
)
CHILD = "parent: whole\nindicators:\n  - {{id: wind, title: Wind, unit: MW, owner: e{}}}\n"


def rows(document: Document, anchor: str) -> Iterator[Row]:
    for section in document.sections:
        if section.anchor == anchor:
            tables = (block for block in section.blocks if isinstance(block, Table))
            yield from (row for table in tables for group in table.groups for row in group.rows)


def texts(row: Row) -> list[str]:
    return ["".join(getattr(one, "words", "") for line in cell.lines for one in line) for cell in row.cells]


def divided(project: Project, lang: str = "en") -> list[list[str]]:
    return [
        texts(row)
        for row in rows(build_document("overview", project.system, project.facts, None, lang), "allocation")
    ]


def test_each_roadmap_has_a_row_and_the_sum_is_held_against_the_target() -> None:
    found = divided(load_families(NESTED)["whole"])
    assert found[:5] == [
        ["North", "at least 700 MW", "at least 1,200 MW"],
        ["South", "at least 250 MW", "none stated"],
        ["Sum", "at least 950 MW", "at least 1,200 MW"],
        ["Wanted", "at least 1,000 MW", "at least 2,000 MW"],
        ["Verdict", "50 MW too little", "open: 1 of 2 counted"],
    ]


def test_the_tables_speak_the_language_of_the_page() -> None:
    words = "".join(text for row in divided(load_families(NESTED)["whole"], "zh") for text in row)
    assert not re.search("[A-Za-z]", words)


@pytest.mark.parametrize(("count", "shown"), [(31, 31), (60, 41)])
def test_of_very_many_those_without_a_number_and_the_largest_are_shown(
    tmp_path: Path, count: int, shown: int
) -> None:
    files = {f"c{n:02}": CHILD.format("" if n == 7 else f", targets: {{2030: {n}}}") for n in range(count)}
    found = divided(load_families(write(tmp_path, whole=WHOLE, **files))["whole"])
    names = [row[0] for row in found]
    assert len(names) == shown + 3
    assert "c07" in names
    assert f"c{count - 1:02}" in names
    assert (names[-4] == "20 more roadmaps") == (count > 40)
    assert found[-3][1] == f"{sum(range(count)) - 7:,} MW"


def test_a_roadmap_below_says_what_it_takes_on() -> None:
    south = load_families(NESTED)["south"]
    found = [
        texts(row)
        for row in rows(build_document("overview", south.system, south.facts, None, "en"), "part-of")
    ]
    assert found == [
        ["Wind power", "2030", "at least 1,000 MW", "at least 250 MW", "25%"],
        ["Wind power", "2035", "at least 2,000 MW", "none stated", "–"],
        ["Energy intensity", "2030", "at most 420 kgce/t", "at most 480 kgce/t", "–"],
    ]


TOP = (
    "organisations:\n  e: {{title: E}}\n"
    "indicators:\n  - {{id: wind, title: Wind, unit: '{}', owner: e, {}}}\n"
)
PART = "parent: whole\nindicators:\n  - {{id: wind, title: Wind, unit: '{}', owner: e, targets: {}}}\n"
SUM = "better: higher, allocation: sum, targets: {2030: at least 100}"


def taken_on(project: Project) -> list[list[str]]:
    return [
        texts(row)
        for row in rows(build_document("overview", project.system, project.facts, None, "en"), "part-of")
    ]


def test_a_target_for_a_period_is_not_called_none(tmp_path: Path) -> None:
    files = {"whole": TOP.format("MW", SUM), "north": PART.format("MW", "{2026..2030: 60}")}
    run = load_families(write(tmp_path, **files))
    assert divided(run["whole"])[0] == ["north", "only for 2026–2030"]
    assert taken_on(run["north"]) == [["Wind", "2030", "at least 100 MW", "only for 2026–2030", "–"]]


def test_a_mean_is_rounded_and_percentages_differ_by_percentage_points(tmp_path: Path) -> None:
    mean = "better: higher, allocation: {method: mean, weights: {north: 2, south: 1}}, "
    files = {"north": PART.format("%", "{2030: 20}"), "south": PART.format("%", "{2030: 30}")}
    whole = TOP.format("%", f"{mean} targets: {{2030: at least 25}}")
    found = divided(load_families(write(tmp_path, whole=whole, **files))["whole"])
    assert [row[1] for row in found[2:]] == [
        "23.3333%",
        "at least 25%",
        "1.66667 percentage points too little",
    ]


def test_of_a_fall_there_is_too_little(tmp_path: Path) -> None:
    mean = "better: lower, baseline: 2020, allocation: {method: mean, weights: equal}, "
    part = PART.format("kg/t", "{2030: down 16 %}").replace("owner: e", "owner: e, baseline: 2020")
    whole = TOP.format("kg/t", f"{mean} targets: {{2030: down 18 %}}")
    found = divided(load_families(write(tmp_path, whole=whole, north=part))["whole"])
    assert found[-1][1] == "2 percentage points too little"


def test_the_weights_have_their_unit(tmp_path: Path) -> None:
    mean = "better: lower, allocation: {method: mean, weights: output}, targets: {2030: at most 90}"
    output = "  - {id: output, title: Output, unit: Mt, owner: e, actual: {2025: 3}}\n"
    files = {"whole": TOP.format("kg/t", mean), "north": PART.format("kg/t", "{2030: 80}") + output}
    system = load_families(write(tmp_path, **files))["whole"]
    document = build_document("overview", system.system, system.facts, None, "en")
    (section,) = (one for one in document.sections if one.anchor == "allocation")
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    assert table.columns[2].heading == "output 2025 (Mt)"


def test_who_takes_no_part_is_not_shown_what_others_take_on(tmp_path: Path) -> None:
    among = SUM.replace("allocation: sum", "allocation: {method: sum, among: [north]}")
    part = PART.format("MW", "{2030: strive for 60}")
    run = load_families(write(tmp_path, whole=TOP.format("MW", among), north=part, south=part))
    assert taken_on(run["north"]) == [["Wind", "2030", "at least 100 MW", "strive for 60 MW", "60%"]]
    assert taken_on(run["south"]) == []


def test_a_dropped_target_is_nobodys_part(tmp_path: Path) -> None:
    dropped = SUM.replace("at least 100", "{value: at least 100, status: dropped}")
    files = {"whole": TOP.format("MW", dropped), "north": PART.format("MW", "{2030: 60}")}
    assert taken_on(load_families(write(tmp_path, **files))["north"]) == []
