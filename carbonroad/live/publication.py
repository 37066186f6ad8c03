"""The files of all roadmaps of a call, each made when it is asked for: what stands at one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from carbonroad.base.record import NamedTuple
from carbonroad.project import Project
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.listing import Entry, list_pages
from carbonroad.render.site.ondemand import PagesOnDemand
from carbonroad.render.site.site import Site, languages_of, list_files
from carbonroad.render.site.starts import first_page, starts_of


class Title(NamedTuple):
    """A roadmap whose pages can be made.

    Attributes:
        name: The folder of its pages; empty where it stands alone.
        top: Its top file.
        project: The roadmap, without errors.
        parts: What pages are limited to; empty for all.
        parent: The place of its parent among these; None without one.
        children: The places of its children.
    """

    name: str
    top: str | None
    project: Project
    parts: tuple[str, ...] = ()
    parent: int | None = None
    children: tuple[int, ...] = ()


class Publication:
    """The files of some roadmaps.

    Args:
        titles: The roadmaps.
        choice: What of them is wanted.
        edition: Stands for what pages depend on besides the roadmaps, such as own templates.
        before: What stood before; its pages of roadmaps that have not changed are taken over.
    """

    def __init__(
        self,
        titles: Sequence[Title],
        choice: Choice,
        edition: str = "",
        before: "Publication | None" = None,
    ) -> None:
        self._titles = tuple(titles)
        self._choice = choice
        self._alone = len(self._titles) == 1 and not self._titles[0].name
        self._languages = [languages_of(one.project.system) for one in self._titles]
        names = [one.name for one in self._titles]
        tags = (tag for found in self._languages for tag in found)
        self._lists = {} if self._alone else list_pages(tags, names)
        known = before.sites if before is not None else {}
        self.sites: dict[object, tuple[Site, PagesOnDemand]] = {}
        self._pages: dict[str, tuple[Site, PagesOnDemand]] = {}
        for place, one in enumerate(self._titles):
            key = (edition, one.name, id(one.project), one.parts, repr(self._lists), repr(self._near(place)))
            made = known.get(key) or self._made(place)
            self.sites[key] = self._pages[one.name] = made

    @property
    def first(self) -> str:
        """The page to begin with; empty where there is none."""
        return next(iter(self.paths), "")

    @property
    def paths(self) -> tuple[str, ...]:
        """The HTML pages, those that list roadmaps first."""
        own = (path for _, pages in self._pages.values() for path in pages.paths)
        return (*(f"{path}.html" for path in self._lists.values()), *own)

    def first_in(self, lang: str) -> str:
        """Return the page to begin with in a language; in another one where there is none in it."""
        return next((path for path in self.paths if self.language(path) == lang), self.first)

    def name_of(self, path: str) -> str | None:
        """Return the folder of the roadmap that a file belongs to; None where it belongs to none."""
        name = "" if self._alone else path.partition("/")[0]
        return name if name in self._pages and path not in self._list_files else None

    def language(self, path: str) -> str:
        """Return the language of a page, empty where there is no such page."""
        for tag, listed in self._lists.items():
            if path == f"{listed}.html":
                return tag
        name = self.name_of(path)
        return "" if name is None else self._pages[name][1].language(path)

    def file(self, path: str) -> bytes | None:
        """Return a file by its path below the output, None where there is none; as `PagesOnDemand` does."""
        if path in self._list_files:
            return self._listed.get(path)
        name = self.name_of(path)
        return None if name is None else self._pages[name][1].file(path)

    @cached_property
    def _list_files(self) -> frozenset[str]:
        return frozenset(
            f"{path}.{ending}" for path in self._lists.values() for ending in self._choice.formats
        )

    @cached_property
    def _listed(self) -> Mapping[str, bytes]:
        """The pages that list the roadmaps."""
        entries: dict[str, list[Entry]] = {tag: [] for tag in self._lists}
        for one, languages in zip(self._titles, self._languages, strict=True):
            site = self._pages[one.name][0]
            starts = starts_of(languages, one.name, site.first, self._choice)
            for tag, found in entries.items():
                found.append(Entry(site.listed(tag), starts, one.parent))
        return list_files(self._lists, entries, self._choice)

    def _made(self, place: int) -> tuple[Site, PagesOnDemand]:
        one = self._titles[place]
        choice = replace(self._choice, industries=self._choice.industries or one.parts)
        site = Site(one.project, self._languages[place], choice, one.name)
        return site, PagesOnDemand(site, self._lists, self._near(place))

    def _near(self, place: int) -> dict[str, dict[str, str]]:
        """The first pages of a roadmap's parent and children, by their top files and languages."""
        one, choice = self._titles[place], self._choice
        near = [other for other in (one.parent, *one.children) if other is not None]
        return {
            top: starts_of(self._languages[other], self._titles[other].name, first_page(choice), choice)
            for other in near
            if (top := self._titles[other].top) is not None
        }
