"""From paragraphs to items: which section, which reader, which duties."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.importing.policy import words_en, words_zh
from carbonroad.importing.policy.chinese import read_chinese
from carbonroad.importing.policy.dates import deadlines_in, is_whole_deadline
from carbonroad.importing.policy.due import apart, with_due
from carbonroad.importing.policy.duties import Assigned, assign
from carbonroad.importing.policy.english import read_english
from carbonroad.importing.policy.header import is_signature, read_header
from carbonroad.importing.policy.masks import mask
from carbonroad.importing.policy.measures import find_measures, skipped_sections
from carbonroad.importing.policy.outline import BULLET, Block, Outline, outline
from carbonroad.importing.policy.parts import Doubt, Item, Place, Reading, When
from carbonroad.importing.policy.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from carbonroad.importing.texts.paragraphs import Paragraph

_HAN = lazy_pattern(r"[\u3400-\u9fff]")
_CONTENTS = lazy_pattern(r"(?:(?<!\.)\.{3,}+|(?<!…)…{2,}+|(?<!·)·{3,}+|(?<!\t)\t)[ \t]{0,9}[0-9]{1,4}\Z")
_PROMISES = lazy_pattern(r"目标|指标|[Tt]arget|[Gg]oal|[Mm]ilestone|[Oo]bjective")
_TASK = lazy_pattern(r"[0-9](?:\s?[%％]|个百分点)")
_YEAR_OF_NUMBER = lazy_pattern(r"[〔\[（(]((?:19|20)[0-9]{2})[〕\]）)]")


def read_policy(paragraphs: Sequence[Paragraph]) -> Reading:
    """Read the paragraphs of a policy text; never raises, whatever they hold."""
    language = language_of(paragraphs)
    document, first = read_header(paragraphs)
    shape = outline(paragraphs)
    skipped = skipped_sections(shape, language)
    contents = _contents(paragraphs, first)
    assigned = assign(paragraphs, shape, language)
    doubts: list[Doubt] = [*assigned.doubts, *_tables(paragraphs, shape, first, contents | assigned.whole)]
    items: list[Item] = []
    carried = _Carried(shape)
    issued = _issued(document.issued, document.number)
    for block in shape.blocks:
        paragraph = paragraphs[block.paragraph]
        if block.paragraph < first or block.paragraph in contents | assigned.whole or _is_aside(paragraph):
            continue
        if paragraph.kind == "cell" or block.section in skipped:
            continue
        scope = _scope(block, paragraph, shape, issued)
        scope.carried = carried.before(block, paragraph)
        if not block.heading:
            _read(scope, block, assigned, language)
            if not scope.items and assigned.has_own(block):
                _entry(scope, block, shape, assigned, listed=paragraph.kind == "item")
            if not scope.items and not scope.doubts and _gave_nothing(scope, assigned, block):
                scope.doubt("nothing-found", block.body, len(paragraph.text))
        carried.after(block, paragraph, scope, language)
        items += [_with_duties(item, assigned, block) for item in scope.items]
        doubts += scope.doubts
    items = with_due(items, paragraphs, shape, language, skipped)
    measures = find_measures(
        paragraphs, shape, skipped | _of(shape, contents, first), items, assigned, language
    )
    ordered = sorted([*measures, *items], key=lambda item: (item.place.paragraph, item.place.start))
    parents = tuple(section.parent for section in shape.sections)
    clauses = tuple(shape.sections[one.section].clause if one.section >= 0 else "" for one in shape.blocks)
    return Reading(language, document, tuple(ordered), tuple(_in_order(doubts)), parents, clauses)


def _tables(
    paragraphs: Sequence[Paragraph], shape: Outline, first: int, apart: Collection[int]
) -> Iterator[Doubt]:
    """Say of each table, at its first cell, that no sentences were looked for in it."""
    told: set[int | None] = {None}
    for block in shape.blocks:
        paragraph = paragraphs[block.paragraph]
        if block.paragraph < first or block.paragraph in apart or _is_aside(paragraph):
            continue
        if paragraph.table in told:
            continue
        told.add(paragraph.table)
        yield Doubt("table-left-out", Place(block.paragraph, 0, len(paragraph.text)))


def _read(scope: Scope, block: Block, assigned: Assigned, language: str) -> None:
    """Read the parts of a paragraph that are about neither duties nor the time alone."""
    for zone in assigned.texts(block):
        for start, end in apart(scope.text, *zone):
            (read_chinese if language == "zh" else read_english)(scope, start, end)


def language_of(paragraphs: Sequence[Paragraph]) -> Literal["zh", "en"]:
    """Chinese if a tenth of the characters are."""
    text = "".join(paragraph.text[:400] for paragraph in paragraphs[:400])
    return "zh" if len(_HAN.findall(text)) * 10 > len(text) else "en"


def _in_order(doubts: list[Doubt]) -> list[Doubt]:
    return sorted(doubts, key=lambda doubt: (doubt.place, doubt.rule))


def _issued(day: str, number: str) -> date | None:
    if day:
        return date.fromisoformat(day)
    found = _YEAR_OF_NUMBER.search(number)
    return date(int(found[1]), 1, 1) if found else None


def _contents(paragraphs: Sequence[Paragraph], first: int) -> set[int]:
    """The lines of a table of contents: those that end in a page number, and those that come again below."""
    found: set[int] = set()
    listing = False
    texts: dict[str, int] = {}
    for number, paragraph in enumerate(paragraphs):
        texts[_plain(paragraph.text)] = number
    for number, paragraph in enumerate(paragraphs):
        plain = _plain(paragraph.text)
        if plain in ("目录", "contents", "tableofcontents"):
            listing = True
            found.add(number)
        elif _CONTENTS.search(paragraph.text[-40:]) or (listing and texts.get(plain, number) > number):
            found.add(number)
        elif number >= first:
            listing = False
    return found


def _plain(text: str) -> str:
    return "".join(_CONTENTS.sub("", text).split()).strip("#*.…·").lower()


def _of(shape: Outline, contents: set[int], first: int) -> frozenset[int]:
    """The sections that a table of contents or a title seems to begin."""
    return frozenset(
        number
        for number, one in enumerate(shape.sections)
        if one.paragraph in contents or one.paragraph < first
    )


def _scope(block: Block, paragraph: Paragraph, shape: Outline, issued: date | None) -> Scope:
    clause = shape.sections[block.section].clause if block.section >= 0 else ""
    masked = mask(paragraph.text, is_whole_deadline)
    scope = Scope(block.paragraph, paragraph.text, masked, clause, block.section)
    scope.issued = issued
    return scope


def _with_duties(item: Item, assigned: Assigned, block: Block) -> Item:
    """What its sentence states, else the clause around it, else who acts, else what is further around."""
    if any(item.duties):
        return item
    near = assigned.near(block, item.place)
    duties = near if any(near) else item.subject
    return item._replace(duties=duties if any(duties) else assigned.of_section(block.section))


def _entry(scope: Scope, block: Block, shape: Outline, assigned: Assigned, *, listed: bool) -> None:
    """An entry of a list that names bodies and no date is a task all the same, where it is one sentence."""
    section = shape.sections[block.section] if block.section >= 0 else None
    numbered = section is not None and section.paragraph == block.paragraph and not section.title
    places = [(start, end) for start, end in assigned.texts(block) if scope.text[start:end].strip(_AROUND)]
    if not (listed or numbered) or len(places) != 1:
        return
    start, end = places[0]
    while end > start and scope.text[end - 1] in _AROUND:
        end -= 1
    while start < end and scope.text[start] in _AROUND:
        start += 1
    title = scope.text[start:end]
    told = words_zh.HISTORY.search(title) or (
        words_en.HISTORY.search(title) and not words_en.MODAL.search(title)
    )
    if len(title) < _SHORTEST_TASK or told or _SENTENCE_END.search(title):
        return
    scope.add("milestone", title, start, end, None)
    scope.doubt("deadline-unclear", start, end, "none")


_AROUND = " \u3000.。；;*_,，:-–—"
_SHORTEST_TASK = 4
_SENTENCE_END = lazy_pattern(r"[。！？]|[a-z0-9)][.!?]\s+[A-Z]")
_DONE = lazy_pattern(r"(?:[-*]\s)?(?:\[[xX]\]|[☑✓✔✅])\s")
"""A sign that a task is finished."""


def _is_aside(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a footnote, a finished task or a signature."""
    finished = _DONE.match(paragraph.text) is not None
    return paragraph.kind == "note" or finished or is_signature(paragraph.text)


def _gave_nothing(scope: Scope, assigned: Assigned, block: Block) -> bool:
    """Whether a paragraph with a number, a year or a body looks like a task and gave nothing."""
    if assigned.has_own(block) and block.section < 0:
        return True
    tells = words_zh.HISTORY.search(scope.masked) or words_en.HISTORY.search(scope.masked)
    return bool(scope.clause) and bool(_TASK.search(scope.masked)) and not tells


class _Carried:
    """The deadline that a line such as "By 2030:" gives to the list below it."""

    def __init__(self, shape: Outline) -> None:
        self._shape = shape
        self._when: When | None = None
        self._section = -1
        self._item = False

    def before(self, block: Block, paragraph: Paragraph) -> When | None:
        """The deadline that holds for a paragraph, if any."""
        if self._when is None:
            return None
        if paragraph.kind == "item" or BULLET.match(paragraph.text) or self._is_below(block.section):
            return self._when
        self._when = None
        return None

    def after(self, block: Block, paragraph: Paragraph, scope: Scope, language: str) -> None:
        """Keep the deadline of a paragraph that ends in a colon, or of a heading that promises targets."""
        text = paragraph.text.rstrip(" *")
        whens = scope.whens if not block.heading else deadlines_in(scope.masked, language)
        if block.heading and _PROMISES.search(text) and len(whens) == 1:
            self._keep(whens[0], block)
        elif text.endswith((":", "：")) and whens and not scope.items:
            self._keep(whens[-1], block)
        elif block.heading:
            self._when = None

    def _keep(self, when: When, block: Block) -> None:
        self._when, self._section = when, block.section

    def _is_below(self, section: int) -> bool:
        while section >= 0 and section != self._section:
            section = self._shape.sections[section].parent
            if section == self._section:
                return True
        return False
