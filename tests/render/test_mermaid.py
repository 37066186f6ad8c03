"""Mermaid's charts stay within what it takes: budgets, no user's words that act, every item there.

The rules were found with Mermaid itself in a browser; docs/markdown.md says how to look again.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_reader import read_page
from roadmap_files import load_files
from site_files import render_html, render_markdown, render_site
from small_documents import one_block, place
from small_roadmap import two_fields

from carbonroad.base.exchange.charts import Edge, Flowchart, Gantt, Node, Task
from carbonroad.project import Project
from carbonroad.render.characters import visible
from carbonroad.render.markdown.mermaid import MOST_CHARACTERS, MOST_EDGES, MOST_TASKS, write_chart
from carbonroad.render.site.choice import Choice
from carbonroad.views.document import Diagram, Span
from carbonroad.views.maker import build_all
from carbonroad.views.options import Options

DAY, LATER = date(2026, 1, 1), date(2030, 12, 31)
NASTY = (
    "a: b", "call me", "end", 'say "x"', "A---oB", "section 5", "title x", "2025-12-31", "5%% x",
    "%%{init: {}}%%", "#35; #", "&lt;", "<b>", "`x`", "1. x", "a\nb", "style x fill:#f00", "fa:fa-car",
    "www.x.cn", "{{x}}", "--> n1",
)  # fmt: skip
WORDS = st.one_of(st.text(min_size=1), st.sampled_from(NASTY))
_TASK = re.compile(r"    \[id\] (?P<words>[^:#]*?) ?:\d{4}-\d\d-\d\d, \d{4}-\d\d-\d\d")
_BOX = re.compile(r'    n\d+(?:\["|\(\["|\[\[")(?P<words>[^"<>`*\\\n]*)(?:"\]|"\]\)|"\]\])')
_NUMBERED = re.compile(r"#(\d+|quot);")


def gantt(*words: str) -> Gantt:
    """A chart of one section."""
    return Gantt("Data date", (("Phase", tuple(Task(f"[id] {one}", DAY, LATER) for one in words)),))


def chain(*words: str) -> Flowchart:
    """Boxes, each waiting for the one before."""
    edges = tuple(Edge(n, n + 1) for n in range(len(words) - 1))
    return Flowchart(tuple(Node(one) for one in words), edges)


def plain(words: str) -> str:
    """Words as they are seen, without blanks."""
    return "".join(str(visible(words)).split())


@given(WORDS)
def test_any_words_are_one_bar(words: str) -> None:
    *_, line = write_chart(gantt(words)).splitlines()
    found = _TASK.fullmatch(line)
    assert found is not None, line
    expected = plain(words).replace(":", "：").replace("#", "＃").replace("%%", "％％")
    assert plain(found["words"]) == expected


@given(WORDS)
def test_any_words_are_one_box(words: str) -> None:
    head, first, *_ = write_chart(chain(words, "x")).splitlines()
    assert head == "flowchart LR"
    found = _BOX.fullmatch(first)
    assert found is not None, first
    shown = _NUMBERED.sub(lambda one: '"' if one[1] == "quot" else chr(int(one[1])), found["words"])
    assert plain(shown) == plain(words)


def test_a_milestone_has_no_length_and_states_are_marked() -> None:
    tasks = (Task("[a] x", DAY, DAY), Task("[b] y", DAY, LATER, "crit"), Task("[c] z", DAY, DAY, "done"))
    assert write_chart(Gantt("t", (("", tasks),))).splitlines()[-3:] == [
        "    [a] x :milestone, 2026-01-01, 0d",
        "    [b] y :crit, 2026-01-01, 2030-12-31",
        "    [c] z :done, milestone, 2026-01-01, 0d",
    ]


def test_an_arrow_says_its_kind_and_whether_it_is_implied() -> None:
    nodes = (Node("a"), Node("b", "gate"), Node("c", "outside"))
    chart = Flowchart(nodes, (Edge(0, 1, "SS +2 mo"), Edge(1, 2, "", dashed=True)))
    assert write_chart(chart).splitlines()[1:] == [
        '    n1["a"]', '    n2(["b"])', '    n3[["c"]]', '    n1 -->|"SS +2 mo"| n2', "    n2 -.-> n3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("small", "large"),
    [
        (gantt(*["x"] * MOST_TASKS), gantt(*["x"] * (MOST_TASKS + 1))),
        (chain(*["x"] * (MOST_EDGES + 1)), chain(*["x"] * (MOST_EDGES + 2))),
        (gantt("x" * (MOST_CHARACTERS - 400)), gantt("x" * MOST_CHARACTERS)),
    ],
)
def test_what_is_too_large_is_left_out_and_the_page_says_so(small: Gantt, large: Gantt) -> None:
    instead = (Span("See "), Span("power", "", "doc:power/timetable"))
    page, other = (
        read_page(render_markdown(one_block(Diagram(chart, "As a diagram", instead)), place("md")))
        for chart in (small, large)
    )
    assert [info for info, _ in page.fences] == ["mermaid"]
    assert "See power" not in page.paragraphs
    assert not other.fences
    assert "See power" in other.paragraphs
    assert "../power/timetable.md" in other.links
    assert (2, "As a diagram") in page.headings


def test_html_has_no_diagram() -> None:
    block = Diagram(gantt("x"), "As a diagram", (Span("instead"),), ((Span("note"),),))
    text = render_html(one_block(block), place())
    assert not [
        words for words in ("As a diagram", "instead", "note", "gantt") if words in text.split("</style>")[1]
    ]


@pytest.fixture(name="project", scope="module")
def _project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return two_fields(tmp_path_factory.mktemp("two"))


def test_diagrams_are_there_only_when_asked_for(project: Project) -> None:
    with_, without = (
        render_site(
            project, ("en",), Choice(("md",), ("timetable", "drawing"), options=Options(mermaid=wanted))
        )
        for wanted in (True, False)
    )
    kinds = {path: re.findall(rb"^(gantt|flowchart)", text, re.MULTILINE) for path, text in with_.items()}
    assert kinds["steel/timetable.md"] == [b"gantt"]
    assert kinds["steel/drawing.md"] == [b"flowchart"]
    assert not [path for path, text in without.items() if b"mermaid" in text]


def test_every_dated_item_and_every_dependency_is_in_them(project: Project) -> None:
    options = Options(mermaid=True)
    documents = {
        document.path: document
        for document in build_all(
            project.system, project.facts, "en", ("timetable", "drawing"), options=options
        )
    }
    chart, notes = _diagram(documents["steel/timetable"])
    drawn = {task.words[1:].partition("]")[0] for _, tasks in chart.sections for task in tasks}
    listed = {item.id for item in project.system.items_of("steel") if item.listed}
    missing = listed - drawn
    assert drawn <= listed
    assert all(name in notes for name in missing)
    assert len(drawn) > 5
    flow, _ = _diagram(documents["steel/drawing"])
    links = [link for link in project.system.links if "steel" in f"{link.predecessor} {link.successor}"]
    assert len(flow.edges) == len(links) > 0


def _diagram(document: object) -> tuple[object, str]:
    block = document.sections[-1].blocks[-1]
    assert isinstance(block, Diagram)
    return block.chart, " ".join(span.words for line in block.notes for span in line)


def test_a_roadmap_without_dates_or_dependencies_has_no_diagram(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        """
        industry: steel
        title: Steel
        milestones:
          - {id: M1, title: Pilot, deadline: not stated}
        """,
    )
    views = ("timetable", "drawing")
    plain = build_all(project.system, project.facts, "en", views)
    assert build_all(project.system, project.facts, "en", views, options=Options(mermaid=True)) == plain
