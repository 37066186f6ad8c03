"""Elements of a Word document by their short names, whatever library made the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF: Final = frozenset(("0", "false", "off"))


class Tree:
    """An element of WordprocessingML, as python-docx gives it.

    Attributes:
        name: Its name without the namespace.
        word: Whether it is of Word's own namespace.
        text: The text right within it.
    """

    __slots__ = ("_element", "name", "text", "word")

    def __init__(self, element: Any) -> None:
        self._element = element
        tag = element.tag if isinstance(element.tag, str) else ""  # comments have none
        self.word = tag.startswith(_WORD)
        self.name = tag.rpartition("}")[2]
        self.text: str = element.text or ""

    def __iter__(self) -> Iterator[Tree]:
        return map(Tree, self._element)

    def children(self, name: str) -> Iterator[Tree]:
        """Its children of a name, of Word's namespace."""
        return map(Tree, self._element.iterchildren(_WORD + name))

    def within(self, name: str, space: str = _WORD) -> Iterator[Tree]:
        """The elements of a name at any depth below it."""
        return map(Tree, self._element.iterdescendants(space + name))

    def child(self, name: str) -> Tree | None:
        """Its first child of a name, of Word's namespace."""
        return next(self.children(name), None)

    def get(self, attribute: str) -> str:
        """An attribute of Word's namespace; "" where there is none."""
        return str(self._element.get(_WORD + attribute, ""))

    def value(self, name: str) -> str | None:
        """The `w:val` of its first child of a name; None where there is no such child."""
        found = self.child(name)
        return None if found is None else found.get("val")

    def on(self, name: str) -> bool:
        """Whether a switch is set: there, and not `0` or `false`."""
        value = self.value(name)
        return value is not None and value not in _OFF
