"""Plans of Microsoft Project as drafts: our own come back as they were, others by what they mean."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from small_roadmap import two_fields

from carbonroad.compute.changes.system_records import records_of
from carbonroad.export import Exported
from carbonroad.export.mspdi.writing import plan_of
from carbonroad.importing.draft import Draft, Entries
from carbonroad.importing.mspdi.remarks import read_remarks, remarks_text
from carbonroad.importing.mspdi.to_draft import read_mspdi
from carbonroad.importing.mspdi.xml_tree import MAX_TASKS
from carbonroad.importing.yaml_text import texts_of
from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps
from carbonroad.starting.roadmap_files import example_files

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


def loaded(folder: Path, lang: str = "en", name: str = "") -> Exported:
    found = find_roadmaps(str(folder))
    assert isinstance(found, list)
    project = load(found[0], None, TODAY)
    assert [f for f in project.findings if f.severity.value == "error"] == []
    system = project.system._replace(name=name or project.system.name)
    return Exported(system, project.facts, "0", lang)


def written(draft: Draft, folder: Path) -> Path:
    folder.mkdir()
    for name, text in texts_of(draft).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _own(name: str) -> Callable[[Path], Path]:
    return lambda _: ROOT / name


def _sample(folder: Path) -> Path:
    for name, text in example_files("zh").items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _small(folder: Path) -> Path:
    two_fields(folder)
    return folder


@pytest.mark.parametrize(
    ("make", "lang"),
    [
        (_own("roadmaps/china"), "zh"),
        (_own("roadmaps/france"), "en"),
        (_own("tests/data/network"), "en"),
        (_sample, "zh"),
        (_small, "en"),
    ],
    ids=["china", "france", "network", "sample", "small"],
)
def test_our_own_plan_comes_back_as_it_was(make: Callable[[Path], Path], lang: str, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    first = loaded(make(tmp_path / "first"), lang)
    plan = plan_of(first)
    draft = read_mspdi(plan, "plan.xml")
    assert draft.findings == ()
    second = loaded(written(draft, tmp_path / "second"), lang, first.system.name)
    assert plan_of(second) == plan
    assert records_of(second.system, second.facts) == records_of(first.system, first.facts)


def said(draft: Draft) -> list[tuple[str, int, str]]:
    """Code, line and message of each finding."""
    source = draft.sources[0]
    return [(f.code, source.position(f.span.start)[0], str(f.message)) for f in draft.findings]


def item(entries: Entries, key: str, ident: str) -> Entries:
    """An item of a part by its id."""
    listed = entries[key]
    assert isinstance(listed, list)
    return next(one for one in listed if isinstance(one, dict) and one["id"] == ident)


def test_a_plan_of_another_program_becomes_a_draft_without_errors(tmp_path: Path) -> None:
    draft = read_mspdi((ROOT / "tests/data/plan/example-city.xml").read_bytes(), "plan.xml")
    assert draft.top["title"] == "Example city heat plan"
    assert draft.top["as_of"] == "2027-03-01"
    assert draft.top["milestones"] == [
        {"id": "t10", "title": "Report to the council", "deadline": "2027-01-29", "finished": "2027-02-01"}
    ]
    heat, traffic = draft.parts["heat-networks"], draft.parts["交通"]
    assert heat["measures"] == [{"id": "main-pipes", "title": "Main pipes"}]
    assert item(heat, "works", "t3") == {
        "id": "t3",
        "title": "Design & permits",
        "owner": "Heat utility",
        "start": "2027-01-04",
        "finish": "2027-02-26",
        "started": "2027-01-05",
        "measure": "main-pipes",
        "progress": "50",
        "note": "Contract signed\nsecond line",
        "x-district": "North",
    }
    build = item(heat, "works", "t5")
    assert (build["finish"], build["deadline"], build["cost"]) == ("2027-12-10", "2028-06-30", "1500000 EUR")
    assert build["after"] == [{"id": "t3", "lag": "5d"}]
    assert build["owner"] == ["Heat utility", "City council"]
    assert item(heat, "milestones", "t6")["after"] == [{"id": "t5", "type": "FF", "lag": "1d"}]
    assert item(traffic, "works", "t8") == {"id": "t8", "title": "公交专用道"}
    assert item(traffic, "works", "t9")["status"] == "dropped"
    assert [(code, line) for code, line, _ in said(draft)] == [
        ("CR601", 24),
        ("CR647", 39),
        ("CR647", 40),
        ("CR649", 24),
        ("CR645", 1),
    ]
    loaded(written(draft, tmp_path / "draft"))


def test_what_was_changed_in_project_is_taken_over_and_told(tmp_path: Path) -> None:
    (tmp_path / "heat.yaml").write_text(
        dedent(
            """
            industry: heat
            title: {en: Heat, zh: 供热}
            owner: Utility
            milestones:
              - {id: M, title: {en: Heated, zh: 完成}, deadline: before 2031, after: {id: B, basis: implied}}
            works:
              - {id: A, title: First, takes: 3mo, start: 2027-01}
              - {id: B, title: Second, takes: 6mo, after: A, progress: 10}
            """
        ).lstrip(),
        encoding="utf-8",
    )
    plan = plan_of(loaded(tmp_path)).decode()
    changed = (
        plan.replace("<Name>First</Name>", "<Name>The first</Name>")
        .replace("<Duration>PT720H0M0S</Duration>", "<Duration>PT800H0M0S</Duration>", 1)
        .replace("<PercentComplete>10</PercentComplete>", "<PercentComplete>55</PercentComplete>")
        .replace("<Deadline>2031-12-31T17:00:00</Deadline>", "<Deadline>2031-06-30T17:00:00</Deadline>")
        .replace("<LinkLag>0</LinkLag>", "<LinkLag>48000</LinkLag>")
    )
    draft = read_mspdi(changed.encode(), "plan.xml")
    assert item(draft.top, "works", "A")["title"] == "The first"
    assert item(draft.top, "works", "A")["takes"] == "100d"
    assert item(draft.top, "works", "B")["progress"] == "55"
    assert item(draft.top, "milestones", "M")["deadline"] == "2031-06-30"
    assert item(draft.top, "milestones", "M")["title"] == {"en": "Heated", "zh": "完成"}
    assert item(draft.top, "milestones", "M")["after"] == [{"id": "B", "basis": "implied", "lag": "10d"}]
    told = [message for code, _, message in said(draft) if code == "CR648"]
    assert sorted(told) == [
        '"deadline" of "Heated" was changed in the plan: 2031-12-31 → 2031-06-30.',
        '"progress" of "Second" was changed in the plan: 10 → 55.',
        '"takes" of "The first" was changed in the plan: 90d → 100d.',
        'The links of "Heated" were changed in the plan.',
        'The links of "Second" were changed in the plan.',
    ]


def test_who_and_what_was_added_in_project_joins_the_roadmap(tmp_path: Path) -> None:
    (tmp_path / "carbonroad.yaml").write_text("carbonroad: 1\ntitle: City\n", encoding="utf-8")
    (tmp_path / "heat.yaml").write_text(
        "title: Heat\nowner: Utility\nworks:\n  - {id: A, title: First, takes: 3mo, start: 2027-01}\n",
        encoding="utf-8",
    )
    plan = plan_of(loaded(tmp_path)).decode()
    uids = [line for line in plan.split("\n") if "<TaskUID>" in line]
    assert len(uids) == 1
    resource = "<Resource><UID>7</UID><ID>7</ID><Name>New body</Name><Type>1</Type></Resource>"
    assigned = "<Assignment><UID>8</UID>{}<ResourceUID>7</ResourceUID></Assignment>"
    new = task(40, Start="2027-06-01T08:00:00", Finish="2027-06-30T17:00:00").replace(
        "<OutlineLevel>1<", "<OutlineLevel>2<"
    )
    plan = (
        plan.replace("</Tasks>", f"{new}</Tasks>")
        .replace("</Resources>", f"{resource}</Resources>")
        .replace(
            "</Assignments>",
            assigned.format(uids[0].strip()) + assigned.format("<TaskUID>40</TaskUID>") + "</Assignments>",
        )
    )
    draft = read_mspdi(plan.encode(), "plan.xml")
    heat = draft.parts["heat"]
    assert item(heat, "works", "A")["support"] == "New body"
    assert item(heat, "works", "t40")["owner"] == "New body"
    assert draft.top["organisations"] == {"new-body": {"title": "New body"}}
    told = [(code, message) for code, _, message in said(draft)]
    assert ("CR648", '"New body" was assigned to "First" in the plan: it supports it.') in told


HEAD = '<?xml version="1.0"?>\n'
OPEN = f'{HEAD}<Project xmlns="http://schemas.microsoft.com/project">\n<Tasks>\n'
SHUT = "</Tasks>\n</Project>\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (f'{HEAD}<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<Project>&b;</Project>', "CR624", 1),
        (f'{HEAD}<!DOCTYPE Project SYSTEM "file:///etc/passwd">\n<Project/>', "CR624", 1),
        (f"{OPEN}<Task><UID>1</UID>\n", "CR622", 5),
        (f"{HEAD}<plan/>", "CR620", 1),
        (f"{OPEN}{'<Task><UID>1</UID></Task>' * (MAX_TASKS + 1)}{SHUT}", "CR623", 1),
        (f"{OPEN}{'<a>' * 60}", "CR623", 1),
    ],
    ids=["entities", "system", "cut off", "other XML", "many tasks", "deep"],
)
def test_what_cannot_be_read_is_one_finding(text: str, code: str, line: int) -> None:
    draft = read_mspdi(text.encode(), "plan.xml")
    assert (draft.top, draft.parts) == ({}, {})
    assert [(found, at) for found, at, _ in said(draft)] == [(code, line)]


def task(uid: int, more: str = "", **fields: str) -> str:
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in fields.items())
    return f"<Task><UID>{uid}</UID><Name>T{uid}</Name><OutlineLevel>1</OutlineLevel>{inner}{more}</Task>\n"


def link(before: int) -> str:
    return f"<PredecessorLink><PredecessorUID>{before}</PredecessorUID><Type>1</Type></PredecessorLink>"


def test_wrong_values_and_circles_are_left_out_one_by_one(tmp_path: Path) -> None:
    text = OPEN + "".join(
        (
            task(1, link(3), Start="2027-13-45T08:00:00", Finish="2027-02-01T17:00:00"),
            task(2, link(1) + link(2), Start="2027-03-01T08:00:00", Duration="PT-40H0M0S"),
            task(3, link(2), Start="2027-05-01T08:00:00", Finish="2027-04-01T17:00:00"),
            task(3, Start="soon", Milestone="1"),
        )
    )
    draft = read_mspdi((text + SHUT).encode(), "plan.xml")
    works = draft.top["works"]
    assert isinstance(works, list)
    assert [
        [key for key in one if key in ("start", "finish", "after")] for one in works if isinstance(one, dict)
    ] == [
        ["finish", "after"],
        ["start"],
        ["start", "after"],
    ]
    assert sorted((code, line) for code, line, _ in said(draft)) == [
        ("CR646", 4),
        ("CR646", 5),
        ("CR646", 6),
        ("CR646", 7),
        ("CR646", 7),
        ("CR647", 5),
        ("CR647", 5),
    ]
    loaded(written(draft, tmp_path / "draft"))


def test_ids_that_were_tampered_with_name_no_file_and_no_section(tmp_path: Path) -> None:
    (tmp_path / "heat.yaml").write_text(
        "title: Heat\nowner: Utility\nworks:\n  - {id: A, title: First, takes: 3mo, start: 2027-01}\n",
        encoding="utf-8",
    )
    plan = plan_of(loaded(tmp_path)).decode()
    plan = plan.replace("<Value>heat</Value>", "<Value>../../etc/heat</Value>", 1)
    copied = plan[plan.index("<UID>2</UID>") - 20 : plan.index("</Tasks>")].replace("UID>2<", "UID>3<")
    plan = plan.replace("</Tasks>", f"{copied}</Tasks>")
    plan = plan.replace("carbonroad:\nlanguage: en\n", "carbonroad:\nlanguage: en\nworks: none\nodd: 1\n")
    draft = read_mspdi(plan.encode(), "plan.xml")
    works = draft.top["works"]
    assert isinstance(works, list)
    assert draft.top["industry"] == "etc-heat"
    assert [one["id"] for one in works if isinstance(one, dict)] == ["A", "t3"]
    assert [message for _, _, message in said(draft)] == [
        '"odd" of "Heat" is no key that stands there, and was left out.'
    ]


def test_notes_come_back_whatever_they_hold() -> None:
    note = "carbonroad:\nnot ours: yes\n\nend "
    entries: Entries = {
        "actual": {"2026..2030": "5", "a/b:c#%": "back\\slash\\n\nline"},
        "source": [{"id": "plan", "quote": "a: b"}, "plain"],
    }
    read = read_remarks(remarks_text(note, entries))
    assert (read.note, read.entries, read.unread) == (note, entries, ())
    assert read_remarks("Only a note").entries == {}
    assert read_remarks("n\n\ncarbonroad:\ntitle/zh: 题\nsomeone typed this").unread == (
        "someone typed this",
    )
