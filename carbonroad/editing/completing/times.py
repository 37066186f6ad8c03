"""Deadlines, days and years that may be written, with the day that each means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import sayable
from carbonroad.base.texts.scripts import has_han
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.editing.completing.ask import Ask, Offer
from carbonroad.editing.completing.known_roadmap import KnownRoadmap, picked
from carbonroad.editing.cursors.levels import ID_KEYS
from carbonroad.schema.accepted import KINDS
from carbonroad.wording.saying import sentences

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from carbonroad.editing.completing.known_files import KnownThing

_YEAR = lazy_pattern(r"(?<!\d)((?:19|20|21)\d\d)(?!\d)")
_CHINESE_QUOTES = frozenset("“”")
_LATIN = lazy_pattern(r"[A-Za-z]{2,}")
_NAMES_AN_ITEM = lazy_pattern(r"K5")
_PLANS = lazy_pattern(r"FYP|十")
_QUOTED_NAME = lazy_pattern(r"[“\"].*[”\"]")
_EACH = ["每年", "每季度"]
_FIRST = 3
"""Ways to write "by" that come before everything else."""


def is_chinese(example: str) -> bool:
    """Whether an example has Chinese words."""
    return has_han(example) or not _CHINESE_QUOTES.isdisjoint(example)


def fitting(examples: Iterable[str], *, chinese: bool) -> list[str]:
    """Return the examples without words of the other language, those with words of its own first."""
    plain = [one for one in examples if not (_LATIN.search(one) if chinese else is_chinese(one))]
    own = [one for one in plain if is_chinese(one) == chinese]
    return own + [one for one in plain if one not in own]


def deadlines(ask: Ask, known: KnownRoadmap) -> Iterator[Offer]:
    """Offer each way to write a deadline, with the year that is typed or the last of the present phase."""
    words = sentences(ask.lang)
    phases = known.shared("phase")
    periods = _periods(phases)
    year = _year_of(ask, periods, known)
    typed = _YEAR.search(ask.word)
    yield from _after_items(ask, known)
    exclusive = _is_exclusive(known)
    forms = [(form, fitting(form.examples, chinese=ask.chinese)) for form in KINDS["deadline"].forms]
    if ask.chinese:
        forms = [(form, own or _EACH) for form, own in forms]
    as_of = known.top.scalars.get("as_of", "")[:4]
    for phase in phases:
        over = any(one.id == phase.id and str(one.last.year) < as_of for one in periods)
        yield _phase(ask, phase, periods, known)._replace(group=4 if over else 1)
    for number, (form, own) in enumerate(forms):
        for place, example in enumerate(own):
            if example[0] == "{" or _NAMES_AN_ITEM.search(example) or _PLANS.search(example):
                continue
            text = _moved(example, year)
            meant = parse_deadline(text, periods, exclusive=exclusive)
            if isinstance(meant, Refusal):
                continue
            day = f"≤ {meant.latest}" if meant.latest else f"≥ {meant.earliest}" if meant.earliest else ""
            says = words(form.says)
            name = says.partition("：" if words.chinese else ":")[0]
            group = 0 if not number and place < _FIRST else 3 if place else 2
            told = " · ".join(filter(None, (name, day)))
            like = (text, typed[1] if typed else "")
            yield Offer(text, "deadline", detail=told, documentation=says, words=like, group=group)


def _phase(ask: Ask, phase: KnownThing, periods: tuple[NamedPeriod, ...], known: KnownRoadmap) -> Offer:
    """A phase as the texts word it: “十五五”期间, 15th FYP."""
    names = [words for tag, words in phase.titles if not tag or tag.startswith("zh") == ask.chinese] or [
        picked(phase.titles, ask.lang)
    ]
    title = names[0] or phase.id
    text = title
    if ask.chinese and is_chinese(title):
        text = f"{title}期间" if _QUOTED_NAME.fullmatch(title) else f"“{title}”期间"
    if isinstance(parse_deadline(text, periods), Refusal):
        text = phase.id
    return Offer(
        text, "phase", detail=phase.more, documentation=picked(phase.titles, ask.lang, known.top.languages),
        words=(text, phase.id, *(words for _, words in phase.titles)),
    )  # fmt: skip


def _after_items(ask: Ask, known: KnownRoadmap) -> Iterator[Offer]:
    """Behind "after": the items of this file and the top file that a deadline may be counted from."""
    typed = ask.typed
    if not typed.lower().startswith("after "):
        return
    own = [("", thing) for thing in known.own.things]
    above = [("top.", thing) for thing in known.top.things] if known.top is not known.own else []
    for home, thing in own + above:
        if thing.kind in ("milestone", "work") and thing.id not in [
            level.value(*ID_KEYS) for level in ask.cursor.levels
        ]:
            title = picked(thing.titles, ask.lang, known.top.languages)
            yield Offer(f"after {home}{thing.id}", "deadline", detail=title, words=(title,))


def days(ask: Ask, known: KnownRoadmap, kind: str) -> Iterator[Offer]:
    """Offer ways to write a day, with the data date first: what is recorded is known by then."""
    words = sentences(ask.lang)
    as_of = known.top.scalars.get("as_of", "")
    if ask.expected.field is not None and ask.expected.field.name == "as_of":
        yield Offer(str(ask.roadmap.inputs.day), "deadline", detail=words(sayable("the present day")))
    elif as_of:
        yield Offer(as_of, "deadline", detail="as_of" if not ask.chinese else "数据截至")
    typed = _YEAR.search(ask.word)
    year = typed[1] if typed else as_of[:4] if _YEAR.match(as_of[:4]) else "2030"
    for form in KINDS[kind].forms:
        for example in fitting(form.examples, chinese=ask.chinese):
            if example[0] != "{":
                yield Offer(
                    _moved(example, year), "deadline", detail=words(form.says), words=(ask.word,), group=1
                )


def years(ask: Ask, known: KnownRoadmap, *, phases: bool) -> Iterator[Offer]:
    """Offer keys of a map of years: the last ones for what was measured, else the phases and their ends."""
    field = ask.expected.field
    if field is not None and field.name in ("actual", "finished"):
        year = known.top.scalars.get("as_of", "")[:4]
        last = int(year) if year.isascii() and year.isdigit() else 2025
        yield from (Offer(str(last - back)) for back in range(4))
        return
    declared = known.shared("phase")
    ends = [str(period.last.year) for period in _periods(declared)]
    yield from (Offer(year) for year in sorted(dict.fromkeys((*ends, "2030", "2035"))))
    for phase in declared if phases else ():
        title = picked(phase.titles, ask.lang, known.top.languages)
        yield Offer(phase.id, detail=" · ".join(filter(None, (title, phase.more))), group=1)


def _periods(phases: Iterable[KnownThing]) -> tuple[NamedPeriod, ...]:
    found = []
    for phase in phases:
        ends = [int(one) for one in _YEAR.findall(phase.more)]
        if ends:
            titles = tuple(dict.fromkeys(words for _, words in phase.titles))
            found.append(NamedPeriod(phase.id, titles, date(min(ends), 1, 1), date(max(ends), 12, 31)))
    return tuple(found)


def _year_of(ask: Ask, periods: tuple[NamedPeriod, ...], known: KnownRoadmap) -> str:
    """The year to show examples with: the typed one, that of the target's key, or the phase's end."""
    typed = _YEAR.search(ask.word)
    if typed:
        return typed[1]
    keyed = [found[1] for level in ask.cursor.levels if (found := _YEAR.match(level.key))]
    if keyed:
        return keyed[-1]
    as_of = known.top.scalars.get("as_of", "")[:4]
    ends = [str(period.last.year) for period in periods]
    return next((end for end in ends if end >= as_of), "2030") if as_of else "2030"


def _moved(example: str, year: str) -> str:
    """An example with another year; the first of a run and what comes after move with it."""

    def new(found: re.Match[str]) -> str:
        return str(int(year) + int(found[1]) - 2030)

    return _YEAR.sub(new, example)


def _is_exclusive(known: KnownRoadmap) -> bool:
    return known.top.scalars.get("before_means", "") in ("exclusive", "不含当年")
