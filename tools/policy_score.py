"""Measure the reading of policy texts: `python tools/policy_score.py FOLDER [--misses N]`.

The folder holds texts and beside each a `NAME.gold.json` (docs/policy-texts.md describes it). What
`carbonroad import` would put into the draft is compared with the gold, item by item.

Matching. Quotes are compared as places in the text, all blanks taken out. An item found and one of the
gold match when their kinds agree and their places overlap by at least half of the shorter one; each
matches once, the largest share of the longer one first. So an item that holds three of the gold matches
one of them, and the two others are missed.

Passages that the gold calls uncertain may be given or not: an item found with at least half of its words in
one, and a missed one of the gold likewise, are left out of the figures and counted apart.

A target with a second value to strive for (`stretch`) stands for two items, as it does in the gold.

Fields are counted over matched items only, each as right or wrong:
  deadline   the latest days are the same; where neither has one, both state words or both state none
             (every year: no latest day, if the words name no year)
  number     the same bounds in size (signs aside: fall or rise stand in the words), the same `change`,
             the same `strive` (of the value or of its deadline)
  unit       the same after folding and without "per year", or the words of one end with the other's,
             or they convert one to one
  bodies     the same bodies are named, whatever part they have
  duties     owner, lead and support name the same bodies, in any order
  clause     the same after blanks are taken out

Precision of a field is right over those found with a value, recall right over those in the gold with a value.
Titles and document numbers are counted once a text.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from carbonroad.base.texts.folding import fold
from carbonroad.base.values.quantities import Value, parse_value
from carbonroad.base.values.units import convert_factor, parse_unit
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.policy.reading import read_policy
from carbonroad.importing.texts.paragraphs import read_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.importing.policy.parts import Item, Reading

KINDS = ("milestone", "target", "work", "measure")
FIELDS = ("deadline", "number", "unit", "bodies", "duties", "clause")
Place = tuple[int, int]
"""A part of a text without its blanks: where it begins, and after its last character."""
_YEAR = re.compile("[0-9]{4}|五")
_PER_YEAR = re.compile("(?:/|per|an?)year$|/年$")
_ENDINGS = {".txt": Kind.txt, ".md": Kind.md, ".html": Kind.html, ".docx": Kind.docx}


class Pair(NamedTuple):
    """An item found, with the item of the gold that it matches."""

    item: Item
    gold: dict[str, Any]


class Result(NamedTuple):
    """What one text gave."""

    name: str
    language: str
    pairs: list[Pair]
    extra: list[tuple[Item, str]]
    missed: list[dict[str, Any]]
    uncertain: int
    title: bool
    number: bool


def main() -> int:
    """Print the figures of a folder."""
    parser = argparse.ArgumentParser(description="Measure the reading of policy texts.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="show at most so many misses of each sort")
    given = parser.parse_args()
    results = [measure(path) for path in sorted(given.folder.glob("*.gold.json"))]
    if not results:
        sys.stderr.write(f"no *.gold.json in {given.folder}\n")
        return 2
    sys.stdout.write("\n".join(report(results)) + "\n")
    if given.misses:
        sys.stdout.write("\n".join(misses(results, given.misses)) + "\n")
    return 0


def measure(path: Path) -> Result:
    """Read one text and match what was found with the gold."""
    gold = json.loads(path.read_text("utf-8"))
    file = path.parent / gold["text"]
    text = read_paragraphs(file.read_bytes(), file.name, _ENDINGS[file.suffix])
    reading = read_policy(text.paragraphs)
    whole = [_plain(paragraph.text) for paragraph in text.paragraphs]
    starts = [sum(len(one) for one in whole[:number]) for number in range(len(whole))]
    joined = "".join(whole)
    items = [one for item in reading.items for one in _with_stretch(item)]
    found = [(item, _place(item, text.paragraphs, starts)) for item in items]
    wanted = [(one, _find(joined, one["quote"])) for one in gold["items"]]
    pairs, extra, missed = _match(found, wanted)
    open_places = [place for quote in gold["uncertain"] for place in _find(joined, quote)]
    left = [one for one in extra if not _is_within(one[1], open_places)]
    lacking = [one for one in missed if not any(_is_within(place, open_places) for place in one[1])]
    shown = [
        (item, text.paragraphs[item.place.paragraph].text[item.place.start : item.place.end])
        for item, _ in left
    ]
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


def _document(reading: Reading, gold: dict[str, Any]) -> tuple[bool, bool]:
    title = _plain(reading.document.title) == _plain(gold["title"])
    return title, _plain(reading.document.number) == _plain(gold["number"])


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def _place(item: Item, paragraphs: Any, starts: list[int]) -> Place:
    text = paragraphs[item.place.paragraph].text
    start = starts[item.place.paragraph] + len(_plain(text[: item.place.start]))
    return start, start + len(_plain(text[item.place.start : item.place.end]))


def _find(joined: str, quote: str) -> list[Place]:
    """Every place where a quote stands: a heading's words may come again in the text."""
    plain = _plain(quote)
    places = []
    start = joined.find(plain) if plain else -1
    while start >= 0:
        places.append((start, start + len(plain)))
        start = joined.find(plain, start + 1)
    return places


def _match(
    found: list[tuple[Item, Place]], wanted: list[tuple[dict[str, Any], list[Place]]]
) -> tuple[list[Pair], list[tuple[Item, Place]], list[tuple[dict[str, Any], list[Place]]]]:
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
    return (
        [Pair(found[one][0], wanted[other][0]) for one, other in sorted(pairs.items())],
        [one for number, one in enumerate(found) if number not in pairs],
        [one for number, one in enumerate(wanted) if number not in taken],
    )


def judged(pair: Pair) -> dict[str, tuple[bool, bool, bool]]:
    """Of each field: whether the item states it, whether the gold does, and whether both say the same."""
    item, gold = pair
    latest = item.when.deadline.latest if item.when and item.when.deadline else None
    if (
        item.when
        and item.when.deadline
        and item.when.deadline.kind == "each"
        and not _YEAR.search(item.when.words)
    ):
        latest = None
    day = latest.isoformat() if latest else ""
    same_day = day == gold["latest"] and (bool(day) or bool(item.when) == bool(gold["deadline"]))
    value, quantity = gold["value"], item.quantity
    named = (gold["owner"], gold["lead"], gold["support"])
    stated = any(item.duties), any(named)
    made = {
        "deadline": (item.when is not None, bool(gold["deadline"]), same_day),
        "duties": (*stated, _same_duties(item.duties, named)),
        "bodies": (*stated, _bodies(item.duties) == _bodies(named)),
        "clause": (bool(item.clause), bool(gold["clause"]), _plain(item.clause) == _plain(gold["clause"])),
    }
    if value is not None or quantity is not None:
        made["number"] = (quantity is not None, value is not None, _same_number(item, value))
        unit = quantity.unit if quantity else ""
        made["unit"] = (
            bool(unit),
            bool(value and value["unit"]),
            bool(value) and _same_unit(unit, value["unit"]),
        )
    return made


def _same_duties(mine: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> bool:
    return all(_bodies([one]) == _bodies([other]) for one, other in zip(mine, theirs, strict=True))


def _bodies(duties: Sequence[Sequence[str]]) -> set[str]:
    return {_plain(name) for part in duties for name in part}


def _same_number(item: Item, value: dict[str, Any] | None) -> bool:
    if item.quantity is None or value is None:
        return False
    mine = item.quantity.value
    strive = mine.strive or bool(item.when and item.when.deadline and item.when.deadline.strive)
    sizes = sorted(abs(one) for one in (mine.low, mine.high) if one is not None)
    wanted = sorted(abs(one) for one in (value["low"], value["high"]) if one is not None)
    close = len(sizes) == len(wanted) and all(
        abs(a - b) <= 1e-6 * max(b, 1) for a, b in zip(sizes, wanted, strict=True)
    )
    return close and mine.change == value["change"] and strive == value["strive"]


def _same_unit(mine: str, wanted: str) -> bool:
    one, other = (_PER_YEAR.sub("", _plain(words).casefold()) for words in (mine, wanted))
    if one == other or (one and other and (one.endswith(other) or other.endswith(one))):
        return True
    return bool(one and other) and convert_factor(parse_unit(mine), parse_unit(wanted)) == 1


def report(results: list[Result]) -> list[str]:
    """Figures by language, kind and field."""
    lines = []
    for language in ("zh", "en", "all"):
        chosen = [one for one in results if language in ("all", one.language)]
        if not chosen:
            continue
        lines.append(f"{language}: {len(chosen)} texts")
        lines += ["  " + _line(kind, *_counts(chosen, kind)) for kind in (*KINDS, "items")]
        lines += ["  " + _line(field, *_field_counts(chosen, field)) for field in FIELDS]
        titles = sum(one.title for one in chosen)
        numbers = sum(one.number for one in chosen)
        lines.append(f"  uncertain {sum(one.uncertain for one in chosen)} left out")
        lines.append(f"  title     {titles} of {len(chosen)}, document number {numbers} of {len(chosen)}")
    return lines


def _line(name: str, right: int, found: int, wanted: int) -> str:
    precision = f"{right / found:6.1%}" if found else "     –"
    recall = f"{right / wanted:6.1%}" if wanted else "     –"
    return f"{name:<10}precision {precision} ({right}/{found})  recall {recall} ({right}/{wanted})"


def _counts(results: list[Result], kind: str) -> tuple[int, int, int]:
    right = sum(kind in ("items", pair.item.kind) for one in results for pair in one.pairs)
    extra = sum(kind in ("items", item.kind) for one in results for item, _ in one.extra)
    missed = sum(kind in ("items", gold["kind"]) for one in results for gold in one.missed)
    return right, right + extra, right + missed


def _field_counts(results: list[Result], field: str) -> tuple[int, int, int]:
    counted: Counter[str] = Counter()
    for result in results:
        for pair in result.pairs:
            stated, wanted, right = judged(pair).get(field, (False, False, False))
            counted["found"] += stated
            counted["wanted"] += wanted
            counted["right"] += right and stated and wanted
    return counted["right"], counted["found"], counted["wanted"]


def misses(results: list[Result], most: int) -> list[str]:
    """What was missed, what was too much and which fields are wrong."""
    lines: dict[str, list[str]] = {"missed": [], "extra": [], "wrong": []}
    for one in results:
        lines["missed"] += [f"{one.name}: {gold['kind']} «{gold['quote']}»" for gold in one.missed]
        lines["extra"] += [f"{one.name}: {item.kind} «{quote}»" for item, quote in one.extra]
        for pair in one.pairs:
            wrong = [
                field for field, (mine, theirs, same) in judged(pair).items() if (mine or theirs) and not same
            ]
            if wrong:
                lines["wrong"].append(
                    f"{one.name}: {', '.join(wrong)} of «{pair.gold['quote']}»: {_shown(pair)}"
                )
    return [f"{sort}: {line}" for sort, listed in lines.items() for line in listed[:most]]


def _shown(pair: Pair) -> str:
    item = pair.item
    when = item.when.words if item.when else ""
    value = item.quantity.words if item.quantity else ""
    return f"[{item.clause}] {when!r} {value!r} {tuple(item.duties)}"


if __name__ == "__main__":
    raise SystemExit(main())
