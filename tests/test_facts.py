"""The shipped roadmap against the base of facts it was written from: nothing lost, nothing invented."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from roadmap_files import TODAY

from carbonroad.model.items import Target
from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps
from carbonroad.source.text import SourceText, read
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from carbonroad.source.yaml.parse import parse

CHINA = Path(__file__).parents[1] / "roadmaps" / "china"
FACTS = json.loads((Path(__file__).parent / "data" / "facts.json").read_text(encoding="utf-8"))
BY_SLUG = {fact["slug"]: fact for fact in FACTS["facts"]}
EVIDENCE = {"V": "seen", "P": "partly", "M": "memory"}
DATA_SETS = {"https://github.com/owid/co2-data", "https://github.com/owid/energy-data"}
"""Sources of measured series; the facts are about policies and name no data sets."""
_ADDRESS = re.compile(r"https?://[^\s;；，）]+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Entry(NamedTuple):
    """A map of a YAML file that names facts."""

    path: str
    start: int
    slugs: tuple[str, ...]
    evidence: tuple[str, ...]


def maps(node: Node) -> Iterator[dict[str, Node]]:
    if isinstance(node, Mapping):
        yield {key.text: value for key, value in node.pairs} | {"": node}
        for _, value in node.pairs:
            yield from maps(value)
    elif isinstance(node, Sequence):
        for child in node.items:
            yield from maps(child)


def texts(node: Node | None) -> list[str]:
    nodes = node.items if isinstance(node, Sequence) else [node]
    return [one.text for one in nodes if isinstance(one, Scalar)]


@cache
def files() -> dict[str, Node]:
    found: dict[str, Node] = {}
    for path in sorted(CHINA.glob("*.yaml")):
        source = read(str(path))
        assert isinstance(source, SourceText)
        root = parse(source).root
        assert root is not None
        found[path.name] = root
    assert len(found) == 11
    return found


@cache
def entries() -> tuple[Entry, ...]:
    found = []
    for name, root in files().items():
        for keys in maps(root):
            if "x-fact" in keys:
                source = keys.get("source")
                cited = source.items if isinstance(source, Sequence) else [source]
                evidence = [
                    text
                    for one in cited
                    if isinstance(one, Mapping)
                    for key, value in one.pairs
                    if key.text == "evidence"
                    for text in texts(value)
                ]
                found.append(Entry(name, keys[""].start, tuple(texts(keys["x-fact"])), tuple(evidence)))
    assert len(found) > 250
    return tuple(found)


def addresses() -> set[str]:
    """The addresses of the pages that were read, and the official ones."""
    stated = [*FACTS["pages"].values(), *(document["official_url"] for document in FACTS["documents"])]
    return {address for text in stated for address in _ADDRESS.findall(text or "")}


def test_every_fact_that_was_read_stands_in_the_roadmap() -> None:
    used = {slug for entry in entries() for slug in entry.slugs}
    wanted = {slug for slug, fact in BY_SLUG.items() if fact["status"] in ("V", "P")}
    assert len(wanted) > 200
    assert wanted - used == set()


def test_every_fact_that_the_roadmap_names_exists() -> None:
    used = {slug for entry in entries() for slug in entry.slugs}
    assert used - set(BY_SLUG) == set()


def test_every_address_is_one_that_the_facts_know() -> None:
    cited = {text for root in files().values() for keys in maps(root) for text in texts(keys.get("url"))}
    assert len(cited) > 50
    assert cited - addresses() - DATA_SETS == set()


def test_evidence_says_how_the_fact_was_seen() -> None:
    checked = 0
    for entry in entries():
        allowed = {EVIDENCE[BY_SLUG[slug]["status"]] for slug in entry.slugs}
        assert set(entry.evidence) <= allowed, entry
        checked += bool(entry.evidence)
    assert checked > 200


@pytest.mark.parametrize("status", ["P", "M"])
def test_what_was_not_fully_seen_says_so_somewhere(status: str) -> None:
    weak = [slug for slug, fact in BY_SLUG.items() if fact["status"] == status]
    assert weak
    said = {slug for entry in entries() if EVIDENCE[status] in entry.evidence for slug in entry.slugs}
    used = {slug for entry in entries() for slug in entry.slugs}
    assert [slug for slug in weak if slug in used and slug not in said] == []


def numbers(text: str) -> set[float]:
    return {float(found.replace(",", "")) for found in _NUMBER.findall(text)}


def test_the_numbers_of_every_target_are_those_of_its_fact() -> None:
    folders = find_roadmaps(str(CHINA))
    assert isinstance(folders, list)
    by_place = {(entry.path, entry.start): entry.slugs for entry in entries()}
    checked = 0
    for row in load(folders[0], None, TODAY).system.items.values():
        if not isinstance(row.written, Target):
            continue
        slugs = by_place[Path(row.place.path).name, row.place.start]
        facts = [BY_SLUG[slug] for slug in slugs]
        known = {n for fact in facts for n in numbers(f"{fact['value']} {fact['what']} {fact['note']}")}
        scaled = {round(n * factor, 9) for n in known for factor in (1, 1000, 0.001)}  # bn t and Mt
        for value in (row.written.value, row.written.stretch):
            if value is not None and value.understood:
                assert {round(n, 9) for n in numbers(value.words)} <= scaled, (row.ref, value.words, known)
                checked += 1
    assert checked > 100
