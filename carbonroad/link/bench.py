"""What linking works with: the findings so far and how to add one."""

from collections.abc import Iterable

from carbonroad.base.said import say
from carbonroad.findings import Finding, Fix, Related, Span
from carbonroad.link.codes import BY_NAME
from carbonroad.read.codes import BY_NAME as READ_RULES


class Bench:
    """Collects the findings of linking. What many items inherit is resolved often but reported once."""

    __slots__ = ("_said", "findings")

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._said: set[tuple[str, Span, str]] = set()

    def report(  # noqa: PLR0913  # one keyword for each part of a finding
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
        """Add a finding of a rule of linking or reading, unless the same was said of the same place."""
        if (name, span, message) in self._said:
            return
        self._said.add((name, span, message))
        rule = BY_NAME.get(name) or READ_RULES[name]
        self.findings.append(
            Finding(
                code=rule.code,
                name=rule.name,
                severity=rule.severity,
                message=message,
                span=span,
                pointer=pointer,
                label=label,
                related=tuple(related),
                help=help_,
                fix=fix,
            )
        )

    def named_twice(self, first: Span, second: Span, name: str, pointer: str) -> None:
        """Report a name that stands twice in one list, or in two that exclude each other."""
        self.report(
            "named-twice",
            second,
            say('"{name}" is named twice.', name=name),
            pointer=pointer,
            label=say("second"),
            help_=say("keep one of the two"),
            related=[Related(first, say("first named here"))],
        )
