"""Where a page stands among the others: relative addresses, its neighbours, its footer."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from carbonroad.base.record import NamedTuple
from carbonroad.render.characters import in_address
from carbonroad.render.formats import BY_NAME

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)


class NavLink(NamedTuple):
    """A link of the navigation; `here` is `page` on the page itself and `true` for what it belongs to."""

    href: str
    words: str
    here: str = ""
    lang: str = ""


class NavGroup(NamedTuple):
    """Links of one kind; `role` is `whole`, `fields`, `own` or `languages`."""

    role: str
    words: str
    links: tuple[NavLink, ...]


def no_heading(_: str, __: str) -> str:
    """Return that a place stands under no heading."""
    return ""


@dataclass(frozen=True, slots=True)
class Place:
    """One page's place in the output.

    Attributes:
        path: From the output's root, without ending: `zh/steel/timetable`.
        root: What its language's documents stand below: `zh`, or empty.
        ending: Of a format that is made page by page.
        id: Prefix of the page's ids.
        known: Every page of the run, as `path`.
        nav: Links to its neighbours.
        footer: One line at the end.
        system_title: The roadmap's title.
        book: Whether all pages stand in one file, each under its path as its id.
        pictures: Whether the figures stand beside the page as files of their own.
        heading: For formats whose rows have no address: of a page and a place on it the address of the
            heading that the place stands under, empty for none.
        near: The first pages of related roadmaps, by their top files.
    """

    path: str
    root: str
    ending: str
    id: str
    known: frozenset[str]
    nav: tuple[NavGroup, ...] = ()
    footer: str = ""
    system_title: str = ""
    book: bool = False
    pictures: bool = False
    heading: Callable[[str, str], str] = no_heading
    near: Mapping[str, str] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """Return the id of the page's content."""
        return f"{self.id}-main" if self.book else "main"

    def to(self, path: str, anchor: str = "") -> str:
        """Return the relative address of another page of the output."""
        if self.book:
            return f"#{path}-{anchor}" if anchor else f"#{path}"
        address = _relative(f"{path}.{self.ending}", posixpath.dirname(self.path))
        return f"{address}#{anchor}" if anchor else address

    def resolve(self, href: str) -> str:
        """Return a document's href as this page writes it; empty where it leads nowhere or is unsafe."""
        if href.startswith("doc:"):
            path, _, anchor = href[4:].partition("#")
            whole = posixpath.join(self.root, path)
            if whole not in self.known:
                return ""
            return self.to(whole, anchor if self.book else self._anchor(whole, anchor, prefix_of(path)))
        if href.startswith("run:"):
            path = "" if self.book else self.near.get(href[4:], "")
            return self.to(path) if path else ""
        if href.startswith("#"):
            anchor = self._anchor(self.path, href[1:], self.id)
            return f"#{anchor}" if anchor else ""
        return in_address(href) if _SAFE.fullmatch(href) else ""

    def _anchor(self, page: str, anchor: str, prefix: str) -> str:
        """Return what a place on a page is called there."""
        if BY_NAME[self.ending].headings:
            return self.heading(page, anchor)
        return f"{prefix}-{anchor}" if anchor else ""


@lru_cache(maxsize=1 << 14)
def _relative(path: str, here: str) -> str:
    """A path as seen from a folder: pages of one folder lead to the same others."""
    return posixpath.relpath(path, here or ".")


_PREFIXES = {"index": "ov", "timetable": "tt", "roadmap": "rm", "drawing": "cd", "progress": "pr"}


def prefix_of(path: str) -> str:
    """Return the prefix of the ids on a document's page."""
    return _PREFIXES.get(posixpath.basename(path), "pg")
