"""One small run in every format, byte for byte; CARBONROAD_GOLDEN=write takes over a wanted change."""

import os
from pathlib import Path
from unittest.mock import patch

import pytest
from findings_sample import EVERYTHING

from carbonroad import __version__
from carbonroad.findings import Rule, RulePage, Severity
from carbonroad.report import ALL, BY_NAME
from carbonroad.report.results import Style
from carbonroad.wording import wording

FOLDER = Path(__file__).parent / "golden"
STYLE = Style(infos=True)
CHINESE = STYLE._replace(words=wording("zh", catalogue="findings"))
# The real page of this rule may be worded anew any day.
PAGE = RulePage(
    Rule("CR201", "unknown-organisation", Severity.error),
    "What it says.", "Why it matters.", "标题", "说明。", "原因。", "owner: mitt\n", "owner: miit\n",
)  # fmt: skip


@patch("carbonroad.report.sarif_rules.pages", lambda: (PAGE,))
def made() -> dict[str, str]:
    files = {f"{form.name}.{form.ending}": form.text(EVERYTHING, STYLE) for form in ALL}
    files["full.zh.txt"] = BY_NAME["full"].text(EVERYTHING, CHINESE)
    files["sarif.zh.sarif"] = BY_NAME["sarif"].text(EVERYTHING, CHINESE)
    files["full.colour.txt"] = BY_NAME["full"].text(EVERYTHING, STYLE._replace(colour=True))
    files["step-summary.md"] = BY_NAME["github"].step_summary(EVERYTHING, STYLE)
    files["statistics.txt"] = BY_NAME["concise"].text(EVERYTHING, STYLE._replace(statistics=True))
    return {name: text.replace(__version__, "VERSION") for name, text in files.items()}


@pytest.mark.parametrize("name", sorted(made()))
def test_report_is_as_agreed(name: str) -> None:
    path, text = FOLDER / name, made()[name]
    if os.environ.get("CARBONROAD_GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_bytes().decode() == text


def test_no_agreed_report_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(made())
