"""Maps and lists in block style: entries in order, two blanks a level, comments with what they belong to."""

from carbonroad.base.record import NamedTuple
from carbonroad.formatting.brackets import Spread, inline
from carbonroad.formatting.cursor import BLANK, Cursor, Gap, Note, StopFormatting, is_empty, is_suppression
from carbonroad.formatting.forms import PLAIN, Form, below
from carbonroad.formatting.keys import order, renamed, written_key
from carbonroad.formatting.lines import Kept, Line, Remarked, alone, moved, remarked
from carbonroad.formatting.texts import block, folded
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence

STEP = 2


class Around(NamedTuple):
    """What a map or list stands in.

    Attributes:
        old: Column of the map or list around it; -1 for the root.
        new: The column it is to be written at.
        suppressed: Whether a suppression comment is for the line it begins on.
    """

    old: int
    new: int
    suppressed: bool = False


class Entry:
    """A key with its value.

    Attributes:
        notes: What stands above it.
        lines: Itself.
        named: Whether it holds anchors or aliases, whose order among each other must stay.
    """

    __slots__ = ("lines", "named", "notes")

    def __init__(self, notes: list[Note], lines: list[Line], *, named: bool = False) -> None:
        self.notes = notes
        self.lines = lines
        self.named = named

    @property
    def suppressed(self) -> bool:
        """Whether a suppression comment is for its first line."""
        first = self.lines[0]
        behind = isinstance(first, Remarked) and is_suppression(first.comment)
        return behind or any(note.suppresses for note in self.notes)


class Block(NamedTuple):
    """A map or list, written.

    Attributes:
        notes: What stands above its first line.
        lines: The lines, the first at its column.
    """

    notes: list[Note]
    lines: list[Line]


def mapping(cursor: Cursor, node: Mapping, form: Form, notes: list[Note], around: Around) -> Block:
    """Write a map in block style; the cursor stands at its first key."""
    old = cursor.column
    blanks = " " * around.new
    names = renamed(cursor, node, form)
    entries: list[Entry] = []
    for key, value in node.pairs:
        if entries:
            behind = _of_what_is_above(cursor.gap.notes)
            entries[-1].lines += alone(cursor.gap.notes[:behind], around.new)
            notes = cursor.gap.notes[behind:]
            if cursor.column != old:
                raise StopFormatting(cursor.at)
        quick = cursor.line_of(key, value, names)
        if quick:
            entries.append(Entry(notes, [blanks + quick]))
            continue
        before = cursor.names
        start = blanks + written_key(cursor, key, names)
        cursor.expect(":")
        lines = _value(cursor, value, below(form, key.text), start + ":", Around(old, around.new))
        entries.append(Entry(notes, lines, named=cursor.names > before))
    ordered = _ordered(entries, order(cursor, node, form), suppressed=around.suppressed)
    lines = list(ordered[0].lines)
    for entry in ordered[1:]:
        lines += alone(_fitting(entry.notes, lines), around.new)
        lines += entry.lines
    _add_end(cursor, lines, old, around)
    return Block(ordered[0].notes, lines)


def sequence(cursor: Cursor, node: Sequence, form: Form, notes: list[Note], around: Around) -> Block:
    """Write a list in block style; the cursor stands at its first dash."""
    old = cursor.column
    lines: list[Line] = []
    for item in node.items:
        above = cursor.gap.notes if lines else notes
        if lines and cursor.column != old:
            raise StopFormatting(cursor.at)
        cursor.expect("-")
        suppressed = any(note.suppresses for note in above) or (around.suppressed and not lines)
        one = _item(cursor, item, form.item or PLAIN, Around(old, around.new, suppressed))
        if lines:
            lines += alone(_fitting([*above, *one.notes], lines), around.new)
        else:
            notes = [*notes, *one.notes]
        lines += one.lines
    _add_end(cursor, lines, old, around)
    return Block(notes, lines)


def _item(cursor: Cursor, node: Node, form: Form, around: Around) -> Block:
    """An item with its dash; what stood above its first key stands above the dash."""
    dash = " " * around.new + "-"
    if isinstance(node, Scalar) or node.flow:
        return Block([], _value(cursor, node, form, dash, around))
    start = cursor.at
    gap = cursor.scan()
    by_itself = gap.after or (gap.broken and around.suppressed)  # a comment above holds for the dash's line
    if by_itself or cursor.sign == "*" or (cursor.sign == "&" and not _is_of_key(cursor, node)):
        cursor.at = start
        return Block([], _value(cursor, node, form, dash, around))
    inner = Around(around.old, around.new + STEP, around.suppressed or any(n.suppresses for n in gap.notes))
    one = _collection(cursor, node, form, _unblanked(gap.notes), inner)
    one.lines[0] = moved(one.lines[0], inner.new, dash + " ")
    return one


def _collection(
    cursor: Cursor, node: Mapping | Sequence, form: Form, notes: list[Note], around: Around
) -> Block:
    if isinstance(node, Mapping):
        return mapping(cursor, node, form, notes, around)
    return sequence(cursor, node, form, notes, around)


def _value(cursor: Cursor, node: Node, form: Form, start: str, around: Around) -> list[Line]:
    """A value behind its key or dash; afterwards the cursor stands at what follows, its gap filled."""
    begin = cursor.at
    gap = cursor.scan()
    while cursor.sign == "&" and not _is_of_key(cursor, node):
        if gap.broken:
            raise StopFormatting(cursor.at)
        start += " " + cursor.name()
        begin = cursor.at
        gap = cursor.scan()
    if is_empty(node) and not (cursor.sign == "*" and not gap.broken):
        cursor.gap = Gap("", gap.notes, broken=True)
        return [_with_comment(cursor, start, gap.after, begin)]
    if not gap.broken:
        return _leaf(cursor, node, form, start + " ", Around(around.old, around.new))
    first = _with_comment(cursor, start, gap.after, begin)
    notes = _unblanked(gap.notes)
    column = around.new + STEP
    if isinstance(node, Scalar) or node.flow or cursor.sign == "*":
        shift = Around(around.old, around.new)
        return [first, *alone(notes, column), *_leaf(cursor, node, form, " " * column, shift, own=True)]
    one = _collection(cursor, node, form, notes, Around(around.old, column))
    return [first, *alone(_unblanked(one.notes), column), *one.lines]


def _is_of_key(cursor: Cursor, node: Node) -> bool:
    """Whether the anchor here is of the first key of a map, not of the map."""
    if not isinstance(node, Mapping) or node.flow or not node.pairs:
        return False
    return "\n" not in cursor.text[cursor.at : node.pairs[0][0].start]


def _leaf(
    cursor: Cursor, node: Node, form: Form, start: str, around: Around, *, own: bool = False
) -> list[Line]:
    """A value that is no map or list in block style, and the comment behind it."""
    first = cursor.at
    lines: list[Line]
    if cursor.sign == "*":
        lines = [cursor.name()]
    elif isinstance(node, Scalar):
        if node.style in ("|", ">") and node.style:
            lines = block(cursor, around.old, around.new, start)
            cursor.gap = cursor.scan()
            return lines
        lines = folded(cursor, node, around.new + STEP)
    elif not node.flow:
        raise StopFormatting(first)
    elif "\n" in cursor.text[first : node.end]:
        shift = around.new + STEP - cursor.column if own else around.new - around.old
        lines = Spread(cursor, shift).lines(node, form)
    else:
        lines = [inline(cursor, node, form)]
    lines[0] = moved(lines[0], 0, start)
    end = cursor.at
    gap = cursor.scan()
    lines[-1] = _with_comment(cursor, lines[-1], gap.after, end)
    cursor.gap = Gap("", gap.notes, broken=True)
    return lines


def _with_comment(cursor: Cursor, line: Line, comment: str, start: int) -> Line:
    """A line with the comment that was found behind the offset `start`."""
    if not comment:
        return line
    from carbonroad.base.texts.textwidth import cells

    begin = cursor.text.rfind("\n", 0, start) + 1
    return remarked(line, comment, cells(cursor.text[begin : cursor.text.find(comment, start)]))


def _ordered(entries: list[Entry], places: list[int], *, suppressed: bool) -> list[Entry]:
    """The entries in canonical order; as they are where a comment or an alias would change its meaning."""
    if all(place == index for index, place in enumerate(places)):
        return entries
    ordered = [entries[place] for place in places]
    named = [place for place in places if entries[place].named]
    if named != sorted(named):
        return entries
    old, new = entries[0], ordered[0]
    if old is new:
        return ordered
    if suppressed or old.suppressed or new.suppressed:
        return entries
    blank = new.notes[:1] == [BLANK]
    new.notes = _unblanked(new.notes)
    if blank and old.notes[:1] != [BLANK]:
        old.notes = [BLANK, *old.notes]
    return ordered


def _of_what_is_above(notes: list[Note]) -> int:
    """How many comments directly below an entry, with a blank line between them and the next, are its own."""
    for index, note in enumerate(notes):
        if note is BLANK:
            return index
        if note.suppresses:
            break
    return 0


def _unblanked(notes: list[Note]) -> list[Note]:
    return notes[1:] if notes[:1] == [BLANK] else notes


def _fitting(notes: list[Note], above: list[Line]) -> list[Note]:
    """Notes without the blank line that would belong to the text above."""
    return _unblanked(notes) if isinstance(above[-1], Kept) else notes


def _add_end(cursor: Cursor, lines: list[Line], old: int, around: Around) -> None:
    """Take the comments that belong to the end of a map or list and not to what follows, by their column."""
    following = cursor.column
    outermost = around.old <= following
    notes = cursor.gap.notes
    taken = 0
    for index, note in enumerate(notes):
        if note is BLANK:
            continue
        if note.suppresses or note.column <= following or not (note.column >= old or outermost):
            break
        taken = index + 1
    lines += alone(_fitting(notes[:taken], lines), around.new)
    cursor.gap = cursor.gap._replace(notes=notes[taken:])
