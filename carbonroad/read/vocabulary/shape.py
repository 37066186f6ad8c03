"""The kinds of words the format is made of: fields, shapes, and looking them up by either name."""

from collections.abc import Mapping

from carbonroad.base.record import NamedTuple


class Field(NamedTuple):
    """One key of a map.

    Attributes:
        name: The English key.
        zh: Chinese names, the preferred first.
        kind: How the value is read: `text`, `word:status`, `list:milestone` … (see `read/kinds.py`).
        says: One sentence for the reference and for editors.
        required: Whether the map must have it.
        attribute: Name of the value's attribute in the model, where it differs from `name`.
    """

    name: str
    zh: tuple[str, ...]
    kind: str
    says: str
    required: bool = False
    attribute: str = ""


class Shape:
    """One kind of map: its fields in canonical order, found by English or Chinese key.

    Attributes:
        names: The English key for either, which is all that is asked of most maps.
        needed: The English keys that must be there.
    """

    __slots__ = ("by_key", "fields", "name", "names", "needed", "required")

    def __init__(self, name: str, fields: tuple[Field, ...]) -> None:
        self.name = name
        self.fields = fields
        self.by_key: dict[str, Field] = {key: field for field in fields for key in (field.name, *field.zh)}
        self.names: dict[str, str] = {key: field.name for key, field in self.by_key.items()}
        self.required = tuple(field for field in fields if field.required)
        self.needed = frozenset(field.name for field in self.required)


class Enumeration:
    """A fixed list of words, each with its Chinese name."""

    __slots__ = ("by_word", "name", "words")

    def __init__(self, name: str, words: Mapping[str, tuple[str, ...]]) -> None:
        self.name = name
        self.words = words
        self.by_word: dict[str, str] = {
            spelling: word for word, chinese in words.items() for spelling in (word, *chinese)
        }
