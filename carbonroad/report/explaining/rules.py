"""The pages of rules and of their families."""

import re
from typing import Any

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say, sayable
from carbonroad.checking.rule_pages import pages
from carbonroad.checking.rulebook import is_fixed
from carbonroad.findings import Rule, RulePage
from carbonroad.report.explaining.page import Block, Example, Heading, Page, Paragraph, Rows
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

FAMILIES = {
    "CR0": sayable("Reading: bytes, signs and the syntax of YAML"),
    "CR1": sayable("Structure: keys, types and words"),
    "CR2": sayable("References: names and ids"),
    "CR3": sayable("Time: dates, order and schedule"),
    "CR4": sayable("Numbers: values, units and series"),
    "CR5": sayable("Completeness: what is not said"),
    "CR6": sayable("Import: tables, schedules, calendars and texts of others"),
    "CR9": sayable("The checks themselves: settings, suppressions, baseline"),
}
LEVELS = {"error": sayable("error"), "warning": sayable("warning"), "info": sayable("info")}
_EXPECT = lazy_pattern(r"# expect: (?P<names>[^\n]*)$", re.MULTILINE)
_MARK = "# <- "
_HIDDEN = lazy_pattern(r"\\x[0-9a-f]{2}")


def rule_page(page: RulePage, words: Wording, *, leaving_out: bool = True) -> Page:
    """Return the page of one rule in the language of the wording; at its end how to leave the rule out."""
    rule = page.rule
    chinese = words.chinese and bool(page.says_zh)
    blocks: list[Block] = [
        Paragraph(page.says_zh if chinese else page.says),
        Paragraph(page.why_zh if chinese else page.why),
    ]
    if page.flagged.strip():
        blocks += [Heading(words(_FLAGGED)), Example(shown_example(page.flagged, page))]
        blocks += [Heading(words(_FINE)), Example(page.fine)]
    if leaving_out and not rule.code.startswith("CR6"):  # said of a foreign file: no roadmap's settings apply
        blocks += [Heading(words(_LEAVE)), *_leaving_out(rule, words)]
    title = page.title_zh if words.chinese and page.title_zh else rule.name
    level = words(LEVELS[rule.severity.value])
    return Page(
        f"{level}[{rule.code}] {title}" + ("" if title == rule.name else f"  ({rule.name})"),
        tuple(blocks),
        _data(page),
        rule.severity.value,
    )


_FLAGGED, _FINE = sayable("Flagged"), sayable("Fine")
_LEAVE = sayable("To leave it out")
_FIXED = sayable("This cannot be left out: where it is found, the rest of the check means nothing.")
_FILE = sayable("In a file, at the end of the line or alone above it, with the reason:")
_ROADMAP = sayable("In the whole roadmap, in carbonroad.yaml:")


def _leaving_out(rule: Rule, words: Wording) -> list[Block]:
    if is_fixed(rule):
        return [Paragraph(words(_FIXED))]
    reason = words(sayable("reason"))
    whole: list[Block] = [
        Paragraph(words(_ROADMAP)),
        Example(f"validate:\n  severity:\n    {rule.name}: off\n"),
    ]
    if rule.code.startswith("CR9"):
        return whole
    return [
        Paragraph(words(_FILE)),
        Example(f"# carbonroad: ignore[{rule.name}] -- {reason}\n"),
        *whole,
    ]


def shown_example(text: str, page: RulePage) -> str:
    """Return YAML that a rule reports, with an arrow at the lines concerned."""
    lines = text.splitlines()
    if page.at is not None and not _EXPECT.search(text):
        row = min(page.at[0], len(lines)) - 1
        if not lines[row].lstrip().startswith("#") and len(lines) > 1:
            lines[row] = f"{lines[row]}  {_MARK}{page.rule.name}"
    return _EXPECT.sub(lambda found: f"{_MARK}{found['names'].strip()}", "\n".join(lines)) + "\n"


def family_page(family: str, words: Wording) -> Page:
    """Return the page of one family: its rules."""
    chosen = [page for page in pages() if page.rule.code.startswith(family)]
    rows = tuple(
        (page.rule.code, page.rule.name, words(LEVELS[page.rule.severity.value]), _title(page, words))
        for page in chosen
    )
    head = tuple(words(one) for one in (_CODE, _NAME, _LEVEL, _SAYS))
    title = words(FAMILIES[family[:3]]) if family[:3] in FAMILIES else family
    more = said_in(words, say("carbonroad explain {code} shows one.", code=chosen[0].rule.code))
    data = {"family": family, "rules": [_data(page) for page in chosen]}
    return Page(f"{family}  {title}", (Rows(head, rows, 2), Paragraph(more)), data)


_CODE, _NAME, _LEVEL, _SAYS = sayable("Code"), sayable("Name"), sayable("Severity"), sayable("Meaning")


def _title(page: RulePage, words: Wording) -> str:
    return page.title_zh if words.chinese and page.title_zh else page.says


def _data(page: RulePage) -> dict[str, Any]:
    rule = page.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "can_be_left_out": not is_fixed(rule),
        "title": {"en": page.title, "zh": page.title_zh},
        "says": {"en": page.says, "zh": page.says_zh},
        "why": {"en": page.why, "zh": page.why_zh},
        "flagged": page.flagged,
        "fine": page.fine,
    }
