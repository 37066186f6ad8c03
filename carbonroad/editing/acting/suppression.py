"""Comments that suppress a finding: where they are written, and what they say."""

from collections.abc import Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say, sayable
from carbonroad.base.times.durations import add_months
from carbonroad.base.times.periods import month_end
from carbonroad.checking.comments import Comment, find_comments
from carbonroad.checking.rulebook import is_fixed
from carbonroad.editing.answers import Action
from carbonroad.editing.spots import shape_of, spot_at
from carbonroad.editing.text_lines import indent_of, line_end, line_start, new_line
from carbonroad.findings import Edit, Finding
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.layout import Layout
from carbonroad.source.yaml.nodes import Mapping
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in
from carbonroad.workspace.roadmap import Roadmap

_MONTHS = 3
"""A suppression that is to be settled ends with the month that is so many months from the data date."""
_ACCEPTED, _OPEN = sayable("accepted as it stands"), sayable("to be settled")


class _Line(NamedTuple):
    """Where a comment for a finding goes: at the end of a line, above it, or at the head for the file."""

    how: str
    at: int


def suppressions(roadmap: Roadmap, path: str, finding: Finding, words: Wording) -> Iterator[Action]:
    """Yield the ways to suppress a finding where it stands; none for one that always counts.

    Args:
        roadmap: The roadmap.
        path: The file.
        finding: What is found in it.
        words: The sentences in the reader's language.
    """
    source, root = roadmap.source(path), roadmap.tree(path)
    if source is None or not isinstance(root, Mapping) or not _may_be_suppressed(finding):
        return
    line = _line_for(roadmap, source, root, finding)
    known = _comment_there(source, root, line)
    if known is not None and known.rules is not None:
        title = said_in(words, say("Suppress {rule} by the comment that stands here", rule=finding.name))
        edit = Edit(known.rules[1], known.rules[1], f", {finding.name}")
        yield Action(title, "quickfix", {path: (edit,)}, (finding,))
        return
    title = say("Suppress {rule} here: {reason}", rule=finding.name, reason=say(_ACCEPTED))
    yield _action(source, line, finding, said_in(words, title), _comment(finding, line, words, _ACCEPTED, ""))
    last = _last_day(roadmap)
    title = say("Suppress {rule} until {day}: {reason}", rule=finding.name, day=last, reason=say(_OPEN))
    yield _action(source, line, finding, said_in(words, title), _comment(finding, line, words, _OPEN, last))


def _may_be_suppressed(finding: Finding) -> bool:
    """Whether a comment would be applied, and what it leaves can be read: no map without what it needs."""
    return not is_fixed(finding) and not finding.code.startswith(("CR0", "CR1", "CR9"))


def _last_day(roadmap: Roadmap) -> str:
    """The last day of a suppression that is to be settled."""
    as_of = roadmap.project.system.as_of
    later = add_months(as_of, _MONTHS)
    day = as_of if isinstance(later, Refusal) else later
    return str(month_end(day.year, day.month))


def _comment(finding: Finding, line: _Line, words: Wording, reason: str, until: str) -> str:
    """The comment, in the reader's language."""
    whole = line.how == "head"
    if words.chinese:
        end = f" 至{until}" if until else ""
        return f"# carbonroad: {'忽略文件' if whole else '忽略'}[{finding.name}]{end} —— {words(reason)}"
    end = f" until {until}" if until else ""
    return f"# carbonroad: {'ignore-file' if whole else 'ignore'}[{finding.name}]{end} -- {words(reason)}"


def _action(source: SourceText, line: _Line, finding: Finding, title: str, comment: str) -> Action:
    if line.how == "end":
        edit = Edit(line.at, line.at, f"  {comment}")
    else:
        start = line_start(source.text, line.at)
        edit = Edit(start, start, f"{indent_of(source.text, line.at)}{comment}{new_line(source.text)}")
    return Action(title, "quickfix", {source.path: (edit,)}, (finding,))


def _line_for(roadmap: Roadmap, source: SourceText, root: Mapping, finding: Finding) -> _Line:
    """Where a comment holds for a finding: its line's end, unless that is inside a text of several lines."""
    text, start = source.text, min(finding.span.start, len(source.text))
    end = line_end(text, start)
    said = text[line_start(text, start) : end].strip()
    if not said or said.startswith("#") or start < root.start:
        return _Line("head", root.start)
    place = Layout(text, root).at(end)
    inside = place is not None and place.scalar.start < end < place.scalar.end
    if place is None or not inside:
        return _Line("end", end - (len(text[:end]) - len(text[:end].rstrip(" \t"))))
    opens = place.scalar.style in ("|", ">") and "\n" not in text[place.scalar.start : end]
    if opens:
        return _Line("end", end)
    spot = spot_at(root, shape_of(roadmap.folder, source.path), place.scalar.start)
    return _Line("above", place.scalar.start if spot is None else spot.last.key.start)


def _comment_there(source: SourceText, root: Mapping, line: _Line) -> Comment | None:
    """A comment that is applied and holds for the same place, to which a rule can be added."""
    at, head = line_start(source.text, line.at), line.how == "head"
    for comment in find_comments(source, root):
        applied = comment.rules is not None and any(sign.isalnum() for sign in comment.reason)
        endless = comment.until_at is None and not comment.late
        same = comment.whole if head else not comment.whole and comment.lines[0] == at
        if applied and endless and same:
            return comment
    return None
