"""Lists and maps in brackets: on one line with canonical blanks and order, over several as laid out."""

from carbonroad.formatting.cursor import BLANK, Cursor, Gap, StopFormatting, is_empty
from carbonroad.formatting.forms import PLAIN, Form, below
from carbonroad.formatting.keys import order, renamed, written_key
from carbonroad.formatting.lines import Line, remarked
from carbonroad.formatting.texts import trimmed
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence


def inline(cursor: Cursor, node: Mapping | Sequence, form: Form) -> str:
    """Return a list or map that stands on one line."""
    if _is_canonical(cursor, node, form):
        cursor.at = node.end
        return cursor.text[node.start : node.end]
    if isinstance(node, Sequence):
        cursor.expect("[")
        items = []
        _blanks(cursor)
        for item in node.items:
            items.append(_value(cursor, item, form.item or PLAIN))
            _comma(cursor)
        cursor.expect("]")
        return f"[{', '.join(items)}]"
    if cursor.sign != "{":
        return _pair(cursor, node, 0, form)
    cursor.at += 1
    _blanks(cursor)
    names = renamed(cursor, node, form)
    pairs: list[str] = []
    marked: list[int] = []
    for place in range(len(node.pairs)):
        before = cursor.names
        pairs.append(_pair(cursor, node, place, form, names))
        if cursor.names > before:
            marked.append(place)
        _comma(cursor)
    cursor.expect("}")
    places = order(cursor, node, form)
    if [place for place in places if place in marked] != marked:
        places.sort()  # an alias stays behind its anchor
    return f"{{{', '.join(pairs[place] for place in places)}}}"


def _is_canonical(cursor: Cursor, node: Mapping | Sequence, form: Form) -> bool:
    """Whether a map of keys and values is written as it should be; most are, and this is soon seen."""
    if isinstance(node, Sequence) or form is not PLAIN or cursor.at != node.start:
        return False
    text, at, last = cursor.text, node.start, "{"
    for key, value in node.pairs:
        if value.__class__ is not Scalar or text[key.end : value.start] != ": " or value.end == value.start:
            return False
        if text[at : key.start] != last or text[value.start] in "&*" or text[key.start] in "&*?":
            return False
        at, last = value.end, ", "
    return bool(node.pairs) and at + 1 == node.end and text[at] == "}"


def _pair(cursor: Cursor, node: Mapping, place: int, form: Form, names: dict[str, str] | None = None) -> str:
    key, value = node.pairs[place]
    _blanks(cursor)
    written = written_key(cursor, key, names or {})
    if cursor.sign != ":":
        return written
    cursor.at += 1
    return f"{written}: {_value(cursor, value, below(form, key.text))}"


def _value(cursor: Cursor, node: Node, form: Form) -> str:
    _blanks(cursor)
    start = ""
    while cursor.sign == "&":
        start += cursor.name() + " "
        _blanks(cursor)
    if cursor.sign == "*":
        text = cursor.name()
    elif is_empty(node):
        text = ""
    elif isinstance(node, Scalar):
        text = cursor.written(node)
    else:
        text = inline(cursor, node, form)
    _blanks(cursor)
    return start + text


def _blanks(cursor: Cursor) -> None:
    while cursor.sign in (" ", "\t") and cursor.sign:
        cursor.at += 1


def _comma(cursor: Cursor) -> None:
    _blanks(cursor)
    if cursor.sign == ",":
        cursor.at += 1
        _blanks(cursor)


class Spread:
    """A list or map in brackets over several lines: its lines stay, moved as a whole."""

    def __init__(self, cursor: Cursor, shift: int) -> None:
        self._cursor = cursor
        self._shift = shift
        self._lines: list[Line] = []
        self._line = ""
        self._tight = True

    def lines(self, node: Mapping | Sequence, form: Form) -> list[Line]:
        """Return its lines, the first beginning with the bracket."""
        self._collection(node, form)
        return [*self._lines, self._line]

    def _collection(self, node: Mapping | Sequence, form: Form) -> None:
        cursor = self._cursor
        if "\n" not in cursor.text[cursor.at : node.end]:
            self._add(inline(cursor, node, form))
            return
        if isinstance(node, Sequence):
            self._sign("[", opens=True)
            for item in node.items:
                self._value(item, form.item or PLAIN)
                self._comma()
            self._sign("]")
            return
        braces = cursor.sign == "{"
        if braces:
            self._sign("{", opens=True)
        names = renamed(cursor, node, form)
        for key, value in node.pairs:
            self._gap()
            self._add(written_key(cursor, key, names))
            self._gap()
            if cursor.sign == ":":
                self._sign(":")
                self._value(value, below(form, key.text))
            if braces:
                self._comma()
        if braces:
            self._sign("}")

    def _value(self, node: Node, form: Form) -> None:
        cursor = self._cursor
        self._gap()
        while cursor.sign == "&":
            self._add(cursor.name())
            self._gap()
        if cursor.sign == "*":
            self._add(cursor.name())
        elif is_empty(node):
            return
        elif isinstance(node, Scalar):
            first, *rest = cursor.written(node).split("\n")
            self._add(first)
            for line in rest:
                self._lines.append(trimmed(self._line))
                text = line.lstrip(" \t")
                self._line = " " * self._moved(len(line) - len(text)) + text if text else ""
        else:
            self._collection(node, form)

    def _comma(self) -> None:
        self._gap()
        if self._cursor.sign == ",":
            self._sign(",")

    def _sign(self, sign: str, *, opens: bool = False) -> None:
        """Write a bracket, a comma or a colon; only a bracket that opens has a blank before it."""
        self._gap()
        if not self._cursor.text.startswith(sign, self._cursor.at):
            raise StopFormatting(self._cursor.at)
        self._cursor.at += 1
        self._tight = self._tight or not opens
        self._add(sign)
        self._tight = opens

    def _add(self, text: str) -> None:
        self._line += text if self._tight or not self._line.strip(" ") else " " + text
        self._tight = False

    def _gap(self) -> None:
        """Take over the line ends and comments before what follows."""
        from carbonroad.base.texts.textwidth import cells

        cursor = self._cursor
        start = cursor.at
        gap = cursor.scan()
        if gap.after:
            before = cursor.text[cursor.text.rfind("\n", 0, start) + 1 : cursor.text.find(gap.after, start)]
            self._lines.append(remarked(self._line, gap.after, cells(before)))
        elif gap.broken:
            self._lines.append(self._line)
        if gap.broken:
            self._add_notes(gap)
            self._line = " " * self._moved(cursor.column)

    def _add_notes(self, gap: Gap) -> None:
        for note in gap.notes:
            self._lines.append("" if note is BLANK else " " * self._moved(note.column) + note.text)

    def _moved(self, column: int) -> int:
        return max(column + self._shift, 0)
