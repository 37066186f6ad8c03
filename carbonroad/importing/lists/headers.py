"""What a header means: recognised to the letter, then folded; what is only similar is offered, not taken."""

import re
from functools import cache, lru_cache

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import Spelling
from carbonroad.importing.lists.cells_dates import plans_in
from carbonroad.importing.lists.headers_words import ACTUAL_WORDS, BASE_WORDS, SPELLINGS, TARGET_WORDS
from carbonroad.read.vocabulary.shapes import SHAPES


class Meaning(NamedTuple):
    """What stands below a header.

    Attributes:
        key: A key of `headers_words`, or `x-…`; empty where it is not known.
        period: The year, or `plan:15` for a five-year plan, of a target or an actual.
        unit: What stood in brackets behind the header.
        base: Whether the year is called the base year.
        bare: Whether a year stands there alone, so that it may be a target's or an actual's.
    """

    key: str = ""
    period: str = ""
    unit: str = ""
    base: bool = False
    bare: bool = False


UNKNOWN = Meaning()
LONGEST = 40
"""Characters that a header has at most."""
_BRACKETS = lazy_pattern(r"[(\[【〔]([^()\[\]【】〔〕]*+)[)\]】〕]")
_YEAR = lazy_pattern(r"(?<!\d)((?:19|20)\d\d) ?年?(?:度|末|底)?(?!\d)")
_PLAN_WORDS = lazy_pattern(
    r"[“\"'‘「]?十[一二三四五六七八九]?五[”\"'’」]?(?:规划)?(?:期间|时期|期末|末|期)?"
    r"|\d\dth (?:fyp|five-year plan)"
)
_EDGES = " *:：.。、-—·#?？"
_HAN = lazy_pattern(r"[\u3400-\u9fff]")
_IS_HAN = lazy_pattern(r"[\u3400-\u9fff]++")
_LATIN = lazy_pattern(r"[A-Za-z][^\u3400-\u9fff]*+")
"""English words up to the next Chinese one."""
_NUMBERING = lazy_pattern(r"^(?:\d{1,2}|[a-z])[.)、] ?(?=\S)")


def folded(text: str) -> str:
    """Return a header without case, width, line ends, blanks between Chinese words and signs at its ends."""
    flat = fold(text).lower()
    if _HAN.search(flat):
        flat = flat.replace(" ", "")
    return flat if flat in _known() else flat.strip(_EDGES)


@cache
def _known() -> dict[str, str]:
    return {fold(one.text).lower(): one.key for one in SPELLINGS}


@lru_cache(maxsize=4096)
def recognise(text: str) -> Meaning:
    """Return what one header means; UNKNOWN where it is none that people use."""
    if not text.strip() or len(text) > LONGEST * 2:
        return UNKNOWN
    key = folded(text)
    for form in dict.fromkeys((key, _NUMBERING.sub("", key), key.rstrip("% "))):
        if form in _known():
            return Meaning(_known()[form])
    unit = ""
    bare = key
    bracket = _BRACKETS.search(key)
    if bracket is not None:
        bare, inner = (key[: bracket.start()] + key[bracket.end() :]).strip(_EDGES), bracket[1].strip()
        if _YEAR.search(inner) or plans_in(inner) or inner in TARGET_WORDS or inner in ACTUAL_WORDS:
            bare = f"{bare} {inner}"
        else:
            unit = _as_written(text, inner)
        if bare in _known():
            return Meaning(_known()[bare], unit=unit)
    if len(key) > LONGEST:
        return UNKNOWN
    return _of_period(bare, unit) or _in_two_languages(text) or UNKNOWN


def _in_two_languages(text: str) -> Meaning | None:
    """A header that says the same in Chinese and English, as in 时限 Deadline; None where the two differ."""
    flat = fold(text)
    if not (_HAN.search(flat) and _LATIN.search(flat)):
        return None
    halves = (_LATIN.sub(" ", flat), _IS_HAN.sub(" ", flat))
    known = {recognise(half.strip()) for half in halves} - {UNKNOWN}
    return known.pop() if len(known) == 1 else None


def _as_written(text: str, inner: str) -> str:
    """A unit in brackets in its own case: MW is not mw."""
    flat = fold(text)
    at = flat.lower().find(inner)
    return flat[at : at + len(inner)].strip() if at >= 0 else inner


def _of_period(key: str, unit: str) -> Meaning | None:
    """A year or a five-year plan, with a word that says whether it is a target's."""
    years = _YEAR.findall(key)
    plans = plans_in(key)
    if len(years) + len(plans) != 1:
        return None
    period = years[0] if years else f"plan:{plans[0]}"
    word = (_YEAR if years else _PLAN_WORDS).sub(" ", key)
    if plans and re.search("末|底", key):
        period = str(2000 + 5 * (plans[0] - 9))
    word = " ".join(word.strip(_EDGES + "年“”\"'").split()).removesuffix("的")
    if not word:
        return Meaning("target" if plans else "", period, unit, bare=not plans)
    if word in TARGET_WORDS:
        return Meaning("target", period, unit)
    if word in ACTUAL_WORDS:
        return Meaning("actual", period, unit, base=word in BASE_WORDS)
    return None


@lru_cache(maxsize=4096)
def combined(path: tuple[str, ...]) -> Meaning:
    """Return what a column means whose headers stand over each other, the group's first."""
    if not path:
        return UNKNOWN
    own = recognise(path[-1])
    groups = [recognise(one) for one in path[:-1]]
    above = next((one for one in reversed(groups) if one.key or one.period), UNKNOWN)
    if own.period and (own.bare or own.key == "target") and above.key in ("target", "actual", "baseline"):
        key = "target" if above.key == "target" else "actual"
        return own._replace(key=key, bare=False, base=above.key == "baseline", unit=own.unit or above.unit)
    if own.key in ("target", "actual", "baseline") and not own.period and above.period:
        key = "target" if own.key == "target" else "actual"
        return Meaning(key, above.period, own.unit or above.unit, base=own.key == "baseline")
    if own.key or own.period:
        return own._replace(unit=own.unit or above.unit)
    if len(path) > 1:
        whole = recognise("".join(path[-2:]))
        return whole if whole.key or whole.period else UNKNOWN
    return UNKNOWN


def similar(text: str) -> str:
    """Return the key of the header that an unknown one is nearest to; empty where none is near."""
    key = folded(_BRACKETS.sub("", fold(text)))
    near = _spelling().near(key)
    if near.one is not None:
        return _known()[near.one]
    inside = [
        known
        for known in _known()
        if known in key and (len(known) > 3 or (_HAN.search(known) and len(known) > 1))
    ]
    return _known()[max(inside, key=len)] if inside else ""


@cache
def _spelling() -> Spelling:
    return Spelling(_known())


_OF_SHAPES = ("milestone", "indicator", "work", "citation")
_MAPPED = {
    "ignore": "ignore", "none": "ignore", "-": "ignore", "忽略": "ignore", "industry": "industry",
    "行业": "industry", "targets": "target", "target": "target", "目标": "target", "actual": "actual",
    "实际值": "actual", "id": "number", "编号": "number",
}  # fmt: skip


def mapped(words: str) -> Meaning | None:
    """Return what the right side of `--map "header=key"` means; None where it means nothing.

    Keys of the format in either language, `ignore`, `x-…`, `target 2030`, `actual 2024`, or any header that
    is recognised.
    """
    text = fold(words)
    if text.lower().startswith("x-") and len(text) > 2:
        return Meaning(text)
    if text.lower() in _MAPPED:
        return Meaning(_MAPPED[text.lower()])
    for name in _OF_SHAPES:
        field = SHAPES[name].by_key.get(text.lower())
        if field is not None:
            return Meaning(field.name)
    meaning = recognise(text)
    if meaning.period and meaning.key:
        return meaning
    return Meaning(meaning.key) if meaning.key else None


KEYS = (
    "title", "deadline", "start", "finish", "takes", "owner", "lead", "support", "industry", "measure",
    "indicator", "unit", "baseline", "target 2030", "actual 2024", "nature", "status", "progress", "source",
    "note", "x-…", "ignore",
)  # fmt: skip
"""What `--map` is offered with."""
