"""What a rule is."""

from collections.abc import Iterator
from typing import Protocol

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, RulePage
from carbonroad.link.system import System


class Rule(Protocol):
    """A module with a page and a check. Rules report; they do not compute."""

    PAGE: RulePage

    @staticmethod
    def check(system: System, facts: Facts) -> Iterator[Finding]:
        """Yield a finding for each place where the fault is."""
        ...
