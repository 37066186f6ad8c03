"""Hostile texts through every text field into every output, as independent parsers see it."""

import json
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import cycle
from pathlib import Path

import pytest
from hostile_roadmap import AS_OF, Maker
from judges import in_commands, in_csv, in_html, in_json, in_markdown, in_svg, in_terminal
from running import run
from strings import ALL

from carbonroad.export import ALL as EXPORTS
from carbonroad.export import Format as Export
from carbonroad.render.formats import ALL as FORMATS
from carbonroad.report import ALL as REPORTS
from carbonroad.report.format import Format


def _none(faults: Iterable[str]) -> None:
    found = Counter(faults)
    assert not found, found.most_common(5)


def test_every_text_is_somewhere_in_the_roadmap() -> None:
    maker = Maker()
    maker.files()
    assert len(set(maker.used)) >= len(maker.texts) * 0.99


PAGES: dict[str, Callable[[str], Iterable[str]]] = {"html": in_html, "svg": in_svg, "md": in_markdown}


@pytest.mark.parametrize("ending", [form.name for form in FORMATS if form.module or form.pictures])
def test_no_page_holds_anything_that_acts(pages: Path, ending: str) -> None:
    files = sorted(pages.rglob(f"*.{ending}"))
    judge = PAGES.get(ending, in_terminal)
    assert len(files) > 5
    for file in files:
        _none(f"{file.name}: {fault}" for fault in judge(file.read_text("utf-8")))


def test_names_of_files_come_from_ids_alone(pages: Path) -> None:
    for path in pages.rglob("*"):
        assert path.name.isascii()
        assert path.name.replace("-", "").replace(".", "").isalnum()


@pytest.mark.parametrize("command", ["show", "status", "schedule"])
def test_what_is_printed_moves_no_terminal(hostile: Path, command: str) -> None:
    done = run(command, hostile, "--as-of", AS_OF, "--color", "always")
    assert done.returncode == 0
    _none(in_terminal(done.stdout.decode()))
    _none(in_terminal(done.stderr.decode()))


@pytest.mark.parametrize("command", ["status", "schedule"])
def test_json_shows_nothing_that_acts(hostile: Path, command: str) -> None:
    done = run(command, hostile, "--as-of", AS_OF, "--format", "json")
    assert done.returncode == 0
    _none(in_json(done.stdout.decode()))


@pytest.mark.parametrize("form", EXPORTS, ids=lambda form: form.name)
def test_no_export_holds_anything_that_acts(hostile: Path, tmp_path: Path, form: Export) -> None:
    done = run("export", hostile, "--as-of", AS_OF, "--to", form.name, "-o", f"{tmp_path}/")
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    files = sorted(tmp_path.iterdir())
    assert files
    for file in files:
        _none(f"{file.name}: {fault}" for fault in _in_export(file))


def _in_export(file: Path) -> Iterable[str]:
    data = file.read_bytes()
    if zipfile.is_zipfile(file):  # what its cells hold is the matter of tests/export
        return () if zipfile.ZipFile(file).testzip() is None else ("a broken package",)
    if file.suffix == ".csv":
        return in_csv(data)
    text = data.decode().replace("\r\n", "\n").replace("\t", " ")
    return JUDGES.get(file.suffix[1:], in_terminal)(text)


def test_json_holds_each_text_as_it_was_typed(hostile: Path) -> None:
    data = json.loads(run("export", hostile, "--as-of", AS_OF, "--to", "json").stdout)
    said = "\n".join(_texts(data))
    lost = [text for text in ALL if len(text) < 60 and text.strip() and text not in said]
    assert len(lost) < len(ALL) * 0.25, lost[:10]  # those of keys that are not exported


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(one)


def test_no_cell_of_a_table_is_a_formula(hostile: Path) -> None:
    done = run("schedule", hostile, "--as-of", AS_OF, "--format", "csv")
    assert done.returncode == 0
    _none(in_csv(done.stdout))


def test_a_comparison_shows_nothing_that_acts(hostile: Path, tmp_path: Path) -> None:
    for name, text in Maker(tuple(reversed(ALL))).files().items():
        (tmp_path / name).write_text(text, "utf-8")
    for form, judge in (("text", in_terminal), ("md", in_markdown), ("json", in_json)):
        done = run("diff", hostile, tmp_path, "--as-of", AS_OF, "--format", form)
        assert done.returncode in {0, 1}, done.stderr.decode()[-2000:]
        _none(f"{form}: {fault}" for fault in judge(done.stdout.decode()))


def _in_lines(text: str) -> Iterable[str]:
    for line in text.splitlines():
        yield from in_json(line)


def _in_xml(text: str) -> Iterable[str]:
    ET.fromstring(text)  # noqa: S314 - written by the program under test
    return in_terminal(text)


JUDGES: dict[str, Callable[[str], Iterable[str]]] = {
    "prose": in_terminal,
    "json": in_json,
    "jsonl": _in_lines,
    "xml": _in_xml,
    "commands": in_commands,
}


@pytest.mark.parametrize(("form", "lang"), list(zip(REPORTS, cycle(("en", "zh")), strict=False)))
def test_findings_about_hostile_texts_act_on_nothing(faulty: Path, form: Format, lang: str) -> None:
    done = run(
        "validate", faulty, "--format", form.name, "--max-findings", "0", "--lang", lang, "--color", "always"
    )
    assert done.returncode == 1
    _none(JUDGES[form.syntax](done.stdout.decode()))


@pytest.mark.parametrize("argument", ["a\x1b[31mb", "a\u202eb", "a\nb::error::x", "a\x9bb", "\x07"])
def test_an_argument_in_a_message_moves_no_terminal(argument: str, tmp_path: Path) -> None:
    calls: tuple[tuple[str | Path, ...], ...] = (
        ("validate", argument),
        (argument,),
        ("validate", "--format", argument),
        ("explain", argument),
        ("render", tmp_path / argument),
        ("diff", argument, "x"),
        ("validate", "--select", argument),
    )
    for words in calls:
        done = run(*words)
        assert done.returncode == 2
        _none(in_terminal(done.stderr.decode("utf-8", "surrogateescape")))
        _none(in_terminal(done.stdout.decode("utf-8", "surrogateescape")))
