"""The JSON Schema of the maps of the format: keys in both languages, what they need, how to begin one."""

from typing import Any

from carbonroad.base.texts.said import sayable
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.schema import values
from carbonroad.schema.accepted import KINDS
from carbonroad.schema.both import both, in_chinese
from carbonroad.schema.forms import Kind, kind_name
from carbonroad.schema.meanings import MAPS
from carbonroad.schema.values import TAG, Schema, scalar, several, value

OWN_KEY = sayable("A key of your own; it is kept and ignored.")
_OR_WORDS = {
    "target": ["string", "number", "boolean", "null"],
    "actual": ["string", "number", "null"],
    "after": ["string", "number", "boolean", "null"],
    "citation": ["string", "number", "boolean", "null"],
}
"""Maps that may be one value instead: a target's value, a document's id."""
_BEGINNINGS = {
    "milestone": ({"id": "$1", "title": "$2", "deadline": "$3"}, {"编号": "$1", "标题": "$2", "期限": "$3"}),
    "indicator": (
        {"id": "$1", "title": "$2", "unit": "$3", "targets": {"${4:2030}": "$5"}},
        {"编号": "$1", "标题": "$2", "单位": "$3", "目标": {"${4:2030}": "$5"}},
    ),
    "work": (
        {"id": "$1", "title": "$2", "deadline": "$3", "for": "$4"},
        {"编号": "$1", "标题": "$2", "期限": "$3", "支撑": "$4"},
    ),
    "measure": ({"id": "$1", "title": "$2"}, {"编号": "$1", "标题": "$2"}),
    "phase": (
        {"id": "$1", "title": "$2", "years": "${3:2026..2030}"},
        {"编号": "$1", "标题": "$2", "年份": "${3:2026..2030}"},
    ),
}
"""What an editor proposes for a new item of a list, in each language; `$1` is where to type first."""


class Definitions:
    """The definitions of one schema: maps, keys and lists of words, each once."""

    def __init__(self, root: Shape) -> None:
        self.made: dict[str, Schema] = {}
        self._keys: dict[str, Schema] = {}
        self.root = self._map(root)
        open_ = _references([self.root, self._keys])
        while open_:
            name = open_.pop(0)
            if name not in self.made and name not in self._keys:
                self.made[name] = values.definition(name) or self._map(SHAPES[name])
                open_ += _references([self.made[name], self._keys])

    def all(self) -> dict[str, Schema]:
        """Return maps and lists of words, then keys."""
        return {**self.made, **self._keys}

    def _map(self, shape: Shape) -> Schema:
        made: Schema = {
            "title": MAPS[shape.name],
            "description": both(MAPS[shape.name]),
            "type": [*_OR_WORDS.get(shape.name, ()), "object"],
            "properties": self._properties(shape),
            "patternProperties": {"^x-": {"description": both(OWN_KEY)}},
            "additionalProperties": False,
        }
        needs = [_needed(field) for field in shape.required]
        if needs:
            made["allOf"] = needs
        if shape.name == "baseline":
            made = _or_languages(made, shape)
        if shape.name in _BEGINNINGS:
            made["defaultSnippets"] = _snippets(shape.name)
        return made

    def _properties(self, shape: Shape) -> dict[str, Schema]:
        """Each key in each spelling; an editor proposes the first of each language alone."""
        made: dict[str, Schema] = {}
        for key, field in shape.by_key.items():
            named = _property(shape, field, chinese=key in field.zh)
            if key not in (field.name, *field.zh[:1]) or (field.name == "industries" and not field.zh):
                named["doNotSuggest"] = True
            if shape.name == "file" and key == "行业":
                # In a file that stands alone it is the name, in carbonroad.yaml the list of the files.
                named |= several(scalar())
            made[key] = {"$ref": f"#/definitions/{self._key(field, named)}"}
        return made

    def _key(self, field: Field, made: Schema) -> str:
        """The name under which a key's schema stands; the same schema stands once."""
        base = f"key.{field.name}"
        names = (base, f"{base}.zh", *(f"{base}.{number}" for number in range(2, 99)))
        return next(name for name in names if self._keys.setdefault(name, made) == made)


def _property(shape: Shape, field: Field, *, chinese: bool) -> Schema:
    kind = kind_name(shape, field)
    forms = KINDS.get(kind, Kind(""))
    described = both(field.says, chinese_first=chinese)
    made: Schema = {"description": described, "markdownDescription": _markdown(field, forms, chinese=chinese)}
    asked = value(kind)
    made |= {"allOf": [asked]} if "$ref" in asked else asked
    if field.required and "type" in made:
        made["type"] = [one for one in made["type"] if one != "null"]
    if field.name == "carbonroad":
        made |= {"enum": [1, "1"], "type": ["string", "integer"]}
    examples = [example for example in forms.examples if not example.startswith(("{", "["))]
    if examples:
        made["examples"] = examples
    return made


def _markdown(field: Field, forms: Kind, *, chinese: bool) -> str:
    """What an editor shows beside a key: its names, its meaning and the ways to write its value."""
    names = " · ".join(f"`{name}`" for name in (field.name, *field.zh))
    lines = [f"**{names}**", *both(field.says, chinese_first=chinese).split("\n")]
    lines += both(forms.says, chinese_first=chinese).split("\n") if forms.says else []
    if forms.forms:
        rows = (
            f"- {both(form.says, chinese_first=chinese).splitlines()[0]}: "
            + " · ".join(f"`{one}`" for one in form.examples)
            for form in forms.forms
        )
        lines.append("\n".join(rows))
    return "\n\n".join(lines)


def _needed(field: Field) -> Schema:
    """Any spelling of a key that must be there."""
    spellings: list[Schema] = [{"required": [key]} for key in (field.name, *field.zh)]
    return spellings[0] if len(spellings) == 1 else {"anyOf": spellings}


def _or_languages(made: Schema, shape: Shape) -> Schema:
    """A baseline: words in languages, or a year with its value."""
    year, measured = shape.fields
    needed = _needed(year)
    return {
        **{key: one for key, one in made.items() if key != "allOf"},
        "patternProperties": {**made["patternProperties"], TAG: scalar()},
        "dependencies": dict.fromkeys((measured.name, *measured.zh), needed),
    }


def _snippets(name: str) -> list[dict[str, Any]]:
    english, chinese = _BEGINNINGS[name]
    return [
        {"label": name, "description": MAPS[name], "body": english},
        {"label": in_chinese(MAPS[name]), "description": in_chinese(MAPS[name]), "body": chinese},
    ]


def _references(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [name for one in schema for name in _references(one)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"].rpartition("/")[2]] if "$ref" in schema else []
    return own + [name for one in schema.values() for name in _references(one)]
