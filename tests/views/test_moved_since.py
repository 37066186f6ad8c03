"""Timetable and overview against an earlier version: old deadlines struck, shifts in words, what is gone."""

from datetime import date
from pathlib import Path

import pytest
from earlier_versions import earlier
from one_document import build_document
from site_files import render_site
from small_roadmap import two_fields

from carbonroad.compute.changes.drift import Drift, Was
from carbonroad.project import Project
from carbonroad.render.site.check import LostItemsError, check_shown
from carbonroad.render.site.choice import Choice
from carbonroad.views.document import Document, Folded, Legend, Mark, RowGroup, Table
from carbonroad.views.options import Options
from carbonroad.views.shared.since import Move, shift_words
from carbonroad.views.shared.words import Words


def _edit(name: str, text: str) -> str:
    if name == "power":
        return text + "  - {id: P2, title: Given up, deadline: by 2028, owner: ndrc}\n"
    if name == "steel":
        return (
            text.replace("deadline: by 31 December 2026", "deadline: by 2025")
            .replace("deadline: before 2030, for", "deadline: before 2032, for")
            .replace('value: "15"', 'value: "18"')
            .replace("deadline: by 2024, fin", "deadline: by the end of 2024, fin")
        )
    return text


@pytest.fixture(name="both")
def _both(tmp_path: Path) -> tuple[Project, Drift]:
    two_fields(tmp_path)
    return earlier(tmp_path, _edit)


def _timetable(both: tuple[Project, Drift], part: str = "", lang: str = "en", owner: str = "") -> Document:
    project, drift = both
    found = next((one for one in project.system.parts if one.id == part), None)
    options = Options(owner=owner, against=drift)
    return build_document("timetable", project.system, project.facts, found, lang, options)


def _groups(document: Document) -> list[RowGroup]:
    blocks = [block for section in document.sections for block in section.blocks]
    folded = [one for block in blocks if isinstance(block, Folded) for one in block.blocks]
    return [group for block in (*blocks, *folded) if isinstance(block, Table) for group in block.groups]


def _lines(document: Document, ref: str, cell: int) -> list[str]:
    rows = {row.item: row for group in _groups(document) for row in group.rows}
    return ["".join(s.words for s in line) for line in rows[ref].cells[cell].lines]


def test_the_old_deadline_stands_struck_under_the_new_one(both: tuple[Project, Drift]) -> None:
    document = _timetable(both, "steel")
    assert _lines(document, "steel.M4", 0) == ["by 31 December 2026", "2026-12-31", "by 2025 +1 y"]
    assert _lines(document, "steel.M1", 0)[-1] == "before 2032 −2 y"
    assert _lines(document, "steel.M2", 0)[-1] != "+1 y"
    assert _lines(_timetable(both, "steel", "zh"), "steel.M4", 0)[-1] == "到2025年 +1 年"


def test_the_same_day_in_other_words_has_no_shift(both: tuple[Project, Drift]) -> None:
    assert _lines(_timetable(both, "steel"), "steel.M8", 0)[-1] == "by the end of 2024"


def test_an_old_value_is_struck_beside_the_new_one(both: tuple[Project, Drift]) -> None:
    assert any(
        "15" in line and "18" in line for line in _lines(_timetable(both, "steel"), "steel.eaf@2025", 2)
    )


def test_what_is_gone_has_a_group_of_its_own(both: tuple[Project, Drift]) -> None:
    document = _timetable(both, "power")
    group = _groups(document)[-1]
    assert (group.heading, group.note) == ("No longer in the roadmap", "as of HEAD~3 (2026-11-22) · 1 item")
    assert _lines(document, "power.P2", 0) == ["by 2028", "2028-12-31"]
    assert document.shown["ghost"] == document.claimed["ghost"] == ("power.P2",)
    check_shown(both[0].system, [document])
    assert "ghost" not in _timetable(both, "steel").shown


def test_what_is_gone_from_one_body_is_on_its_pages_alone(both: tuple[Project, Drift]) -> None:
    assert _timetable(both, owner="ndrc").shown["ghost"] == ("power.P2",)
    assert "ghost" not in _timetable(both, owner="miit").shown


def test_a_group_that_is_lost_is_noticed(both: tuple[Project, Drift]) -> None:
    document = _timetable(both, "power")
    document.shown["ghost"] = ()
    with pytest.raises(LostItemsError, match=r"power\.P2"):
        check_shown(both[0].system, [document])


def test_pages_say_how_much_moved(both: tuple[Project, Drift]) -> None:
    steel = _timetable(both, "steel")
    # M9 waits for M1, and so comes earlier with it.
    said = "Since HEAD~3 (2026-11-22): 1 later, 2 earlier, 1 target value changed, 1 reworded."
    assert steel.lede.endswith(said)
    assert ("Compared with", "HEAD~3 (2026-11-22)") in steel.meta
    (legend,) = [b for b in steel.sections[0].blocks if isinstance(b, Legend)]
    assert legend.entries[-1][1] == "hollow: as of HEAD~3 (2026-11-22)"
    whole = build_document("overview", both[0].system, both[0].facts, None, "en", Options(against=both[1]))
    text = repr(whole.sections)
    assert "1 later, 2 earlier, 1 target value changed, 1 reworded, 1 removed" in text
    assert "since HEAD~3: 1 later, 2 earlier" in text
    assert "since HEAD~3: 1 removed" in text


def _with_pathway(name: str, text: str) -> str:
    if name == "steel":
        return text + "pathway: {unit: Mt, actual: {2024: 5}, target: {2030: 90, 2040: 40}}\n"
    return text.replace("2026..2030", "2026..2029").replace("2031..2035", "2030..2035")


def test_an_emissions_target_that_changed_is_counted(tmp_path: Path) -> None:
    two_fields(tmp_path)
    steel = tmp_path / "steel.yaml"
    text = steel.read_text("utf-8")
    steel.write_text(text + "pathway: {unit: Mt, actual: {2024: 5, 2025: 6}, target: {2030: 98, 2040: 40}}\n")
    project, drift = earlier(tmp_path, lambda name, _: _with_pathway(name, text if name == "steel" else _))
    said = "Since HEAD~3 (2026-11-22): 1 emissions target changed."
    assert said in str(_timetable((project, drift), "steel").lede)
    assert "emissions" not in str(_timetable((project, drift), "power").lede)


def test_the_same_words_for_another_day_are_struck_as_a_day(tmp_path: Path) -> None:
    (tmp_path / "carbonroad.yaml").write_text(
        "title: T\nas_of: 2026-11-22\nbefore_means: inclusive\n"
        "phases:\n  - {id: p1, title: First, years: 2026..2031}\n"
    )
    (tmp_path / "steel.yaml").write_text("milestones:\n  - {id: M, title: A, deadline: during p1}\n")
    both = earlier(tmp_path, lambda _, text: text.replace("2031", "2030"))
    assert _lines(_timetable(both, "steel"), "steel.M", 0)[-1] == "2030-12-31 +1 y"


def test_nothing_moved_is_said_too(both: tuple[Project, Drift]) -> None:
    same = both[1]._replace(was={})
    document = _timetable((both[0], same), "steel")
    assert document.lede.endswith("Since HEAD~3 (2026-11-22): nothing has moved.")


def test_a_strip_shows_the_old_place(both: tuple[Project, Drift]) -> None:
    rows = {row.item: row for group in _groups(_timetable(both, "steel")) for row in group.rows}

    def ghosts(ref: str) -> int:
        marks = [one for line in rows[ref].cells[1].lines for one in line if isinstance(one, Mark)]
        return sum(repr(mark.scene.shapes).count("role='ghost'") for mark in marks)

    assert ghosts("steel.M4") == 1
    assert ghosts("steel.M8") == ghosts("steel.M7") == 0


def test_only_such_pages_have_the_style_sheet(both: tuple[Project, Drift]) -> None:
    project, drift = both
    for against, times in ((drift, 1), (None, 0)):
        choice = Choice(
            ("html", "svg"), ("timetable", "roadmap"), ("steel",), options=Options(against=against)
        )
        files = render_site(project, ("en",), choice)
        for path in ("steel/timetable.html", "steel/roadmap.html", "steel/steel-rm-01.svg"):
            assert files[path].count(b".ghost-curve{") == times
            assert (b"ghost" in files[path]) is bool(times)
        single = Choice(("html",), ("timetable",), options=Options(against=against), single_file=True)
        (book,) = render_site(project, ("en", "zh"), single).values()
        assert book.count(b".ghost-curve{") == times


def test_markdown_says_the_same_in_words(both: tuple[Project, Drift]) -> None:
    project, drift = both
    files = render_site(project, ("en",), Choice(("md",), options=Options(against=drift)))
    timetable_page = files["steel/timetable.md"].decode()
    assert "~~by 2025~~ +1 y" in timetable_page
    assert "## No longer in the roadmap" in files["power/timetable.md"].decode()
    assert "~~by 2025~~ +1 y" in files["steel/roadmap.md"].decode()


@pytest.mark.parametrize(
    ("since", "now", "en", "zh"),
    [
        ("2025-12-31", "2027-02-28", "+14 mo", "+14 个月"),
        ("2027-12-31", "2025-12-31", "−2 y", "−2 年"),
        ("2027-03-15", "2027-09-15", "+6 mo", "+6 个月"),
        ("2027-03-15", "2027-03-20", "+5 d", "+5 天"),
        ("2027-03-15", "2027-02-28", "−15 d", "−15 天"),
        ("2027-03-15", "2028-06-30", "≈+16 mo", "≈+16 个月"),
        ("2028-02-29", "2029-02-28", "+1 y", "+1 年"),
        ("0001-01-31", "9999-12-31", "+119987 mo", "+119987 个月"),
    ],
)
def test_shifts_are_said_in_the_largest_unit_that_is_exact(
    both: tuple[Project, Drift], since: str, now: str, en: str, zh: str
) -> None:
    project, drift = both
    before = date.fromisoformat(since)
    was: Was = next(iter(drift.was.values()))
    move = Move(was, "later", (date.fromisoformat(now) - before).days, before)
    for lang, said in (("en", en), ("zh", zh)):
        assert shift_words(Words(project.system, project.facts, lang), move) == said
