"""What linking works with: the findings so far and how to add one."""

from collections.abc import Iterable

from carbonroad.findings import Finding, Fix, Related, Span
from carbonroad.link.codes import CODES
from carbonroad.read.codes import CODES as READ_CODES


class Bench:
    """Collects the findings of linking."""

    __slots__ = ("findings",)

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def report(
        self,
        name: str,
        span: Span,
        message: str,
        *,
        pointer: str = "",
        label: str = "",
        help_: str = "",
        related: Iterable[Related] = (),
        fix: Fix | None = None,
    ) -> None:
        """Add a finding of a rule of linking or reading."""
        rule = CODES.get(name) or READ_CODES[name]
        self.findings.append(
            Finding(rule.code, rule.name, rule.severity, message, span, pointer, label, tuple(related), (), help_, fix)
        )
