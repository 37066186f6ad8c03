"""The same input and data date give the same bytes, whatever the machine, its clock, language and folders."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from killing import snapshot
from test_killed import STEEL, TOP, write

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CITY = """
    industry: heat
    title: {en: Heat, zh: 供热}
    milestones:
      - {id: M1, title: {en: Plan, zh: 方案}, deadline: by 2027}
    works:
      - {id: W1, title: {en: Survey, zh: 调查}, start: 2026-03-01, takes: 9mo, for: M1}
      - {id: W2, title: {en: Build, zh: 建设}, after: W1, takes: 2y}
    indicators:
      - id: pumps
        title: Heat pumps
        unit: "%"
        actual: {2024: 10}
        targets: {2030: {value: 50, deadline: by 2030}}
"""
MACHINES = {
    "usual": ({"PYTHONHASHSEED": "0", "TZ": "UTC"}, (), "1", "a", False, 0o022),
    "east": ({"PYTHONHASHSEED": "1", "TZ": "EAST-14", "LC_ALL": "C"}, ("-O",), "1", "a/b/c/d", True, 0o077),
    "west": (
        {
            "PYTHONHASHSEED": "random",
            "TZ": "WEST+12",
            "LC_ALL": "zh_CN.UTF-8",
            "COLUMNS": "40",
            "HOME": "/nonexistent",
            "PYTHONIOENCODING": "utf-8",
        },
        ("-X", "utf8=0"),
        "2",
        "x",
        True,
        0o022,
    ),
    "turkish": ({"LC_ALL": "tr_TR.UTF-8", "TZ": "X-8", "TERM": "dumb"}, ("-O",), "4", "y y/é", False, 0o002),
}


@cache
def outputs(machine: str, folder: Path) -> dict[str, str]:
    """Make every output as on a machine; return the digests by path."""
    variables, flags, jobs, depth, shuffled, mask = MACHINES[machine]
    place = folder / machine / depth
    top = TOP.replace("title: City roadmap", "title: {en: City, zh: 城市}\n    languages: [en, zh]")
    files = {
        "carbonroad.yaml": top,
        "steel.yaml": STEEL,
        "heat.yaml": CITY,
        "Zinc.yaml": STEEL.replace("steel", "Zinc"),
    }
    write(place / "plan", files)
    write(place / "before", {**files, "steel.yaml": STEEL.replace("2027", "2026")})
    script = str(HERE / "every_output.py")
    done = subprocess.run(
        [sys.executable, *flags, script, "out", jobs, *(["shuffled"] if shuffled else [])],
        cwd=place,
        env={**os.environ, **variables, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        umask=mask,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
    return snapshot(place / "out")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("machines")


@pytest.mark.parametrize("machine", [name for name in MACHINES if name != "usual"])
def test_every_output_has_the_same_bytes(folder: Path, machine: str) -> None:
    usual, theirs = outputs("usual", folder), outputs(machine, folder)
    assert len(usual) > 60
    assert {name for name in usual.keys() | theirs.keys() if usual.get(name) != theirs.get(name)} == set()


def test_python_without_explanations_is_refused() -> None:
    call = "import sys; from carbonroad.cli.run import run; sys.exit(run(['explain', 'deadline']))"
    code, said = day_of(call, PYTHONOPTIMIZE="2")
    assert (code, "PYTHONOPTIMIZE" in said) == (2, True)


@pytest.mark.parametrize(
    "command", ["diff plan plan --format md", "status plan --format md", "schedule plan --format csv"]
)
def test_what_programs_read_is_in_one_encoding(tmp_path: Path, command: str) -> None:
    write(tmp_path / "plan", {"carbonroad.yaml": TOP, "heat.yaml": CITY})
    read = [
        subprocess.run(
            [sys.executable, "-m", "carbonroad", *command.split(), "--lang", "zh"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
        ).stdout
        for encoding in ("utf-8", "ascii", "gbk")
    ]
    assert read[0] == read[1] == read[2]


def day_of(words: str, **variables: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", words],
        env={**os.environ, **variables, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
    )
    return done.returncode, done.stdout.strip() + done.stderr


def test_a_fixed_time_of_day_stands_for_the_clock(tmp_path: Path) -> None:
    words = "from carbonroad.cli.clock import today; print(today())"
    for zone in ("EAST-14", "WEST+12"):
        assert day_of(words, SOURCE_DATE_EPOCH="1795392000", TZ=zone) == (0, "2026-11-23")
    write(tmp_path, {"carbonroad.yaml": TOP.replace("as_of: 2026-11-22", ""), "steel.yaml": STEEL})
    call = f"import sys; from carbonroad.cli.run import run; sys.exit(run(['validate', {str(tmp_path)!r}]))"
    code, said = day_of(call, SOURCE_DATE_EPOCH="yesterday")
    assert (code, "SOURCE_DATE_EPOCH is no number of seconds" in said) == (2, True)


def test_midnight_does_not_divide_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from carbonroad.cli import clock

    days = iter((date(2026, 11, 22), date(2026, 11, 23)))

    class Clock(date):
        @classmethod
        def today(cls) -> date:
            return next(days)

    clock.today.cache_clear()
    monkeypatch.setattr(clock, "date", Clock)
    assert clock.today() == clock.today()
    clock.today.cache_clear()
