"""The timetable: every item once, in the group where one looks for it, in the words of its source."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from one_document import build_document
from small_roadmap import two_fields

from carbonroad.project import Project, load
from carbonroad.render.site.check import LostItemsError, check_shown
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.document import (
    Cell,
    Document,
    Filters,
    Folded,
    KeyFigures,
    Mark,
    Paragraph,
    Row,
    RowGroup,
    Span,
    Table,
)
from carbonroad.views.options import Options


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Project:
    return two_fields(tmp_path)


def steel(project: Project, lang: str = "en") -> Document:
    part = next(part for part in project.system.parts if part.id == "steel")
    return build_document("timetable", project.system, project.facts, part, lang)


def whole(project: Project, lang: str = "en") -> Document:
    return build_document("timetable", project.system, project.facts, None, lang)


def groups(document: Document) -> dict[str, RowGroup]:
    found: dict[str, RowGroup] = {}
    for block in document.sections[0].blocks:
        if isinstance(block, Table):
            found.update((group.heading, group) for group in block.groups)
        if isinstance(block, Folded):
            table = block.blocks[0]
            assert isinstance(table, Table)
            found[block.summary] = table.groups[0]
    return found


def rows(document: Document) -> dict[str, Row]:
    return {row.item: row for group in groups(document).values() for row in group.rows}


def said(cell: Cell) -> list[str]:
    return ["".join(one.words for one in line if isinstance(one, Span)) for line in cell.lines]


def text(row: Row) -> str:
    return "\n".join(line for cell in row.cells for line in said(cell))


def test_items_stand_where_one_looks_for_them(project: Project) -> None:
    found = {heading: [row.item for row in group.rows] for heading, group in groups(steel(project)).items()}
    assert found == {
        "Late or missed": ["steel.M2"],
        "Due in the next 12 months": ["steel.M4"],
        "Later in the 15th FYP (2026–2030)": [
            "steel.M10",
            "steel.M6",
            "steel.W1",
            "steel.M1",
            "steel.eaf@2030",
            "steel.scrap@2030",
        ],
        "To 2060 (2031–2060)": ["steel.M9", "steel.M7"],
        "Without a date": ["steel.M5", "steel.W2"],
        "Earlier: done, reached early, dropped or replaced": ["steel.M8"],
        "Outcome not recorded (2)": ["steel.M3", "steel.eaf@2025"],
    }


def test_every_listed_item_is_a_row_once(project: Project) -> None:
    refs = [row.item for group in groups(whole(project)).values() for row in group.rows]
    assert sorted(refs) == sorted(i.ref for i in project.system.items.values() if i.listed)


def test_what_is_shown_is_read_off_the_rows(project: Project) -> None:
    document = steel(project)
    assert sorted(ref for refs in document.shown.values() for ref in refs) == sorted(rows(document))
    assert document.shown["work"] == ("steel.W1", "steel.W2")


@pytest.mark.parametrize(
    ("ref", "english", "days", "chinese"),
    [
        ("M1", "before 2030", "before, latest 2030-12-31", "2030年前"),
        ("M3", "by 2025", "2025-12-31", "到2025年"),
        ("M4", "by 31 December 2026", "2026-12-31", "2026年12月31日前"),
        ("M6", "from 2028", "from 2028-01-01 on", "2028年起"),
        ("M7", "around 2035", "around: 2034-01-01 – 2036-12-31", "2035年左右"),
        ("M9", "after M1", "on a condition, expected 2031-01-01", "钢铁碳达峰之后"),
        ("M10", "every year, 2027–2029", "next 2027-12-31", "2027—2029年每年"),
    ],
)
def test_deadlines_in_words_and_days(
    project: Project, ref: str, english: str, days: str, chinese: str
) -> None:
    cell = rows(steel(project))[f"steel.{ref}"].cells[0]
    assert said(cell) == [english, days]
    assert said(rows(steel(project, "zh"))[f"steel.{ref}"].cells[0])[0] == chinese


def test_a_computed_work_says_so(project: Project) -> None:
    assert "computed 2028-01-01 – 2028-09-30" in text(rows(steel(project))["steel.W1"])


def test_a_target_is_a_row_with_its_value(project: Project) -> None:
    row = text(rows(steel(project))["steel.eaf@2030"])
    assert "Electric-arc share" in row
    assert "around 20%" in row
    assert "20%左右" in text(rows(steel(project, "zh"))["steel.eaf@2030"])


def test_reached_early_says_what_and_when(project: Project) -> None:
    row = text(rows(steel(project))["steel.scrap@2030"])
    assert "reached early" in row
    assert "310 Mt in 2025" in row


def test_a_source_is_a_link_and_says_how_it_is_known(project: Project) -> None:
    row = rows(steel(project))["steel.eaf@2025"]
    spans = [one for cell in row.cells for line in cell.lines for one in line if isinstance(one, Span)]
    assert any(one.href == "https://example.org/plan" for one in spans)
    assert "from memory, not checked" in text(row)


def test_days_past_and_days_to_go(project: Project) -> None:
    found = rows(steel(project))
    assert "326 days past" in text(found["steel.M2"])
    assert "in 39 days" in text(found["steel.M4"])


@pytest.mark.parametrize(
    ("day", "when", "status"),
    [
        (30, "Next due, in 1 day (31 Dec 2026)", "in 1 day"),
        (31, "Next due, today (31 Dec 2026)", "due today"),
    ],
)
def test_one_day_and_today_have_words_of_their_own(tmp_path: Path, day: int, when: str, status: str) -> None:
    two_fields(tmp_path)
    found = find_roadmaps(str(tmp_path))
    assert isinstance(found, list)
    document = steel(load(found[0], date(2026, 12, day), date(2026, 11, 22)))
    assert when in document.lede
    assert text(rows(document)["steel.M4"]).splitlines()[-1].endswith(status)


def test_key_figures_count_as_the_rows_do(project: Project) -> None:
    band = steel(project).sections[0].blocks[0]
    assert isinstance(band, KeyFigures)
    assert [(number, what) for number, what, _, _ in band.entries] == [
        ("1", "late or missed"),
        ("1", "due in 90 days"),
        ("2", "outcome not recorded"),
        ("1", "done"),
    ]


def test_the_lede_is_the_finding(project: Project) -> None:
    assert steel(project).lede == (
        "1 of 15 is late or missed. Next due, in 39 days (31 Dec 2026): Market covers steel. "
        "The outcome of 2 is not recorded."
    )


def test_an_inferred_duty_has_a_dagger_and_a_footnote(project: Project) -> None:
    document = whole(project)
    assert "†" in text(rows(document)["top.peak"])
    assert "†" not in text(rows(document)["power.P1"])
    footnotes = [b for b in document.sections[0].blocks if isinstance(b, Paragraph)]
    assert any(isinstance(one, Span) and one.words.startswith("†") for b in footnotes for one in b.line)


def test_filters_select_by_what_the_rows_carry(project: Project) -> None:
    document = steel(project)
    filters = next(b for b in document.sections[0].blocks if isinstance(b, Filters))
    tags = {tag for row in rows(document).values() for tag in row.tags}
    options = {tag for one in filters.filters for tag, _ in one.options if tag}
    assert options <= tags
    assert [one.words for one in filters.filters] == ["Lead", "Phase", "Status"]


def test_many_bodies_share_one_choice(project: Project) -> None:
    system = project.system
    party = system.items["steel.M1"].parties.owner[0]
    items = {
        f"steel.X{n}": system.items["steel.M1"]._replace(
            ref=f"steel.X{n}",
            parties=system.items["steel.M1"].parties._replace(
                owner=(party._replace(id="", words=f"Body {n}"),)
            ),
        )
        for n in range(30)
    }
    many = system._replace(items=items)
    facts = type(project.facts)(many)
    document = build_document("timetable", many, facts, None, "en")
    filters = next(b for b in document.sections[0].blocks if isinstance(b, Filters))
    lead = next(one for one in filters.filters if one.words == "Lead")
    assert len(lead.options) == 13
    assert lead.options[-1] == ("o0", "others")


def test_the_whole_names_the_field_and_links_to_it(project: Project) -> None:
    row = rows(whole(project))["steel.M1"]
    assert [one for one in row.cells[2].lines[0] if isinstance(one, Span)] == [
        Span("Steel", "", "doc:steel/timetable")
    ]


def test_the_strip_says_nothing_that_the_words_do_not(project: Project) -> None:
    marks = [
        one
        for row in rows(steel(project)).values()
        for cell in row.cells
        for line in cell.lines
        for one in line
    ]
    assert {one.words for one in marks if isinstance(one, Mark)} == {""}


def of_steel(folder: Path, text: str, lang: str = "en") -> Document:
    """The timetable of the small roadmap's steel, from another file."""
    two_fields(folder)
    (folder / "steel.yaml").write_text(
        f"industry: steel\ntitle: Steel\nowner: miit\n{text}", encoding="utf-8"
    )
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    return steel(load(found[0], None, date(2026, 11, 22)), lang)


def test_what_counts_nowhere_is_said_so_that_the_rows_add_up(tmp_path: Path) -> None:
    document = of_steel(
        tmp_path,
        "milestones:\n  - {id: A, title: Rules, deadline: by 2030}\n"
        "  - {id: B, title: Older rules, deadline: by 2028, status: dropped}\n",
    )
    assert len(rows(document)) == 2
    assert document.lede.endswith(": Rules. 1 more is superseded or dropped.")


def test_a_target_met_early_whose_own_year_is_not_measured_is_reached_early(tmp_path: Path) -> None:
    document = of_steel(
        tmp_path,
        "indicators:\n  - {id: s, title: Storage, unit: GW, better: higher, actual: {2024: 44},"
        " targets: {2025: at least 30}}\n",
    )
    row = rows(document)["steel.s@2025"]
    assert said(row.cells[-1]) == [
        " reached early",
        "44 GW in 2024",
        "the value at its deadline is not recorded",
    ]
    assert "Earlier: done, reached early, dropped or replaced" in groups(document)
    assert document.lede == "0 of 1 are done."


def test_what_was_last_measured_stands_beside_a_target_that_is_still_open(tmp_path: Path) -> None:
    document = of_steel(
        tmp_path,
        'indicators:\n  - {id: c, title: Cover, unit: "%", actual: {2020: 23, 2025: 25},'
        " targets: {2030: around 25}}\n",
    )
    assert said(rows(document)["steel.c@2030"].cells[-1]) == [" planned", "last measured: 25% in 2025"]


def test_a_source_says_where_it_leads(tmp_path: Path) -> None:
    document = of_steel(
        tmp_path,
        "milestones:\n  - {id: M, title: T, deadline: by 2030, source: {id: plan, clause: III.3,"
        ' url: "https://www.news.example/a?b=1", deadline: before 2030}}\n',
    )
    lines = rows(document)["steel.M"].cells[2].lines
    source = next(line for line in lines if any(isinstance(one, Span) and one.role == "src" for one in line))
    links = [(one.words, one.href) for one in source if isinstance(one, Span) and one.href]
    assert links == [
        ("Action plan", "https://example.org/plan"),
        ("news.example", "https://www.news.example/a?b=1"),
    ]
    words = "".join(one.words for one in source if isinstance(one, Span))
    assert words == "Action plan, III.3, which says “before 2030”, read at news.example"


@pytest.mark.parametrize(
    ("own", "cited", "lang", "shown"),
    [
        ("by 2030", "before 2030", "zh", "原文表述“2030年前”"),
        ("by 2030", "2030年前", "en", "which says “before 2030”"),
        ("by 2030", "2030年前", "zh", "原文表述“2030年前”"),
        ("by 2030", "到2030年", "en", ""),
    ],
)
def test_the_wording_of_a_source_is_said_in_the_language_of_the_page(
    tmp_path: Path, own: str, cited: str, lang: str, shown: str
) -> None:
    document = of_steel(
        tmp_path,
        f"milestones:\n  - {{id: M, title: T, deadline: {own}, source: {{id: plan, deadline: {cited}}}}}\n",
        lang,
    )
    words = text(rows(document)["steel.M"])
    assert shown in words
    assert ("which says" in words or "原文表述" in words) == bool(shown)


@pytest.mark.parametrize("owner", ["ndrc", "miit", "nea"])
def test_a_page_limited_to_a_body_holds_its_items_alone_and_says_so(project: Project, owner: str) -> None:
    document = build_document("timetable", project.system, project.facts, None, "en", Options(owner=owner))
    named = {
        item.ref
        for item in project.system.items.values()
        if item.listed
        and owner in {party.id for party in (*item.parties.owner, *item.parties.lead, *item.parties.support)}
    }
    assert set(rows(document)) == named
    name = project.system.organisations[owner].title.pick("en", ("en",))
    assert document.lede.startswith(f"Only what {name} owns, leads or supports: {len(named)} of 17 items.")
    assert ("Limited to", name) in document.meta
    check_shown(project.system, [document])
    with pytest.raises(LostItemsError):
        check_shown(project.system, [replace(document, shown=dict.fromkeys(document.shown, ()))])


def test_beyond_twelve_bodies_each_is_linked_to_its_own_table(tmp_path: Path) -> None:
    lines = [f"  - {{id: M{n}, title: T, deadline: by 2030, owner: Body {n}}}" for n in range(14)]
    document = of_steel(tmp_path, "milestones:\n" + "\n".join(lines) + "\n")
    links = [
        one.href
        for block in document.sections[0].blocks
        if isinstance(block, Paragraph)
        for one in block.line
        if isinstance(one, Span) and one.href
    ]
    assert len(set(links)) == 14
    assert all(link.startswith("doc:assignments#org-") for link in links)


def test_a_phase_that_has_begun_is_named_as_what_is_left_of_it(project: Project) -> None:
    assert "“十五五”后续（2026—2030年）" in groups(steel(project, "zh"))


@pytest.mark.parametrize("count", [0, 1, 500])
def test_any_number_of_items_gives_a_page(tmp_path: Path, count: int) -> None:
    lines = [f"  - {{id: M{n}, title: T, deadline: by {1990 + n % 111}}}" for n in range(count)]
    document = of_steel(tmp_path, "milestones:\n" + "\n".join(lines) + "\n" if count else "")
    assert len(rows(document)) == count
    assert any(isinstance(block, Filters) for block in document.sections[0].blocks) == (count > 1)


def test_a_work_whose_planned_days_are_over_is_not_among_what_is_done(tmp_path: Path) -> None:
    (tmp_path / "carbonroad.yaml").write_text(
        "title: T\nas_of: 2026-11-22\nworks:\n"
        "  - {id: over, title: Over, start: 2026-01-01, takes: 3 months, progress: 50}\n"
        "  - {id: done, title: Done, start: 2026-01-01, takes: 3 months, finished: 2026-03-20}\n"
        "  - {id: dropped, title: Dropped, start: 2026-01-01, takes: 3 months, status: dropped}\n"
    )
    found = groups(whole(load(find_roadmaps(str(tmp_path))[0], None, date(2026, 11, 23))))
    shown = {heading: sorted(row.item for row in group.rows) for heading, group in found.items()}
    assert shown == {
        "Planned days are over, and it is not said to be finished": ["top.over"],
        "Earlier: done, reached early, dropped or replaced": ["top.done", "top.dropped"],
    }
