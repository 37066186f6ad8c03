"""`carbonroad status`: what it shows, in which form and language, and when it fails."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from carbonroad.cli.options.fail_on import WORDS
from carbonroad.cli.run import run
from carbonroad.compute.reviews.review import LISTS
from carbonroad.compute.reviews.tallies import STATES

ROADMAP = str(Path(__file__).parent.parent / "data" / "in-progress")


def status(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["status", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    code, out, _ = status(capsys, ROADMAP, "--format", "json", *arguments)
    assert code == 0
    found: dict[str, Any] = json.loads(out)
    return found


def test_it_says_what_is_past_due_next_at_risk_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = status(capsys, ROADMAP)
    assert code == 0
    assert out.startswith("Example bay climate roadmap: status on 22 Nov 2026\n")
    assert re.search(r"^2026-06-30 · 145 days past  heat\.M1 +Old boilers off +Utility$", out, re.MULTILINE)
    assert re.search(
        r"^2026-12-31 · in 39 days  mobility\.M4 +Yearly count of cyclists: 2026", out, re.MULTILINE
    )
    assert "3.5 percentage points behind the straight line" in out
    assert "By field" in out
    assert "By organisation" not in out


def test_what_is_due_and_at_risk_stands_before_what_nobody_recorded(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = status(capsys, ROADMAP)
    headings = re.findall(r"^(.+)\n-+$", out, re.MULTILINE)
    assert headings == ["Late or missed", "Due by 20 Feb 2027", "At risk", "Outcome not recorded", "By field"]
    assert out.endswith("† Inferred: the sources do not state this duty for the item.\n")


def test_the_columns_of_risks_are_in_line_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = status(capsys, ROADMAP)
    rows = out.partition("At risk\n-------\n\n")[2].partition("\n\n")[0].splitlines()
    where = rows[0].index("Why")
    assert len(rows) == 9
    assert all(row[where - 2 : where] == "  " and row[where] != " " for row in rows)


def test_no_list_of_a_terminal_of_80_columns_falls_apart_into_cards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("carbonroad.cli.results.showing.columns_of", lambda _: 80)
    _, out, _ = status(capsys, ROADMAP)
    assert "Owner or lead: " not in out
    assert all(len(line) <= 80 for line in out.splitlines())


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (("finished: 2026-01-05", ""), "1 of 2 items is done. Next due, in 1135 days (31 Dec 2029): B."),
        (("status: late", ""), "1 of 2 items is late or missed."),
        (("", ""), "1 of 2 items is past due with no outcome recorded."),
        (("status: late", "deadline: 2025"), "1 of 2 items is late or missed. 1 is past due with no outcome"),
    ],
)
def test_it_says_in_whole_sentences_how_many_of_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], fields: tuple[str, str], said: str
) -> None:
    first, second = fields
    (tmp_path / "steel.yaml").write_text(
        "as_of: 2026-11-22\nmilestones:\n"
        f"  - {{id: a, title: A, deadline: 2025, {first}}}\n"
        f"  - {{id: b, title: B, {second or 'deadline: 2029'}}}\n",
        encoding="utf-8",
    )
    _, out, _ = status(capsys, str(tmp_path))
    assert out.splitlines()[3].startswith(said)


def test_verbose_shows_every_list_and_every_body(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = status(capsys, ROADMAP, "-v")
    for heading in ("Done lately", "By organisation", "Begins, or is expected or planned to end"):
        assert heading in out
    assert "Example Bay Council †" in out
    assert "3 items have several owners or leads and count for each of them." in out


def test_a_long_list_is_cut_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "".join(f"  - {{id: S{n}, title: Silent, deadline: 2025}}\n" for n in range(12))
    (tmp_path / "steel.yaml").write_text(f"as_of: 2026-11-22\nmilestones:\n{lines}", encoding="utf-8")
    _, out, _ = status(capsys, str(tmp_path))
    assert out.count("326 days past") == 8
    assert "4 more; -v shows all." in out
    _, out, _ = status(capsys, str(tmp_path), "-v")
    assert out.count("326 days past") == 12


def test_a_status_in_chinese_has_chinese_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = status(capsys, ROADMAP, "--lang", "zh", "-v")
    assert out.startswith("示例湾气候路线图：截至2026年11月22日的状态\n")
    for words in (
        "滞后或未完成",
        "滞后 · 共1项",
        "已过145天",
        "还有39天",
        "有风险的事项",
        "分领域",
        "分单位",
    ):
        assert words in out
    assert not re.search(r"[a-z]{3,} [a-z]{3,}", out), "no English sentence is left"


def test_it_is_limited_to_a_body_an_industry_or_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([ROADMAP, "--industry", "waste"], [f"{ROADMAP}/waste.yaml"]):
        _, out, _ = status(capsys, *arguments)
        assert "Only Waste." in out
        assert "waste.M1" in out
        assert "heat.M1" not in out
    found = data(capsys, "--owner", "Statistics")
    assert {one["id"] for one in found["items"]} == {"top.bulletin", "mobility.M4"}
    assert found["limited_to"] == {"industries": [], "owner": "statistics"}


def test_the_horizon_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert data(capsys, "--within", "38d")["counts"]["due"] == 0
    assert data(capsys, "--within", "39d")["counts"]["due"] == 5
    found = data(capsys, "--within", "4mo")
    assert (found["until"], found["counts"]["due"]) == ("2027-03-22", 6)
    assert data(capsys, "--within", "8000y")["until"] == "9999-12-31"


def test_json_has_counts_items_and_tallies_that_agree(capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys)
    assert list(found)[:3] == ["format", "tool", "as_of"]
    counts = found["counts"]
    assert tuple(counts["status"]) == STATES
    assert tuple(counts["lists"]) == LISTS
    assert counts["all"] == sum(counts["status"].values()) == sum(one["all"] for one in found["by_industry"])
    assert counts["all"] + counts["left_out"] == len(found["items"])
    for name in LISTS:
        assert counts["lists"][name] == sum(name in one["lists"] for one in found["items"])
    late = next(one for one in found["items"] if one["id"] == "heat.M1")
    assert late["status"] == "late"
    assert (late["days"], late["due"]["latest"], late["deadline"]["text"]) == (
        -145,
        "2026-06-30",
        "by 2026-06",
    )
    assert (late["owner"], late["owner_basis"]) == (["utility"], "stated")
    assert late["report"]["note"] == {"en": "one of six still runs", "zh": "六台中一台仍在运行"}
    bulletin = next(one for one in found["items"] if one["id"] == "top.bulletin")
    assert [term["finish"] for term in bulletin["open_terms"]] == ["2026-09-30", "2026-12-31"]
    trips = next(one for one in found["items"] if one["id"] == "mobility.trips@2030")
    assert (trips["track"], trips["status"], trips["lists"]) == ("off-track", "planned", ["off-track"])
    heat = next(one for one in found["items"] if one["id"] == "heat.M7")
    assert heat["forecast"] == {"finish": "2029-02-16", "missed_days": 231}
    assert heat["lists"] == ["cannot-be-met", "forecast-late"]
    assert found["by_owner"][-1]["id"] is None
    assert found["joint"] == 3


def test_markdown_stands_alone(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = status(capsys, ROADMAP, "--format", "md")
    assert out.startswith("# Example bay climate roadmap: status on 22 Nov 2026\n")
    assert "| 2026-06-30" in re.sub(" +", " ", out)
    assert ".md" not in out, "it links to no neighbour"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["late"], "1 item is late"),
        (["missed"], "1 item is missed"),
        (["not-reached"], "1 target is not reached"),
        (["unreported"], "the outcomes of 3 items are not recorded"),
        (["at-risk"], "1 item is at risk"),
        (["off-track"], "3 items are off the line to their targets"),
        (["cannot-be-met"], "3 items cannot be met as planned"),
        (["forecast-late"], "1 item is forecast to miss its deadline"),
        (["behind-plan"], "1 work is past its planned finish"),
        (["due"], "5 items are due by 2027-02-20"),
        (["due:39d"], "5 items are due by 2026-12-31"),
        (["late,due:6w"], "1 item is late and 5 items are due by 2027-01-03"),
    ],
)
def test_it_fails_on_what_it_is_asked_to_and_says_why(
    capsys: pytest.CaptureFixture[str], words: list[str], reason: str
) -> None:
    for quiet in ([], ["-q"]):
        code, out, err = status(capsys, ROADMAP, *quiet, "--fail-on", *words)
        assert code == 1
        assert f"in-progress fails: {reason}.\n" in err
        assert "Late or missed" in out, "the result is shown all the same"


def test_words_may_be_repeated_and_what_there_is_none_of_does_not_fail(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, _, err = status(capsys, ROADMAP, "--industry", "waste", "--fail-on", "late", "--fail-on", "due:38d")
    assert (code, "fails" in err) == (0, False)
    code, _, err = status(capsys, ROADMAP, "--lang", "zh", "-q", "--fail-on", "late", "--fail-on", "missed")
    assert (code, err) == (1, "in-progress 未达要求：1项滞后和1项未完成。\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--fail-on", "latee"], 'did you mean "late"?'),
        (["--fail-on", "everything"], f"there are: {', '.join(WORDS)}"),
        (["--fail-on", "due:soon"], '"soon" is not understood as a duration'),
        (["--fail-on", ""], '--fail-on does not know ""'),
        (["--within", "3"], "--within:"),
        (["--format", "xml"], "there are: text, md, json"),
        (["--owner", "utilty"], 'did you mean "utility"?'),
        (["--industry", "heet"], 'did you mean "heat"?'),
        (["-o", ""], "-o names no file."),
    ],
)
def test_a_mistake_in_the_call_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    code, out, err = status(capsys, ROADMAP, *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_roadmap_with_errors_is_shown_and_not_reviewed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "steel.yaml").write_text(
        "milestones:\n  - {id: a, title: A, deadline: 2030-02-30}\n", "utf-8"
    )
    code, out, err = status(capsys, str(tmp_path), "--fail-on", "late")
    assert (code, out) == (1, "")
    assert "no day 30" in err


@pytest.fixture(name="two")
def _two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, word in (("a", "late"), ("b", "planned")):
        (tmp_path / "roadmaps" / name).mkdir(parents=True)
        (tmp_path / "roadmaps" / name / "carbonroad.yaml").write_text(
            f"title: Plan {name}\nas_of: 2026-11-22\nmilestones:\n"
            f"  - {{id: m, title: M, deadline: 2026-10, status: {word}}}\n",
            encoding="utf-8",
        )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_several_roadmaps_get_a_table_of_all_and_each_its_own(
    two: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = status(capsys, "roadmaps", "--fail-on", "late")
    lines = [line.split() for line in out.splitlines()]
    assert ["Roadmap", "Data", "date", "Items", "late", "outcome", "not", "recorded", "due", "next"] in lines
    assert ["Plan", "a", "2026-11-22", "1", "1", "–", "–"] in lines
    assert ["Plan", "b", "2026-11-22", "1", "–", "1", "–"] in lines
    assert "Plan a: status on 22 Nov 2026" in out
    assert code == 1
    assert [line for line in err.splitlines() if "fails" in line] == ["a fails: 1 item is late."]


def test_json_of_several_goes_to_a_folder(two: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = status(capsys, "roadmaps", "--format", "json")
    assert (code, out) == (2, "")
    assert "name one of them, or a folder to write to with -o" in err
    assert status(capsys, "roadmaps", "--format", "json", "-o", "out")[0] == 0
    assert {path.name for path in (two / "out").iterdir()} == {"a-status.json", "b-status.json"}
    assert json.loads((two / "out" / "a-status.json").read_text("utf-8"))["counts"]["status"]["late"] == 1


@pytest.mark.parametrize(
    ("form", "output", "file"),
    [
        ("md", "a.md", "a.md"),
        ("md", "into/", "into/a-status.md"),
        ("text", "into/", "into/a-status.txt"),
        ("json", "a.json", "a.json"),
    ],
)
def test_it_is_written_to_a_file(
    two: Path, capsys: pytest.CaptureFixture[str], form: str, output: str, file: str
) -> None:
    code, out, err = status(capsys, "roadmaps/a", "--format", form, "-o", output)
    assert (code, out) == (0, "")
    assert f"Wrote {file}" in err
    _, said, _ = status(capsys, "roadmaps/a", "--format", form)
    assert (two / file).read_text("utf-8") == said
