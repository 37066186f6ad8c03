"""What a module of this folder is."""

from collections.abc import Callable, Iterator
from typing import Protocol

from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule
from carbonroad.link.system import System


class Check(Protocol):
    """A module with a rule and its check; its docstring is the rule's page.

    Rules report; they do not compute.
    """

    @property
    def RULE(self) -> Rule:  # noqa: N802 - a constant of the module
        """What it is called and how much it weighs."""

    @property
    def check(self) -> Callable[[System, Facts], Iterator[Finding]]:
        """Yields a finding for each place where the fault is."""
