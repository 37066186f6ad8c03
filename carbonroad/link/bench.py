"""What linking works with: the findings so far and how to add one."""

from typing import Unpack

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Parts, Related, Severity, Span, found
from carbonroad.link.codes import BY_NAME
from carbonroad.read.codes import BY_NAME as READ_RULES
from carbonroad.source.limits import MAX_FINDINGS


class Bench:
    """Collects the findings of linking. What many items inherit is resolved often but reported once.

    `calls` counts all that was to be reported.
    """

    __slots__ = ("_counts", "_said", "calls", "findings")

    def __init__(self) -> None:
        self.calls = 0
        self.findings: list[Finding] = []
        self._said: set[tuple[str, Span, str]] = set()
        self._counts: dict[tuple[str, Severity], int] = {}

    def report(self, name: str, span: Span, message: str, **parts: Unpack[Parts]) -> None:
        """Add a finding of a rule of linking or reading, unless the same was said of the same place."""
        self.calls += 1
        rule = BY_NAME.get(name) or READ_RULES[name]
        number = self._counts.get((span.path, rule.severity), 0)
        if number > MAX_FINDINGS or (name, span, message) in self._said:
            return  # the one too many shows that there are too many
        self._counts[span.path, rule.severity] = number + 1
        self._said.add((name, span, message))
        self.findings.append(found(rule, span, message, **parts))

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
