"""Measure the reading of policy texts: `python tools/policy_score.py FOLDER [--misses N]`.

The folder holds texts and beside each a `NAME.gold.json` (docs/policy-texts.md describes it). What
`carbonroad import` would put into the draft is compared with the gold, item by item.

What matches what: tools/policy_match.py.

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
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from policy_match import measure, plain

from carbonroad.base.values.units import convert_factor, parse_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policy_match import Gold, Pair, Result

    from carbonroad.importing.policy.parts import Item

KINDS = ("milestone", "target", "work", "measure")
FIELDS = ("deadline", "number", "unit", "bodies", "duties", "clause")
_YEAR = re.compile("[0-9]{4}|五")
_PER_YEAR = re.compile("(?:/|per|an?)year$|/年$")


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


class Judged(NamedTuple):
    """Of one field: whether the item states it, whether the gold does, and whether both say the same."""

    found: bool
    wanted: bool
    right: bool


def judged(pair: Pair) -> dict[str, Judged]:
    """Return what each field of a matched item is worth."""
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
        "deadline": Judged(item.when is not None, bool(gold["deadline"]), same_day),
        "duties": Judged(*stated, _same_duties(item.duties, named)),
        "bodies": Judged(*stated, _bodies(item.duties) == _bodies(named)),
        "clause": Judged(
            bool(item.clause), bool(gold["clause"]), plain(item.clause) == plain(gold["clause"])
        ),
    }
    if value is not None or quantity is not None:
        made["number"] = Judged(quantity is not None, value is not None, _same_number(item, value))
        unit = quantity.unit if quantity else ""
        made["unit"] = Judged(
            bool(unit),
            bool(value and value["unit"]),
            bool(value) and _same_unit(unit, value["unit"]),
        )
    return made


def _same_duties(mine: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]]) -> bool:
    return all(_bodies([one]) == _bodies([other]) for one, other in zip(mine, theirs, strict=True))


def _bodies(duties: Sequence[Sequence[str]]) -> set[str]:
    return {plain(name) for part in duties for name in part}


def _same_number(item: Item, value: Gold | None) -> bool:
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
    one, other = (_PER_YEAR.sub("", plain(words).casefold()) for words in (mine, wanted))
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
            one = judged(pair).get(field)
            if one is not None:
                counted["found"] += one.found
                counted["wanted"] += one.wanted
                counted["right"] += all(one)
    return counted["right"], counted["found"], counted["wanted"]


def misses(results: list[Result], most: int) -> list[str]:
    """What was missed, what was too much and which fields are wrong."""
    lines: dict[str, list[str]] = {"missed": [], "extra": [], "wrong": []}
    for one in results:
        lines["missed"] += [f"{one.name}: {gold['kind']} «{gold['quote']}»" for gold in one.missed]
        lines["extra"] += [f"{one.name}: {item.kind} «{quote}»" for item, quote in one.extra]
        for pair in one.pairs:
            wrong = [field for field, of in judged(pair).items() if (of.found or of.wanted) and not of.right]
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
