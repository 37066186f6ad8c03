"""Other words for a time that cannot be read, and another id for one that is taken."""

from collections.abc import Iterator
from datetime import date

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.texts.scripts import has_han
from carbonroad.editing.answers import Action
from carbonroad.editing.spots import ids_in, shape_of
from carbonroad.editing.text_lines import line_start
from carbonroad.findings import Edit, Finding
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in
from carbonroad.workspace.roadmap import Roadmap

_DAY_FIRST = lazy_pattern(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_SHORT_YEAR = lazy_pattern(r"(?<!\d)(\d\d)(?=年)")
_NUMBERED = lazy_pattern(r"(.*?)(\d{1,4})")
_UNITS = {True: ("个月", "年", "周", "天"), False: (" months", "y", "w", "d")}
"""By whether the file's keys are Chinese, what policy texts count in most first."""


def rewordings(roadmap: Roadmap, path: str, finding: Finding, words: Wording) -> Iterator[Action]:
    """Yield what may have been meant by a value.

    Args:
        roadmap: The roadmap.
        path: The file that the finding is in.
        finding: What is found.
        words: The sentences in the reader's language.
    """
    source, root = roadmap.source(path), roadmap.tree(path)
    if source is None or root is None:
        return
    start, end = finding.span.start, finding.span.end
    typed = source.text[start:end]
    if finding.name == "unreadable-duration" and typed.isascii() and typed.isdigit():
        head = source.text[line_start(source.text, start) : start]
        new = [typed + unit for unit in _UNITS[has_han(head)]]
    elif finding.name == "unreadable-date":
        new = [*_years_first(typed), *_whole_years(typed)]
    elif finding.name == "duplicate-id":
        new = [_next(typed, ids_in(root, shape_of(roadmap.folder, path)))] if typed else []
    else:
        return
    for one in new:
        title = said_in(words, say('Change "{old}" to "{new}"', old=typed, new=one))
        yield Action(title, "quickfix", {path: (Edit(start, end, one),)}, (finding,))


def _years_first(typed: str) -> Iterator[str]:
    """The days that a date without the year first may mean: one, or two where both numbers may be months."""
    found = _DAY_FIRST.fullmatch(typed.strip())
    if found is None:
        return
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    for month, day in dict.fromkeys(((second, first), (first, second))):
        try:
            yield date(year, month, day).isoformat()
        except ValueError:
            continue


def _whole_years(typed: str) -> Iterator[str]:
    """A year of two digits with those of this century: 30年前 is 2030年前."""
    whole = _SHORT_YEAR.sub(r"20\1", typed)
    if whole != typed:
        yield whole


def _next(ident: str, taken: set[str]) -> str:
    """The next id that is free: M3 after M2, peak-2 after peak."""
    found = _NUMBERED.fullmatch(ident)
    stem, number = (found[1], int(found[2])) if found is not None else (f"{ident}-", 1)
    width = len(found[2]) if found is not None and found[2].startswith("0") else 1
    while f"{stem}{number:0{width}d}" in taken or number == 1:
        number += 1
    return f"{stem}{number:0{width}d}"
