"""Suppression comments applied to findings, and what is wrong with the comments themselves."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.checking.bench import Bench, Named
from carbonroad.checking.comments import Comment
from carbonroad.checking.rulebook import is_fixed, rules
from carbonroad.findings import Edit, Finding, Fix, Related, Span, Suppressed
from carbonroad.source.text import SourceText

if TYPE_CHECKING:
    from carbonroad.checking.comment_faults import Active


class Applied(NamedTuple):
    """What comments did.

    Attributes:
        kept: Findings that count.
        suppressed: Those that do not, with the reason.
        findings: About the comments.
    """

    kept: list[Finding]
    suppressed: list[Finding]
    findings: list[Finding]


def suppress(
    found: Sequence[Finding],
    comments: Sequence[Comment],
    as_of: date,
    text: Callable[[str], SourceText | None],
    checks: Callable[[str, str], bool],
) -> Applied:
    """Apply the comments of a roadmap's files to its findings.

    Args:
        found: All findings, as they count.
        comments: Of all files.
        as_of: The data date, which decides whether a comment has expired.
        text: The text of a file by its path as shown.
        checks: Whether a rule is checked in a file; a comment for one that is not may have its use.
    """
    if not comments:
        return Applied(list(found), [], [])
    from carbonroad.checking.comment_faults import read_comment

    texts = {path: text(path) for path in dict.fromkeys(comment.path for comment in comments)}
    benches = {path: Bench(path) for path in texts}
    active: dict[str, list[Active]] = {path: [] for path in texts}
    for comment in comments:
        source = texts[comment.path]
        ready = read_comment(benches[comment.path], comment, source.text, as_of) if source else None
        if ready is not None:
            active[comment.path].append(ready)
    files = {path: _File(source, active[path]) for path, source in texts.items() if source is not None}
    kept, suppressed = [], []
    for finding in found:
        file = files.get(finding.span.path)
        why = None if file is None else _suppressed(finding, file.comments_for(finding))
        if why is None:
            kept.append(finding)
        else:
            suppressed.append(finding._replace(suppressed=why))
    places = _places(found) if any(active.values()) else {}
    for path, file in files.items():
        for one in active[path]:
            _judge(benches[path], one, file.text, checks, places)
    return Applied(kept, suppressed, [finding for bench in benches.values() for finding in bench.findings])


class _File:
    """The comments of one file by what they are for; findings are asked for in the order of their places."""

    def __init__(self, source: SourceText, active: "Sequence[Active]") -> None:
        self.text = source.text
        self._starts = source.line_starts
        self._whole = [one for one in active if one.comment.whole]
        self._lines: dict[int, list[Active]] = {}
        for one in active:
            if not one.comment.whole and one.comment.lines[1]:
                self._lines.setdefault(one.comment.lines[0], []).append(one)
        reach = [
            (start, end, number) for number, one in enumerate(active) for start, end in one.comment.reach
        ]
        self._waiting = sorted(reach, reverse=True)
        self._open: list[tuple[int, int, int]] = []
        self._active = active

    def comments_for(self, finding: Finding) -> "list[Active]":
        """Return the comments for a finding's place: its first or last line, or an entry it stands in."""
        start, end = finding.span.start, finding.span.end
        first = self._lines.get(self._line(start), [])
        last = self._lines.get(self._line(max(end - 1, start)), [])
        while self._waiting and self._waiting[-1][0] <= start:
            self._open.append(self._waiting.pop())
        self._open = [one for one in self._open if start < max(one[1], one[0] + 1)]
        around = [self._active[number] for _, _, number in self._open]
        found = {id(one): one for one in (*first, *last, *around, *self._whole)}
        return list(found.values())

    def _line(self, offset: int) -> int:
        return self._starts[bisect_right(self._starts, offset) - 1]


def _suppressed(finding: Finding, several: "Sequence[Active]") -> Suppressed | None:
    """Return why a finding does not count; every comment that fits it has been of use."""
    rule = rules().get(finding.code)
    if rule is None or is_fixed(rule):
        return None
    why = None
    for one in several:
        numbers = [number for number, named in enumerate(one.rules) if finding.code in named.rules.codes]
        if not numbers:
            continue
        one.used.update(numbers)
        one.hits.append(finding)
        if not one.expired and why is None:
            why = Suppressed("file" if one.comment.whole else "comment", one.comment.reason)
    return why


def _places(found: Iterable[Finding]) -> dict[tuple[str, str], list[Span]]:
    """Where each rule's findings stand, by file and code."""
    places: dict[tuple[str, str], list[Span]] = {}
    for finding in found:
        places.setdefault((finding.span.path, finding.code), []).append(finding.span)
    return places


def _judge(
    bench: Bench,
    one: "Active",
    text: str,
    checks: Callable[[str, str], bool],
    places: Mapping[tuple[str, str], Sequence[Span]],
) -> None:
    """Report a comment whose end has passed, or rules in it that nothing is found of."""
    comment = one.comment
    idle = [
        named
        for number, named in enumerate(one.rules)
        if number not in one.used and all(checks(code, comment.path) for code in named.rules.codes)
    ]
    if one.expired and one.used:
        _expired(bench, one)
    for named in idle:
        near = _nearest(comment, (places.get((comment.path, code), ()) for code in named.rules.codes))
        bench.report(
            "unused-suppression",
            named.span,
            say('There is no finding of "{rule}" in this file.', rule=named.rules.word.strip())
            if comment.whole
            else say('There is no finding of "{rule}" here.', rule=named.rules.word.strip()),
            label=say("nothing to suppress"),
            related=() if near is None else (Related(near, say("the nearest one stands here")),),
            help_=say("remove it"),
            fix=_removal(text, comment, named, alone=len(idle) == one.words),
        )


def _nearest(comment: Comment, places: Iterable[Sequence[Span]]) -> Span | None:
    """The place nearest to a comment; each sequence is in order."""
    beside: list[Span] = []
    for spans in places:
        at = bisect_right(spans, comment.start, key=lambda span: span.start)
        beside += spans[max(at - 1, 0) : at + 1]
    return min(beside, key=lambda span: abs(span.start - comment.start), default=None)


def _expired(bench: Bench, one: "Active") -> None:
    comment = one.comment
    first, last = comment.until_at or (comment.start, comment.end)
    bench.report(
        "expired-suppression",
        Span(comment.path, first, last),
        say("This suppression ended on {day}, so its findings count again.", day=str(comment.until)),
        label=say("has passed"),
        related=[Related(one.hits[0].span, say("counts again"))],
        help_=say("repair what is found, or give a later day and the reason for it"),
    )


def _removal(text: str, comment: Comment, named: Named, *, alone: bool) -> Fix:
    """The repair: the rule out of the list, or the whole comment where no rule of it is of use."""
    if not alone:
        first, last = comment.rules or (0, 0)
        start, end = named.span.start, named.span.end
        while end < last and text[end] in " \t,，、;；":
            end += 1
        if end == last:
            end = named.span.end
            while start > first and text[start - 1] in " \t,，、;；":
                start -= 1
        title = say('remove "{rule}" from the comment', rule=named.rules.word.strip())
        return Fix(title, True, (Edit(start, end, ""),))
    start, end = comment.start, comment.end
    while start and text[start - 1] in " \t":
        start -= 1
    if start == 0 or text[start - 1] in "\r\n":  # a line of its own goes with its end
        while text[end : end + 1] in (" ", "\t"):
            end += 1
        end += 2 if text.startswith("\r\n", end) else text[end : end + 1] in ("\n", "\r")
    return Fix(say("remove the comment"), True, (Edit(start, end, ""),))
