"""The files of one roadmap, each made when it is asked for, with the bytes that a whole run would write."""

import posixpath
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from carbonroad.render.site.site import Site

if TYPE_CHECKING:
    from carbonroad.render.site.edition import Edition
    from carbonroad.views.maker import Planned

_NONE: Mapping[str, str] = MappingProxyType({})
_NOWHERE: Mapping[str, Mapping[str, str]] = MappingProxyType({})


class PagesOnDemand:
    """The files of one roadmap.

    Args:
        site: The roadmap, and what of it is wanted; not all of it in one file, and no PDF.
        lists: By language, the page that lists this roadmap with others.
        near: By top file, the first pages of related roadmaps in each language.

    Raises:
        RenderFault: If two documents would be one file.
    """

    def __init__(
        self,
        site: Site,
        lists: Mapping[str, str] = _NONE,
        near: Mapping[str, Mapping[str, str]] = _NOWHERE,
    ) -> None:
        self._press = site.press(lists, near)
        self._planned: dict[str, tuple[Edition, Planned]] = {
            group.edition.page(one.path): (group.edition, one)
            for group in self._press.groups
            for one in group.planned
        }
        self._made: dict[str, bytes] = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its HTML pages, in their order."""
        return tuple(f"{path}.html" for path in self._planned)

    def language(self, path: str) -> str:
        """Return the language of a page, empty where there is none."""
        found = self._planned.get(posixpath.splitext(path)[0])
        return "" if found is None else found[0].lang

    def file(self, path: str) -> bytes | None:
        """Return a file by its path below the output; None where there is none.

        Raises:
            LostItemsError: If the document does not show what it claims to.
            RenderFault: If a user's template fails.
        """
        if path not in self._made:
            stem, dot, ending = path.rpartition(".")
            if ending == "svg" and dot:
                self._draw(path)
            elif ending in self._press.formats and stem in self._planned:
                self._made[path] = self._press.page(*self._planned[stem], ending)
        return self._made.get(path)

    def _draw(self, path: str) -> None:
        """Make the pictures of the pages in a file's folder until it is among them.

        Their names begin with their page's, so that this is the first page that is looked at.
        """
        folder, name = posixpath.split(path)
        pages = [page for page in self._planned if posixpath.dirname(page) == folder]
        for page in sorted(pages, key=lambda one: not name.startswith(posixpath.basename(one))):
            self._made |= self._press.pictures(*self._planned[page])
            if path in self._made:
                return
