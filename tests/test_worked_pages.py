"""The pages of docs/ with worked examples: their files are written, their calls made, their numbers come out.

`make golden` takes over what the program says now.
"""

import os
import re
import shlex
from pathlib import Path

import pytest

from carbonroad.cli.run import run

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES: tuple[str, ...] = (
    "changes.md", "nested.md", "pathways.md", "progress.md", "schedule.md", "targets.md",
)  # fmt: skip
_BLOCK = re.compile(r"(?<=^```)(yaml|console|markdown)\n(.*?)(?=^```)", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", PAGES)
def test_every_example_says_what_the_page_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    page = (DOCS / name).read_text(encoding="utf-8")
    calls = 0

    def answered(block: re.Match[str]) -> str:
        nonlocal calls
        kind, text = block.groups()
        first, _, said = text.partition("\n")
        if kind == "yaml":
            path = tmp_path / first.removeprefix("# ")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return block[0]
        if kind == "markdown":
            made = tmp_path / first.removeprefix("<!-- ").removesuffix(" -->")
            assert said.rstrip("\n") in made.read_text(encoding="utf-8"), first
            return block[0]
        assert first.startswith("$ carbonroad "), first
        run(shlex.split(first.removeprefix("$ carbonroad ")))
        calls += 1
        now = capsys.readouterr().out
        assert now == said or os.environ.get("CARBONROAD_GOLDEN") == "write", first
        return f"console\n{first}\n{now}"

    checked = _BLOCK.sub(answered, page)
    if checked != page:
        (DOCS / name).write_text(checked, encoding="utf-8")
    assert calls
