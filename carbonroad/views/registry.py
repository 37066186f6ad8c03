"""Every kind of document there is: a new one is a module and a line here."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP, Part
from carbonroad.views import assignments, drawing, overview, progress, roadmap, timetable
from carbonroad.views.diagrams import with_diagram
from carbonroad.views.document import Document
from carbonroad.views.drawing import SheetIndex
from carbonroad.views.options import USUAL, Options
from carbonroad.views.words import Words

Build = Callable[[System, Facts, Part | None, str, Options], Document]


class View(NamedTuple):
    """A kind of document.

    Attributes:
        name: As `--view` names it.
        words: English interface words of its name.
        build: Makes the document of a part, or of the whole roadmap (None), in a language.
        whole: Whether there is one of the whole roadmap.
        parts: Whether there is one of each industry.
    """

    name: str
    words: str
    build: Build
    whole: bool = True
    parts: bool = True

    def path(self, part: Part | None) -> str:
        """Return where its document is written, without ending."""
        name = "index" if self.name == "overview" else self.name
        return name if part is None else f"{part.id}/{name}"


def _overview(system: System, facts: Facts, _: Part | None, lang: str, options: Options) -> Document:
    return overview.build_document(system, facts, lang, options)


ALL: tuple[View, ...] = (
    View("overview", "Overview", _overview, parts=False),
    View("timetable", "Timetable", timetable.build_document),
    View("roadmap", "Roadmap", roadmap.build_document),
    View("drawing", "Construction drawing", drawing.build_document),
    View("assignments", "Assignments", assignments.build_document, parts=False),
    View("progress", "Progress statement", progress.build_document),
)
"""In the order of the navigation."""


class Planned(NamedTuple):
    """A document that is wanted: its kind, and the part it is of; None for the whole roadmap."""

    view: View
    part: Part | None

    @property
    def path(self) -> str:
        """Where it is written, without ending."""
        return self.view.path(self.part)


def plan_all(
    system: System, views: Collection[str] = (), industries: Collection[str] = ()
) -> tuple[Planned, ...]:
    """Return the documents of a roadmap that are wanted, in their order.

    Args:
        system: The roadmap.
        views: Names of the views wanted; empty for all.
        industries: Ids of the parts wanted, `top` for the whole; empty for all and the whole.
    """
    chosen = [view for view in ALL if not views or view.name in views]
    found = [Planned(view, None) for view in chosen if view.whole and (not industries or TOP in industries)]
    parts = [part for part in system.industries if not industries or part.id in industries]
    return (*found, *(Planned(view, part) for part in parts for view in chosen if view.parts))


class Maker:
    """Makes the documents of a roadmap in one language, each when it is asked for.

    Args:
        system: The roadmap.
        facts: What is computed from it.
        lang: BCP 47 tag.
        options: How they are drawn.
        known: By part, what is known of sheets that need not be laid out.
    """

    def __init__(
        self,
        system: System,
        facts: Facts,
        lang: str,
        options: Options = USUAL,
        known: Mapping[str, SheetIndex] = MappingProxyType({}),
    ) -> None:
        self.words = Words(system, facts, lang, options)
        self._draw = drawing.Drawings(system, facts, lang, options, known)

    def make(self, wanted: Planned) -> Document:
        """Return a document."""
        words = self.words
        if wanted.view.name == "drawing":
            made = self._draw(wanted.part)
        else:
            made = wanted.view.build(words.system, words.facts, wanted.part, words.lang, words.options)
        if words.options.against is not None:
            made = replace(made, styles=(*made.styles, "since"))
        return with_diagram(words, made) if words.options.mermaid else made

    def sheets(self, part: Part) -> SheetIndex:
        """Return what other parts' sheets say of a part's."""
        return self._draw.index(part)


def build_all(
    system: System,
    facts: Facts,
    lang: str,
    views: tuple[str, ...] = (),
    industries: tuple[str, ...] = (),
    options: Options = USUAL,
) -> list[Document]:
    """Return the documents of a roadmap in one language, all at once; as for `plan_all` and `Maker`."""
    maker = Maker(system, facts, lang, options)
    return [maker.make(one) for one in plan_all(system, views, industries)]
