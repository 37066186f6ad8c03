"""`show`: what stands there, what is hidden and counted, what is refused."""

import io
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from rich.cells import cell_len
from small_roadmap import POWER, STEEL, TOP

from carbonroad.cli.console import Console
from carbonroad.cli.run import run
from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps

Show = Callable[..., str]
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "plan"
    folder.mkdir()
    for name, text in (("carbonroad", TOP), ("steel", STEEL), ("power", POWER)):
        (folder / f"{name}.yaml").write_text(dedent(text).lstrip(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def out(here: Path, capsys: pytest.CaptureFixture[str]) -> Show:
    del here

    def shown(*options: str) -> str:
        assert run(["show", "plan", "-q", *options]) == 0
        return capsys.readouterr().out

    return shown


def refs(text: str) -> set[str]:
    return set(re.findall(r"\b(?:top|steel|power)\.[\w@.-]+", text))


def terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setattr(Console, "terminal", property(lambda _: True))
    monkeypatch.setattr(Console, "columns", property(lambda _: columns))


def test_every_item_stands_there_or_is_counted(here: Path, out: Show) -> None:
    project = load(find_roadmaps(str(here))[0], None, date(2026, 1, 1))
    listed = {item.ref for item in project.system.items.values() if item.listed}
    assert refs(out("-v")) == listed
    folded = out()
    counted = re.search(r"Outcome not recorded: (\d+) item", folded)
    assert counted is not None
    assert len(refs(folded)) + int(counted[1]) == len(listed)


def test_the_strip_counts_every_item(out: Show) -> None:
    """Marks and numbers of the fields' lines, and what has no day, add up to all items."""
    text = out("-v")
    strip = [line for line in text.splitlines() if re.match(r"(The “1”|Steel|Power)  ", line)]
    assert len(strip) == 3
    shown = sum(
        int(sign) if sign.isdigit() else 1
        for line in strip
        for sign in re.findall(r"\d+|[◊▸▵▴✓✕⊘?⊖]", line.removeprefix("The “1”"))
    )
    assert shown == len(refs(text))


@pytest.mark.parametrize(
    ("options", "there", "missing"),
    [
        (["--until", "2026"], "steel.M4", "steel.M1"),
        (["--until", "end of 2027"], "power.P1", "steel.M1"),
        (["--until", "fyp15"], "steel.M1", "steel.M7"),
        (["--until", "“十五五”"], "steel.M1", "steel.M7"),
        (["--since", "2031"], "steel.M7", "steel.M1"),
        (["--industry", "power"], "power.P1", "steel.M1"),
        (["--industry", "电力,top"], "top.peak", "steel.M1"),
        (["--status", "late"], "steel.M2", "steel.M1"),
        (["--status", "滞后"], "steel.M2", "steel.M1"),
        (["--status", "unreported"], "steel.M3", "steel.M1"),
        (["--status", "结果未载,已完成"], "steel.M8", "steel.M1"),
        (["--owner", "NDRC"], "steel.M4", "steel.M1"),
    ],
)
def test_a_filter_says_how_many_it_left(out: Show, options: list[str], there: str, missing: str) -> None:
    text = out(*options)
    assert there in refs(text)
    assert missing not in refs(text)
    said = re.search(r"(\d+) of (\d+) items shown: ", text)
    assert said is not None
    assert int(said[1]) < int(said[2])


def test_what_has_no_date_is_counted_where_a_date_is_asked_for(out: Show) -> None:
    assert "without a date cannot be among them" in out("--until", "2030")
    assert "steel.M5" in refs(out())


def test_nothing_to_show_is_said(out: Show) -> None:
    assert "Nothing matches this choice." in out("--until", "1999")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 60, 80, 120, 200])
def test_it_fits_the_terminal(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str, columns: int
) -> None:
    del here
    terminal(monkeypatch, columns)
    assert run(["show", "plan", "-v", "-q", "--lang", lang]) == 0
    text = ESCAPES.sub("", capsys.readouterr().out)
    assert max(map(cell_len, text.splitlines())) <= columns
    assert ("Steel" if lang == "en" else "钢铁") in text


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_lines_of_the_strip_are_equally_wide(out: Show, lang: str) -> None:
    lines = [
        line for line in out("--lang", lang, "--until", "2060").splitlines() if re.search(r"\.{3}", line)
    ]
    assert len(lines) == 3
    assert len({cell_len(line) for line in lines}) == 1


def test_a_pipe_has_no_escapes_and_no_strip_wider_than_100(out: Show) -> None:
    text = out()
    assert "\x1b" not in text
    assert max(len(line) for line in text.splitlines() if re.search(r"\.{5}", line)) <= 100


def test_standard_input_is_a_roadmap_of_one_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "title: Steel\nas_of: 2026-11-22\nowner: none\nmilestones:\n"
    text += "  - {id: M1, title: Peak, deadline: by 2030, source: Plan}\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run(["show", "-", "-q"]) == 0
    assert ".M1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--until", "some day"], 'error: --until: "some day" is no day, year or phase.'),
        (["--since", "every year"], 'error: --since: "every year" is no day, year or phase.'),
        (["--since", "2030", "--until", "2027"], "error: --since 2030 is after --until 2027."),
        (["--status", "laet"], 'error: --status does not know "laet".\nhelp: did you mean "late"?'),
        (["--industry", "stele"], 'error: --industry does not know "stele".\nhelp: did you mean "steel"?'),
        (["--owner", "miitt"], 'error: --owner does not know "miitt".\nhelp: did you mean "miit"?'),
    ],
)
def test_a_filter_that_nothing_can_match_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    del here
    assert run(["show", "plan", *options]) == 2
    assert message in capsys.readouterr().err


def test_of_several_roadmaps_one_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(here, here.parent / "all" / "one")
    shutil.copytree(here, here.parent / "all" / "two")
    assert run(["show", "all"]) == 2
    assert "There are 2 roadmaps" in capsys.readouterr().err


def test_errors_are_shown_and_nothing_else(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steel = here / "steel.yaml"
    steel.write_text(
        steel.read_text(encoding="utf-8").replace("by 2025, status", "some day, status"), encoding="utf-8"
    )
    assert run(["show", "plan"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "CR" in captured.err
