"""The shipped roadmap of China against its facts: deadlines, base years, documents, series, the words."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from plain_yaml import many, read_plain, texts
from roadmap_files import TODAY

from carbonroad.model.items import Target
from carbonroad.model.text import EMPTY
from carbonroad.project import load
from carbonroad.source.folder import find_roadmaps

CHINA = Path(__file__).parents[1] / "roadmaps" / "china"
FACTS = json.loads((Path(__file__).parent / "data" / "facts.json").read_text(encoding="utf-8"))
BY_SLUG = {fact["slug"]: fact for fact in FACTS["facts"]}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

SAID_OTHERWISE = {
    "chem-hfc-freeze-2024": "in 2024",
    "nfm-peak": "strive before 2030",
    "st-coal-routes-demo": "by 2027",
    "steel-new-capacity-ban": "14th and 15th FYP",
    "steel-output-control": "2024-2025",
    "top-dual-total-first": "after peak",
    "top-ets-three-industries": "2025-03-20",
    "urb-tasks-12": "by 2027",
}
"""Deadlines that the facts word so that no deadline can be typed so: two years, an event, an effort."""
WITHOUT_DATE = ("no date", "standing rule")
OF_A_TASK_BESIDE = {"recycling-network"}
"""Items without a fact of their own: what two facts rest on."""

CO2_YEARS = "2005 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022 2023"
CO2_TONNES = (
    "5882.1 8620.6 9532.3 9779.3 9956.3 9990.3 9863.5 9762.7 10006.3 10333.0 10714.0 10905.7"
    " 11447.9 11350.5 11902.5"
)
CO2 = dict(zip(CO2_YEARS.split(), map(float, CO2_TONNES.split()), strict=True))
LOW_CARBON_SHARE = {"2020": 32.8, "2021": 33.5, "2022": 34.9, "2023": 35.2, "2024": 38.2, "2025": 41.7}
WIND_AND_SOLAR = {"2020": 534.96, "2022-12": 700, "2024-07": 1206, "2024-12": 1410, "2025-08": 1700}


class Written(NamedTuple):
    """A map that names facts, with what it inherits from its indicator or its file."""

    where: str
    entry: dict[str, Any]
    kind: str
    facts: tuple[dict[str, Any], ...]
    baseline: Any


@cache
def files() -> dict[str, dict[str, Any]]:
    return {path.stem: read_plain(path) for path in sorted(CHINA.glob("*.yaml"))}


def of_indicators(name: str, tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str, Any]]:
    for one in tree.get("indicators", []):
        for kind in ("targets", "actual"):
            for key, entries in one.get(kind, {}).items():
                for entry in many(entries):
                    if isinstance(entry, dict):
                        base = entry.get("baseline", one.get("baseline"))
                        yield f"{name}.{one['id']}@{key}", entry, kind, base


def of_items(name: str, tree: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str, Any]]:
    for kind in ("milestones", "works"):
        for one in tree.get(kind, []):
            yield f"{name}.{one['id']}", one, kind, None


@cache
def written() -> tuple[Written, ...]:
    found = [
        Written(where, entry, kind, tuple(BY_SLUG[slug] for slug in many(entry["x-fact"])), base)
        for name, tree in files().items()
        for where, entry, kind, base in (*of_indicators(name, tree), *of_items(name, tree))
        if "x-fact" in entry and where.partition(".")[2] not in OF_A_TASK_BESIDE
    ]
    assert len(found) > 250
    return tuple(found)


def test_every_deadline_is_in_the_words_of_its_fact() -> None:
    checked = 0
    for one in written():
        if one.kind == "actual":
            continue
        deadline = one.entry.get("deadline", "not stated")
        said = " ".join(fact["deadline"] for fact in one.facts)
        if deadline in ("not stated", "none"):
            assert any(words in said for words in WITHOUT_DATE), (one.where, said)
        elif any(fact["slug"] in SAID_OTHERWISE for fact in one.facts):
            assert deadline in {SAID_OTHERWISE.get(fact["slug"]) for fact in one.facts}, one.where
        else:
            assert deadline in said, (one.where, said)
            checked += 1
    assert checked > 200


def test_the_wording_of_a_source_is_that_of_the_fact() -> None:
    checked = 0
    for one in written():
        said = " ".join(f"{fact['deadline']} {fact['zh']}" for fact in one.facts)
        for citation in many(one.entry.get("source", [])):
            if "deadline" in citation:
                assert citation["deadline"] in said, (one.where, said)
                checked += 1
    assert checked > 30


def stands_within(words: str, text: str) -> bool:
    """Whether a text has the characters in this order: HCFCs使用量 is said in HCFCs生产量/使用量."""
    rest = iter(text)
    return all(character in rest for character in words)


def test_every_quote_is_a_term_of_its_fact() -> None:
    quoted = [
        (one, c["quote"]) for one in written() for c in many(one.entry.get("source", [])) if "quote" in c
    ]
    assert len(quoted) > 200
    for one, quote in quoted:
        assert any(stands_within(quote, f"{fact['zh']} {fact['value']}") for fact in one.facts), one.where


def year_of(baseline: Any) -> str:
    """The year of a baseline, or what its words say."""
    return str(baseline.get("year") or baseline["en"]) if isinstance(baseline, dict) else baseline


def test_every_base_year_is_that_of_its_fact() -> None:
    targets = [one for one in written() if one.baseline is not None and one.kind == "targets"]
    changes = [one for one in targets if "baseline" in one.entry or one.entry["value"][0] in "-+d"]
    assert len(changes) > 25
    for one in changes:
        stated = " ".join(fact["baseline"] for fact in one.facts)
        years = re.findall(r"\d[\d,]*", year_of(one.baseline))
        named = all(year in stated for year in years) if years else stated.startswith("peak level")
        assert named or stated == "baseline", (one.where, stated)


def test_the_numbers_of_every_measured_value_are_those_of_its_fact() -> None:
    measured = [
        one for one in written() if one.kind == "actual" and one.where != "carbonroad.wind-solar@2020"
    ]
    assert len(measured) > 15
    for one in measured:
        number = re.search(r"\d[\d.]*", one.entry["value"])
        parts = [
            part
            for fact in one.facts
            for part in (fact["value"], fact["baseline"], fact["what"], fact["note"])
        ]
        known = set(re.findall(r"\d[\d.]*", " ".join(parts).replace(",", "")))
        assert number is not None
        assert number[0] in known, (one.where, known)


@pytest.mark.parametrize(
    ("series", "wanted"),
    [("co2", CO2), ("nonfossil-gen", LOW_CARBON_SHARE), ("wind-solar", WIND_AND_SOLAR)],
)
def test_every_series_is_as_it_was_read(series: str, wanted: dict[str, float]) -> None:
    indicators = {one["id"]: one for name in ("carbonroad", "power") for one in files()[name]["indicators"]}
    own = files()["carbonroad"]["pathway"] if series == "co2" else indicators[series]
    values = {
        when: entry["value"] if isinstance(entry, dict) else entry for when, entry in own["actual"].items()
    }
    assert {when: float(value.removeprefix("above ")) for when, value in values.items()} == wanted


def days_of(text: str) -> set[str]:
    """The days of a fact as ISO dates: 22 Sep 2021; 29-30 Dec 2021 is two."""
    found = set()
    for first, second, month, year in re.findall(
        r"(\d{1,2})(?:-(\d{1,2}))? ([A-Z][a-z]{2})[a-z]* (\d{4})", text
    ):
        number = MONTHS.index(month) + 1
        found |= {f"{year}-{number:02}-{int(day):02}" for day in (first, second) if day}
    return found


def test_every_document_has_the_title_number_and_days_that_were_read() -> None:
    sources = files()["carbonroad"]["sources"]
    for fact in FACTS["documents"]:
        own = sources[fact["key"]]
        assert own["title"]["zh"] == fact["zh"]
        assert own["title"]["en"] == fact["en"].replace("&", "and") or "..." in fact["en"]
        number = re.match(r"\S+号", fact["number"])
        assert own.get("number") == (number[0] if number else None), fact["key"]
        from_memory = "(M" in fact["number"]
        assert not from_memory or "from memory" in own["note"]["en"], fact["key"]
        for key in ("issued", "published"):
            if len(own.get(key, "")) == len("2021-09-22"):
                assert own[key] in days_of(fact["date"]), (fact["key"], own[key])


def test_a_document_without_an_address_says_that_none_was_seen() -> None:
    documents = {fact["key"] for fact in FACTS["documents"]}
    without = [
        own for key, own in files()["carbonroad"]["sources"].items() if key in documents and "url" not in own
    ]
    assert len(without) > 30
    assert all("No official address was seen." in own["note"]["en"] for own in without)
    assert all("未见官方网址" in own["note"]["zh"] for own in without)


def test_a_note_does_not_stand_where_no_page_shows_it() -> None:
    """A milestone that names an indicator stands for its target: a note of the target would be lost."""
    folders = find_roadmaps(str(CHINA))
    assert isinstance(folders, list)
    items = load(folders[0], None, TODAY).system.items.values()
    hidden = [item for item in items if isinstance(item.written, Target) and not item.listed]
    assert len(hidden) > 5
    assert [item.ref for item in hidden if item.written.note != EMPTY] == []


@pytest.mark.parametrize("name", sorted(path.stem for path in CHINA.glob("*.yaml")))
def test_english_and_chinese_are_typed_as_they_are_printed(name: str) -> None:
    english, chinese = list(texts(files()[name], "en")), list(texts(files()[name], "zh"))
    assert len(english) > 20
    assert len(chinese) == len(english), "something is said in one language alone"
    han = r"[\u3001-\u303f\u3400-\u9fff\uff00-\uffef]"
    assert [text for text in chinese if re.search(rf"(?<=[，。；：、）]) +(?={han})", text)] == []
    assert [text for text in english if re.search(r"\d %|\b(\w+) \1\b|  ", text)] == []
    assert [text for text in chinese if re.search(r"[\u3400-\u9fff][,;:?!]", text)] == []
