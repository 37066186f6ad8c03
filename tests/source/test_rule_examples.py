"""Every example of the table is found at its exact place, and its repaired twin is clean."""

import re

import pytest

from carbonroad.findings import Finding
from carbonroad.source.codes import BY_NAME, RULES, Rule
from carbonroad.source.parse import parse
from carbonroad.source.text import from_bytes, from_string
from carbonroad.source.wording import WORDS

NO_TEXT_SHOWS_IT = {"too-large", "unreadable-file"}
SHOWN = [rule for rule in RULES if rule.flagged]


def by_name(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("fast", [True, False], ids=["libyaml", "pure"])
@pytest.mark.parametrize("rule", SHOWN, ids=by_name)
def test_flagged_example_gives_exactly_this_finding_at_this_place(rule: Rule, fast: bool) -> None:
    data = rule.flagged if isinstance(rule.flagged, bytes) else rule.flagged.encode()
    source = from_bytes(data, "steel.yaml")
    if isinstance(source, Finding):
        places = [(source.code, (1, source.span.start + 1))]
    else:
        findings = parse(source, fast=fast).findings
        places = [(finding.code, source.position(finding.span.start)) for finding in findings]
    assert places == [(rule.code, rule.at)]


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_fine_example_is_clean(rule: Rule) -> None:
    parsed = parse(from_string(rule.fine))
    assert parsed.findings == ()
    assert parsed.root is not None


def test_table_is_in_order_and_complete() -> None:
    assert [rule.code for rule in RULES] == [f"CR{number:03d}" for number in range(1, len(RULES) + 1)]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name) for rule in RULES)
    assert {rule.name for rule in RULES if not rule.flagged} == NO_TEXT_SHOWS_IT
    assert {words.rule for words in WORDS.values()} == set(BY_NAME)


@pytest.mark.parametrize("rule", SHOWN, ids=by_name)
def test_safe_fix_of_an_example_leaves_nothing_to_fix(rule: Rule) -> None:
    if isinstance(rule.flagged, bytes):
        assert rule.name == "not-utf-8"
        return
    (finding,) = parse(from_string(rule.flagged)).findings
    if finding.fix is None:
        return
    text = rule.flagged
    for edit in sorted(finding.fix.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert parse(from_string(text)).findings == ()
