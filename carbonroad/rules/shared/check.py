"""What a module of this folder's parent is: a rule, what its findings hang on, and its check."""

from collections.abc import Callable, Iterator
from typing import Literal, Protocol

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.findings import Finding, Rule
from carbonroad.link.system import System

Reach = Literal["part", "chain", "whole"]
Absence = Literal["none", "entry", "name"]


class Scope(NamedTuple):
    """What a rule's findings hang on; every rule says all three, for nothing else can know it.

    Attributes:
        reach: How far the rule looks, for who remembers findings. "part": each finding stands in the file of
            the part that it speaks of, and depends on that part, on the top file, on the parts that those
            two name, however indirectly, and on what the top file declares. "chain": the same of a rule that
            looks along links either way, of all the parts that links join. "whole": on anything.
        misses: The keys whose value would have kept the rule silent, had it been understood: of the item or
            indicator that a finding points to, or at the root of a file. Where one of them is written but
            wrong, nothing is said in addition.
        absence: What the rule reports as missing outside that item. "entry": something that may stand
            anywhere, so that nothing is said where a file was not read whole. "name": that nothing names an
            item, which a name that nothing has may have meant too. "none": nothing.
    """

    reach: Reach
    misses: tuple[str, ...]
    absence: Absence


class Check(Protocol):
    """A module with a rule and its check; its docstring is the rule's page.

    Rules report; they do not compute.
    """

    @property
    def RULE(self) -> Rule:  # noqa: N802 - a constant of the module
        """What it is called and how much it weighs."""

    @property
    def SCOPE(self) -> Scope:  # noqa: N802 - a constant of the module
        """What its findings hang on."""

    @property
    def check(self) -> Callable[[System, Facts], Iterator[Finding]]:
        """Yields a finding for each place where the fault is."""
