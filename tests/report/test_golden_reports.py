"""One small run in every format, byte for byte; CARBONROAD_GOLDEN=write takes over a wanted change."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from findings_sample import EVERYTHING

from carbonroad import __version__
from carbonroad.findings import Rule, RulePage, Severity
from carbonroad.report import NAMES, report_named
from carbonroad.report.github import step_summary
from carbonroad.report.results import Style
from carbonroad.wording import wording

FOLDER = Path(__file__).parent / "golden"
ENDINGS = {"json": "json", "jsonl": "jsonl", "sarif": "sarif", "gitlab": "json", "junit": "xml"}
STYLE = Style(infos=True)
CHINESE = STYLE._replace(words=wording("zh", catalogue="findings"))
# The real page of this rule may be worded anew any day.
PAGE = RulePage(
    Rule("CR201", "unknown-organisation", Severity.error),
    "What it says.", "Why it matters.", "标题", "说明。", "原因。", "owner: mitt\n", "owner: miit\n",
)  # fmt: skip


@patch("carbonroad.report.sarif_rules.pages", lambda: (PAGE,))
def made() -> dict[str, str]:
    files = {
        f"{name}.{ENDINGS.get(name, 'txt')}": report_named(name).report(EVERYTHING, STYLE) for name in NAMES
    }
    files["full.zh.txt"] = report_named("full").report(EVERYTHING, CHINESE)
    files["sarif.zh.sarif"] = report_named("sarif").report(EVERYTHING, CHINESE)
    files["full.colour.txt"] = report_named("full").report(EVERYTHING, STYLE._replace(colour=True))
    files["step-summary.md"] = step_summary(EVERYTHING, STYLE)
    files["statistics.txt"] = report_named("concise").report(EVERYTHING, STYLE._replace(statistics=True))
    return {name: text.replace(__version__, "VERSION") for name, text in files.items()}


@pytest.mark.parametrize("name", sorted(made()))
def test_report_is_as_agreed(name: str) -> None:
    path, text = FOLDER / name, made()[name]
    if os.environ.get("CARBONROAD_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_bytes().decode() == text


def test_no_agreed_report_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(made())
