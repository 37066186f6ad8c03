"""XML of strangers: read once from front to back, without document types, entities or other files."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from carbonroad.base.texts.said import say
from carbonroad.importing.foreign.faults import CannotRead, damaged, over_limit, with_entities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carbonroad.findings import Finding

MAX_CHARACTERS = 20_000_000
"""Characters of a file's text."""
MAX_DEPTH = 100
"""Of elements: tables in tables, shapes in shapes."""
MAX_ELEMENTS = 1_000_000
"""Elements of one text."""
MAX_LISTED = 400_000
"""Elements of a list, such as that of cell formats, of which Excel allows 65,490."""
MAX_NAMES = 10_000
"""Different names of elements and attributes in a part."""
MAX_TAG = 1_000_000
"""Bytes of one tag or comment; expat looks at one from its start again with every piece of the file."""
_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    f"{_OFFICE}spreadsheetml/2006/main": "",
    f"{_STRICT}spreadsheetml/main": "",
    f"{_OFFICE}package/2006/relationships": "",
    f"{_OFFICE}package/2006/content-types": "",
    f"{_OFFICE}wordprocessingml/2006/main": "w:",
    f"{_STRICT}wordprocessingml/main": "w:",
    f"{_OFFICE}officeDocument/2006/relationships": "r:",
    f"{_STRICT}officeDocument/relationships": "r:",
    f"{_OFFICE}officeDocument/2006/math": "m:",
    f"{_STRICT}officeDocument/math": "m:",
    f"{_OFFICE}markup-compatibility/2006": "mc:",
    f"{_OFFICE}drawingml/2006/main": "a:",
    f"{_STRICT}drawingml/main": "a:",
}


class Names(dict[str, str]):
    """Names with their namespace to short ones: `w:p`, and `c` of a sheet; of others `?:name`."""

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        short = self[name] = _PREFIXES.get(space, "?:") + local if space else local
        return short


def safe_parser(
    name: str,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    data: Callable[[str], object],
    encoding: str | None = None,
) -> expat.XMLParserType:
    """Return a parser that ends with `CannotRead` at a document type, so that no entity is ever opened.

    Args:
        name: How findings name the file.
        start: Called with an element's name and attributes as expat gives them (namespace, blank, name).
        end: Called with its name where it ends.
        data: Called with text.
        encoding: That of the bytes, whatever the file says.
    """

    def refuse(*_: object) -> None:
        raise CannotRead(with_entities(name))

    parser = expat.ParserCreate(encoding, " ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    return parser


def events(
    chunks: Iterable[bytes],
    name: str,
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object],
    data: Callable[[str], object],
) -> None:
    """Tell of every element and text of an XML file, in order.

    Args:
        chunks: The file's bytes, in pieces.
        name: How findings name the file.
        start: Called with an element's name and attributes as expat gives them (namespace, blank, name).
        end: Called with its name where it ends.
        data: Called with text.

    Raises:
        CannotRead: It is no XML, declares a document type, or is built as no office program does.
    """
    depth = fed = 0

    def begin(full: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise CannotRead(_too_deep(name))
        start(full, attributes)

    def finish(full: str) -> None:
        nonlocal depth
        depth -= 1
        end(full)

    parser = safe_parser(name, begin, finish, data)
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > MAX_TAG or len(parser.intern) > MAX_NAMES:
                raise CannotRead(_odd(name))
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise CannotRead(damaged(name, say("a part of it is not XML"))) from error


def trees(
    chunks: Iterable[bytes], name: str, roots: frozenset[str], each: Callable[[Element], object]
) -> None:
    """Hand on every element of some names as a tree when it ends, with those within it.

    Args:
        chunks: The file's bytes, in pieces.
        name: How findings name the file.
        roots: Short names of the elements.
        each: Called with each; names of elements and attributes are short.
    """
    names = Names()
    builder: TreeBuilder | None = None
    depth = count = 0

    def start(full: str, attributes: dict[str, str]) -> None:
        nonlocal builder, depth, count
        short = names[full]
        if builder is None:
            if short not in roots:
                return
            builder = TreeBuilder()
        depth, count = depth + 1, count + 1
        if count > MAX_LISTED:
            raise CannotRead(_odd(name))
        builder.start(short, {names[key]: value for key, value in attributes.items()})

    def end(full: str) -> None:
        nonlocal builder, depth
        if builder is not None:
            builder.end(names[full])
            depth -= 1
            if not depth:
                built, builder = builder.close(), None
                each(built)

    def data(text: str) -> None:
        if builder is not None:
            builder.data(text)

    events(chunks, name, start, end, data)


def _too_deep(name: str) -> Finding:
    message = say(
        "{name} nests parts {depth} deep, or has one of more than {count:,} pieces.",
        name=name,
        depth=MAX_DEPTH,
        count=MAX_ELEMENTS,
    )
    return over_limit(name, message, say("take tables out of tables, and split very long ones"))


def _odd(name: str) -> Finding:
    message = say(
        "{name} has a tag of more than {size:,} MB, {names:,} names or {count:,} entries of a list.",
        name=name,
        size=MAX_TAG // 1_000_000,
        names=MAX_NAMES,
        count=MAX_LISTED,
    )
    return over_limit(name, message, say("copy what you need into a new file"))


def elements(chunks: Iterable[bytes], name: str, *wanted: str) -> list[Element]:
    """Every element of some short names, as trees."""
    found: list[Element] = []
    trees(chunks, name, frozenset(wanted), found.append)
    return found


def survey(chunks: Iterable[bytes], name: str) -> None:
    """Refuse XML that a library must not see: with a document type, too deep, with too much in it."""
    count = characters = 0

    def start(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MAX_ELEMENTS:
            raise CannotRead(_too_deep(name))

    def end(_name: str) -> None:
        pass

    def data(text: str) -> None:
        nonlocal characters
        characters += len(text)
        if characters > MAX_CHARACTERS:
            message = say(
                "{name} has more than {limit:,} characters, which is the limit.",
                name=name,
                limit=MAX_CHARACTERS,
            )
            raise CannotRead(over_limit(name, message, say("copy the part that you need into a new file")))

    events(chunks, name, start, end, data)
