"""docs/validating.md: its files are written, its calls are made, and they say what the page says."""

import re
import shlex
from pathlib import Path

import pytest

from carbonroad.cli.run import run

PAGE = Path(__file__).resolve().parent.parent / "docs" / "validating.md"
BLOCKS = re.findall(
    r"^```(yaml|console)\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)


def test_every_example_says_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    calls = 0
    for kind, text in BLOCKS:
        first, _, rest = text.partition("\n")
        if kind == "yaml":
            (tmp_path / first.removeprefix("# ")).write_text(text, encoding="utf-8")
            continue
        run(shlex.split(first.removeprefix("$ carbonroad ")))
        written = capsys.readouterr()
        said = written.err + written.out if rest.startswith("Wrote") else written.out
        assert said == rest, first
        calls += 1
    assert calls >= 5


def test_every_option_and_setting_of_the_page_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    from carbonroad.read.vocabulary.settings_shape import VALIDATE

    page = PAGE.read_text(encoding="utf-8")
    assert run(["validate", "--help"]) == 0
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page)) <= options
    rows = re.findall(r"^\| `(\w+)` \| (\S+) \|", page, re.MULTILINE)
    assert sorted(rows) == sorted((field.name, field.zh[0]) for field in VALIDATE.fields)
