"""Repairs: the edits that findings carry, made in the text and nowhere else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from carbonroad.base.record import NamedTuple
from carbonroad.findings import Edit, Finding, Severity
from carbonroad.source.text import SourceText

MOST_ROUNDS = 100

Texts = Mapping[str, SourceText]
Check = Callable[[Texts], Sequence[Finding]]


class Fixed(NamedTuple):
    """What repairs made of the texts.

    Attributes:
        texts: Those that changed.
        done: Findings that were repaired, in the order of the repairs.
        left: Findings whose repair would have brought an error with it.
    """

    texts: dict[str, SourceText]
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def fix(texts: Texts, check: Check, wanted: Callable[[Finding], bool]) -> Fixed:
    """Repair what can be repaired, round by round, until nothing is left to do.

    After each round everything is checked anew; a repair that brings an error with it is not made.

    Args:
        texts: All files, by path as shown.
        check: Gives the findings about texts.
        wanted: Which findings to repair, of those that carry a repair.
    """
    now = dict(texts)
    done: list[Finding] = []
    left: dict[tuple[object, ...], Finding] = {}
    findings = check(now)
    seen = {_digest(now)}
    for _ in range(MOST_ROUNDS):
        chosen = _apart(_first([f for f in findings if f.fix and wanted(f) and _key(now, f) not in left]))
        made = _accepted(now, findings, chosen, check)
        for finding in _without(chosen, made):
            left[_key(now, finding)] = finding
        if not chosen:
            break
        now = _edited(now, made)
        done += made
        if made and _digest(now) in seen:  # repairs that undo each other
            break
        seen.add(_digest(now))
        findings = check(now)
    changed = {path: text for path, text in now.items() if text.text != texts[path].text}
    return Fixed(changed, tuple(done), tuple(left.values()))


def _first(findings: list[Finding]) -> list[Finding]:
    """Those to repair first: a file that cannot be read hides what else is wrong."""
    reading = [one for one in findings if one.severity is Severity.error and one.code.startswith("CR0")]
    return reading or findings


def _without(chosen: Sequence[Finding], made: Sequence[Finding]) -> list[Finding]:
    done = {id(finding) for finding in made}
    return [finding for finding in chosen if id(finding) not in done]


def _accepted(
    texts: Texts, before: Sequence[Finding], chosen: Sequence[Finding], check: Check
) -> list[Finding]:
    """The largest part of the repairs that brings no error with it and is of use, found by halving."""
    made: list[Finding] = []
    waiting = [list(chosen)] if chosen else []
    while waiting:
        part = waiting.pop()
        after = check(_edited(texts, [*made, *part]))
        if not (_is_worse(before, after) or _is_vain([*made, *part], after)):
            made += part
        elif len(part) > 1:
            half = len(part) // 2
            waiting += (part[half:], part[:half])
    return made


def _is_worse(before: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Whether there are more errors of a rule in a file than before.

    A file that could not be read and now can shows what was hidden in it, and what refers to it.
    """
    old, new = _counts(before), _counts(after)
    unread, unread_now = _unread(before), _unread(after)
    if any(number > unread.get(path, 0) for path, number in unread_now.items()):
        return True
    shown = any(unread_now.get(path, 0) < number for path, number in unread.items())
    # One mistake in the syntax hides the next: in its place may be one of another kind.
    return not shown and any(
        number > old.get(key, 0) for key, number in new.items() if not (key[1].startswith("CR0") and unread)
    )


def _is_vain(made: Sequence[Finding], after: Sequence[Finding]) -> bool:
    """Whether an error of reading is found again where it was repaired: it would be repaired for ever."""
    found = {(one.span.path, one.code, one.span.start) for one in after if one.code.startswith("CR0")}
    reading = [one for one in made if one.code.startswith("CR0")] if found else []
    moved: dict[str, int] = {}
    edits = sorted((one.span.path, edit) for one in made for edit in _edits(one)) if reading else []
    waiting = iter([*edits, None])
    following = next(waiting)
    for one in sorted(reading, key=lambda one: (one.span.path, one.span.start)):
        path, start = one.span.path, one.span.start
        while following and (following[0], following[1].start) < (path, start):
            edit = following[1]
            moved[following[0]] = moved.get(following[0], 0) + len(edit.text) - (edit.end - edit.start)
            following = next(waiting)
        if (path, one.code, start + moved.get(path, 0)) in found:
            return True
    return False


def _counts(findings: Iterable[Finding]) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        if finding.severity is Severity.error:
            key = (finding.span.path, finding.code)
            counts[key] = counts.get(key, 0) + 1
    return counts


def _unread(findings: Iterable[Finding]) -> dict[str, int]:
    """The number of errors of reading, by file."""
    counts: dict[str, int] = {}
    for (path, code), number in _counts(findings).items():
        if code.startswith("CR0"):
            counts[path] = counts.get(path, 0) + number
    return counts


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Findings whose repairs do not touch each other; of two that do, the first."""
    chosen: list[Finding] = []
    taken: dict[str, list[Edit]] = {}
    for finding in sorted(findings, key=lambda one: (one.span.path, _edits(one))):
        edits = _edits(finding)
        others = taken.setdefault(finding.span.path, [])
        if not edits or _clash((*others[-1:], *edits)):
            continue
        others.extend(edits)
        chosen.append(finding)
    return chosen


def _clash(edits: Sequence[Edit]) -> bool:
    """Whether two of these edits, in order, are of one place."""
    return any(
        two.start < one.end or (two.start == one.start and (two.end == two.start) == (one.end == one.start))
        for one, two in pairwise(edits)
    )


def _edits(finding: Finding) -> list[Edit]:
    return sorted(finding.fix.edits) if finding.fix is not None else []


def _edited(texts: Texts, made: Iterable[Finding]) -> dict[str, SourceText]:
    """The texts with the edits of these findings."""
    edits: dict[str, list[Edit]] = {}
    for finding in made:
        edits.setdefault(finding.span.path, []).extend(_edits(finding))
    return {**texts, **{path: edited(texts[path], several) for path, several in edits.items()}}


def edited(source: SourceText, edits: Iterable[Edit]) -> SourceText:
    """Return a text with edits that do not overlap; new line ends are as the file's are."""
    text, end = source.text, _line_end(source.text)
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits):
        new = edit.text if end == "\n" else edit.text.replace("\r\n", "\n").replace("\n", end)
        pieces += (text[done : edit.start], new)
        done = edit.end
    return SourceText(source.path, "".join((*pieces, text[done:])), bom=source.bom)


def _line_end(text: str) -> str:
    first = text.find("\n")
    if first == -1:
        return "\r" if "\r" in text else "\n"
    return "\r\n" if text[first - 1 : first] == "\r" else "\n"


def _key(texts: Texts, finding: Finding) -> tuple[object, ...]:
    """What a repair is known by while others move it."""
    text = texts[finding.span.path].text
    told = tuple((text[edit.start : edit.end], edit.text) for edit in _edits(finding))
    return finding.span.path, finding.code, finding.pointer, str(finding.message), told


def _digest(texts: Texts) -> tuple[str, ...]:
    return tuple(texts[path].sha256 for path in sorted(texts))
