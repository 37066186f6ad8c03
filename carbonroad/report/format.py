"""What a format of findings is."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:  # the start of `validate --help` needs none of it
    from collections.abc import Callable, Iterator

    from carbonroad.report.results import Results, Style


class Format(NamedTuple):
    """One format that findings can be reported in.

    Attributes:
        name: As `validate --format` names it.
        module: Where its function `pieces` stands, below `report/formats/`; imported when it is used.
        ending: What a file of it usually ends in.
        syntax: What it is written in: `prose` for people; `json`, `jsonl`, `xml` or `commands` for programs,
            which read UTF-8 wherever it goes.
        summarises: Whether its module has a function `step_summary`: Markdown for the summary of a CI run.
    """

    name: str
    module: str
    ending: str = "txt"
    syntax: str = "prose"
    summarises: bool = False

    def pieces(self, results: "Results", style: "Style") -> "Iterator[str]":
        """Yield the report piece by piece, for a run may find a million things.

        It ends in a line end, or is empty.
        """
        return cast("Iterator[str]", self._function("pieces")(results, style))

    def text(self, results: "Results", style: "Style") -> str:
        """Return the report as a whole."""
        return "".join(self.pieces(results, style))

    def step_summary(self, results: "Results", style: "Style") -> str:
        """Return the Markdown for the summary of a CI run; empty where the format has none."""
        return cast("str", self._function("step_summary")(results, style)) if self.summarises else ""

    def _function(self, name: str) -> "Callable[[Results, Style], object]":
        module = import_module(f"carbonroad.report.formats.{self.module}")
        return cast("Callable[[Results, Style], object]", getattr(module, name))
