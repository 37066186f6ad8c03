"""Suppression comments: where they stand, what they say, and what they hold for."""

from bisect import bisect_right
from datetime import date
from itertools import islice

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import nearest
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.layout import Layout
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence

_BEGIN = lazy_pattern(r"#[ \t　]*carbon[-_ ]?road[ \t　]*[:：]?[ \t　]*", 2)  # 2: of either case
_KEYWORD = lazy_pattern(r"[A-Za-z]+(?:[-_ ]?file)?(?![A-Za-z])|忽略文件|忽略")
_EXACT = lazy_pattern(
    r"#[ \t　]*carbonroad[ \t　]*[:：][ \t　]*(?P<word>ignore-file|ignore|忽略文件|忽略)[ \t　]*"
    r"[\[［【](?P<rules>[^\[\]［］【】#]*)[\]］】][ \t　]*"
    r"(?:(?:until\b|至|到)[ \t　]*(?P<until>(?:(?!--)[^—–－#])+?)[ \t　]*)?"
    r"(?:(?:--+|—+|–+|－－+)[ \t　]*(?P<reason>.*?)[ \t　]*)?",
    2,
)
_CODE = lazy_pattern(r"\bCR\d{3}\b", 2)
_END = lazy_pattern(r"[\r\n]|[ \t]#[ \t]|$")  # another comment on the line is not the reason
_WORDS = (
    "ignore", "ignore-file", "ignorefile", "disable", "disable-file", "suppress", "skip", "noqa", "nolint",
    "allow", "忽略", "忽略文件",
)  # fmt: skip
_BREAK = lazy_pattern(r"[\r\n]")
_MOST = 10_000
_LOOKED_AT = 200
_BRACKETS = ("[", "［", "【")
_FILE = ("ignore-file", "忽略文件")


class Comment(NamedTuple):
    """A suppression comment.

    Attributes:
        path: Its file.
        start: Offset of its `#`.
        end: Offset after its last character.
        rules: Offsets of what stands between the brackets; None where it is not well formed.
        whole: Whether it is for the whole file.
        late: Whether one for the whole file stands below the head.
        until: Its last day, None where it has no end.
        until_at: Offsets of the day as written; where it cannot be read, `until` is None.
        reason: Why; empty where none is given.
        lines: Offsets of the line that it is for; both 0 where no line follows.
        reach: Offsets of the entries that begin on that line.
    """

    path: str
    start: int
    end: int
    rules: tuple[int, int] | None
    whole: bool
    late: bool
    until: date | None
    until_at: tuple[int, int] | None
    reason: str
    lines: tuple[int, int]
    reach: tuple[tuple[int, int], ...]


def find_comments(source: SourceText, root: Mapping) -> list[Comment]:
    """Return the suppression comments of a file, at most 10,000; what stands inside text is none."""
    text = source.text
    if _BEGIN.search(text) is None:
        return []
    layout = Layout(text, root)
    found: list[Comment] = []
    below: dict[int, tuple[int, int]] = {}
    done = -1
    for match in islice(_BEGIN.finditer(text), _MOST):
        start = match.start()
        if start >= done and _is_comment(text, layout, start) and _is_meant(text, match.end(), match[0]):
            found.append(_read(source, root, start, below))
            done = found[-1].end
    return _with_reach(found, root)


def _is_comment(text: str, layout: Layout, start: int) -> bool:
    place = layout.at(start)
    if place is not None:
        scalar = place.scalar  # the line on which a block of text opens may end in a comment
        opens = scalar.style in ("|", ">") and not _BREAK.search(text, scalar.start, start)
        return opens and text[start - 1] in " \t"
    return start == 0 or text[start - 1] in " \t\r\n" or layout.in_comment(start)


def _is_meant(text: str, after: int, begin: str) -> bool:
    """Whether a comment that begins with the tool's name is a suppression, well written or not."""
    near = text[after : after + _LOOKED_AT]
    stop = _END.search(near)
    rest = near[: stop.start() if stop else None]
    colon = ":" in begin or "：" in begin
    keyword = _KEYWORD.match(rest)
    if keyword is None:
        return rest[:1] in _BRACKETS
    word = keyword[0].lower().replace(" ", "-").replace("_", "-")
    named = _CODE.search(rest) is not None
    bracket = rest[keyword.end() :].lstrip()[:1] in _BRACKETS
    if word in _WORDS or word.removesuffix("-file") in _WORDS:
        return colon or bracket or named  # else prose: "carbonroad ignores what stands here"
    return (bracket and nearest(word, _WORDS) is not None) or (colon and _CODE.match(rest) is not None)


def _read(source: SourceText, root: Mapping, start: int, below: dict[int, tuple[int, int]]) -> Comment:
    text = source.text
    end = _end(text, start)
    lines = _target(source, start, below)
    exact = _EXACT.fullmatch(text, start, end)
    if exact is None:
        return Comment(source.path, start, end, None, False, False, None, None, "", lines, ())
    whole = exact["word"].lower() in _FILE
    until, until_at = None, None
    if exact["until"] is not None:
        until_at = exact.span("until")
        day = parse_deadline(exact["until"].strip(), ())
        until = None if isinstance(day, Refusal) or day.kind != "by" else day.latest
    late = whole and start > root.start
    reason = exact["reason"] or ""
    return Comment(
        source.path, start, end, exact.span("rules"), whole, late, until, until_at, reason, lines, ()
    )


def _target(source: SourceText, start: int, below: dict[int, tuple[int, int]]) -> tuple[int, int]:
    """The line a comment is for: its own, or where it stands alone the next that says something.

    `below` remembers what follows each line of a run of comments.
    """
    number = source.position(start)[0]
    starts = source.line_starts
    if source.text[starts[number - 1] : start].strip()[:1] not in ("", "#"):
        return starts[number - 1], starts[number] if number < len(starts) else len(source.text) + 1
    passed = []
    target = (0, 0)
    while number < len(starts) and number not in below:
        passed.append(number)
        number += 1
        line = source.line(number).strip()
        if line and not line.startswith("#"):
            target = starts[number - 1], starts[number] if number < len(starts) else len(source.text) + 1
            break
    target = below.get(number, target) if target == (0, 0) else target
    below.update(dict.fromkeys(passed, target))
    return target


def _end(text: str, start: int) -> int:
    stop = _END.search(text, start + 1)
    return start + len(text[start : stop.start() if stop else len(text)].rstrip())


def _with_reach(comments: list[Comment], root: Mapping) -> list[Comment]:
    """Give each comment the entries that begin on its line: an item of a list, or a key below the root's."""
    targets = sorted({comment.lines for comment in comments if not comment.whole})
    firsts = [first for first, _ in targets]
    reach: dict[tuple[int, int], list[tuple[int, int]]] = {target: [] for target in targets}
    waiting: list[Node] = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        entries = (
            [(item.start, item) for item in node.items]
            if isinstance(node, Sequence)
            else [(key.start, value) for key, value in node.pairs]
        )
        for start, value in entries:
            index = bisect_right(firsts, start) - 1
            if node is not root and index >= 0 and start < targets[index][1] and start <= value.end:
                reach[targets[index]].append((start, value.end))
            waiting.append(value)
    return [comment._replace(reach=tuple(reach.get(comment.lines, ()))) for comment in comments]
