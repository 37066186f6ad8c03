"""libyaml and the pure parser find the same in the examples of the reader's rules; its fixes mend them."""

import re

import pytest

from carbonroad.checking.rule_pages import pages
from carbonroad.findings import Finding, RulePage
from carbonroad.source.codes import BY_NAME, RULES
from carbonroad.source.text import from_bytes, from_string
from carbonroad.source.wording import WORDS
from carbonroad.source.yaml.parse import parse

SHOWN = [page for page in pages() if page.rule.code.startswith("CR0") and page.at is not None]


def bytes_of(page: RulePage) -> bytes:
    if page.escaped:
        return page.flagged.encode("ascii").decode("unicode_escape").encode("latin-1")
    return page.flagged.encode()


def by_name(page: RulePage) -> str:
    return page.rule.name


@pytest.mark.parametrize("fast", [True, False], ids=["libyaml", "pure"])
@pytest.mark.parametrize("page", SHOWN, ids=by_name)
def test_flagged_example_gives_exactly_this_finding_at_this_place(page: RulePage, fast: bool) -> None:
    source = from_bytes(bytes_of(page), "steel.yaml")
    if isinstance(source, Finding):
        places = [(source.code, (1, source.span.start + 1))]
    else:
        findings = parse(source, fast=fast).findings
        places = [(finding.code, source.position(finding.span.start)) for finding in findings]
    assert places == [(page.rule.code, page.at)]


def test_table_is_in_order_and_complete() -> None:
    assert [rule.code for rule in RULES] == [f"CR{number:03d}" for number in range(1, len(RULES) + 1)]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in RULES)
    assert {words.rule for words in WORDS.values()} == set(BY_NAME)


@pytest.mark.parametrize("page", SHOWN, ids=by_name)
def test_safe_fix_of_an_example_leaves_nothing_to_fix(page: RulePage) -> None:
    if page.rule.name == "not-utf-8":
        return
    text = bytes_of(page).decode()
    (finding,) = parse(from_string(text)).findings
    if finding.fix is None:
        return
    for edit in sorted(finding.fix.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert parse(from_string(text)).findings == ()
