"""Every kind of document there is: a new one is a module and a line here."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.views import assignments, drawing, overview, progress, roadmap, timetable
from carbonroad.views.diagrams import with_diagram
from carbonroad.views.document import Document
from carbonroad.views.options import USUAL, Options
from carbonroad.views.words import Words

Build = Callable[[System, Facts, Part | None, str, Options], Document]
Make = Callable[[Part | None], Document]
Together = Callable[[System, Facts, str, Options], Make]


class View(NamedTuple):
    """A kind of document.

    Attributes:
        name: As `--view` names it.
        words: English interface words of its name.
        build: Makes the document of a part, or of the whole roadmap (None), in a language.
        whole: Whether there is one of the whole roadmap.
        parts: Whether there is one of each industry.
        together: Where its documents need one another's layout: prepares it once for all of a language.
    """

    name: str
    words: str
    build: Build
    whole: bool = True
    parts: bool = True
    together: Together | None = None

    def path(self, part: Part | None) -> str:
        """Return where its document is written, without ending."""
        name = "index" if self.name == "overview" else self.name
        return name if part is None else f"{part.id}/{name}"

    def maker(self, system: System, facts: Facts, lang: str, options: Options) -> Make:
        """Return what makes the documents of parts in a language."""
        if self.together is not None:
            return self.together(system, facts, lang, options)
        return lambda part: self.build(system, facts, part, lang, options)


def _overview(system: System, facts: Facts, _: Part | None, lang: str, options: Options) -> Document:
    return overview.build_document(system, facts, lang, options)


ALL: tuple[View, ...] = (
    View("overview", "Overview", _overview, parts=False),
    View("timetable", "Timetable", timetable.build_document),
    View("roadmap", "Roadmap", roadmap.build_document),
    View("drawing", "Construction drawing", drawing.build_document, together=drawing.drawings),
    View("assignments", "Assignments", assignments.build_document, parts=False),
    View("progress", "Progress statement", progress.build_document),
)
"""In the order of the navigation."""


def build_all(
    system: System,
    facts: Facts,
    lang: str,
    views: tuple[str, ...] = (),
    industries: tuple[str, ...] = (),
    options: Options = USUAL,
) -> list[Document]:
    """Return the documents of a roadmap in one language.

    Args:
        system: The roadmap.
        facts: What is computed from it.
        lang: BCP 47 tag.
        views: Names of the views wanted; empty for all.
        industries: Ids of the parts wanted; empty for all and the whole.
        options: How they are drawn.
    """
    chosen = [view for view in ALL if not views or view.name in views]
    parts = [part for part in system.industries if not industries or part.id in industries]
    make = {view.name: view.maker(system, facts, lang, options) for view in chosen}
    found = []
    if not industries:
        found += [make[view.name](None) for view in chosen if view.whole]
    found += [make[view.name](part) for part in parts for view in chosen if view.parts]
    if options.against is not None:
        found = [replace(document, styles=(*document.styles, "since")) for document in found]
    if options.mermaid:
        words = Words(system, facts, lang, options)
        found = [with_diagram(words, document) for document in found]
    return found
