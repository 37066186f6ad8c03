"""Hints in the text: days behind deadlines, planned dates behind durations, titles behind bare ids."""

from pathlib import Path

from editor_files import Opened, opened

from carbonroad.editing.hints import hints

PLAN = """
    title: {en: Heat, zh: 供热}
    languages: [en, zh]
    as_of: 2026-11-22
    before_means: inclusive
    phases:
      - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
    milestones:
      - {id: M1, title: {en: Old boilers off, zh: 旧锅炉停用}, deadline: before 2030, after: W2}
      - {id: law, title: Heat law in force, deadline: 2027-06-30}
      - {id: M3, title: Follow-up, deadline: 18 months after M1}
      - {id: M4, title: Inspection, deadline: every year}
      - {id: M5, title: A rule, deadline: none}
      - id: M6
        title: In other words
        deadline: {words: this term of office, by: 2027-12}
        source: {id: plan, deadline: by 2028}
    works:
      - {id: W1, title: Plan, takes: 9 months, start: 2027}
      - {id: W2, title: Build, takes: 1y, after: [W1]}
      - {id: W3, title: Beside, takes: 6w, start: 2027}
    sources:
      plan: {title: Plan}
    """


def shown(found: Opened, lang: str, first: str = "", last: str = "") -> list[str]:
    """The lines of the file with their hints in angle brackets, without lines that have none."""
    text = found.text
    start = text.index(first) if first else 0
    end = text.index(last) if last else len(text)
    lines = []
    for hint in hints(found.roadmap, found.path, start, end, lang):
        line = text[text.rfind("\n", 0, hint.offset) + 1 : hint.offset]
        lines.append(f"{line.split(', ')[-1].split('[')[-1].strip()} <{hint.text}>")
    return lines


def test_each_deadline_that_is_no_plain_day_has_its_days_behind_it(tmp_path: Path) -> None:
    assert shown(opened(tmp_path, PLAN), "en", "milestones", "works") == [
        "deadline: before 2030 <= 2030-12-31>",
        "after: W2 <Build>",
        "deadline: 18 months after M1 <= expected 2032-06-30>",
        "deadline: every year <= next on 2026-12-31>",
        "deadline: {words: this term of office <= 2027-12-31>",
    ]


def test_a_work_has_its_planned_dates_behind_its_duration(tmp_path: Path) -> None:
    found = opened(tmp_path, PLAN)
    assert shown(found, "en", "works:", "sources:") == [
        "takes: 9 months <= 2027-01-01 – 2027-09-30>",
        "takes: 1y <= 2027-10-01 – 2028-09-30>",
        "W1 <Plan>",
        "takes: 6w <= 2027-01-01 – 2027-02-11, critical>",
    ]
    tooltips = [hint.tooltip for hint in hints(found.roadmap, found.path, 0, len(found.text), "en")]
    assert "Float: 822 days" in tooltips


def test_hints_are_in_the_readers_language(tmp_path: Path) -> None:
    assert shown(opened(tmp_path, PLAN), "zh", "works:", "after: [W1") == [
        "takes: 9 months <= 2027-01-01 – 2027-09-30>",
        "takes: 1y <= 2027-10-01 – 2028-09-30>",
    ]
    assert "takes: 6w <= 2027-01-01 – 2027-02-11，关键>" in shown(opened(tmp_path, PLAN), "zh")
    assert "deadline: every year <下次 2026-12-31>".replace("<", "<= ") in shown(opened(tmp_path, PLAN), "zh")


def test_only_what_is_seen_has_hints(tmp_path: Path) -> None:
    found = opened(tmp_path, PLAN)
    at = found.after("before 2030")
    assert [hint.offset for hint in hints(found.roadmap, found.path, at, at, "en")] == [at]
    assert hints(found.roadmap, found.path, 0, 10, "en") == ()


def test_a_long_title_is_cut_and_whole_in_the_tooltip(tmp_path: Path) -> None:
    long = "A title that goes on for much longer than anybody wants to read"
    found = opened(
        tmp_path,
        f"""
        title: Steel
        milestones:
          - {{id: M1, title: {long}, deadline: 2030-12-31}}
          - {{id: M2, title: Two, deadline: 2031-12-31, after: M1}}
        """,
    )
    (hint,) = hints(found.roadmap, found.path, 0, len(found.text), "en")
    assert hint.text.endswith("…")
    assert hint.tooltip == long


def test_what_cannot_be_read_has_no_hint(tmp_path: Path) -> None:
    found = opened(
        tmp_path,
        """
        title: Steel
        milestones:
          - {id: M1, title: One, deadline: someday, after: W9}
          - {id: M2, deadline: }
        """,
    )
    assert hints(found.roadmap, found.path, 0, len(found.text), "en") == ()
