"""From what is wanted of a roadmap to its documents."""

from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TypeAlias, cast

from carbonroad.base.record import NamedTuple
from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import TOP, Part
from carbonroad.read.documents import ALL, View
from carbonroad.views.document import Document, Page
from carbonroad.views.drawing import Desk, SheetIndex, drawing_page
from carbonroad.views.options import USUAL, Options
from carbonroad.views.shared.page_head import page_meta
from carbonroad.views.shared.words import Words

_Build: TypeAlias = Callable[[Words, Part | None], Page]


class Planned(NamedTuple):
    """A document that is wanted: its kind, and the part it is of; None for the whole roadmap."""

    view: View
    part: Part | None

    @property
    def path(self) -> str:
        """Where it is written, without ending."""
        return self.view.path("" if self.part is None else self.part.id)


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
        self._desk = Desk(system, facts, lang, options, known)

    @property
    def words(self) -> Words:
        """The roadmap in the language of the documents."""
        return self._desk.words

    def make(self, wanted: Planned) -> Document:
        """Return a document."""
        words, options, (view, part) = self.words, self.words.options, wanted
        page = self._page(wanted)
        return Document(
            kind=view.name,
            part=page.part or ("" if part is None else part.id),
            lang=words.lang,
            title=page.title,
            lede=page.lede,
            sections=page.sections,
            path=wanted.path,
            meta=page_meta(words, part) if page.meta is None else page.meta,
            shown=page.shown,
            print_sheet=page.print_sheet,
            owner=options.owner if view.limited else "",
            headline=page.headline,
            claimed=page.claimed,
            styles=() if options.against is None else ("since",),
        )

    def _page(self, wanted: Planned) -> Page:
        view, part = wanted
        if view.name == "drawing":  # the sheets of all parts name one another: they lie on one desk
            return drawing_page(self._desk, part)
        build = cast("_Build", import_module(f"carbonroad.views.{view.name}").build_page)
        return build(self.words, part)

    def sheets(self, part: Part) -> SheetIndex:
        """Return what other parts' sheets say of a part's."""
        return self._desk.index(part)


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
