"""What is found because somebody is still typing: half a word, a key without colon, an item just begun."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.editing.completing.at_cursor import complete
from carbonroad.editing.text_lines import indent_of, line_end, line_start
from carbonroad.findings import Finding
from carbonroad.workspace.roadmap import Roadmap

_TO_COME = frozenset(
    ("missing-key", "no-owner", "no-source", "industry-without-milestone", "empty-file", "emptied-value")
)
"""What is missing may still be written."""
_TO_CLOSE = frozenset(("unclosed-bracket", "unclosed-quote"))
_BARE = lazy_pattern(r"\s*(?:- +)*(?:-|[^\s:#'\"\[{\-][^\s:]*)?")
"""A line that ends before its key does."""
_HALF_A_DATE = lazy_pattern(r"(?:.*\D)?\d{1,3}|.*\d[-/.~—至年月]+")
_DASHES = lazy_pattern(r"\s*(?:- +)*")
_NEAR = 20
"""Lines between what lacks something and the cursor, at most: who is further away has gone on."""
_CLOSING = "]})\"'”’》"
"""What editors write behind the cursor by themselves."""


class Unfinished(NamedTuple):
    """What is found only because somebody is in the middle of typing it.

    Attributes:
        findings: In the order of the text.
        breaks: Whether the file cannot be read until it is finished, so that all else is not known.
    """

    findings: tuple[Finding, ...] = ()
    breaks: bool = False


def unfinished(roadmap: Roadmap, path: str, caret: int, lang: str) -> Unfinished:
    """Return what need not be said yet to somebody who is typing.

    Args:
        roadmap: As its files are now.
        path: The file that is typed in.
        caret: Where the last sign was typed, in code points.
        lang: The reader's language.
    """
    source = roadmap.source(path)
    if source is None:
        return Unfinished()
    text = source.text
    start, end = line_start(text, caret), line_end(text, caret)
    line = text[start:caret]
    at_the_end = not text[caret:end].strip(_CLOSING + " \t")
    bare = at_the_end and _BARE.fullmatch(line) is not None
    here = [
        one
        for one in roadmap.findings(path)
        if start <= one.span.start <= end or (_to_come(text, one) and _same_map(text, one.span.start, caret))
    ]
    word_end = start + len(text[start:caret].rstrip(" "))
    begun = [one for one in here if one.span.start <= caret and word_end <= one.span.end]
    half = bool(begun) and not bare and _is_begun(roadmap, path, text, caret, lang)
    found = tuple(
        one
        for one in here
        if _to_come(text, one) or (at_the_end and (bare or one.name in _TO_CLOSE)) or (half and one in begun)
    )
    return Unfinished(found, any(one.code.startswith("CR0") and one.name not in _TO_COME for one in found))


def _to_come(text: str, finding: Finding) -> bool:
    """Whether something is missing that may still be written, as the lines below a key are."""
    if finding.name != "wrong-type":
        return finding.name in _TO_COME
    key = text[line_start(text, finding.span.start) : line_end(text, finding.span.start)]
    return key.rstrip().endswith(":")


def _is_begun(roadmap: Roadmap, path: str, text: str, caret: int, lang: str) -> bool:
    """Whether what is typed is the beginning of something that may stand there."""
    if _HALF_A_DATE.fullmatch(text, line_start(text, caret), caret):
        return True
    for one in complete(roadmap, path, caret, lang):
        typed = text[one.replace[0] : caret].strip().casefold()
        if one.filter.casefold().startswith(typed) or one.plain.strip().casefold().startswith(typed):
            return True
    return False


def _same_map(text: str, one: int, other: int) -> bool:
    """Whether two places stand in the same map, as the indentation shows."""
    first, last = min(one, other), max(one, other)
    if text.count("\n", first, last) > _NEAR:
        return False
    begin = line_start(text, first)
    head = _DASHES.match(text, begin)
    column = 0 if head is None else head.end() - begin
    at = line_end(text, first) + 1
    while at <= last:
        if text[at : line_end(text, at)].strip() and len(indent_of(text, at)) < column:
            return False
        at = line_end(text, at) + 1
    return True
