"""The rules of a SARIF log: what a viewer shows beside a finding, from the rules' pages."""

from collections.abc import Iterable

from carbonroad.base.texts.said import say
from carbonroad.checking.rule_pages import pages
from carbonroad.findings import Finding, RulePage, Severity
from carbonroad.report.json_text import Json
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.info: "note"}
_SEVERITIES = {Severity.error: "error", Severity.warning: "warning", Severity.info: "recommendation"}
_FAMILIES = {
    "CR0": "reading", "CR1": "structure", "CR2": "references", "CR3": "time", "CR4": "numbers",
    "CR5": "completeness", "CR6": "import", "CR9": "carbonroad",
}  # fmt: skip


def rules(findings: Iterable[Finding], words: Wording) -> list[Json]:
    """Return the rules that the findings are of, by code."""
    named = {finding.code: finding for finding in findings}
    known = {page.rule.code: page for page in pages()} if named else {}
    return [_rule(named[code], known.get(code), words) for code in sorted(named)]


def _rule(finding: Finding, page: RulePage | None, words: Wording) -> Json:
    severity = finding.severity if page is None else page.rule.severity
    family = _FAMILIES.get(finding.code[:3])
    rule: Json = {
        "id": finding.code,
        "name": "".join(word.capitalize() for word in finding.name.split("-")),
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {"problem.severity": _SEVERITIES[severity]} | ({"tags": [family]} if family else {}),
    }
    if page is None:
        return rule
    chinese = words.chinese and bool(page.says_zh)
    title = page.title_zh if chinese else f"{page.title}."
    says = page.says_zh if chinese else page.says
    why = page.why_zh if chinese and page.why_zh else page.why
    return rule | {
        "shortDescription": {"text": title or says},
        "fullDescription": {"text": says},
        "help": {
            "text": _help(page, says, why, words, "{}"),
            "markdown": _help(page, says, why, words, _FENCED),
        },
    }


_FENCED = "```yaml\n{}\n```"


def _help(page: RulePage, says: str, why: str, words: Wording, code: str) -> str:
    parts = [says, why]
    for heading, example in ((say("Flagged:"), page.flagged), (say("Fine:"), page.fine)):
        if example.strip():
            parts += [said_in(words, heading), code.replace("{}", example.rstrip("\n"))]
    return "\n\n".join(part for part in parts if part)
