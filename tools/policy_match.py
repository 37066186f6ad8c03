"""What was read in a policy text beside the gold: which item found matches which that a person has read.

Quotes are compared as places in the text, all blanks taken out. An item found and one of the
gold match when their kinds agree and their places overlap by at least half of the shorter one; each
matches once, the largest share of the longer one first. So an item that holds three of the gold matches
one of them, and the two others are missed.

Passages that the gold calls uncertain may be given or not: an item found with at least half of its words in
one, and a missed one of the gold likewise, are left out of the figures and counted apart.

A target with a second value to strive for (`stretch`) stands for two items, as it does in the gold.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from carbonroad.base.texts.folding import fold
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.policy.reading import read_policy
from carbonroad.importing.texts.paragraphs import read_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from carbonroad.importing.policy.parts import Item, Reading
    from carbonroad.importing.texts.paragraphs import Paragraph

Gold = dict[str, Any]
"""One item of the gold."""
Place = tuple[int, int]
"""A part of a text without its blanks: where it begins, and after its last character."""
_ENDINGS = {".txt": Kind.txt, ".md": Kind.md, ".html": Kind.html, ".docx": Kind.docx}


class Pair(NamedTuple):
    """An item found, with the item of the gold that it matches."""

    item: Item
    gold: Gold


class Result(NamedTuple):
    """What one text gave.

    Attributes:
        name: Of the text.
        language: Of the text.
        pairs: What was found and is right.
        extra: What was found and is not in the gold, with its words.
        missed: What is in the gold and was not found.
        uncertain: How many were left out of the figures.
        title: Whether the text's title was read.
        number: Whether its document number was.
    """

    name: str
    language: str
    pairs: list[Pair]
    extra: list[tuple[Item, str]]
    missed: list[Gold]
    uncertain: int
    title: bool
    number: bool


class _Matched(NamedTuple):
    """Pairs, and what has no partner on either side."""

    pairs: list[Pair]
    extra: list[tuple[Item, Place]]
    missed: list[tuple[Gold, list[Place]]]


def measure(path: Path) -> Result:
    """Read the text of a gold and match what was found with it."""
    gold = json.loads(path.read_text("utf-8"))
    file = path.parent / gold["text"]
    text = read_paragraphs(file.read_bytes(), file.name, _ENDINGS[file.suffix])
    reading = read_policy(text.paragraphs)
    whole = [plain(paragraph.text) for paragraph in text.paragraphs]
    starts = [sum(len(one) for one in whole[:number]) for number in range(len(whole))]
    joined = "".join(whole)
    items = [one for item in reading.items for one in _with_stretch(item)]
    found = [(item, _place(item, text.paragraphs, starts)) for item in items]
    wanted = [(one, _find(joined, one["quote"])) for one in gold["items"]]
    pairs, extra, missed = _match(found, wanted)
    open_places = [place for quote in gold["uncertain"] for place in _find(joined, quote)]
    left = [one for one in extra if not _is_within(one[1], open_places)]
    lacking = [one for one in missed if not any(_is_within(place, open_places) for place in one[1])]
    shown = [(item, item.place.words(text.paragraphs)) for item, _ in left]
    return Result(
        path.name.removesuffix(".gold.json"),
        reading.language,
        pairs,
        shown,
        [one for one, _ in lacking],
        len(extra) - len(left) + len(missed) - len(lacking),
        *_document(reading, gold),
    )


def _with_stretch(item: Item) -> list[Item]:
    """A target, and the value to strive for as an item of its own."""
    if not item.stretch or item.quantity is None:
        return [item]
    value = parse_value(item.stretch, parse_unit(item.quantity.unit))
    if not isinstance(value, Value):
        return [item]
    start = max(item.place.end - len(item.stretch), item.place.start + 1)
    more = item.quantity._replace(words=item.stretch, value=value._replace(strive=True))
    return [
        item._replace(place=item.place._replace(end=start), stretch=""),
        item._replace(place=item.place._replace(start=start), quantity=more, stretch=""),
    ]


def _is_within(place: Place, others: list[Place]) -> bool:
    """Whether at least half of a place lies in one of the others."""
    return any(
        2 * (min(place[1], end) - max(place[0], start)) >= place[1] - place[0] for start, end in others
    )


def _document(reading: Reading, gold: Gold) -> tuple[bool, bool]:
    title = plain(reading.document.title) == plain(gold["title"])
    return title, plain(reading.document.number) == plain(gold["number"])


def plain(text: str) -> str:
    """Return a text folded and without blanks."""
    return "".join(fold(text).split())


def _place(item: Item, paragraphs: Sequence[Paragraph], starts: list[int]) -> Place:
    text = paragraphs[item.place.paragraph].text
    start = starts[item.place.paragraph] + len(plain(text[: item.place.start]))
    return start, start + len(plain(item.place.words(paragraphs)))


def _find(joined: str, quote: str) -> list[Place]:
    """Every place where a quote stands: a heading's words may come again in the text."""
    wanted = plain(quote)
    places = []
    start = joined.find(wanted) if wanted else -1
    while start >= 0:
        places.append((start, start + len(wanted)))
        start = joined.find(wanted, start + 1)
    return places


def _match(found: list[tuple[Item, Place]], wanted: list[tuple[Gold, list[Place]]]) -> _Matched:
    scored = []
    for one, (item, mine) in enumerate(found):
        for other, (gold, places) in enumerate(wanted):
            for theirs in places if item.kind == gold["kind"] else ():
                common = min(mine[1], theirs[1]) - max(mine[0], theirs[0])
                lengths = sorted((mine[1] - mine[0], theirs[1] - theirs[0]))
                if lengths[0] > 0 and common * 2 >= lengths[0]:
                    scored.append((-common / lengths[1], one, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(scored):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return _Matched(
        [Pair(found[one][0], wanted[other][0]) for one, other in sorted(pairs.items())],
        [one for number, one in enumerate(found) if number not in pairs],
        [one for number, one in enumerate(wanted) if number not in taken],
    )
