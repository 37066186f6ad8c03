"""The XML of Microsoft Project: read from front to back, without document types, entities or other files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.foreign.decoding import decode
from carbonroad.importing.foreign.faults import CannotRead, over_limit
from carbonroad.importing.foreign.safe_xml import safe_parser
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from carbonroad.findings import Finding

MAX_TASKS: Final = 20_000
MAX_DEPTH: Final = 40
MAX_ELEMENTS: Final = 2_500_000
"""Elements of a plan: Microsoft Project writes about a hundred a task."""
_MAX_RECORDS: Final = 200_000
"""Tasks, resources, assignments, links and the like, all together."""
_MAX_NAMES: Final = 5_000
"""Different names of elements."""
_MAX_TEXT: Final = 1_000_000
"""Characters of one element."""
_RECORDS: Final = frozenset(
    (
        "Tasks/Task",
        "Resources/Resource",
        "Assignments/Assignment",
        "ExtendedAttributes/ExtendedAttribute",
        "Calendars/Calendar",
    )
)
_PARTS: Final = frozenset(("PredecessorLink", "ExtendedAttribute", "Baseline", "OutlineCode", "Exceptions"))
_DECLARED: Final = lazy_pattern(
    r"""<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9._-]{1,40})["']"""
)


class Record(NamedTuple):
    """One task, resource, assignment, custom field or calendar.

    Attributes:
        line: Where it begins, from 1.
        fields: Its texts by the names of their elements.
        lines: Where they stand.
        parts: Records inside it, such as its links, by the names of their elements.
    """

    line: int
    fields: dict[str, str]
    lines: dict[str, int]
    parts: dict[str, list[Record]]

    def get(self, name: str) -> str:
        """Return a text without the blanks around it; empty for none."""
        return self.fields.get(name, "").strip()

    def at(self, name: str) -> int:
        """Return the line of a text, or of the record."""
        return self.lines.get(name, self.line)


class Document(NamedTuple):
    """What stands in a plan.

    Attributes:
        source: Its text.
        project: What stands in the project itself.
        records: The records of each list, such as `Tasks/Task`.
        findings: On the way.
    """

    source: SourceText
    project: Record
    records: dict[str, list[Record]]
    findings: tuple[Finding, ...]


def source_of(data: bytes, name: str) -> tuple[SourceText, tuple[Finding, ...]]:
    """Return a plan's text, decoded as it says."""
    stated = _DECLARED.search(data[:400].decode("latin-1"))
    decoded = decode(data, name, stated[1] if stated else "")
    return SourceText(name, decoded.text), decoded.findings


def read_document(source: SourceText) -> Document:
    """Read a plan.

    Raises:
        CannotRead: It is no XML, no plan, declares a document type or is too large.
    """
    reader = _Reader(source)
    try:
        reader.parser.Parse(source.text.encode("utf-8", "surrogatepass"), True)
    except expat.ExpatError as error:
        raise CannotRead(_broken(source, error.lineno)) from error
    if not reader.is_plan:
        raise CannotRead(_no_plan(source))
    return Document(source, reader.project, reader.records, ())


class _Reader:
    """Collects records as elements come and go."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.parser = safe_parser(source.path, self.start, self.end, self.text, "utf-8")
        self.project = Record(1, {}, {}, {})
        self.records: dict[str, list[Record]] = {name: [] for name in _RECORDS}
        self.is_plan = False
        self._path: list[str] = []
        self._open: list[tuple[int, Record]] = [(1, self.project)]
        self._text: list[str] = []
        self._length = 0
        self._line = 1
        self._leaf = False
        self._elements = self._begun = 0

    def start(self, full: str, _: dict[str, str]) -> None:
        name = full.rpartition(" ")[2]
        path = self._path
        path.append(name)
        self._elements += 1
        if self._elements & 0xFFF == 0 and (
            self._elements > MAX_ELEMENTS or len(self.parser.intern) > _MAX_NAMES
        ):
            raise CannotRead(_too_much(self.source))
        self._line, self._leaf = self.parser.CurrentLineNumber, True
        self._text, self._length = [], 0
        if len(path) == 1:
            self.is_plan = name == "Project"
        elif len(path) > MAX_DEPTH:
            raise CannotRead(_too_deep(self.source))
        elif len(path) == 3 and (kind := f"{path[1]}/{name}") in _RECORDS:
            self._begin(self.records[kind])
            if kind == "Tasks/Task" and len(self.records[kind]) > MAX_TASKS:
                raise CannotRead(_too_many(self.source))
        elif len(path) == 4 and name in _PARTS and len(self._open) == 2:
            self._begin(self._open[-1][1].parts.setdefault(name, []))

    def _begin(self, records: list[Record]) -> None:
        self._begun += 1
        if self._begun > _MAX_RECORDS:
            raise CannotRead(_too_much(self.source))
        record = Record(self._line, {}, {}, {})
        records.append(record)
        self._open.append((len(self._path), record))

    def end(self, _: str) -> None:
        depth, name = len(self._path), self._path.pop()
        opened, record = self._open[-1]
        if depth == opened and depth > 1:
            self._open.pop()
        elif self._leaf and depth == opened + 1 and name not in record.fields:
            record.fields[name] = "".join(self._text)
            record.lines[name] = self._line
        self._leaf = False

    def text(self, text: str) -> None:
        if self._leaf:
            self._length += len(text)
            if self._length <= _MAX_TEXT:
                self._text.append(text)


def line_span(source: SourceText, line: int) -> Span:
    """Return the span of a line's text."""
    starts = source.line_starts
    line = max(1, min(line, len(starts)))
    text = source.line(line)
    start = starts[line - 1] + len(text) - len(text.lstrip())
    return Span(source.path, start, starts[line - 1] + len(text.rstrip()))


def _broken(source: SourceText, line: int) -> Finding:
    return found(
        BY_NAME["damaged-file"],
        line_span(source, line),
        say("{name} is damaged: it stops being XML at line {line}.", name=source.path, line=line),
        help_=say("open the plan in the program that made it and save it as XML anew"),
    )


def _no_plan(source: SourceText) -> Finding:
    return found(
        BY_NAME["unsupported-file"],
        line_span(source, 1),
        say("{name} is XML, but no plan of Microsoft Project.", name=source.path),
        help_=say("in Microsoft Project or ProjectLibre: File > Save As > XML"),
    )


def _too_many(source: SourceText) -> Finding:
    return over_limit(
        source.path,
        say("{name} has more than {n:,} tasks.", name=source.path, n=MAX_TASKS),
        say("save the summary tasks that belong into the roadmap as a plan of their own"),
    )


def _too_much(source: SourceText) -> Finding:
    return over_limit(
        source.path,
        say(
            "{name} has more than {n:,} resources, assignments and links, or {count:,} elements.",
            name=source.path,
            n=_MAX_RECORDS,
            count=MAX_ELEMENTS,
        ),
        say("save the summary tasks that belong into the roadmap as a plan of their own"),
    )


def _too_deep(source: SourceText) -> Finding:
    return over_limit(
        source.path,
        say("{name} nests elements more than {n} deep, as no plan does.", name=source.path, n=MAX_DEPTH),
        say("open the plan in the program that made it and save it as XML anew"),
    )
