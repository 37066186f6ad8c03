"""Where a page stands among the others: relative addresses, its neighbours, its footer."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class Place:
    """One page's place in the output.

    Attributes:
        path: From the output's root, without ending: `zh/steel/timetable`.
        root: What its language's documents stand below: `zh`, or empty.
        ending: `html` or `md`.
        id: Prefix of the page's ids.
        known: Every page of the run, as `path`.
        nav: Links to its neighbours.
        footer: One line at the end.
        system_title: The roadmap's title.
    """

    path: str
    root: str
    ending: str
    id: str
    known: frozenset[str]
    nav: tuple[NavGroup, ...] = ()
    footer: str = ""
    system_title: str = ""

    def to(self, path: str, anchor: str = "") -> str:
        """Return the relative address of another page of the output."""
        here = posixpath.dirname(self.path)
        address = posixpath.relpath(f"{path}.{self.ending}", here or ".")
        return f"{address}#{anchor}" if anchor else address

    def resolve(self, href: str) -> str:
        """Return a document's href as this page writes it; empty where it leads nowhere or is unsafe."""
        if href.startswith("doc:"):
            path, _, anchor = href[4:].partition("#")
            whole = posixpath.join(self.root, path)
            if whole not in self.known:
                return ""
            prefix = prefix_of(path)
            return self.to(whole, f"{prefix}-{anchor}" if anchor and self.ending == "html" else "")
        if href.startswith("#"):
            return f"#{self.id}-{href[1:]}" if self.ending == "html" else ""
        return href if _SAFE.fullmatch(href) else ""


_PREFIXES = {"index": "ov", "timetable": "tt", "roadmap": "rm", "drawing": "cd"}


def prefix_of(path: str) -> str:
    """Return the prefix of the ids on a document's page."""
    return _PREFIXES.get(posixpath.basename(path), "pg")


def link_all(place: Place, entries: Iterable[tuple[str, str, str]]) -> tuple[NavLink, ...]:
    """Return links to those (path, words, lang) that exist."""
    return tuple(
        NavLink(place.to(path), words, "page" if path == place.path else "", lang)
        for path, words, lang in entries
        if path in place.known
    )
