"""What an earlier run knew of the pages it made, so that those stay of which nothing changed.

The pages of one part in one language are a group. A group is made anew when its `key` changed: that is over
what its pages are made of (`inputs`), and over what other parts' pages tell it: on which sheet and in which
zone an item is drawn, and under which heading of a Markdown page it stands.
"""

from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Any, cast

from carbonroad.base.record import NamedTuple
from carbonroad.views.drawing import SheetIndex, Stand

_FORMAT = 1


class Told(NamedTuple):
    """What a group's pages tell the pages of others.

    Attributes:
        sheets: What is said of its drawing's sheets; None where none are drawn.
        headings: By page, places on it and the headings that Markdown can link to.
    """

    sheets: SheetIndex | None
    headings: Mapping[str, Mapping[str, str]]


UNTOLD = Told(None, {})


class Made(NamedTuple):
    """A group of pages as an earlier run made it.

    Attributes:
        inputs: The digest over what its pages are made of.
        key: That over what other pages tell them too.
        told: What its pages tell others.
        files: Its files' SHA-256 by path.
    """

    inputs: str
    key: str
    told: Told
    files: Mapping[str, str]


class Reuse(NamedTuple):
    """What a run may take over from an earlier one.

    Attributes:
        salt: Digest of what pages depend on besides the roadmap's files: the program, templates, relatives.
        past: The groups of that run by name.
        stands: Whether files stand in the output with these digests; if so, they count as this run's.
    """

    salt: str
    past: Mapping[str, Made]
    stands: Callable[[Mapping[str, str]], bool]


def digest_of(*parts: object) -> str:
    """Return the SHA-256 over values whose `repr` says all of them."""
    return sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def key_of(inputs: str, others: Iterable[tuple[str, Told]]) -> str:
    """Return a group's key from the digest of its inputs and what others tell it, by their names."""
    told = [(name, _plain_sheets(one.sheets), _plain_headings(one.headings)) for name, one in sorted(others)]
    return digest_of(inputs, told)


def write_made(groups: Mapping[str, Made]) -> bytes:
    """Return what a run knows of its groups as bytes."""
    import json
    import zlib

    plain = {
        name: [one.inputs, one.key, _plain_sheets(one.told.sheets), one.told.headings, one.files]
        for name, one in groups.items()
    }
    return zlib.compress(json.dumps([_FORMAT, plain], separators=(",", ":")).encode(), 1)


def read_made(data: bytes | None) -> dict[str, Made]:
    """Return what a run knew of its groups; nothing where the bytes are not what `write_made` gives."""
    import json
    import zlib

    if data is None:
        return {}
    try:
        number, plain = cast("Any", json.loads(zlib.decompress(data)))
        if number != _FORMAT:
            return {}
        return {
            name: Made(inputs, key, Told(_sheets(sheets), headings), files)
            for name, (inputs, key, sheets, headings, files) in plain.items()
        }
    except (zlib.error, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _plain_sheets(sheets: SheetIndex | None) -> object:
    if sheets is None:
        return None
    return [sheets.first, sheets.total, {ref: list(stand) for ref, stand in sheets.stands.items()}]


def _plain_headings(headings: Mapping[str, Mapping[str, str]]) -> object:
    return [(page, list(places.items())) for page, places in sorted(headings.items())]


def _sheets(plain: Any) -> SheetIndex | None:
    if plain is None:
        return None
    first, total, stands = plain
    return SheetIndex(first, total, {ref: Stand(*stand) for ref, stand in stands.items()})
