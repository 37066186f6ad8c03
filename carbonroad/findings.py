"""Severity, span and finding: the one record that every report reads."""

import enum
from collections.abc import Iterable
from typing import TypedDict, Unpack

from carbonroad.base.record import NamedTuple


class Severity(enum.Enum):
    """How much a finding weighs; `info < warning < error`."""

    error = "error"
    warning = "warning"
    info = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANKS[self.value]

    def __lt__(self, other: "Severity") -> bool:
        return self.rank < other.rank

    def __le__(self, other: "Severity") -> bool:
        return self.rank <= other.rank

    def __gt__(self, other: "Severity") -> bool:
        return self.rank > other.rank

    def __ge__(self, other: "Severity") -> bool:
        return self.rank >= other.rank


_RANKS = {"info": 0, "warning": 1, "error": 2}


class Span(NamedTuple):
    """A range of one file.

    Attributes:
        path: The file as the user named it, for display.
        start: Code points before the range, counted in the decoded text after the BOM.
        end: Code points before the first character after the range.
    """

    path: str
    start: int
    end: int


class Related(NamedTuple):
    """Another place that belongs to a finding, such as the first of two duplicates."""

    span: Span
    message: str


class Edit(NamedTuple):
    """Replace the code points from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """A repair of one file; `safe` when it cannot change what the writer meant."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class Suppressed(NamedTuple):
    """Why a finding does not count: `how` is `comment`, `file` or `baseline`."""

    how: str
    reason: str = ""


class Finding(NamedTuple):
    """One mistake of a user's file, as a value.

    Attributes:
        code: `CR` and three digits.
        name: Kebab-case, states the fault.
        severity: As the rule has it, before the roadmap's own settings.
        message: One sentence.
        span: Where it points.
        pointer: The place by ids, such as `milestones[steel-peak].owner`.
        label: The words at the caret.
        related: Other places that belong to it.
        notes: Further sentences.
        help: How to write it.
        fix: A repair, where one is known.
        suppressed: Why it does not count; None where it does.

    Sentences are `Said`, so that a report can say them in the reader's language.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    pointer: str = ""
    label: str = ""
    related: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""
    fix: Fix | None = None
    suppressed: Suppressed | None = None


class Rule(NamedTuple):
    """What a finding takes from its rule.

    Attributes:
        code: `CR` and three digits; never reused.
        name: Kebab-case, states the fault.
        severity: Unless the roadmap's settings say otherwise.
    """

    code: str
    name: str
    severity: Severity


class Parts(TypedDict, total=False):
    """What a finding may say beside its message; as in `Finding`, `help_` for its `help`."""

    pointer: str
    label: str
    help_: str
    related: Iterable[Related]
    notes: Iterable[str]
    fix: Fix | None


def found(rule: Rule, span: Span, message: str, **parts: Unpack[Parts]) -> Finding:
    """Make a finding of a rule."""
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        message,
        span,
        parts.get("pointer", ""),
        parts.get("label", ""),
        tuple(parts.get("related", ())),
        tuple(parts.get("notes", ())),
        parts.get("help_", ""),
        parts.get("fix"),
    )


class RulePage(NamedTuple):
    """What `explain` tells of a rule.

    Attributes:
        rule: Its code, name and severity.
        says: One sentence: what is reported.
        why: Why it matters to a policy writer.
        title_zh: Its name in Chinese.
        says_zh: As `says`, in Chinese.
        why_zh: As `why`, in Chinese.
        flagged: YAML that the rule reports; with `escaped`, with Python's escapes for what no text shows.
        fine: The same, repaired.
        at: Line and column of the finding in `flagged`, where no `# expect:` stands on its line.
        escaped: Whether `flagged` has to be unescaped to bytes.
    """

    rule: Rule
    says: str
    why: str
    title_zh: str
    says_zh: str
    why_zh: str
    flagged: str
    fine: str
    at: tuple[int, int] | None = None
    escaped: bool = False

    @property
    def title(self) -> str:
        """The rule's name as words."""
        return self.rule.name.replace("-", " ").capitalize()


def sort_key(finding: Finding) -> tuple[str, int, str]:
    """The order of every report: path, place, code."""
    return finding.span.path, finding.span.start, finding.code
