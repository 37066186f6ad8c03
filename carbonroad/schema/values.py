"""The JSON Schema of single values: what an editor may see where the reader takes text as typed.

An editor's YAML gives `2030` as an integer and nothing at all as null, where the reader has the words; so a
single value may be any of these.
"""

from typing import Any

from carbonroad.checking.rulebook import rules
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.schema.accepted import KINDS
from carbonroad.schema.both import both
from carbonroad.schema.meanings import WORDS

Schema = dict[str, Any]

TAG = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_ID = "^[^\\s\\u0000-,./:-@\\[-\\^`{-\\u007f。，、；：！？（）【】《》“”‘’…—]+$"
"""Letters and digits of any script: only some dialects of patterns can say that, so no other signs."""
_WORD = "word."
_ONE = ["string", "number", "boolean"]
_DIGIT = "[0-9０-９〇零一二三四五六七八九十]"
_YEAR = "^\\s*[0-9０-９]{4}年?\\s*$"


def scalar(*also: str) -> Schema:
    """One value as typed, or nothing; or one of other types."""
    return {"type": [*_ONE, *also, "null"]}


def several(item: Schema) -> Schema:
    """One value or a list of values."""
    return {**item, "type": [*item["type"], "array"], "items": item}


def text() -> Schema:
    """One string, or a map of languages."""
    return {**scalar("object"), "patternProperties": {TAG: scalar()}, "additionalProperties": False}


def one_or_list(name: str) -> Schema:
    """One entry of a kind, or a list of them; which it is, is asked first, so that its mistakes are named."""
    entry = {"$ref": f"#/definitions/{name}"}
    return {"if": {"type": "array"}, "then": {"items": entry}, "else": entry}


def word(name: str) -> Schema:
    """One of a fixed list of words, in either language; Latin letters may be large or small."""
    spellings: list[str | bool] = []
    meanings: list[str] = []
    for one, chinese in ENUMERATIONS[name].words.items():
        for spelling in (one, *chinese):
            spellings.append(spelling)
            meanings.append(both(WORDS[name][one]))
    # An editor may take these words for booleans.
    for one, taken in (("true", True), ("false", False), ("off", False)):
        if one in WORDS[name]:
            spellings.append(taken)
            meanings.append(both(WORDS[name][one]))
    # As the reader does: another case is read where the word is in small letters, so FS is FS alone.
    small = [one for one in ENUMERATIONS[name].words if one.islower()]
    folded = "|".join("".join(_either_case(char) for char in one) for one in small)
    return {
        "anyOf": [
            {"enum": spellings, "markdownEnumDescriptions": meanings},
            {"type": ["string", "null"], "pattern": f"^\\s*({folded})\\s*$"},
        ]
    }


def _either_case(char: str) -> str:
    return f"[{char.upper()}{char.lower()}]" if char.isalpha() else char


def _keyed(value: Schema, keys: str = "") -> Schema:
    """A map of periods to values."""
    named = {"patternProperties": {keys: value}, "additionalProperties": False} if keys else {}
    return {"type": ["object", "null"], **(named or {"additionalProperties": value})}


def _said(kind: str, schema: Schema) -> Schema:
    """A schema that tells in the words of the kind what is wanted, instead of a pattern."""
    said = both(KINDS[kind].says)
    shown = " · ".join(KINDS[kind].examples)
    return {**schema, "errorMessage": f"{said}\n{shown}" if shown else said}


def _schemas() -> dict[str, Schema]:
    one, words = scalar(), {"type": ["string", "null"]}
    number = {"type": ["string", "number", "null"], "pattern": _DIGIT}
    dated = {**one, "pattern": _DIGIT}
    plain = ("line", "words", "value", "ref", "roadmap")
    return {
        **dict.fromkeys(plain, one),
        **dict.fromkeys(("text", "short-text"), text()),
        "texts": several(text()),
        **dict.fromkeys(("refs", "names", "lines", "rules"), several(one)),
        "tags": several(_said("tags", {**one, "pattern": TAG})),
        "id": _said("id", {**one, "pattern": _ID}),
        "deadline": {**scalar("object"), **_or_map("deadline")},
        **{kind: _said(kind, dated) for kind in ("first-day", "last-day", "years")},
        "finished": _said("finished", _keyed(one) | {"type": scalar("object")["type"], "pattern": _DIGIT}),
        **{kind: _said(kind, words) for kind in ("duration", "lag", "money")},
        **{kind: _said(kind, number) for kind in ("measured", "number")},
        "percent": _said("percent", {**number, "minimum": 0, "maximum": 100}),
        "afters": one_or_list("after"),
        "citations": one_or_list("citation"),
        "targets": _keyed(one_or_list("target")),
        "actuals": _keyed({"$ref": "#/definitions/actual"}),
        "series": _keyed(_said("measured", number), _YEAR),
        "ranges": _keyed(_said("value", number), _YEAR),
        "baseline": {**scalar("object"), **_or_map("baseline")},
        "allocation": {**scalar("object"), **_or_map("allocation")},
        "weights": {**scalar("object"), **_keyed(_said("number", number)), "type": scalar("object")["type"]},
        "levels": {"type": ["object", "null"], "allOf": [{"$ref": "#/definitions/levels"}]},
        "file-ignores": _keyed(several(one)),
    }


def levels() -> Schema:
    """Levels by rule, so that an editor can propose the rules' names."""
    level = {"$ref": "#/definitions/word.level"}
    names = {rule.name: level for rule in rules().values()}
    return {"properties": names, "additionalProperties": level}


def definition(name: str) -> Schema | None:
    """Return a definition that is no map of the format: a list of words, or levels by rule."""
    if name == "levels":
        return levels()
    return word(name.removeprefix(_WORD)) if name.startswith(_WORD) else None


def _or_map(name: str) -> Schema:
    return {"if": {"type": "object"}, "then": {"$ref": f"#/definitions/{name}"}}


VALUES = _schemas()


def value(kind: str) -> Schema:
    """Return the schema of a value of a kind of the vocabulary."""
    before, _, name = kind.partition(":")
    reference = {"$ref": f"#/definitions/{name}"}
    match before:
        case "word" | "boolean":
            return {"$ref": f"#/definitions/{_WORD}{name or before}"}
        case "list":
            return _said("list", {"type": ["array", "null"], "items": reference})
        case "map":
            return _keyed(reference, _ID)
        case "shape":
            return {"if": {"not": {"type": "null"}}, "then": reference}
        case _:
            return VALUES[kind]
