"""libyaml and the pure parser find the same in the examples of the reader's rules; its fixes mend them."""

import re

import pytest
from either_parser import parse_by

from carbonroad.checking.rule_pages import pages
from carbonroad.findings import Finding, Fix, RulePage
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


@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "pure"])
@pytest.mark.parametrize("page", SHOWN, ids=by_name)
def test_an_example_gives_its_finding_alone_and_at_its_place(page: RulePage, libyaml: bool) -> None:
    source = from_bytes(bytes_of(page), "steel.yaml")
    if isinstance(source, Finding):
        places = [(source.code, (1, source.span.start + 1))]
    else:
        findings = parse_by(source, libyaml=libyaml).findings
        places = [(finding.code, source.position(finding.span.start)) for finding in findings]
    assert places == [(page.rule.code, page.at)]


def test_the_table_of_rules_is_in_order_and_complete() -> None:
    assert [rule.code for rule in RULES] == [f"CR{number:03d}" for number in range(1, len(RULES) + 1)]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in RULES)
    assert {words.rule for words in WORDS.values()} == set(BY_NAME)


def fixes_of(page: RulePage) -> list[Fix]:
    source = from_bytes(bytes_of(page))
    found = () if isinstance(source, Finding) else parse(source).findings
    return [finding.fix for finding in found if finding.fix is not None]


MENDED = [page for page in SHOWN if fixes_of(page)]


def test_most_examples_can_be_mended() -> None:
    assert len(MENDED) > len(SHOWN) / 2


@pytest.mark.parametrize("page", MENDED, ids=by_name)
def test_the_fix_of_an_example_leaves_nothing_to_find(page: RulePage) -> None:
    text = bytes_of(page).decode()
    (fix,) = fixes_of(page)
    for edit in sorted(fix.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert parse(from_string(text)).findings == ()
