"""`carbonroad schedule` as its user calls it."""

import csv
import io
import json
from pathlib import Path

import pytest

from carbonroad.cli.run import run

TIMED = str(Path(__file__).resolve().parent.parent / "data" / "timed")
CHINA = str(Path(__file__).resolve().parent.parent.parent / "roadmaps" / "china")

Output = pytest.CaptureFixture[str]


def call(capsys: Output, *arguments: str, code: int = 0) -> str:
    assert run(["schedule", *arguments, "-q"]) == code
    said = capsys.readouterr()
    return said.out if code == 0 else said.err


def data(capsys: Output, *arguments: str) -> dict[str, object]:
    found = json.loads(call(capsys, *arguments, "--format", "json"))
    assert isinstance(found, dict)
    return found


def rows(capsys: Output, *arguments: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(call(capsys, *arguments, "--format", "csv"))))


def test_table_says_what_is_critical_in_words(capsys: Output) -> None:
    said = call(capsys, TIMED)
    assert "Critical path: heat.W05 → heat.W06 → heat.W07" in said
    assert "heat.W07 critical, 153 days short" in said
    assert "heat.W06 takes 426 days: 153 days less, and 31 days would still be short" in said
    assert "1 work with days but no duration" in said


def test_json_is_the_schedule_object_of_the_export_with_activities(capsys: Output, tmp_path: Path) -> None:
    found = data(capsys, TIMED)
    assert run(["export", TIMED, "-q", "-o", str(tmp_path / "e.json")]) == 0
    exported = json.loads((tmp_path / "e.json").read_text(encoding="utf-8"))["schedule"]
    assert {key: found[key] for key in exported} == exported
    (work,) = (one for one in found["activities"] if one["id"] == "heat.W06")  # type: ignore[attr-defined]
    assert work["kind"] == "timed"
    assert (work["early_finish"], work["total_float_days"], work["critical"]) == ("2027-11-30", -153, True)
    assert found["outside"] == {"window": 1, "undated": 0, "milestone": 1, "target": 0}


def test_csv_has_one_row_an_activity_and_critical_limits_it(capsys: Output) -> None:
    found = rows(capsys, TIMED)
    assert len(found) == 15
    assert list(found[0])[:4] == ["id", "title", "kind", "duration_days"]
    critical = rows(capsys, TIMED, "--critical", "--industry", "heat")
    assert {row["id"] for row in critical} == {f"heat.W0{n}" for n in (1, 2, 5, 6, 7)}


def test_no_cell_is_a_formula_and_numbers_stay_numbers(capsys: Output, tmp_path: Path) -> None:
    file = tmp_path / "s.yaml"
    file.write_text(
        "works:\n  - {id: A, title: '=1+1', start: 2027-01-01, takes: 10d, deadline: 2027-01-05}\n"
        "  - {id: B, title: 'a \"b\", c', start: 2027-01-01, takes: 10d}\n",
        encoding="utf-8",
    )
    text = call(capsys, str(file), "--format", "csv")
    assert "s.A,'=1+1,timed," in text
    assert ",-5,0,true" in text
    assert '"a ""b"", c"' in text


def test_a_csv_file_tells_a_spreadsheet_that_it_is_utf_8(capsys: Output, tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    call(capsys, TIMED, "--format", "csv", "-o", str(file))
    assert file.read_bytes() == b"\xef\xbb\xbf" + call(capsys, TIMED, "--format", "csv").encode()


def test_forecast_says_by_which_chain_a_deadline_is_missed(capsys: Output) -> None:
    found = data(capsys, TIMED, "--forecast")["forecast"]
    missed = {one["id"]: one["forecast"] for one in found["missed"]}  # type: ignore[index]
    chains = found["chains"]  # type: ignore[index]
    assert {one["id"] for one in chains} | {other["id"] for one in chains for other in one["others"]} == set(
        missed
    )
    for one in chains:
        assert one["path"]["steps"][-1]["id"] == one["id"]
        assert one["path"]["steps"][-1]["finish"] == missed[one["id"]]
    for form in ("table", "md"):
        for lang, words in (("en", "is made of"), ("zh", "预测由来")):
            assert words in call(capsys, TIMED, "--forecast", "--format", form, "--lang", lang)


def test_forecast_stands_beside_the_plan_and_does_not_change_it(capsys: Output) -> None:
    plan, found = data(capsys, TIMED), data(capsys, TIMED, "--forecast")
    assert found["finish"] == plan["finish"]
    assert found["forecast"]["finish"] == "2030-07-15"  # type: ignore[index]
    assert [one["id"] for one in found["forecast"]["missed"]] == ["heat.W07", "heat.M1"]  # type: ignore[index]
    (work,) = (one for one in found["activities"] if one["id"] == "heat.W01")  # type: ignore[attr-defined]
    assert work["early_finish"] == "2026-09-30"
    assert work["forecast"]["remaining_days"] == 55
    assert data(capsys, TIMED, "--forecast", "--as-of", "2026-11-22") == found
    assert data(capsys, TIMED, "--forecast", "--as-of", "2026-12-22") != found


def test_delays_are_read_in_every_form_and_leave_the_files_alone(capsys: Output) -> None:
    before = [path.read_bytes() for path in sorted(Path(TIMED).glob("*.yaml"))]
    forms = ("heat.W02=4mo", "heat.W02=4个月", "heat.W02＝＋4 months", " heat.W02 = 4m")
    answers = [data(capsys, TIMED, "--delay", form) for form in forms]
    assert all(answer == answers[0] for answer in answers)
    effects = {one["id"]: one["effect"] for one in answers[0]["what_if"]["deadlines"]}  # type: ignore[index]
    assert effects["heat.M1"] == "broken"
    assert [path.read_bytes() for path in sorted(Path(TIMED).glob("*.yaml"))] == before
    nothing = data(capsys, TIMED, "--delay", "heat.W02=3mo", "--delay", "heat.W02=-3mo")
    assert nothing["what_if"]["deadlines"] == []  # type: ignore[index]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--path-to", "heat.W77"), 'there is no milestone, work or target "heat.W77"'),
        (("--path-to", "W02"), 'did you mean "heat.W02"?'),
        (("--path-to", "heat.w02"), 'did you mean "heat.W02"?'),
        (("--path-to", "haet.W02"), 'did you mean "heat.W02"?'),
        (("--delay", "heat.W02"), "is no id with a time"),
        (("--delay", "heat.W02=3"), "is a number without a unit"),
        (("--delay", "heat.W02=3wd"), "counts working days"),
        (("--delay", "buildings.R01=3d"), "was finished on 2026-10-31"),
        (("--forecast", "--delay", "heat.W02=3d"), "answer two questions"),
        (("--format", "xml"), '--format does not know "xml"'),
        (("--industry", "heet"), 'did you mean "heat"?'),
    ],
)
def test_a_mistake_in_the_call_is_refused_with_the_way_out(
    capsys: Output, arguments: tuple[str, ...], said: str
) -> None:
    assert said in call(capsys, TIMED, *arguments, code=2)


def test_bare_ids_are_looked_up_in_the_named_file_and_in_the_top(capsys: Output) -> None:
    assert "heat.W02" in call(capsys, f"{TIMED}/heat.yaml", "--path-to", "W02")
    assert "the path to top.city-peak" in call(capsys, TIMED, "--path-to", "city-peak")
    assert "top.city-peak" in call(capsys, TIMED, "--path-to", "总体.city-peak")


def test_without_durations_the_order_of_deadlines_is_shown(capsys: Output) -> None:
    said = call(capsys, CHINA)
    assert "No work states how long it takes" in said
    assert "Controlling order to the goal top.peak" in said
    found = data(capsys, CHINA)
    assert found["activities"] == []
    assert found["controlling_orders"]
    assert all(one["days_between"] is not None for one in found["deadline_links"])  # type: ignore[attr-defined]
    steps = rows(capsys, CHINA, "--path-to", "top.ets-2030")
    assert steps[-1]["id"] == "top.ets-2030"
    assert steps[-1]["days_since_previous_deadline"].isdigit()


def test_chinese_says_everything_in_chinese(capsys: Output) -> None:
    for arguments in ((), ("--forecast",), ("--delay", "heat.W02=4mo"), ("--path-to", "heat.M1")):
        said = call(capsys, TIMED, "--lang", "zh", *arguments)
        assert " days" not in said
        assert " the " not in said


def test_markdown_and_files_are_written(capsys: Output, tmp_path: Path) -> None:
    assert "| heat.W05" in call(capsys, TIMED, "--format", "md").replace("**", "")
    call(capsys, TIMED, "-o", str(tmp_path / "s.txt"))
    assert "Critical path" in (tmp_path / "s.txt").read_text(encoding="utf-8")
