"""docs/format.md and its Chinese twin: examples are roadmaps, spellings are read, every key is named."""

import re
from datetime import date
from pathlib import Path

import pytest

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.units import parse_unit
from carbonroad.base.values.value import Value
from carbonroad.batch.call import Call
from carbonroad.batch.run import check_all
from carbonroad.checking.checked import USUAL
from carbonroad.findings import Severity
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.folder import Folder, NoRoadmap, find_roadmaps

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {"en": DOCS / "format.md", "zh": DOCS / "zh" / "format.md"}
LANGUAGES = sorted(PAGES)
_EXAMPLE = re.compile(r"^```yaml\n(# (\S+\.yaml)\n.*?)^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(`+)(.+?)\1")
SAID = {"en": {("duties", "no-owner")}, "zh": {("分工", "no-owner")}}
"""What is found in the examples, which the page says of it."""
FIRST = NamedPeriod("first", ("First plan", "第一期", "第一期规划"), date(2026, 1, 1), date(2030, 12, 31))
KINDS = ("by", "before", "around", "during", "from", "each", "conditional", "none", "not-stated")
BOUNDS = ("at-least", "more-than", "at-most", "less-than", "around", "range")
MARKS = ("strive", "change", "yearly", "against")
INDICATOR = "indicators:\n  - id: a\n    title: A\n"
MILESTONE = "milestones:\n  - id: a\n    deadline: 2030\n"
TRAPS = {
    ("unit", "单位"): INDICATOR + "    targets: {{2030: 3}}\n    {}\n",
    ("targets", "目标"): INDICATOR + "    unit: t\n    {}\n",
    ("title", "标题"): MILESTONE + "    {}\n",
    ("source", "来源"): MILESTONE + "    title: A\n    {}\n",
}


def _text(language: str) -> str:
    return PAGES[language].read_text(encoding="utf-8")


def _table(language: str, number: int) -> list[list[list[str]]]:
    """The code in each cell of the rows of a table, which is found by its place on the page."""
    tables = re.findall(r"^\|.+\|\n\|[-|]+\|\n((?:\|.+\|\n)+)", _text(language), re.MULTILINE)
    rows = [row.strip("| ").split(" | ") for row in tables[number].splitlines()]
    return [[[code for _, code in _CODE.findall(cell)] for cell in row] for row in rows]


def _found(*paths: Path) -> set[tuple[str, str]]:
    """The warnings and errors: file or roadmap, and rule."""
    found = [folder for path in paths for folder in _roadmaps(path)]
    return {
        (outcome.folder.name, finding.name)
        for outcome in check_all(found, Call(None, date(2026, 6, 30), USUAL), jobs=1)
        for finding in outcome.findings
        if finding.severity is not Severity.info
    }


def _roadmaps(path: Path) -> list[Folder]:
    found = find_roadmaps(str(path))
    assert not isinstance(found, NoRoadmap), path
    return list(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_a_roadmap_without_a_mistake(language: str, tmp_path: Path) -> None:
    files = {name: text for text, name in _EXAMPLE.findall(_text(language))}
    assert len(files) == _text(language).count("```yaml")
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    folders = {tmp_path / name.split("/")[0] for name in files}
    assert _found(*sorted(folders)) == SAID[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_yaml_reads_otherwise_is_found_and_what_to_write_is_right(language: str, tmp_path: Path) -> None:
    rows = _table(language, 0)
    assert len(rows) >= 8
    file = tmp_path / "a.yaml"
    for (wrong,), (right,), _ in rows:
        assert wrong != right
        (skeleton,) = [text for keys, text in TRAPS.items() if right.split(":")[0] in keys]
        for line in (wrong, right):
            file.write_text("title: A\nowner: B\n" + skeleton.format(line), encoding="utf-8")
            assert bool(_found(file)) == (line == wrong), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spelling_of_a_deadline_is_read_as_the_page_says(language: str) -> None:
    rows = _table(language, 1)
    read = {words: parse_deadline(words, (FIRST,)) for (_, cell, *_) in rows for words in cell}
    kinds = {words: one.kind for words, one in read.items() if isinstance(one, Deadline)}
    assert kinds == {words: kind for kind, row in zip(KINDS, rows, strict=True) for words in row[1]}
    (refused,) = re.findall(r"(?:Refused, each with|以下写法不接受).*", _text(language))
    for _, words in _CODE.findall(refused):
        assert isinstance(parse_deadline(words, (FIRST,)), Refusal), words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_spelling_of_a_value_is_read_as_the_page_says(language: str) -> None:
    share = parse_unit("%")
    rows = [[parse_value(words, share) for words in cell] for _, cell in _table(language, 2)]
    assert len(rows) == len(BOUNDS) + len(MARKS)
    for row, expected in zip(rows, (*BOUNDS, *MARKS), strict=True):
        for value in row:
            assert isinstance(value, Value), value
            assert value.understood, value
            assert value.kind == expected or bool(getattr(value, expected, False)), value


@pytest.mark.parametrize(("language", "place"), [("en", 0), ("zh", 1)])
def test_every_key_of_the_format_is_on_the_page(language: str, place: int) -> None:
    shown = {
        word
        for code in re.findall(
            r"^```yaml\n(.*?)^```|(?<!`)`([^`\n]+)`", _text(language), re.MULTILINE | re.DOTALL
        )
        for word in re.findall(r"[\w]+", "".join(code))
    }
    shapes = [shape for name, shape in SHAPES.items() if name != "validate"]
    keys = {(field.name, *field.zh) for shape in shapes for field in shape.fields}
    missing = {
        names[0]
        for names in keys
        if len(names) > place and not shown & set(names[place:] if place else names[:1])
    }
    assert not missing
