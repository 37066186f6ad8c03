"""What one rule tells of one industry's file, as sentences."""

from datetime import date
from typing import NamedTuple

from carbonroad.findings import Finding
from carbonroad.project import load_text

HEAD = "industry: steel\nas_of: 2026-11-22\nowner: MIIT\nbefore_means: inclusive\n"


class Case(NamedTuple):
    """A file after its head, and what one rule tells of it: see `told`."""

    says: str
    rule: str
    text: str
    told: list[str]


def told(case: Case) -> list[str]:
    """Each message with the words at the caret, and what a repair would write instead.

    A file that cannot be read as it stands cannot show what other rules say, or that they are silent.
    """
    project = load_text((HEAD + case.text).encode(), "steel.yaml", None, date(2026, 11, 22))
    found = [one for one in project.findings if one.name == case.rule]
    if not found or found[0].code > "CR200":
        assert [one.message for one in project.findings if one.code < "CR200" and one not in found] == []
    return [_sentence(one) for one in found]


def _sentence(finding: Finding) -> str:
    written = "" if finding.fix is None else f" → {''.join(edit.text for edit in finding.fix.edits)}"
    return f"{finding.message} [{finding.label}]{written}"
