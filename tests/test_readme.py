"""What the README shows, in English and in Chinese, is what the program reads."""

import re
from datetime import date
from pathlib import Path

import pytest

from carbonroad.cli.run import run
from carbonroad.findings import Severity
from carbonroad.project import load
from carbonroad.source.folder import NoRoadmap, find_roadmaps

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"en": ROOT / "README.md", "zh": ROOT / "docs" / "zh" / "README.md"}


def _blocks(page: str, kind: str) -> list[str]:
    text = PAGES[page].read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def _mistakes(path: Path) -> list[str]:
    found = find_roadmaps(str(path))
    assert not isinstance(found, NoRoadmap)
    (folder,) = found
    project = load(folder, None, date(2026, 11, 22))
    return [f.message for f in project.findings if f.severity is not Severity.info]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("first_line", ["industry: steel", "行业: steel"])
def test_the_shortest_file_is_a_roadmap(first_line: str, page: str, tmp_path: Path) -> None:
    (shown,) = [block for block in _blocks(page, "yaml") if block.startswith(first_line)]
    file = tmp_path / "steel.yaml"
    file.write_text(shown, encoding="utf-8")
    assert _mistakes(file) == []


@pytest.mark.parametrize("page", PAGES)
def test_the_format_on_one_page_is_a_roadmap(page: str, tmp_path: Path) -> None:
    for name in ("carbonroad.yaml", "steel.yaml"):
        (shown,) = [block for block in _blocks(page, "yaml") if block.startswith(f"# {name}")]
        (tmp_path / name).write_text(shown, encoding="utf-8")
    assert _mistakes(tmp_path) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("language", "severity"), [("en", "error"), ("zh", "错误")])
def test_the_finding_that_is_shown_is_what_the_program_says(
    language: str,
    severity: str,
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (shown,) = [block for block in _blocks(page, "text") if block.startswith(f"{severity}[CR201]")]
    body = "  miit: {title: Ministry of Industry and Information Technology, short: MIIT}"
    head = f"organisations:\n{body}\nmilestones:\n  - id: peak\n    title: Steel emissions peak\n"
    (tmp_path / "steel.yaml").write_text(f"{head}    deadline: by 2030\n    owner: mitt\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["validate", "steel.yaml", "--lang", language]) == 1
    assert capsys.readouterr().out.startswith(shown)
