"""How a rule makes its findings."""

from collections.abc import Iterable

from carbonroad.base.said import say_count
from carbonroad.findings import Finding, Fix, Related, Rule, Span
from carbonroad.link.system import Item


def found(  # noqa: PLR0913 - a finding has these parts
    rule: Rule,
    span: Span,
    message: str,
    *,
    pointer: str = "",
    label: str = "",
    help_: str = "",
    related: Iterable[Related] = (),
    notes: Iterable[str] = (),
    fix: Fix | None = None,
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
        fix,
    )


def days(count: int) -> str:
    """`1 day`, `41 days`."""
    return say_count("{n} day", "{n:,} days", count)


def due_place(item: Item) -> tuple[Span, str]:
    """Return where an item's time is written, with its pointer: deadline, finish, else its id."""
    for name in ("deadline", "finish"):
        if name in item.place.fields:
            return item.place.value(name), item.place.at(name)
    return item.place.value("id"), item.place.pointer
