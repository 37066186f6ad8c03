"""The roadmap page: everything is on it, nothing overlaps, nothing leaves the canvas."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from one_document import build_document
from scene_checks import box_of, outside, overlapping

from carbonroad.project import Project, load
from carbonroad.scene.boxes import Box, flat
from carbonroad.scene.shapes import Group, Label, Scene, Shape
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Block, Document, Figure, Folded, Legend, Span, Table

_CHINA = Path(__file__).parents[3] / "roadmaps" / "china"
_TODAY = date(2026, 11, 22)
_TITLE = "Electric-furnace steelmaking demonstration bases with hydrogen-rich gas in operation"
_PARTS = [
    "top",
    "power",
    "steel",
    "nonferrous",
    "petrochemicals",
    "chemicals",
    "building-materials",
    "urban-rural",
    "transport",
    "technology",
    "carbon-sink",
]


def _load(folder: Path) -> Project:
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return load(found[0], None, _TODAY)


@cache
def _china() -> Project:
    return _load(_CHINA)


def _page(project: Project, part: str, lang: str) -> Document:
    found = next((p for p in project.system.parts if p.id == part), None)
    return build_document("roadmap", project.system, project.facts, found, lang)


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Folded):
            yield from _blocks(block.blocks)


def _figures(document: Document) -> list[Figure]:
    return [b for s in document.sections for b in _blocks(s.blocks) if isinstance(b, Figure)]


def _figure(document: Document) -> Figure:
    (found,) = _figures(document)
    return found


def _texts(scene: Scene) -> list[str]:
    return [shape.text for shape in flat(scene.shapes) if isinstance(shape, Label)]


def _rows(document: Document) -> list[str]:
    tables = [b for s in document.sections for b in _blocks(s.blocks) if isinstance(b, Table)]
    return [row.item for table in tables for group in table.groups for row in group.rows if row.item]


def _sound(scene: Scene) -> None:
    assert overlapping(scene) == []
    assert outside(scene) == []
    assert len(_texts(scene)) > 5
    assert _labels_over_marks(scene) == []


def _labels_over_marks(scene: Scene) -> list[tuple[str, str]]:
    """The labels of items that stand over another item's glyph or bar."""
    marks: list[tuple[Box, str]] = []
    labels: list[tuple[Box, str]] = []
    for group in _groups(scene.shapes):
        if group.role.startswith("item"):
            for shape in flat(group.shapes):
                box = box_of(shape)
                if box is not None:
                    (labels if isinstance(shape, Label) else marks).append((box, group.item))
    return [
        (one, two) for box, one in labels for other, two in marks if one != two and box.overlaps(other, 1)
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("part", _PARTS)
def test_every_item_of_a_part_is_drawn_and_tabled(part: str, lang: str) -> None:
    project = _china()
    document = _page(project, part, lang)
    figure = _figure(document)
    _sound(figure.scene)
    items = {item.ref for item in project.system.items_of(part)}
    indicators = {f"{part}.{i.id}" for p in project.system.parts if p.id == part for i in p.indicators}
    assert {ref for refs in figure.scene.drawn.values() for ref in refs} == items | indicators
    assert {ref for refs in document.shown.values() for ref in refs} == items | indicators
    assert set(_rows(document)) == items | indicators
    assert document.path == f"{part}/roadmap"
    assert figure.file == f"{part}-rm-01"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_whole_system_is_on_one_page(lang: str) -> None:
    project = _china()
    document = _page(project, "", lang)
    whole, own = (figure.scene for figure in _figures(document))
    _sound(whole)
    _sound(own)
    drawn = {ref for refs in whole.drawn.values() for ref in refs}
    assert drawn == {ref for ref, item in project.system.items.items() if item.listed}
    strips = {ref for ref in project.system.indicators if ref.startswith("top.")}
    assert strips == set(own.drawn["indicator"])
    assert set(project.system.items) <= set(_rows(document))
    assert document.path == "roadmap"
    assert document.part == ""


def test_the_page_opens_with_the_finding_and_says_where_it_comes_from() -> None:
    document = _page(_china(), "steel", "en")
    assert document.title == "Iron and steel: roadmap"
    assert document.headline.startswith("5 items are due next, in 1500 days (31 Dec 2030)")
    assert document.lede == "11 of 11 outcomes due so far are not recorded."
    assert ("Drawing no.", "CR-STL-RM-01") in document.meta
    assert ("Data date", "2026-11-22") in document.meta
    assert "slopes cannot be compared across phases" in _figure(document).caption.lower()


def test_a_missed_target_comes_before_what_is_due_next() -> None:
    finding = _page(_china(), "top", "en").headline
    assert finding.startswith("1 item is late or missed: CO2 per unit of GDP")


def test_a_part_without_a_pathway_says_so() -> None:
    assert "No emissions pathway is stated, so none is drawn." in _texts(
        _figure(_page(_china(), "steel", "en")).scene
    )
    assert "actual 2023: 11,902.5" in _texts(_figure(_page(_china(), "top", "en")).scene)


def test_the_legend_explains_only_what_is_used() -> None:
    document = _page(_china(), "steel", "en")
    (legend,) = [b for s in document.sections for b in s.blocks if isinstance(b, Legend)]
    words = [words for _, words in legend.entries]
    assert "outcome not recorded" in words
    assert "around" not in words


def test_a_page_is_the_same_each_time() -> None:
    assert _page(_load(_CHINA), "power", "zh") == _page(_load(_CHINA), "power", "zh")


def _write(folder: Path, name: str, text: str) -> Project:
    (folder / name).write_text(text, encoding="utf-8")
    return _load(folder)


def _odd(project: Project, lang: str = "en") -> Scene:
    assert [f.message for f in project.findings if f.severity.value == "error"] == []
    part = project.system.parts[0]
    document = build_document("roadmap", project.system, project.facts, part, lang)
    scene = _figure(document).scene
    _sound(scene)
    drawn = {ref for refs in scene.drawn.values() for ref in refs}
    assert set(project.system.items) <= drawn
    return scene


@pytest.mark.parametrize(
    ("name", "lang", "title"),
    [
        ("钢铁路线图", "zh", "钢铁路线图"),
        ("钢铁", "zh", "钢铁路线图"),
        ("Steel roadmap", "en", "Steel roadmap: roadmap"),
    ],
)
def test_a_chinese_name_that_ends_in_roadmap_is_not_followed_by_the_word_again(
    tmp_path: Path, name: str, lang: str, title: str
) -> None:
    text = f"title: {name}\nowner: none\nmilestones:\n  - {{id: m, title: Peak, deadline: by 2030}}\n"
    project = _write(tmp_path, "steel.yaml", text)
    document = build_document("roadmap", project.system, project.facts, project.system.parts[0], lang)
    assert document.title == title


def test_one_milestone_is_a_roadmap(tmp_path: Path) -> None:
    project = _write(
        tmp_path,
        "steel.yaml",
        "owner: none\nmilestones:\n  - {id: m, title: Steel emissions peak, deadline: by 2030}\n",
    )
    scene = _odd(project)
    assert "Steel emissions peak" in _texts(scene)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_five_hundred_long_titles_over_a_century_stay_apart(tmp_path: Path, lang: str) -> None:
    lines = ["owner: none", "milestones:"]
    lines += [
        f"  - {{id: m{n}, title: {_TITLE} {n}, deadline: by {1990 + n * 7 % 111}-{n % 12 + 1:02}}}"
        for n in range(500)
    ]
    scene = _odd(_write(tmp_path, "steel.yaml", "\n".join(lines) + "\n"), lang)
    assert len(scene.drawn["milestone"]) == 500


_KINDS = f"""\
owner: none
milestones:
  - {{id: a, title: {_TITLE}, deadline: around 2028}}
  - {{id: b, title: {_TITLE}, deadline: 2026..2060}}
  - {{id: c, title: {_TITLE}, deadline: from 2059}}
  - {{id: d, title: {_TITLE}, deadline: every year 2026..2030}}
  - {{id: e, title: {_TITLE}, deadline: after a}}
  - {{id: f, title: {_TITLE}, deadline: not stated}}
  - {{id: g, title: {_TITLE}, deadline: none}}
  - {{id: h, title: {_TITLE}, deadline: by 2060, goal: neutrality}}
  - {{id: i, title: {_TITLE}, deadline: before 1991}}
works:
  - {{id: w1, title: {_TITLE}, start: 2026-01-01, finish: 2029-12-31, progress: 40}}
  - {{id: w2, title: {_TITLE}, start: 2058-01-01}}
  - {{id: w3, title: {_TITLE}}}
  - {{id: w4, title: {_TITLE}, takes: 9 months, start: 2027-01-01, after: w1}}
"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_kind_of_deadline_and_work_has_its_place(tmp_path: Path, lang: str) -> None:
    _odd(_write(tmp_path, "steel.yaml", _KINDS), lang)


_NUMBERS = """\
owner: none
pathway:
  unit: Mt CO2/yr
  actual: {2020: 1800, 2021: 1790, 2022: 1820, 2023: 1810, 2024: 1805, 2025: 1801}
  target: {2030: 1700, 2060: -25}
  reference: {2030: 1840, 2035: 1800}
indicators:
  - id: share
    title: Electric-furnace share of crude steel
    unit: "%"
    actual: {2019: 9.8, 2020: 9.9, 2021: 10.1, 2022: 10.2, 2023: 10.3, 2024: 10.4, 2024-12: 10.4, 2025: 10.4}
    targets: {2026: ≥15, 2027: at least 15, 2028: at least 15, 2029: around 15, 2030: 15..20, 2031: 15}
  - id: sink
    title: Net emissions
    unit: Mt
    change: false
    targets: {2050: -25}
"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_target_is_printed_and_the_gap_is_bracketed(tmp_path: Path, lang: str) -> None:
    scene = _odd(_write(tmp_path, "steel.yaml", _NUMBERS), lang)
    texts = " ".join(_texts(scene))
    assert "1,700" in texts
    assert "140" in texts
    assert "−25" in texts
    shares = [ref for ref in scene.drawn["target"] if ref.startswith("steel.share")]
    assert len(shares) == 6
    strip = next(s for s in _groups(scene.shapes) if s.item == "steel.share")
    for ref in shares:
        marked = [g for g in _groups(strip.shapes) if g.item == ref]
        shapes = [shape for group in marked for shape in flat(group.shapes)]
        assert any(isinstance(shape, Label) for shape in shapes)


def test_the_gap_to_current_policy_is_the_finding(tmp_path: Path) -> None:
    project = _write(tmp_path, "steel.yaml", _NUMBERS)
    finding = build_document("roadmap", project.system, project.facts, project.system.parts[0], "en").headline
    assert finding == "Current policy leaves a gap of 140 Mt CO2/yr to the target of 2030."


def _groups(shapes: Iterable[Shape]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from _groups(shape.shapes)


def test_the_table_of_targets_states_what_is_to_go() -> None:
    document = _page(_china(), "top", "en")
    tables = [b for s in document.sections for b in _blocks(s.blocks) if isinstance(b, Table)]
    (table,) = [one for one in tables if one.role == "tracks"]
    words = [
        [" ".join(i.words for line in cell.lines for i in line if isinstance(i, Span)) for cell in row.cells]
        for group in table.groups
        for row in group.rows
    ]
    (row,) = [one for one in words if "around 25%" in one[0] and "energy" in one[0]]
    assert row[1] == "21% 2025"
    assert row[2] == "4 percentage points"
