"""How a rule gets its page, from its module's docstring, and makes its findings."""

from collections.abc import Iterable

from carbonroad.findings import Finding, Related, RulePage, Severity, Span
from carbonroad.link.system import Item


def page(doc: str | None, code: str, name: str, severity: Severity) -> RulePage:
    """Read a rule's page out of its docstring.

    Args:
        doc: What it says, a blank line, why it matters, then YAML under `Flagged:` and `Fine:`. A line
            that is reported ends in `# expect: name`; `# file name.yaml` begins a further file.
        code: `CR` and three digits.
        name: States the fault.
        severity: Unless the roadmap's settings say otherwise.
    """
    words, _, examples = (doc or "").partition("\nFlagged:\n")
    says, _, why = words.strip().partition("\n\n")
    flagged, _, fine = examples.partition("\nFine:\n")
    return RulePage(
        code, name, severity, " ".join(says.split()), " ".join(why.split()), _dedent(flagged), _dedent(fine)
    )


def found(  # noqa: PLR0913 - a finding has these parts
    rule: RulePage,
    span: Span,
    message: str,
    *,
    pointer: str = "",
    label: str = "",
    help_: str = "",
    related: Iterable[Related] = (),
    notes: Iterable[str] = (),
) -> Finding:
    """Make a finding of a rule."""
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        message,
        span,
        pointer,
        label,
        tuple(related),
        tuple(notes),
        help_,
    )


def days(count: int) -> str:
    """`1 day`, `41 days`."""
    return "1 day" if count == 1 else f"{count:,} days"


def due_place(item: Item) -> tuple[Span, str]:
    """Return where an item's time is written, with its pointer: deadline, finish, else its id."""
    for name in ("deadline", "finish"):
        if name in item.place.fields:
            return item.place.value(name), item.place.at(name)
    return item.place.value("id"), item.place.pointer


def _dedent(block: str) -> str:
    lines = block.strip("\n").split("\n")
    return "\n".join(line.removeprefix("    ").rstrip() for line in lines).rstrip() + "\n"
