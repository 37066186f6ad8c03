"""The pages of all rules: the docstring of a rule's module, or a file beside the floor that reports it."""

import re
from functools import cache
from pathlib import Path

from carbonroad.checking import codes as own_codes
from carbonroad.findings import Rule, RulePage
from carbonroad.importing import codes as importing_codes
from carbonroad.link import codes as link_codes
from carbonroad.read import codes as read_codes
from carbonroad.rules import all_checks
from carbonroad.source import codes as source_codes

_PACKAGE = Path(__file__).parent.parent
_FLOORS = {
    "source": source_codes.RULES,
    "read": read_codes.RULES,
    "link": link_codes.RULES,
    "importing": importing_codes.RULES,
    "checking": own_codes.RULES,
}
_EXAMPLES = re.compile(
    r"^Flagged(?P<escaped>, escaped)?(?: at (?P<line>\d+):(?P<column>\d+))?:$", re.MULTILINE
)


@cache
def pages() -> tuple[RulePage, ...]:
    """Return the pages of every rule of every floor, by code."""
    read = [
        read_page((_PACKAGE / floor / "pages" / f"{rule.code}-{rule.name}.md").read_text("utf-8"), rule)
        for floor, rules in _FLOORS.items()
        for rule in rules
    ]
    read += [read_page(module.__doc__ or "", module.RULE) for module in all_checks()]
    return tuple(sorted(read, key=lambda page: page.rule.code))


def read_page(text: str, rule: Rule) -> RulePage:
    """Read a rule's page.

    Args:
        text: Four paragraphs: what it says and why it matters, then both in Chinese, where the first sentence
            is the rule's title. Then YAML under `Flagged:` and `Fine:`, indented by four blanks. A line that
            is reported ends in `# expect: name`, or the heading says the place: `Flagged at 2:1:`;
            `# file name.yaml` begins a further file.
        rule: Whose page it is.
    """
    heading = _EXAMPLES.search(text)
    words = text[: heading.start()] if heading else text
    flagged, _, fine = text[heading.end() :].partition("\nFine:\n") if heading else ("", "", "")
    paragraphs = [" ".join(one.split()) for one in words.strip().split("\n\n")]
    says, why, chinese, why_zh = (*paragraphs, "", "", "", "")[:4]
    title_zh, _, says_zh = chinese.partition("。")
    at = (int(heading["line"]), int(heading["column"])) if heading and heading["line"] else None
    escaped = bool(heading and heading["escaped"])
    return RulePage(rule, says, why, title_zh, says_zh, why_zh, _dedent(flagged), _dedent(fine), at, escaped)


def _dedent(block: str) -> str:
    lines = block.strip("\n").split("\n")
    return "\n".join(line.removeprefix("    ").rstrip(" ") for line in lines).rstrip() + "\n"
