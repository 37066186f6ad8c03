"""`carbonroad diff`: what it compares, in which formats, and how it ends."""

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest
from git_repository import Repository

from carbonroad.cli.run import run

TOP = """
    title: Plan
    as_of: 2026-01-31
    before_means: inclusive
"""
STEEL = """
    title: Steel
    owner: MIIT
    milestones:
      - {id: M1, title: Emissions peak, deadline: by 2030}
      - {id: M2, title: Scrap is sorted, deadline: by 2028, owner: NDRC}
    indicators:
      - {id: eaf, title: Electric furnaces, unit: "%", better: higher, targets: {2030: 20}}
"""
LATER = STEEL.replace("by 2030", "by 2031").replace("2030: 20}", "2030: 18}")


def write(folder: Path, steel: str, top: str = TOP) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "carbonroad.yaml").write_text(dedent(top).lstrip(), encoding="utf-8")
    (folder / "steel.yaml").write_text(dedent(steel).lstrip(), encoding="utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "old", STEEL)
    write(tmp_path / "new", LATER)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_two_folders_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "old", "new"]) == 0
    told = capsys.readouterr()
    assert "1 deadline moved later (by 1 year), 1 target weakened." in told.out
    assert re.search(
        r"Emissions peak · steel\.M1 +by 2030 +by 2031 +1 year later +new/steel\.yaml:4", told.out
    )
    assert re.search(r"steel\.eaf@2030 +20% +18% +−2 percentage points +new/steel\.yaml:7", told.out)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("form", ["text", "md"])
def test_a_version_does_not_differ_from_itself(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "old", "old", "--ratchet", "--format", form]) == 0
    assert "Nothing changed." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "name"), [("text", "new-changes.txt"), ("md", "new-changes.md"), ("json", "new-changes.json")]
)
def test_a_folder_to_write_to_gets_a_file_with_the_name_of_the_roadmap(
    here: Path, form: str, name: str
) -> None:
    assert run(["diff", "old", "new", "--format", form, "-q", "-o", "made/"]) == 0
    assert [path.name for path in (here / "made").iterdir()] == [name]


@pytest.mark.usefixtures("here")
def test_changes_are_told_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "old", "new", "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert "1项期限推迟" in told
    assert "1项目标放宽" in told


@pytest.mark.parametrize("keys", ["en", "zh"])
def test_formatting_is_no_change(here: Path, keys: str, capsys: pytest.CaptureFixture[str]) -> None:
    top = TOP.replace("title: Plan", "title: Plan\n    languages: [en]")
    write(here / "old", STEEL, top)
    write(here / "formatted", STEEL, top)
    assert run(["fmt", "formatted", "--keys", keys, "-q"]) == 0
    assert (here / "formatted/steel.yaml").read_bytes() != (
        here / "old/steel.yaml"
    ).read_bytes() or keys == "en"
    capsys.readouterr()
    assert run(["diff", "old", "formatted", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"] == []


@pytest.mark.usefixtures("here")
def test_json_says_what_was_and_is_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "old", "new", "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["format"], data["as_of"], data["old"]["name"], data["new"]["name"]) == (
        1,
        "2026-01-31",
        "old",
        "new",
    )
    assert data["summary"] == {"slipped": 1, "weakened": 1}
    moved, weakened = data["changes"]
    assert {name: moved[name] for name in ("kind", "subject", "id", "field", "direction", "days")} == {
        "kind": "deadline-moved",
        "subject": "milestone",
        "id": "steel.M1",
        "field": "deadline",
        "direction": "later",
        "days": 365,
    }
    assert (moved["was"]["latest"], moved["is"]["latest"]) == ("2030-12-31", "2031-12-31")
    assert (moved["path"], moved["line"]) == ("new/steel.yaml", 4)
    assert (weakened["kind"], weakened["id"], weakened["by"]) == ("target-changed", "steel.eaf@2030", -2)
    assert data["unexplained"] == [
        {"part": "steel", "name": "M1"},
        {"part": "steel", "name": "eaf@2030"},
    ]


def test_the_ratchet_wants_an_entry_that_can_be_pasted(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "old", "new", "--ratchet", "-q"]) == 1
    told = capsys.readouterr().err
    entry = told[told.index("revisions:") :]
    assert "items: [M1, eaf@2030]" in entry
    write(here / "new", dedent(LATER) + entry)
    assert run(["diff", "old", "new", "--ratchet"]) == 0
    assert run(["validate", "new", "-q"]) == 0
    assert run(["diff", "new", "new", "--ratchet"]) == 0


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--owner", "NDRC"], set()),
        (["--owner", "MIIT"], {"steel.M1", "steel.eaf@2030"}),
        (["--industry", "top"], set()),
        (["--industry", "steel"], {"steel.M1", "steel.eaf@2030"}),
    ],
)
def test_changes_are_limited_to_what_is_asked_for(
    options: list[str], ids: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "old", "new", "--format", "json", *options]) == 0
    assert {one["id"] for one in json.loads(capsys.readouterr().out)["changes"]} == ids


def test_time_that_passed_is_no_change_unless_asked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "new", STEEL, TOP.replace("2026-01-31", "2029-01-31"))
    assert run(["diff", "old", "new"]) == 0
    assert "Nothing changed." in capsys.readouterr().out
    assert run(["diff", "old", "new", "--own-dates"]) == 0
    assert re.search(r"steel\.M2 +planned +outcome not recorded", capsys.readouterr().out)


def test_an_old_version_with_errors_is_compared_and_a_new_one_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "bad", STEEL.replace("by 2028", "some day"))
    assert run(["diff", "bad", "new"]) == 0
    told = capsys.readouterr()
    assert "bad has errors in bad/steel.yaml" in told.out
    assert "bad has errors in bad/steel.yaml" in told.err
    assert run(["diff", "new", "bad"]) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["old", "nowhere"], "nowhere"),
        (["old", "new", "--format", "xml"], "xml"),
        (["old", "new", "-o", ""], "-o"),
        (["old", "new", "--industry", "stel"], "steel"),
        (["old", "new", "--owner", "nobody"], "nobody"),
        (["old", "new", "--own-dates", "--as-of", "2026"], "--own-dates"),
        ([], "OLD"),
    ],
)
def test_a_comparison_that_cannot_be_made_is_refused(
    call: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *call]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said.lower() in told.err.lower()


def test_git_revisions_are_compared_from_inside_the_roadmap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(tmp_path / "work")
    write(tmp_path / "work/plan", STEEL)
    repository.git("add", "-A")
    repository.git("commit", "-q", "-m", "first")
    write(tmp_path / "work/plan", LATER)
    repository.git("commit", "-q", "-a", "-m", "second")
    monkeypatch.chdir(tmp_path / "work/plan")
    for call in (["HEAD~1"], ["HEAD~1", "HEAD"], ["HEAD~1:plan", "."], ["HEAD~1", "--roadmap", "."]):
        assert run(["diff", *call]) == 0
        assert "1 deadline moved later (by 1 year)" in capsys.readouterr().out
    assert run(["diff", "HEAD"]) == 0
    assert "Nothing changed." in capsys.readouterr().out


def test_a_comment_stays_short_and_acts_on_nobody(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = "".join(
        f"  - {{id: X{n}, title: 'Task {n} of @team in #12', deadline: by 2030}}\n" for n in range(3000)
    )
    write(here / "old", "title: Steel\nowner: MIIT\nmilestones:\n" + many)
    write(here / "new", "title: Steel\nowner: MIIT\nmilestones:\n" + many.replace("by 2030", "by 2032"))
    assert run(["diff", "old", "new", "--format", "md"]) == 0
    told = capsys.readouterr().out
    assert len(told) <= 60_000
    assert "3000 deadlines moved later" in told
    assert re.search(r"\d+ more are not listed", told)
    assert not re.search(r"@\w|#\d", told.replace("&#8203;", " "))


def test_phases_that_moved_are_said_first_and_what_is_replaced_with_its_deadline(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = TOP + "    phases:\n      - {id: p1, title: First, years: 2026..2030}\n"
    steel = STEEL.replace("by 2028", "during p1")
    write(here / "old", steel, top)
    replaced = steel.replace("deadline: by 2030}", "deadline: by 2030, superseded_by: M3}").replace(
        "    indicators", "      - {id: M3, title: Furnaces are new, deadline: by 2040}\n    indicators"
    )
    write(here / "new", replaced, top.replace("2026..2030", "2026..2031"))
    assert run(["diff", "old", "new"]) == 0
    told = capsys.readouterr().out
    assert "1 deadline moved later (by 1 year) because a phase has other years, 1 dropped" in told
    assert re.search(r"steel\.M1 +by 2030 +steel\.M3, by 2040 +superseded", told)
    assert re.search(r"First · p1 +2026–2030 +2026–2031 +years", told)


def test_an_indicator_stands_for_its_targets_in_the_entry(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "new", STEEL.replace("better: higher", "better: lower").replace("2030: 20}", "2030: 30}"))
    assert run(["diff", "old", "new", "--ratchet"]) == 1
    assert "items: [eaf]" in capsys.readouterr().err


def test_the_same_deadline_in_another_language_is_shown_as_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(here / "new", STEEL.replace("by 2028", "到2028年"))
    assert run(["diff", "old", "new"]) == 0
    assert re.search(r"steel\.M2 +by 2028 +到2028年 +same days in other words", capsys.readouterr().out)
