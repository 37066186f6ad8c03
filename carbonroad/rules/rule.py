"""What a rule is."""

from collections.abc import Callable, Iterator
from typing import Protocol

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, RulePage
from carbonroad.link.system import System


class Rule(Protocol):
    """A module with a page and a check. Rules report; they do not compute."""

    @property
    def PAGE(self) -> RulePage:  # noqa: N802 - a constant of the module
        """What it is called, and what `explain` tells."""

    @property
    def check(self) -> Callable[[System, Facts], Iterator[Finding]]:
        """Yields a finding for each place where the fault is."""
