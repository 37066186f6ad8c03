"""The documents of one language: planned at first, each made when it is asked for."""

import posixpath
from collections.abc import Iterable, Sequence
from functools import cached_property

from carbonroad.render.markdown.outline import Outline
from carbonroad.render.site.check import check_shown, count_all
from carbonroad.views.document import Document
from carbonroad.views.maker import Maker, Planned
from carbonroad.views.shared.words import Words


class Edition:
    """The documents of one language and the folder they stand in.

    Args:
        maker: Makes them.
        root: The folder, empty for the output's own.
        planned: What is wanted, in order.
    """

    def __init__(self, maker: Maker, root: str, planned: Sequence[Planned]) -> None:
        self.root = root
        self.planned = tuple(planned)
        self._maker = maker
        self._made: dict[str, Document] = {}

    @cached_property
    def _counted(self) -> dict[str, list[str]]:
        return count_all(self.words.system)

    @property
    def words(self) -> Words:
        """The roadmap in its language."""
        return self._maker.words

    @property
    def maker(self) -> Maker:
        """What makes its documents."""
        return self._maker

    @property
    def lang(self) -> str:
        """Its language's tag."""
        return self.words.lang

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of its documents, without ending."""
        return tuple(self.page(one.path) for one in self.planned)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All of them."""
        return tuple(self.document(one) for one in self.planned)

    def page(self, path: str) -> str:
        """Return where a document's page stands, without ending, by its path in its language."""
        return posixpath.join(self.root, path)

    def below(self, root: str) -> "Edition":
        """Return the same documents in another folder."""
        other = Edition(self._maker, root, self.planned)
        other._made = self._made
        return other

    def document(self, wanted: Planned) -> Document:
        """Return a document; it is made and counted once.

        Raises:
            LostItemsError: If it does not show what it claims to.
        """
        found = self._made.get(wanted.path)
        if found is None:
            found = self._maker.make(wanted)
            check_shown(self.words.system, (found,), self._counted)
            self._made[wanted.path] = found
        return found

    def forget(self, wanted: Planned) -> None:
        """Let go of a document that is written."""
        self._made.pop(wanted.path, None)

    def headings(self, wanted: Planned) -> dict[str, str]:
        """Return for each place of a document the heading that Markdown can link to."""
        anchors = Outline(self.document(wanted)).anchors
        return {anchor: heading for anchor, heading in anchors.items() if heading}


def known_pages(editions: Iterable[Edition]) -> frozenset[str]:
    """Return the paths of all pages."""
    return frozenset(path for edition in editions for path in edition.paths)
