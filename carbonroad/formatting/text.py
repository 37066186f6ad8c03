"""One file's text in canonical form."""

from carbonroad.base.collector import collector_paused
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Severity
from carbonroad.formatting.blocks import Around, mapping
from carbonroad.formatting.brackets import Spread
from carbonroad.formatting.cursor import BLANK, Cursor, Note, StopFormatting
from carbonroad.formatting.forms import Form, ambiguous
from carbonroad.formatting.keys import known
from carbonroad.formatting.lines import Kept, Line, alone, joined
from carbonroad.formatting.same import comments, says_the_same
from carbonroad.read.vocabulary.shape import Shape
from carbonroad.read.vocabulary.shapes import LONE_FILE, TOP_FILE
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Mapping, Sequence, is_null
from carbonroad.source.yaml.parse import parse


class Unformatted(NamedTuple):
    """Why a file stays as it is, and what to do; both `Said`."""

    message: str
    help: str


_START = lazy_pattern(r"(?:(?:[ \t]*#[^\n]*|[ \t]*|%[^\n]*)\n)*---[ \t]*(?:#[^\n]*)?(?=\n)")


def formatted(source: SourceText, shape: Shape, keys: str = "") -> str | Unformatted:
    """Return a file's text in canonical form, with its own line ends.

    Args:
        source: The file.
        shape: The map at its root.
        keys: `en` or `zh` for the language of the keys; empty to keep them.
    """
    text = source.text.replace("\r\n", "\n").replace("\r", "\n")
    with collector_paused():
        made = _formatted(SourceText(source.path, text), shape, keys)
    return made if isinstance(made, Unformatted) else made.replace("\n", _line_end(source.text))


def _formatted(source: SourceText, shape: Shape, keys: str) -> str | Unformatted:
    """The same for a text with plain line ends; what would not say the same is never returned."""
    parsed = parse(source)
    errors = [finding for finding in parsed.findings if finding.severity is Severity.error]
    root = parsed.root
    if errors or root is None:
        return _refused_for_error(source, errors[0] if errors else None, len(errors))
    form = Form(TOP_FILE if shape is LONE_FILE and _is_top(root) else shape)
    fixed = ambiguous(root, form) if "*" in source.text else frozenset()
    try:
        made = joined(_file(Cursor(source.text, keys, fixed), root, form)) + "\n"
    except StopFormatting as stop:
        return _refused_for_layout(source, stop.offset)
    if made == source.text:
        return made
    again = parse(SourceText(source.path, made)).root
    if (
        again is None
        or not says_the_same(root, again, form)
        or comments(source.text, root) != comments(made, again)
    ):
        return Unformatted(
            say("{path} was left as it is: the result would not say the same.", path=source.path),
            say("this is a fault of the program; please report it with the file"),
        )
    if keys and _speaks_by_its_keys(root, form.shape) and _changes_language(root, again):
        return Unformatted(
            say(
                "{path} was left as it is: without languages, its keys say what language its texts have.",
                path=source.path,
            ),
            say("write languages: [en] or languages: [zh] into it first"),
        )
    return made


def _refused_for_error(source: SourceText, finding: Finding | None, errors: int) -> Unformatted:
    """What YAML reads is not what the writer means, so its layout says nothing."""
    path = "-" if source.path.startswith("<") else source.path  # what is no file comes from standard input
    validate = say("carbonroad validate {path} shows what to write", path=path)
    if finding is None:
        return Unformatted(say("{path} was left as it is: it cannot be read.", path=source.path), validate)
    line, column = source.position(finding.span.start)
    return Unformatted(
        say(
            "{path} was left as it is. Line {line}, column {column}: {message}",
            path=source.path,
            line=line,
            column=column,
            message=finding.message,
        )
        if errors == 1
        else say(
            "{path} was left as it is. Line {line}, column {column}: {message} ({count} errors in all)",
            path=source.path,
            line=line,
            column=column,
            message=finding.message,
            count=errors,
        ),
        validate,
    )


def _refused_for_layout(source: SourceText, offset: int) -> Unformatted:
    line, column = source.position(offset)
    return Unformatted(
        say(
            "{path} was left as it is. Line {line}, column {column}: this part of YAML is not formatted.",
            path=source.path,
            line=line,
            column=column,
        ),
        say("write `key: value` on one line, and no ? before a key"),
    )


def _is_top(root: Mapping) -> bool:
    """Whether a text that came without a name is a top file: it lists industries."""
    names = {key.text: value for key, value in root.pairs}
    industries = names.get("industries", names.get("行业"))
    return isinstance(industries, Sequence) and "industry" not in names


def _speaks_by_its_keys(root: Mapping, shape: Shape | None) -> bool:
    """Whether the file says nowhere which language its texts have."""
    declares = known(shape, "languages")
    return declares is not None and not any(
        known(shape, key.text) is declares and not is_null(value) for key, value in root.pairs
    )


def _changes_language(root: Mapping, again: Mapping) -> bool:
    from carbonroad.read.files import looks_chinese

    return looks_chinese(root) != looks_chinese(again)


def _line_end(text: str) -> str:
    """The line end that the text has most of."""
    both = text.count("\r\n")
    counts = {"\n": text.count("\n") - both, "\r\n": both, "\r": text.count("\r") - both}
    return max(counts, key=lambda end: counts[end])


def _file(cursor: Cursor, root: Mapping, form: Form) -> list[Line]:
    """All lines: what stands before the first key, the map, what stands behind it."""
    lines: list[Line] = []
    start = _START.match(cursor.text)
    if start is not None:
        lines += [line.rstrip() for line in start[0].split("\n")]
        cursor.at = start.end()
    first = cursor.at
    gap = cursor.scan()
    notes = [Note(gap.after, 0), *gap.notes] if gap.after and start is None else gap.notes
    if start is not None and (gap.after or not gap.broken):
        raise StopFormatting(first)
    if notes[:1] == [BLANK] and start is None:
        notes = notes[1:]
    head = _head(notes)
    lines += alone(notes[:head], 0)
    if root.flow:
        lines += Spread(cursor, -cursor.column).lines(root, form)
        cursor.gap = cursor.scan()
    else:
        block = mapping(cursor, root, form, notes[head:], Around(-1, 0))
        lines += [*alone(block.notes, 0), *block.lines]
    return [*lines, *_tail(cursor, lines)]


def _head(notes: list[Note]) -> int:
    """How many of the first notes stay at the head of the file, whichever key comes first."""
    return next((index for index, note in enumerate(notes) if note.suppresses), len(notes))


def _tail(cursor: Cursor, above: list[Line]) -> list[Line]:
    """What stands behind the map: comments, and the sign that ends a document."""
    notes = cursor.gap.notes
    lines: list[Line] = []
    if cursor.text.startswith("...", cursor.at) and cursor.column == 0:
        cursor.at += 3
        gap = cursor.scan()
        if gap.after:
            raise StopFormatting(cursor.at)
        lines = [*alone(notes, 0), "...", *alone(gap.notes, 0)]
    else:
        lines = alone(notes, 0)
    if cursor.at < len(cursor.text):
        raise StopFormatting(cursor.at)
    while lines and not lines[-1]:
        lines.pop()
    return lines[1:] if lines and not lines[0] and isinstance(above[-1], Kept) else lines
