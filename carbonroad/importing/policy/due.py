"""A deadline for a whole task, as a line of its own: 完成时限：2027年底前, Timeline: by Q2 2027."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.importing.policy.dates import DUE, deadlines_in
from carbonroad.importing.policy.parts import Item, Place, When
from carbonroad.importing.policy.sentences import chinese_sentences, english_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carbonroad.importing.policy.outline import Outline
    from carbonroad.importing.texts.paragraphs import Paragraph

_LONGEST = 60


def apart(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Leave the lines about the time out of a part of a paragraph."""
    for found in DUE.finditer(text, start, end):
        if start < found.start():
            yield start, found.start()
        stops = [place for sign in "。；;\n" if (place := text.find(sign, found.end(), end)) >= 0]
        start = min(stops, default=end)
    if start < end:
        yield start, end


def with_due(
    items: list[Item], paragraphs: Sequence[Paragraph], shape: Outline, language: str, skipped: frozenset[int]
) -> list[Item]:
    """Give the items of a section its deadline; a section without items is one thing that is due then."""
    made = list(items)
    for block in shape.blocks:
        paragraph = paragraphs[block.paragraph]
        found = DUE.search(paragraph.text) if paragraph.kind != "cell" else None
        if found is None or block.section < 0 or block.section in skipped:
            continue
        whens = deadlines_in(paragraph.text[found.end() : found.end() + _LONGEST], language)
        if not whens or whens[0].start > 2:
            continue
        shift = found.end()
        when = whens[0]._replace(start=whens[0].start + shift, end=whens[0].end + shift)
        own = [number for number, item in enumerate(made) if item.section == block.section]
        for number in own:
            if made[number].when is None:
                made[number] = made[number]._replace(when=when)
        if not own:
            made += _task(paragraphs, shape, block.section, when, language)
    return made


def _task(
    paragraphs: Sequence[Paragraph], shape: Outline, section: int, when: When, language: str
) -> Iterator[Item]:
    """The title of a section, or the first sentence below its number."""
    about = shape.sections[section]
    text = paragraphs[about.paragraph].text
    title, start = about.title, about.title_start
    if not title:
        sentences = chinese_sentences if language == "zh" else english_sentences
        start, end = next(sentences(text, about.title_start, len(text)), (0, 0))
        title = text[start:end].strip(" 。.")
    place = max(text.find(title, start), 0)
    if title and DUE.match(title) is None:
        yield Item(
            "milestone",
            title,
            Place(about.paragraph, place, place + len(title)),
            about.clause,
            when,
            section=section,
        )
