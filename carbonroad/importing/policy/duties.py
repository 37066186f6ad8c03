"""Which duties hold where: a clause at the end of a paragraph governs it, a line of its own its section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.importing.policy import bodies, bodies_en
from carbonroad.importing.policy.masks import brackets
from carbonroad.importing.policy.parts import Doubt, Duties, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.importing.policy.outline import Block, Outline
    from carbonroad.importing.texts.paragraphs import Paragraph

_NONE = Duties()
_Stating = dict[int, list[tuple["Block", list[Duties]]]]
"""By section: its paragraphs, each with the duties of its parts."""


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
        self._zones: dict[int, list[tuple[int, int, Duties]]] = {}

    def texts(self, block: Block) -> list[tuple[int, int]]:
        """The parts of a paragraph that are not about duties."""
        return [(start, end) for start, end, _ in self._zones.get(block.paragraph, ())]

    def near(self, block: Block, place: Place) -> Duties:
        """The duties of words in a paragraph: its clause's, else those that its own section states."""
        for start, end, duties in self._zones.get(block.paragraph, ()):
            if start <= place.start < end and any(duties):
                return duties
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
        return any(any(duties) for *_, duties in self._zones.get(block.paragraph, ()))

    def keep(self, block: Block, zones: list[tuple[int, int, Duties]]) -> None:
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
        if len(zones) == 1 and zones[0][0] == zones[0][1] and any(zones[0][2]):
            assigned.whole.add(block.paragraph)
            closing.append((block, zones[0][2]))
        elif zones and not block.heading:
            stating.setdefault(block.section, []).append((block, [own for *_, own in zones]))
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


def _chinese(assigned: Assigned, block: Block, text: str) -> list[tuple[int, int, Duties]]:
    """A paragraph cut behind each bracket that states duties, and before a clause without brackets."""
    zones = []
    start = block.body
    for low, high in brackets(text):
        inner = text[low + 1 : high]
        if low < start or not bodies.is_duty(inner):
            continue
        zones.append((start, low, _read(assigned, block, inner, low + 1)))
        start = high + 1
    titled = bodies.titled(text, start)
    if titled is not None:
        zones.append((start, titled, _read(assigned, block, text[titled:], titled)))
        start = len(text)
    closing = bodies.closing(text, start)
    if closing is not None:
        zones.append((start, closing, _read(assigned, block, text[closing:], closing)))
        start = len(text)
    rest = text[start:].strip(" 。；;，\u3000")
    if rest or not zones:
        zones.append((start, len(text), _NONE))
    if len(zones) == 1 and not text[zones[0][0] : zones[0][1]].strip(" 。；;，：:\u3000"):
        return [(block.body, block.body, zones[0][2])] if any(zones[0][2]) else zones
    return zones


def _read(assigned: Assigned, block: Block, text: str, start: int) -> Duties:
    clause = bodies.read_duties(text)
    for words in clause.doubtful:
        at = text.find(words)
        place = start + max(at, 0)
        assigned.doubts.append(
            Doubt("owner-unclear", Place(block.paragraph, place, place + len(words)), words)
        )
    return clause.duties


def _english(assigned: Assigned, block: Block, text: str) -> list[tuple[int, int, Duties]]:
    zones: list[tuple[int, int, Duties]] = []
    start = block.body
    for low, high, duties, doubtful in bodies_en.clauses(text, block.body):
        for words in doubtful:
            place = low + max(text[low:high].find(words), 0)
            assigned.doubts.append(
                Doubt("owner-unclear", Place(block.paragraph, place, place + len(words)), words)
            )
        if low < start:
            continue
        zones.append((start, low, duties))
        start = high
    rest = text[start:].strip(" .;,")
    if rest or not zones:
        zones.append((start, len(text), _NONE))
    if len(zones) == 1 and not text[zones[0][0] : zones[0][1]].strip(" .;,:*-"):
        return [(block.body, block.body, zones[0][2])] if any(zones[0][2]) else zones
    return zones
