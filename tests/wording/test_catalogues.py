"""Every interface word exists in every language, and a language is added by adding a catalogue."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import catalogues
import pytest
from babel.messages.catalog import Catalog
from interface_words import ROOT, NotALiteralError, find_words
from sentences import find_sentences
from small_roadmap import two_fields

from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps
from carbonroad.views.maker import build_all
from carbonroad.views.shared import words as views_words
from carbonroad.views.shared.words import Words
from carbonroad.wording import CatalogueNotCompiledError, Wording, wording

FILES = catalogues.files()
_HOLE = re.compile(r"\{\w+(?=(?::[^ {}]*)?\})")


def texts(said: str | tuple[str, ...] | list[str]) -> list[str]:
    return [said] if isinstance(said, str) else list(said)


def ids(catalogue: Catalog) -> set[tuple[str, str]]:
    return {(one.context or "", texts(one.id)[0]) for one in catalogue if one.id}


def test_there_is_a_catalogue_and_the_code_has_words() -> None:
    assert [(path.parts[-3], path.stem) for path in FILES] == [("zh", "carbonroad"), ("zh", "findings")]
    assert len(find_words()) > 400
    assert len(find_sentences()) > 200


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_word_of_the_code_is_in_the_catalogue_and_no_other(path: Path) -> None:
    assert ids(catalogues.read(path)) == ids(catalogues.template(path.stem)), (
        "run `make catalogue` and translate"
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_catalogue_is_as_make_catalogue_writes_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    catalogues.update(copy, catalogues.template(path.stem))
    assert copy.read_bytes() == path.read_bytes(), "run `make catalogue`"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_word_is_translated(path: Path) -> None:
    lacking = [one.id for one in catalogues.read(path) if one.id and not all(texts(one.string))]
    assert lacking == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_placeholders_are_the_same_on_both_sides(path: Path) -> None:
    for one in catalogues.read(path):
        for said in texts(one.string) if one.id else ():
            assert set(_HOLE.findall(said)) == set(_HOLE.findall(texts(one.id)[-1])), one.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_what_the_program_reads_was_compiled_from_what_stands_in_the_file(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    fresh = catalogues.compile_catalogue(copy).read_bytes()
    assert path.with_suffix(".mo").read_bytes() == fresh, "run `make`"


@pytest.mark.parametrize(("folder", "parts"), [("roadmaps/china", ("steel",)), ("tests/data/timed", ())])
def test_every_word_that_a_page_asks_for_is_found_in_the_code(
    folder: str, parts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    say = Wording.__call__

    def recording(self: Wording, english: str, **values: object) -> str:
        asked.add(english)
        return say(self, english, **values)

    monkeypatch.setattr(Wording, "__call__", recording)
    roadmaps = find_roadmaps(str(ROOT / folder))
    assert isinstance(roadmaps, list)
    project = load(roadmaps[0], None, date(2026, 11, 22))
    build_all(project.system, project.facts, "zh", industries=parts)
    assert len(asked) > 100
    known = {word for one in find_words() for word in (one.words, one.plural)}
    assert sorted(asked - known - {""}) == [], "mark them: carbonroad.wording.marked"


def new_language(folder: Path, tag: str = "fr") -> Path:
    """A made-up catalogue: three sentences of French."""
    path, sentences = catalogues.add(tag, folder)
    catalogues.compile_catalogue(sentences)
    catalogue = catalogues.read(path)
    catalogue["Timetable"].string = "Calendrier"
    catalogue["{day} {month} {year}"].string = "{day} {month} {year}"
    catalogue["Dec"].string = "décembre"
    catalogue["by {day}"].string = "au plus tard le {day}"
    within = catalogue["within {n} month after {what}"]
    within.string = ("dans le mois suivant {what}", "dans les {n} mois suivant {what}")
    catalogue.get("t", context="unit").string = "tonnes"
    catalogues.write(path, catalogue)
    catalogues.compile_catalogue(path)
    return path


def test_a_sentence_that_is_put_together_where_it_is_said_is_refused(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text('say(f"{name} is unknown.")\n', encoding="utf-8")
    with pytest.raises(NotALiteralError, match=r"one\.py:1"):
        find_sentences(tmp_path)


@pytest.mark.parametrize(
    "call", ['w(f"{name} is late")', 'w("is " + name)', "marked(tuple(NAMES))", "marked(NAMES)"]
)
def test_words_that_are_put_together_where_they_are_said_are_refused(tmp_path: Path, call: str) -> None:
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "one.py").write_text(f"NAMES = ('a',)\n{call}\n", encoding="utf-8")
    with pytest.raises(NotALiteralError, match=r"one\.py:2"):
        find_words(tmp_path, tmp_path)


@pytest.mark.parametrize(
    "use",
    [
        "def said(w):\n    return [w(name) for name in NAMES.values()]",
        "def said(w):\n    for name, _ in PAIRS.values():\n        w(name)",
        "w(NAMES[key])",
        "w(known.words)",
    ],
)
def test_the_words_of_a_table_are_found_where_its_values_are_said(tmp_path: Path, use: str) -> None:
    (tmp_path / "views").mkdir()
    tables = "NAMES = {'k': 'late'}\nPAIRS = {'k': ('late', 'x')}\n"
    kinds = "class Known(NamedTuple):\n    name: str\n    words: str\nKnown('n', 'late')\n"
    (tmp_path / "views" / "one.py").write_text(f"{tables}{kinds}{use}\n", encoding="utf-8")
    assert [one.words for one in find_words(tmp_path, tmp_path)] == ["late"]


def test_a_language_is_added_by_adding_a_catalogue(tmp_path: Path) -> None:
    new_language(tmp_path)
    french = wording("fr", tmp_path)
    assert french("Timetable") == "Calendrier"
    assert french("Overview") == "Overview"  # not translated yet
    assert french.plural("within {n} month after {what}", "within {n} months after {what}", 18, what="A") == (
        "dans les 18 mois suivant A"
    )
    assert french.unit("t") == "tonnes"
    assert french.unit("kWh") is None
    assert (french.english, french.chinese) == (False, False)


def test_pages_speak_the_new_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_language(tmp_path)
    monkeypatch.setattr(views_words, "wording", lambda tag: wording(tag, tmp_path))
    roadmap = tmp_path / "roadmap"
    roadmap.mkdir()
    project = two_fields(roadmap)
    said = Words(project.system, project.facts, "fr").deadline(project.system.items["steel.M4"])
    assert said == "au plus tard le 31 décembre 2026"


@pytest.mark.parametrize("tag", ["fr", "fr-CA", "FR", "fr-Latn-CA"])
def test_a_tag_finds_the_catalogue_of_its_language(tmp_path: Path, tag: str) -> None:
    new_language(tmp_path)
    assert wording(tag, tmp_path)("Timetable") == "Calendrier"


@pytest.mark.parametrize("tag", ["en", "en-GB", "de", "xx"])
def test_a_language_without_a_catalogue_has_the_english_words(tag: str) -> None:
    assert wording(tag)("Timetable") == "Timetable"
    assert wording(tag).plural("{n} day", "{n} days", 1) == "1 day"
    assert wording(tag).plural("{n} day", "{n} days", 2) == "2 days"
    assert wording(tag).english


@pytest.mark.parametrize("tag", ["zh", "zh-Hans", "zh-CN", "ZH"])
def test_chinese_is_complete(tag: str) -> None:
    assert wording(tag)("Timetable") == "时间表"
    assert wording(tag).plural(
        "within {n} month after {what}", "within {n} months after {what}", 1, what="A"
    ) == ("A后1个月内")
    assert wording(tag).chinese


def test_a_catalogue_that_was_not_compiled_is_said_so(tmp_path: Path) -> None:
    catalogues.add("fr", tmp_path)
    with pytest.raises(CatalogueNotCompiledError, match="run `make`"):
        wording("fr", tmp_path)


@pytest.mark.parametrize("tag", ["nolanguage", "fr"])
def test_a_catalogue_is_not_begun_twice_nor_for_no_language(tmp_path: Path, tag: str) -> None:
    catalogues.add("fr", tmp_path)
    with pytest.raises(ValueError, match=r"exists already|nolanguage"):
        catalogues.add(tag, tmp_path)


def test_an_update_keeps_translations_adds_new_words_and_drops_old_ones(tmp_path: Path) -> None:
    path = new_language(tmp_path)
    changed = Catalog()
    changed.add("Timetable")
    changed.add("A new word")
    catalogues.update(path, changed)
    catalogue = catalogues.read(path)
    assert {one.id: one.string for one in catalogue if one.id} == {
        "Timetable": "Calendrier",
        "A new word": "",
    }


def test_a_check_of_a_roadmap_reads_no_catalogue() -> None:
    script = (
        "import sys; sys.argv[1:] = ['validate', 'roadmaps/china']\n"
        "from carbonroad.cli.run import run\n"
        "run(sys.argv[1:])\n"
        "read = [m for m in sys.modules if m.startswith(('babel', 'carbonroad.wording.catalogue'))]\n"
        "print(read, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        encoding="utf-8",
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"
