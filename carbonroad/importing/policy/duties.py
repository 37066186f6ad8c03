"""Which duties hold where: a clause at the end of a paragraph governs it, a line of its own its section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.importing.policy import bodies_en, bodies_zh
from carbonroad.importing.policy.masks import brackets
from carbonroad.importing.policy.parts import Doubt, Duties, DutyClause, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.importing.policy.outline import Block, Outline
    from carbonroad.importing.texts.paragraphs import Paragraph

_NONE = Duties()
_Stating = dict[int, list[tuple["Block", list[Duties]]]]
"""By section: its paragraphs, each with the duties of its parts."""


class Zone(NamedTuple):
    """A part of a paragraph that is not about duties, and the duties that hold in it."""

    start: int
    end: int
    duties: Duties


class Assigned:
    """The duties of a text.

    Attributes:
        whole: The paragraphs that are about duties and nothing else.
        doubts: Words that stand where a body should.
    """

    __slots__ = ("_parents", "_sections", "_zones", "doubts", "whole")

    def __init__(self, shape: Outline) -> None:
        self._parents = [section.parent for section in shape.sections]
        self.whole: set[int] = set()
        self.doubts: list[Doubt] = []
        self._sections: dict[int, Duties] = {}
        self._zones: dict[int, list[Zone]] = {}

    def texts(self, block: Block) -> list[tuple[int, int]]:
        """The parts of a paragraph that are not about duties."""
        return [(zone.start, zone.end) for zone in self._zones.get(block.paragraph, ())]

    def near(self, block: Block, place: Place) -> Duties:
        """The duties of words in a paragraph: its clause's, else those that its own section states."""
        for zone in self._zones.get(block.paragraph, ()):
            if zone.start <= place.start < zone.end and any(zone.duties):
                return zone.duties
        return self._sections.get(block.section, _NONE)

    def of_section(self, section: int) -> Duties:
        """The duties of a section: its own line or only paragraph says them, else what is around it."""
        while section >= 0:
            if section in self._sections:
                return self._sections[section]
            section = self._parents[section]
        return _NONE

    def has_section(self, section: int) -> bool:
        """Whether a section has duties of its own."""
        return section in self._sections

    def has_own(self, block: Block) -> bool:
        """Whether a paragraph states duties."""
        return any(any(zone.duties) for zone in self._zones.get(block.paragraph, ()))

    def keep(self, block: Block, zones: list[Zone]) -> None:
        """Remember the parts of a paragraph with their duties."""
        self._zones[block.paragraph] = zones

    def give(self, section: int, duties: Duties) -> None:
        """Give a section duties."""
        if section >= 0 and any(duties):
            self._sections[section] = self._sections.get(section, _NONE).joined(duties)


def assign(paragraphs: Sequence[Paragraph], shape: Outline, language: str) -> Assigned:
    """Find all duties of a text."""
    assigned = Assigned(shape)
    stating: _Stating = {}
    closing: list[tuple[Block, Duties]] = []
    for block in shape.blocks:
        paragraph = paragraphs[block.paragraph]
        if paragraph.kind == "cell":
            continue
        zones = (_chinese if language == "zh" else _english)(assigned, block, paragraph.text)
        assigned.keep(block, zones)
        first = zones[0]
        if len(zones) == 1 and first.start == first.end and any(first.duties):
            assigned.whole.add(block.paragraph)
            closing.append((block, first.duties))
        elif not block.heading:
            stating.setdefault(block.section, []).append((block, [zone.duties for zone in zones]))
    for block, duties in closing:
        assigned.give(_governed(shape, block, stating, assigned), duties)
    for section, found in stating.items():
        if not assigned.has_section(section):
            assigned.give(section, _closing(shape, section, found))
    return assigned


def _governed(shape: Outline, block: Block, stating: _Stating, assigned: Assigned) -> int:
    """The section that a line of its own governs: all tasks before it, where none of them names anybody."""
    section = block.section
    if section < 0 or shape.sections[section].parent < 0 or shape.sections[section].title:
        return section
    parent = shape.sections[section].parent
    tasks = [
        number for number, one in enumerate(shape.sections) if one.parent == parent and number <= section
    ]
    silent = not any(
        assigned.has_section(one) or any(any(own[-1]) for _, own in stating.get(one, ())) for one in tasks
    )
    return parent if len(tasks) > 1 and silent and shape.sections[parent].title else section


def _closing(shape: Outline, section: int, found: list[tuple[Block, list[Duties]]]) -> Duties:
    """The duties that a section's only paragraph states, or its last, where none before it does."""
    first, zones = found[0]
    if section >= 0 and shape.sections[section].paragraph == first.paragraph and any(zones[-1]):
        return zones[-1] if all(any(own) for own in zones) else _NONE
    earlier = [own for _, zones in found[:-1] for own in zones]
    *parts, last = found[-1][1]
    return _NONE if any(any(own) for own in earlier) or not all(any(own) for own in parts) else last


def _chinese(assigned: Assigned, block: Block, text: str) -> list[Zone]:
    """A paragraph cut behind each bracket that states duties, and before a clause without brackets."""
    zones = []
    start = block.body
    for low, high in brackets(text):
        inner = text[low + 1 : high]
        if low < start or not bodies_zh.is_duty(inner):
            continue
        zones.append(Zone(start, low, _read_chinese(assigned, block, inner, low + 1)))
        start = high + 1
    for begins in (bodies_zh.start_of_label, bodies_zh.start_of_last_sentence):
        stop = begins(text, start)
        if stop is not None:
            zones.append(Zone(start, stop, _read_chinese(assigned, block, text[stop:], stop)))
            start = len(text)
    if text[start:].strip(" 。；;，\u3000") or not zones:
        zones.append(Zone(start, len(text), _NONE))
    return _whole_or_zones(block, zones, text, " 。；;，：:\u3000")


def _read_chinese(assigned: Assigned, block: Block, text: str, start: int) -> Duties:
    clause = bodies_zh.read_duties(text)
    _doubt(assigned, block, clause, text, start)
    return clause.duties


def _english(assigned: Assigned, block: Block, text: str) -> list[Zone]:
    """A paragraph cut before each clause about duties."""
    zones: list[Zone] = []
    start = block.body
    for low, high, clause in bodies_en.clauses(text, block.body):
        _doubt(assigned, block, clause, text[low:high], low)
        if low >= start:
            zones.append(Zone(start, low, clause.duties))
            start = high
    if text[start:].strip(" .;,") or not zones:
        zones.append(Zone(start, len(text), _NONE))
    return _whole_or_zones(block, zones, text, " .;,:*-")


def _doubt(assigned: Assigned, block: Block, clause: DutyClause, text: str, start: int) -> None:
    """Say which words of a clause, that begins at `start`, do not look like a body."""
    for words in clause.doubtful:
        place = start + max(text.find(words), 0)
        assigned.doubts.append(
            Doubt("owner-unclear", Place(block.paragraph, place, place + len(words)), words)
        )


def _whole_or_zones(block: Block, zones: list[Zone], text: str, signs: str) -> list[Zone]:
    """The same, but for a paragraph about duties and nothing else: one zone without a character."""
    first = zones[0]
    if len(zones) == 1 and any(first.duties) and not text[first.start : first.end].strip(signs):
        return [Zone(block.body, block.body, first.duties)]
    return zones
