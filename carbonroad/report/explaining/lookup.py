"""From a word to the page that explains it: a rule, a family, a key, a map or a word of a list."""

import re
import unicodedata

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import nearest
from carbonroad.base.texts.said import say, sayable
from carbonroad.checking.rule_pages import pages
from carbonroad.checking.rulebook import rules, similar
from carbonroad.read.vocabulary.shape import Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS, SYNONYMS
from carbonroad.report.explaining.fields import Use, key_page, map_page, word_page
from carbonroad.report.explaining.page import Block, Heading, Page, Paragraph, Rows
from carbonroad.report.explaining.rules import FAMILIES, family_page, rule_page
from carbonroad.schema.both import in_chinese
from carbonroad.schema.meanings import MAPS
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

_CODE = lazy_pattern(r"(?:CR)?([0-9]{1,3})", re.IGNORECASE)
_ITEM = lazy_pattern(r"\[[^\[\]]*\]")
_DIGITS = 3
_PARTED = lazy_pattern(r"[.．。/]")


def find_pages(word: str, words: Wording) -> tuple[Page, ...]:
    """Return the pages about a code, a name, the beginning of codes, a key, a map, or a word of a list."""
    text = _folded(word)
    return _rules(text, words) or _fields(text, words) or _titled(text, words)


def _folded(text: str) -> str:
    """A word without the quotes and colons that come with it when it is copied."""
    return unicodedata.normalize("NFKC", text).strip().strip("\"'`:“”")


def _rules(text: str, words: Wording) -> tuple[Page, ...]:
    code = _CODE.fullmatch(text)
    if code and len(code[1]) < _DIGITS:
        family = f"CR{code[1]}"
        return (family_page(family, words),) if any(known.startswith(family) for known in rules()) else ()
    name = text.lower().replace("_", "-").replace(" ", "-")
    wanted = [
        rule.code for rule in rules().values() if name == rule.name or (code and rule.code == f"CR{code[1]}")
    ]
    return tuple(rule_page(page, words) for page in pages() if page.rule.code in wanted) if wanted else ()


def _titled(text: str, words: Wording) -> tuple[Page, ...]:
    """The rules of a Chinese title."""
    if text.isascii():
        return ()
    return tuple(rule_page(page, words) for page in pages() if text == _folded(page.title_zh))


def _fields(text: str, words: Wording) -> tuple[Page, ...]:
    *above, key = [part for part in _PARTED.split(_ITEM.sub("", text)) if part] or [""]
    if above:
        shapes = _named_maps(above[-1])
        uses = [Use(shape, shape.by_key[key]) for shape in shapes if key in shape.by_key]
        return (key_page(text, uses, words),) if uses else ()
    uses = _uses(key)
    found = [key_page(key, same, words) for same in _by_name(uses)]
    names = dict.fromkeys((key, *(use.field.name for use in uses)))
    found += [map_page(shape, words) for name in names for shape in _maps(name)]
    if not found and any(key in one.by_word for one in ENUMERATIONS.values()):
        found.append(word_page(key, words))
    return tuple(found)


def _uses(key: str) -> list[Use]:
    return [Use(shape, shape.by_key[key]) for shape in SHAPES.values() if key in shape.by_key]


def _by_name(uses: list[Use]) -> list[list[Use]]:
    """Uses of one spelling, apart by the key that they are: 目标 is `targets` here and `target` there."""
    names: dict[str, list[Use]] = {}
    for use in uses:
        names.setdefault(use.field.name, []).append(use)
    return list(names.values())


def _maps(name: str) -> list[Shape]:
    """The maps of a name in either language."""
    return [shape for shape in SHAPES.values() if name in {shape.name, in_chinese(MAPS[shape.name])}]


def _named_maps(name: str) -> list[Shape]:
    """The maps that a name stands for: their own, or the key under which they stand."""
    kinds = {use.field.kind.partition(":")[2] for use in _uses(name)}
    plural = {"targets": "target", "actuals": "actual", "citations": "citation", "afters": "after"}
    kinds |= {plural.get(use.field.kind, use.field.kind) for use in _uses(name)}
    return _maps(name) or [SHAPES[kind] for kind in kinds if kind in SHAPES]


def meant(word: str) -> str | None:
    """Return the word that a mistyped one is nearest to."""
    text = _ITEM.sub("", word).strip()
    if text in SYNONYMS:
        return SYNONYMS[text]
    rule = similar(text).one if "-" in text or text[:2].upper() == "CR" else None
    known = {key for shape in SHAPES.values() for key in (*shape.by_key, shape.name)}
    known |= {spelling for one in ENUMERATIONS.values() for spelling in one.by_word}
    if "." in text and not rule:
        above, _, key = text.rpartition(".")
        close = nearest(key, sorted({key for shape in _named_maps(above) for key in shape.by_key}))
        return f"{above}.{close}" if close else None
    return rule or nearest(text, sorted(known)) or similar(text).one


_HOW = sayable("What can be asked for")
_FAMILIES, _MAPS = sayable("Families of rules"), sayable("Maps of the format")
_WRITTEN, _MEANING = sayable("Written"), sayable("Meaning")


def index_page(words: Wording) -> Page:
    """Return what can be explained."""
    asked = (
        (
            "carbonroad explain CR201",
            words(sayable("A rule by its code or its name, as findings show them.")),
        ),
        ("carbonroad explain CR3", words(sayable("All rules of a family."))),
        (
            "carbonroad explain deadline",
            words(sayable("A key, in English or Chinese, and how its value is written.")),
        ),
        ("carbonroad explain 期限", words(sayable("The same by its Chinese name."))),
        ("carbonroad explain milestone", words(sayable("A map and all its keys."))),
        ("carbonroad explain milestone.owner", words(sayable("A key in one map."))),
        ("carbonroad explain at-risk", words(sayable("A word of a list."))),
    )
    counts = {code: sum(page.rule.code.startswith(code) for page in pages()) for code in FAMILIES}
    families = tuple(
        (code, said_in(words, say("{title} ({n})", title=say(title), n=counts[code])))
        for code, title in FAMILIES.items()
    )
    maps = tuple((name, words(title)) for name, title in MAPS.items())
    head = (words(_WRITTEN), words(_MEANING))
    blocks: tuple[Block, ...] = (
        Heading(words(_HOW)),
        Rows(head, asked),
        Heading(words(_FAMILIES)),
        Rows(head, families),
        Heading(words(_MAPS)),
        Rows(head, maps),
        Paragraph(words(sayable("--format md and --format json give the same for pages and programs."))),
    )
    data = {
        "families": {code: {"en": title, "zh": in_chinese(title)} for code, title in FAMILIES.items()},
        "rules": [page.rule.code for page in pages()],
        "maps": {name: {"en": title, "zh": in_chinese(title)} for name, title in MAPS.items()},
    }
    return Page("carbonroad explain", blocks, data)
