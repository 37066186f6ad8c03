"""Every format of the three lists stands in its page; where a page is written by hand, nothing else does."""

import re
from pathlib import Path

from carbonroad.export import ALL as EXPORTS
from carbonroad.render.formats import ALL as PAGES
from carbonroad.report import ALL as REPORTS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def rows(page: str) -> list[str]:
    """What the rows of a page's first table begin with."""
    table = (DOCS / page).read_text("utf-8").partition("\n|---")[2].partition("\n\n")[0]
    return re.findall(r"(?m)^\| `(\w+)` \|", table)


def test_every_format_of_findings_has_its_row_in_the_page_of_reports() -> None:
    assert rows("reports.md") == [form.name for form in REPORTS]


def test_every_export_has_its_row_and_its_section_in_the_page_of_exports() -> None:
    assert sorted(rows("exports.md")) == sorted(form.name for form in EXPORTS)
    page = (DOCS / "exports.md").read_text("utf-8")
    assert set(re.findall(r"(?m)^## (\w+)", page)) >= {form.name for form in EXPORTS}


def test_the_page_of_exports_says_which_format_the_end_of_a_name_means() -> None:
    (said,) = re.findall(r"(?m)^- \*\*The format\*\*[^-]*", (DOCS / "exports.md").read_text("utf-8"))
    found = re.findall(r"`\.(\w+)` for `(\w+)`", said)
    assert found
    assert set(found) == {(ending, form.name) for form in EXPORTS for ending in form.endings}


def test_every_format_of_documents_and_findings_stands_in_the_page_of_commands() -> None:
    page = (DOCS / "commands.md").read_text("utf-8")
    (to,) = re.findall(r"(?m)^\| `--to FORMATS` \|(.*)$", page)
    assert PAGES
    assert all(re.search(rf"\b{form.name}\b", to) for form in PAGES)
    reports = re.findall(r"(?m)^\| `--format NAME\[=FILE\]` \|(.*)$", page)
    assert reports
    assert all(re.search(rf"\b{form.name}\b", line) for line in reports for form in REPORTS)
