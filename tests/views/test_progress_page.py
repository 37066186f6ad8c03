"""The progress statement: what it says first, what stands where, that nothing is lost."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from one_document import build_document
from site_files import render_html, render_site
from small_roadmap import two_fields

from carbonroad.compute.reviews.period_review import PERIODS, review_period
from carbonroad.compute.reviews.review import review
from carbonroad.project import Project, load
from carbonroad.render.place import Place
from carbonroad.render.site.check import LostItemsError, check_shown
from carbonroad.render.site.choice import Choice
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import Block, Bullets, Document, Folded, KeyFigures, Mark, Section, Span, Table
from carbonroad.views.options import Options
from carbonroad.views.shared.finding import count_of, next_due
from carbonroad.views.shared.words import Words

ROADMAP = Path(__file__).parent.parent / "data" / "in-progress"


@pytest.fixture(name="project", scope="module")
def _project() -> Project:
    return loaded()


def loaded(as_of: str = "2026-11-22") -> Project:
    found = find_roadmaps(str(ROADMAP))
    assert isinstance(found, list)
    return load(found[0], date.fromisoformat(as_of), date(2026, 11, 22))


def statement(project: Project, lang: str = "en", part: str = "", **options: str) -> Document:
    system = project.system
    about = next((one for one in system.parts if one.id == part), None)
    return build_document("progress", system, project.facts, about, lang, Options(**options))  # type: ignore[arg-type]


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    return [
        table
        for block in blocks
        for table in (
            [block] if isinstance(block, Table) else tables(block.blocks) if isinstance(block, Folded) else []
        )
    ]


def section(document: Document, anchor: str) -> Section:
    return next(one for one in document.sections if one.anchor == anchor)


def refs(document: Document, anchor: str) -> list[str]:
    found = tables(section(document, anchor).blocks)
    return [row.item for table in found for group in table.groups for row in group.rows]


def words_of(table: Table) -> list[list[str]]:
    return [
        [
            "\n".join(
                "".join(one.words for one in line if isinstance(one, (Span, Mark))) for line in cell.lines
            )
            for cell in row.cells
        ]
        for group in table.groups
        for row in group.rows
    ]


def test_the_heading_is_the_finding_in_the_reader_s_language(project: Project) -> None:
    english, chinese = statement(project), statement(project, "zh")
    assert english.headline == "6 items are due in Q4 2026: 1 done, 5 still open."
    assert english.title == "Example bay climate roadmap: Progress statement, Q4 2026"
    assert chinese.headline == "2026年第4季度到期6项：已完成1项、尚在推进5项。"
    assert chinese.title == "示例湾气候路线图：2026年第4季度进展调度"
    assert "Nothing" not in english.headline


def test_what_fell_due_what_is_open_from_before_and_what_is_next_stand_apart(project: Project) -> None:
    document = statement(project)
    assert refs(document, "due") == [
        "top.act", "top.bulletin", "heat.M3", "mobility.M2", "mobility.M4", "waste.M2", "heat.M4",
    ]  # fmt: skip
    assert refs(document, "earlier") == [
        "heat.M1", "top.budget", "waste.landfill@2025", "waste.M1", "top.bulletin", "heat.M2",
    ]  # fmt: skip
    assert refs(document, "done") == ["heat.W1", "mobility.M1"]
    assert refs(document, "next") == ["heat.M5", "mobility.M5", "heat.W2"]
    groups = [group.heading for group in tables(section(document, "earlier").blocks)[0].groups]
    assert groups == ["Late", "Missed", "Not reached", "Outcome not recorded"]


def test_a_row_says_what_came_of_it_and_who_answers(project: Project) -> None:
    (table,) = tables(section(statement(project), "due").blocks)
    act = words_of(table)[0]
    assert act == [
        "by Oct 2026\n2026-10-31", "Climate act in force\nact · The “1”", "Council",
        " done\nfinished 28 Oct 2026\nprogress 100%\n2026-10-28: published",
    ]  # fmt: skip
    assert words_of(table)[1][3] == " planned\nQ4 2026\nin 39 days", "of what recurs the term of the period"
    assert words_of(table)[5][2] == "Council\u00a0†", "inferred duties are marked"


def test_reasons_of_risk_are_said_and_keep_apart_from_the_status(project: Project) -> None:
    (table,) = tables(section(statement(project), "risk").blocks)
    rows = {row.item: said for row, said in zip(table.groups[0].rows, words_of(table), strict=True)}
    assert rows["heat.M3"][1] == "reported as at risk"
    assert rows["heat.M7"][1] == "cannot be met: 224 days short\nforecast to miss its deadline by 231 days"
    assert rows["heat.W4"][1] == "planned to finish on 30 Sep 2026"
    # The straight line from 48 (2022) to 36 (2030) is at 43.5 in 2025; 47 was measured.
    assert (
        rows["mobility.trips@2030"][1] == "2025: 3.5 percentage points behind the straight line to the target"
    )
    assert rows["mobility.trips@2030"][3].startswith(" planned")


def test_reports_of_the_period_stand_in_order_of_time(project: Project) -> None:
    (table,) = tables(section(statement(project), "reports").blocks)
    said = [(row[0], row[2]) for row in words_of(table)]
    assert said == sorted(said, key=lambda pair: pair[0])
    assert ("2026-11-05", "85%") in said
    assert not any(day < "2026-10-01" for day, _ in said)


@pytest.mark.parametrize(("period", "due"), [("month", 0), ("quarter", 6), ("year", 8)])
def test_a_month_or_a_year_is_asked_for(project: Project, period: str, due: int) -> None:
    document = statement(project, period=period)
    figures = document.sections[0].blocks[0]
    assert isinstance(figures, KeyFigures)
    assert figures.entries[0][0] == str(due)


def test_a_quiet_statement_says_what_it_has_nothing_on_and_what_is_next(project: Project) -> None:
    document = statement(project, period="month")
    assert document.headline == "Nothing is due in Nov 2026."
    silent = next(block for one in document.sections for block in one.blocks if isinstance(block, Bullets))
    assert silent.lines[0] == (Span("Nothing is due in Nov 2026."),)
    later = statement(loaded("2029-02-01"))
    assert "Next due, in 698 days (31 Dec 2030)" in later.lede


def test_many_silent_outcomes_stand_in_an_annex_after_the_signatures(tmp_path: Path) -> None:
    lines = "".join(f"  - {{id: S{n}, title: Silent, deadline: 2025}}\n" for n in range(13))
    two_fields(tmp_path)
    (tmp_path / "steel.yaml").write_text(f"title: Steel\nowner: miit\nmilestones:\n{lines}", encoding="utf-8")
    found = find_roadmaps(str(tmp_path))
    assert isinstance(found, list)
    document = statement(load(found[0], None, date(2026, 11, 22)), part="steel")
    assert [one.anchor for one in document.sections][-2:] == ["signed", "annex"]
    assert len(refs(document, "annex")) == 13


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("part", ["", "heat", "mobility", "waste"])
@pytest.mark.parametrize("owner", ["", "council", "statistics"])
def test_nothing_that_was_computed_is_lost(project: Project, lang: str, part: str, owner: str) -> None:
    document = statement(project, lang, part, owner=owner)
    check_shown(project.system, [document])
    system = project.system
    items = [
        item
        for item in system.items.values()
        if item.listed
        and (not part or item.part == part)
        and (
            not owner
            or any(
                owner == body.id for body in (*item.parties.owner, *item.parties.lead, *item.parties.support)
            )
        )
    ]
    made = review_period(system, project.facts, items, PERIODS["quarter"])
    shown = set(document.shown["row"])
    for anchor, entries in (("due", made.fell_due), ("done", made.done), ("next", made.next_due)):
        assert {f"{anchor} {one.item.ref}" for one in entries} == {
            ref for ref in shown if ref.startswith(f"{anchor} ")
        }


def test_a_lost_row_is_a_fault_of_the_program(project: Project) -> None:
    document = statement(project)
    shown = tuple(ref for ref in document.shown["row"] if ref != "due top.act")
    with pytest.raises(LostItemsError, match=r"progress \(en\) lost rows: due top\.act"):
        check_shown(project.system, [replace(document, shown={"row": shown})])


def test_the_lines_to_sign_are_blank(project: Project) -> None:
    (table,) = tables(section(statement(project, "zh"), "signed").blocks)
    assert [column.heading for column in table.columns] == ["填报单位", "填报人", "审核", "日期"]
    assert words_of(table) == [["", "", "", ""]]


def test_it_is_one_of_the_documents_of_the_whole_and_of_each_industry(project: Project) -> None:
    files = render_site(project, ("en", "zh"), Choice(views=("progress", "timetable")))
    for path in ("progress.html", "heat/progress.md", "zh/progress.md", "zh/waste/progress.html"):
        assert path in files
    page = files["progress.html"].decode()
    assert 'href="heat/progress.html"' in page
    assert 'href="timetable.html#tt-top.act"' in page
    assert "填报单位" in files["zh/progress.md"].decode()


def test_it_prints_on_a4_upright(project: Project) -> None:
    page = render_html(
        statement(project), Place("progress", "", "html", "pr", frozenset(("progress",))), None
    )
    assert "@page statement{size:A4 portrait" in page
    assert '<body class="progress">' in page


def test_the_timetable_counts_what_recurs_as_the_status_does(project: Project) -> None:
    words = Words(project.system, project.facts, "en")
    items = [item for item in project.system.items.values() if item.listed]
    due = review(project.system, project.facts, items, date(2027, 2, 20)).lists["due"]
    assert count_of(words, items).soon == len(due) == 5
    assert [(day, item.ref) for day, item in next_due(words, items)][:5] == [
        (one.day, one.item.ref) for one in due
    ]
