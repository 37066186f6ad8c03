"""The JSON Schema is valid draft-07, agrees with another reader of it, and with what the program reads."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from carbonroad.findings import Finding, Severity
from carbonroad.project import load, load_text
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.schema.accepted import KINDS
from carbonroad.schema.forms import kind_name
from carbonroad.schema.json_schema import FILES, json_schema, schema_text
from carbonroad.schema.meanings import MAPS, WORDS
from carbonroad.source.folder import NoRoadmap, find_roadmaps

ROADMAPS = Path(__file__).resolve().parent.parent.parent / "roadmaps"
TODAY = date(2026, 11, 22)


def _as_json(value: Any) -> Any:
    """Data as JSON has it: keys and days are strings."""
    if isinstance(value, dict):
        return {str(key): _as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_json(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _loaded(text: str) -> Any:
    """Data as another program reads it, with its own ideas of days and numbers."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe


@pytest.mark.parametrize("wanted", FILES)
def test_the_schema_is_valid_draft_07(wanted: str) -> None:
    jsonschema.Draft7Validator.check_schema(json_schema(wanted))
    assert json.loads(schema_text(wanted)) == json_schema(wanted)


def test_the_real_roadmaps_are_valid() -> None:
    validators = {wanted: jsonschema.Draft7Validator(json_schema(wanted)) for wanted in FILES}
    paths = sorted(ROADMAPS.glob("*/*.yaml"))
    assert len(paths) > 5
    for path in paths:
        data = _as_json(_loaded(path.read_text("utf-8")))
        for wanted in ("any", "top" if path.name == "carbonroad.yaml" else "industry"):
            errors = [f"{path.name}: {one.message}" for one in validators[wanted].iter_errors(data)]
            assert errors == []


def test_every_key_of_every_map_is_in_the_schema_in_each_spelling() -> None:
    definitions = json_schema("any")["definitions"]
    for shape in SHAPES.values():
        if shape.name in {"top", "industry", "file"}:
            continue
        assert set(definitions[shape.name]["properties"]) == set(shape.by_key), shape.name
    for wanted, shape in FILES.items():
        assert set(json_schema(wanted)["properties"]) == set(shape.by_key)


def test_keys_are_described_in_both_languages() -> None:
    for name, one in json_schema("any")["definitions"].items():
        if name.startswith("key."):
            english, chinese = one["description"].split("\n")
            assert english != chinese, f"{name} lacks Chinese"


def test_every_map_and_word_has_a_meaning() -> None:
    assert set(MAPS) == set(SHAPES)
    assert {name: list(one.words) for name, one in ENUMERATIONS.items()} == {
        name: list(meanings) for name, meanings in WORDS.items()
    }


def _fields() -> list[tuple[Shape, Field]]:
    """One field of each kind of value."""
    found: dict[str, tuple[Shape, Field]] = {}
    for shape in SHAPES.values():
        for field in shape.fields:
            found.setdefault(kind_name(shape, field), (shape, field))
    return [pair for kind, pair in found.items() if kind in KINDS]


_NEEDED = {
    "id": "x", "title": "x", "deadline": "2030", "unit": "t", "value": "1", "date": "2026", "words": "x",
    "year": "2020", "rev": "A", "years": "2041..2045", "method": "sum",
}  # fmt: skip
_AROUND = {
    "milestone": "milestones:\n  - {map}\n",
    "indicator": "indicators:\n  - {map}\n",
    "work": "works:\n  - {map}\n",
    "measure": "measures:\n  - {map}\n",
    "phase": "phases:\n  - {map}\n",
    "revision": "revisions:\n  - {map}\n",
    "organisation": "organisations:\n  x: {map}\n",
    "document": "sources:\n  x: {map}\n",
    "pathway": "pathway: {map}\n",
    "drawing": "drawing: {map}\n",
    "validate": "validate: {map}\n",
    "target": "indicators:\n  - {{id: i, title: i, unit: t, baseline: {{year: 2020, value: 9}},\n"
    "     targets: {{2030: {map}}}}}\n",
    "actual": "indicators:\n  - {{id: i, title: i, unit: t, actual: {{2025: {map}}}}}\n",
    "after": "works:\n  - {{id: w, title: w, after: {map}}}\n",
    "citation": "works:\n  - {{id: w, title: w, source: {map}}}\n",
    "report": "works:\n  - {{id: w, title: w, reports: [{map}]}}\n",
    "deadline": "works:\n  - {{id: w, title: w, deadline: {map}}}\n",
    "baseline": "indicators:\n  - {{id: i, title: i, unit: t, baseline: {map}}}\n",
    "allocation": "indicators:\n  - {{id: i, title: i, unit: t, allocation: {map}}}\n",
}
"""A file around a map of each kind."""


def _file_with(shape: Shape, field: Field, example: str) -> str:
    """A file in which a field has an example as its value."""
    if shape.name in {"top", "industry", "file"}:
        return f"{field.name}: {example}\n"
    keys = {one.name: _NEEDED[one.name] for one in shape.required} | {field.name: example}
    written = ", ".join(f"{key}: {_flow(value)}" for key, value in keys.items())
    return _AROUND[shape.name].format(map="{" + written + "}")


def _flow(value: str) -> str:
    """A value as it stands inside brackets, where a comma would end it."""
    return json.dumps(value, ensure_ascii=False) if "," in value and value[0] not in "[{" else value


_WRONG_FORM = {
    "wrong-type", "unknown-key", "missing-key", "unknown-word", "invalid-id", "not-a-language",
    "unreadable-date", "impossible-date", "unreadable-duration", "not-a-number", "unit-does-not-fit",
    "which-way",     "emptied-value",     "value-not-understood", "unknown-setting",
}  # fmt: skip


_FORMS = ("CR1", "CR3", "CR4")


def _found(shape: Shape, text: str, folder: Path) -> list[Finding]:
    """What is found in a file of a shape: one that stands alone, unless only the top file has the key."""
    if shape.name != "top":
        return list(load_text(text.encode(), "<stdin>", None, TODAY).findings)
    (folder / "carbonroad.yaml").write_text(text, encoding="utf-8")
    roadmaps = find_roadmaps(str(folder))
    assert not isinstance(roadmaps, NoRoadmap)
    return list(load(roadmaps[0], None, TODAY).findings)


def test_every_form_that_explain_shows_is_read_and_in_the_schema(tmp_path: Path) -> None:
    validator = jsonschema.Draft7Validator(json_schema("any"))
    seen = 0
    for shape, field in _fields():
        for form in KINDS[kind_name(shape, field)].forms:
            for example in form.examples:
                text = _file_with(shape, field, example)
                findings = _found(shape, text, tmp_path)
                wrong = [one.message for one in findings if one.name in _WRONG_FORM]
                syntax = [one.message for one in findings if one.code.startswith("CR0")]
                assert (wrong, syntax) == ([], []), text
                assert [one.message for one in validator.iter_errors(_as_json(_loaded(text)))] == [], text
                seen += 1
    assert seen > 80


def test_every_form_that_explain_calls_wrong_is_refused() -> None:
    seen = 0
    for shape, field in _fields():
        for refused in KINDS[kind_name(shape, field)].refused:
            text = _file_with(shape, field, refused.example)
            project = load_text(text.encode(), "<stdin>", None, TODAY)
            found = [
                one
                for one in project.findings
                if one.severity is not Severity.info and one.code[:3] in _FORMS
            ]
            assert found, text
            seen += 1
    assert seen > 5


def test_the_schema_of_any_file_has_the_keys_of_every_file() -> None:
    keys = {wanted: set(json_schema(wanted)["properties"]) for wanted in FILES}
    assert keys["any"] == keys["top"] | keys["industry"]
    assert "parent" in keys["any"]


def test_the_roadmap_above_is_described_as_a_folder() -> None:
    described = json_schema("top")["definitions"]["key.parent"]["markdownDescription"]
    assert "`provinces/north`" in described
    assert "top.peak" not in described
