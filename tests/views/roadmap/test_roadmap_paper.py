"""The roadmap on paper: every page under its axis, no row cut, everything on some page; the linear axis."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from one_document import build_document
from scene_checks import outside, overlapping
from site_files import render_site

from carbonroad.project import Project, load, load_text
from carbonroad.render.site.choice import Choice
from carbonroad.scene.boxes import flat
from carbonroad.scene.shapes import Group, Label, Polyline, Rect, Scene, Shape
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Block, Document, Figure, Folded, Table
from carbonroad.views.options import Options
from carbonroad.views.roadmap.figure import FIRST_PAGE, NEXT_PAGE, paged
from carbonroad.views.roadmap.frame import Band

_CHINA = Path(__file__).parents[3] / "roadmaps" / "china"
_TODAY = date(2026, 11, 22)


@cache
def _china() -> Project:
    found = find_roadmaps(str(_CHINA))
    assert isinstance(found, list)
    return load(found[0], None, _TODAY)


def _page(project: Project, part: str, lang: str = "en", options: Options | None = None) -> Document:
    found = next((p for p in project.system.parts if p.id == part), None)
    return build_document("roadmap", project.system, project.facts, found, lang, options or Options())


def _blocks(document: Document) -> Iterator[Block]:
    for section in document.sections:
        for block in section.blocks:
            yield block
            if isinstance(block, Folded):
                yield from block.blocks


def _figure(document: Document) -> Figure:
    return next(block for block in _blocks(document) if isinstance(block, Figure))


def _groups(shapes: tuple[Shape, ...]) -> Iterator[Group]:
    for shape in shapes:
        if isinstance(shape, Group):
            yield shape
            yield from _groups(shape.shapes)


def _texts(scene: Scene) -> list[str]:
    return sorted(shape.text for shape in flat(scene.shapes) if isinstance(shape, Label))


def _refs(scene: Scene) -> set[str]:
    return {ref for refs in scene.drawn.values() for ref in refs}


def _sound_on_paper(figure: Figure) -> None:
    """Every page is readable by itself, and together they hold what the whole figure holds."""
    assert figure.head is not None
    pages = [figure.head, *figure.pages]
    for scene in pages:
        assert overlapping(scene) == []
        assert outside(scene) == []
        assert scene.width == figure.scene.width
    assert sorted(text for page in pages for text in _texts(page)) == _texts(figure.scene)
    assert set().union(*(_refs(page) for page in figure.pages)) == _refs(figure.scene)
    assert figure.scene.height == pytest.approx(sum(page.height for page in pages) + 4, abs=1)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("part", ["", "top", "power", "steel", "carbon-sink"])
def test_every_page_fits_and_together_they_are_the_figure(part: str, lang: str) -> None:
    figure = _figure(_page(_china(), part, lang))
    _sound_on_paper(figure)
    assert figure.pages[0].height < FIRST_PAGE
    assert all(page.height <= NEXT_PAGE for page in figure.pages[1:])


def test_a_page_break_cuts_no_band() -> None:
    bands = [Band((), (), height) for height in (300.0, 250.0, 200.0, 900.0, 10.0)]
    leaves = list(paged(bands, 600))
    assert [[band.height for band in leaf] for leaf in leaves] == [[300, 250], [200], [900], [10]]


def test_a_lane_higher_than_a_page_goes_on_under_its_name() -> None:
    lines = [
        "owner: none",
        "measures: [{id: m, title: Steel}]",
        "milestones:",
        *(
            f"  - {{id: m{n}, measure: m, title: Plant {n} is refitted, deadline: by 2030}}"
            for n in range(90)
        ),
    ]
    figure = _figure(_one("\n".join(lines)))
    _sound_on_paper(figure)
    assert len(figure.pages) > 2
    assert all(page.height <= NEXT_PAGE for page in figure.pages)
    assert "Steel (continued)" in _texts(figure.pages[1])


def _one(text: str, lang: str = "en", options: Options | None = None) -> Document:
    project = load_text(f"carbonroad: 1\n{text}\n".encode(), "one.yaml", None, _TODAY)
    assert [f.message for f in project.findings if f.severity.value == "error"] == []
    return _page(project, project.system.parts[0].id, lang, options)


_PHASES = "phases: [{id: a, title: Now, years: 2026..2030}, {id: b, title: Later, years: 2031..2060}]"
_PLAIN = f"title: One\nowner: none\n{_PHASES}\nmilestones: [{{id: m, title: Peak, deadline: by 2040}}]"


def _bands_of(document: Document) -> list[float]:
    head = _figure(document).head
    assert head is not None
    return [s.width for s in head.shapes if isinstance(s, Rect) and "phase" in s.role.split()]


def test_phases_share_the_axis_and_linear_gives_every_year_the_same() -> None:
    now, later = _bands_of(_one(_PLAIN))
    assert now > later
    linear = _one(_PLAIN, options=Options(axis="linear"))
    now, later = _bands_of(linear)
    assert later / now == pytest.approx(6, rel=0.05)
    assert _figure(linear).caption == "The time axis is linear."


def test_a_zoom_weighs_its_phase() -> None:
    now, later = _bands_of(_one(_PLAIN.replace("2031..2060}", "2031..2060, zoom: 3}")))
    assert later / now == pytest.approx(3, rel=0.05)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_mark_leads_to_its_row_in_the_timetable(lang: str) -> None:
    figure = _figure(_page(_china(), "steel", lang))
    links = {g.item: g.href for g in _groups(figure.scene.shapes) if g.href}
    system = _china().system
    assert set(links) == {item.ref for item in system.items_of("steel")}
    assert links["steel.peak"] == "doc:steel/timetable#peak"
    whole = _figure(_page(_china(), "", lang))
    assert {g.href for g in _groups(whole.scene.shapes) if g.item == "top.peak"} == {"doc:timetable#top.peak"}


def test_a_target_that_a_milestone_states_leads_to_the_milestones_row_and_says_so() -> None:
    document = _page(_china(), "steel")
    (target,) = [i for i in _china().system.items_of("steel") if i.id == "eaf@2025"]
    assert not target.listed
    links = {g.href for g in _groups(_figure(document).scene.shapes) if g.item == target.ref}
    assert links == {"doc:steel/timetable#eaf-2025"}
    tables = [block for block in _blocks(document) if isinstance(block, Table)]
    rows = {row.item: str(row.cells) for table in tables for group in table.groups for row in group.rows}
    assert (
        "the target of the milestone “Electric furnaces make 15% of crude steel (strive)”" in rows[target.ref]
    )
    assert "its target has a row of its own" in rows["steel.eaf-2025"]


def test_no_solid_line_joins_targets_between_which_nothing_is_stated() -> None:
    for part in ("power", "steel", "carbon-sink"):
        scene = _figure(_page(_china(), part)).scene
        roles = {s.role for s in flat(scene.shapes) if isinstance(s, Polyline) and "series" in s.role.split()}
        assert "series series-target" not in roles
        joined = "series joint" in roles
        said = any("no path between them is stated" in text for text in _texts(scene))
        assert joined == said


def test_a_strip_with_one_value_is_lower_than_one_with_a_series() -> None:
    scene = _figure(
        _one(
            "title: One\nowner: none\nindicators:\n"
            '  - {id: one, title: A, unit: "%", targets: {2030: 5}}\n'
            '  - {id: two, title: B, unit: "%", targets: {2030: 5, 2035: 8}}\n'
            "  - {id: none, title: C, unit: t}\n"
        )
    ).scene
    heights = [s.height for s in scene.shapes if isinstance(s, Rect) and "lane" in s.role.split()][-3:]
    assert heights[0] < heights[1]
    assert heights[2] < heights[1]
    assert "no measured value and no target" in _texts(scene)


def test_an_owner_limits_the_lanes_to_what_concerns_it() -> None:
    project = _china()
    document = _page(project, "steel", options=Options(owner="samr"))
    drawn = {
        ref for kind, refs in _figure(document).scene.drawn.items() if kind == "milestone" for ref in refs
    }
    everything = {i.ref for i in project.system.items_of("steel") if i.kind == "milestone"}
    assert drawn
    assert drawn < everything
    assert all("samr" in {p.id for p in project.system.items[ref].parties.support} for ref in drawn)
    assert document.owner == "samr"


_WORDS = st.sampled_from(
    [
        "Peak",
        "钢铁行业碳达峰" * 6,
        "خارطة طريق خفض الانبعاثات 2030",
        "👩‍🔬 test 👨‍👩‍👧‍👦 🏭➡️🌱",
        "Z̴a̴l̴g̴o̴ café ệ",
        "Kohlenstoffdioxidabscheidungsanlagengenehmigungsverfahrensbeschleunigung",
        "Regional low-carbon retrofitting of large steam boilers and their supply networks",
    ]
)
_DEADLINES = st.one_of(
    st.integers(1990, 2100).map(lambda year: f"by {year}"),
    st.integers(1990, 2100).map(lambda year: f"before {year}"),
    st.integers(1995, 2095).map(lambda year: f"around {year}"),
    st.integers(1990, 2095).map(lambda year: f"{year}..{year + 4}"),
    st.integers(1990, 2100).map(lambda year: f"from {year}"),
    st.sampled_from(["not stated", "none"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(_WORDS, _DEADLINES, st.booleans()), min_size=1, max_size=24),
    st.integers(0, 12),
    st.sampled_from(["phases", "linear"]),
    st.sampled_from(["en", "zh"]),
)
def test_whatever_is_written_nothing_overlaps_or_is_cut_or_lost(
    written: list[tuple[str, str, bool]], phases: int, axis: str, lang: str
) -> None:
    lines = [
        "title: One",
        "owner: none",
        "measures: [{id: m, title: A measure}, {id: empty, title: Nothing}]",
    ]
    if phases:
        lines += ["phases:"] + [
            f"  - {{id: p{n}, title: Phase {n}, years: {2000 + 5 * n}..{2004 + 5 * n}}}"
            for n in range(phases)
        ]
    lines.append("milestones:")
    for n, (title, deadline, in_measure) in enumerate(written):
        measure = ", measure: m" if in_measure else ""
        lines.append(f"  - {{id: m{n}, title: '{title}', deadline: {deadline}{measure}}}")
    document = _one("\n".join(lines), lang, Options(axis=axis))
    figure = _figure(document)
    _sound_on_paper(figure)
    assert len(_refs(figure.scene)) == len(written)
    assert figure.head is not None
    shown = [s for s in figure.head.shapes if isinstance(s, Rect)]
    assert len(shown) == phases
    assert all(one.x + one.width <= two.x + 1 for one, two in pairwise(shown))


def test_the_document_keeps_its_name_beside_the_finding() -> None:
    document = _page(_china(), "steel")
    assert document.title == "Iron and steel: roadmap"
    assert document.headline.endswith(".")
    assert _figure(document).scene.title == document.title


def test_large_numbers_beside_the_pathway_stay_apart() -> None:
    text = (
        "title: One\nowner: none\npathway:\n  unit: Mt CO2/yr\n"
        "  actual: {2024: 123456789, 2025: 123456788}\n  target: {2030: 100000000, 2060: -25}\n"
        "  reference: {2030: 110000000}\n"
    )
    document = _one(text)
    assert document.headline.startswith("Current policy leaves a gap of 10 million Mt")
    _sound_on_paper(_figure(document))


@pytest.mark.parametrize("views", [("roadmap",), ("roadmap", "timetable")])
def test_the_finding_is_the_heading_and_every_printed_page_has_the_axis(views: tuple[str, ...]) -> None:
    files = render_site(_china(), ("en",), Choice(views=views, industries=("steel",)))
    document = _page(_china(), "steel")
    html = files["steel/roadmap.html"].decode()
    assert f'<h1 class="headline">{document.headline}</h1>' in html
    assert f"<title>{document.title} ·" in html
    assert html.count('class="leaf"') == html.count("roadmap head") == len(_figure(document).pages) > 1
    assert ('<a href="timetable.html#tt-peak"' in html) == ("timetable" in views)
    text = files["steel/roadmap.md"].decode()
    assert text.startswith(f"# {document.title}\n\n**{document.headline}**\n")
    assert text.count(document.headline) == 1
