"""The roadmap of France against the facts it was written from: nothing lost, nothing invented."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from plain_yaml import many, read_plain
from roadmap_files import TODAY

from carbonroad.findings import Severity
from carbonroad.project import Project, load
from carbonroad.source.folder import find_roadmaps

FRANCE = Path(__file__).parents[1] / "roadmaps" / "france"
FACTS = json.loads((Path(__file__).parent / "data" / "facts_france.json").read_text(encoding="utf-8"))
BY_KEY = {fact["key"]: fact for fact in FACTS["facts"]}
SECTORS = ("buildings", "transport", "agriculture", "production")


class Stated(NamedTuple):
    """One number, or one goal without a number, as a file states it."""

    where: str
    keys: tuple[str, ...]
    when: str
    value: str
    unit: str
    entry: dict[str, Any]
    kind: str


@cache
def files() -> dict[str, dict[str, Any]]:
    found = {path.stem: read_plain(path) for path in sorted(FRANCE.glob("*.yaml"))}
    assert set(found) == {"carbonroad", *SECTORS}
    return found


@cache
def project() -> Project:
    folders = find_roadmaps(str(FRANCE))
    assert isinstance(folders, list)
    return load(folders[0], None, TODAY)


def keys(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(many(entry["x-fact"]))


def indicators(part: str) -> Iterator[Stated]:
    for one in files()[part]["indicators"]:
        for kind in ("actual", "targets"):
            for key, written in one.get(kind, {}).items():
                for entry in many(written):
                    when = key.replace("..", "–")
                    yield Stated(
                        part, keys(entry), when, entry["value"], one["unit"], entry, f"{one['id']} {kind}"
                    )


@cache
def stated() -> tuple[Stated, ...]:
    """Everything that stands in the files: pathways, indicators, milestones."""
    found: list[Stated] = []
    for part, tree in files().items():
        own = tree["pathway"]
        for series in ("actual", "target"):
            found += [
                Stated(part, keys(own), year, value, own["unit"], own, f"pathway {series}")
                for year, value in own[series].items()
            ]
        found += indicators(part)
        found += [Stated(part, keys(one), "", "", "", one, "milestone") for one in tree.get("milestones", [])]
    return tuple(found)


def test_every_fact_stands_in_the_roadmap_and_nothing_else_does() -> None:
    assert {key for one in stated() for key in one.keys} == set(BY_KEY)
    assert len(stated()) == 28
    for tree in files().values():
        assert set(tree) <= {
            *("carbonroad", "title", "region", "languages", "as_of", "before_means", "owner", "industries"),
            *("phases", "sources", "pathway", "measures", "milestones", "indicators", "industry", "code"),
        }


def test_every_number_is_that_of_its_fact() -> None:
    for one in stated():
        fact = BY_KEY[one.keys[0]]
        assert one.where == fact["part"]
        if one.value.endswith("%"):
            assert one.value in fact["changes"].values(), one
            assert one.entry["baseline"] == fact["baseline"]
        elif one.value:
            assert one.value == fact["values"][one.when], one
            assert one.unit.removesuffix("/yr") == fact["unit"]
            assert one.unit.endswith("/yr") == (one.kind.startswith(("pathway", "budget")))


@pytest.mark.parametrize("key", BY_KEY)
def test_every_number_of_a_fact_is_there(key: str) -> None:
    fact = BY_KEY[key]
    own = [one for one in stated() if key in one.keys]
    assert own
    in_indicators = {(one.when, one.value) for one in own if not one.kind.startswith("pathway")}
    assert set(fact["values"].items()) <= in_indicators
    assert {("2030", value) for value in fact.get("changes", {}).values()} <= in_indicators
    if fact["part"] in SECTORS or "changes" in fact:
        in_pathway = {(one.when, one.value) for one in own if one.kind.startswith("pathway")}
        assert in_pathway == set(fact["values"].items())


def test_measured_values_are_of_2022_and_targets_of_later_years() -> None:
    assert {one.when for one in stated() if "actual" in one.kind} == {"2022"}
    assert {one.when for one in stated() if "target" in one.kind} == {
        *("2030", "2019–2023", "2024–2028", "2029–2033")
    }


def test_every_deadline_is_in_the_words_of_the_facts() -> None:
    said = {(key, one.entry["deadline"]) for one in stated() if "deadline" in one.entry for key in one.keys}
    assert said == {(key, fact["deadline"]) for key, fact in BY_KEY.items()}


def test_every_source_is_the_one_read_and_says_how_well() -> None:
    for one in stated():
        cited = [(c["id"], c.get("url", ""), c["evidence"]) for c in many(one.entry["source"])]
        wanted = [
            (document, FACTS["pages"].get(page, ""), evidence)
            for key in one.keys
            for document, page, evidence in BY_KEY[key]["cited"]
        ]
        assert cited == wanted, one
        assert all("quote" not in c for c in many(one.entry["source"])), "no sentence was read in full"


def test_only_the_budget_that_was_reported_as_respected_has_an_outcome() -> None:
    judged = {one.when: one.entry["status"] for one in stated() if "status" in one.entry}
    assert judged == {"2019–2023": "done"}
    assert not any("finished" in one.entry for one in stated()), "no day was read"


def test_documents_have_what_was_read_of_them_and_no_more() -> None:
    sources = files()["carbonroad"]["sources"]
    assert set(sources) == set(FACTS["documents"])
    for name, fact in FACTS["documents"].items():
        written = sources[name]
        assert set(written) - {"title", "publisher", "note"} == set(fact) - {"fr", "publisher"}
        for key in ("number", "issued", "published"):
            assert written.get(key) == fact.get(key)
        assert written["title"].get("fr") == fact.get("fr")
        assert fact.get("publisher", "") in written.get("publisher", {}).get("en", "")
        assert ("publisher" in written) == ("publisher" in fact)


def test_the_sectors_add_up_to_what_is_stated() -> None:
    for year, kind in (("2022", "actual"), ("2030", "target")):
        total = sum(int(files()[part]["pathway"][kind][year]) for part in SECTORS)
        assert str(total) == FACTS["sums"][year]["sectors"]
        assert files()["carbonroad"]["pathway"][kind][year] == FACTS["sums"][year]["stated"]


def test_the_program_finds_the_same_sums() -> None:
    balance = project().facts.balance
    by_year = dict(zip(balance.years, balance.total, strict=True))
    assert (by_year[2022], by_year[2030]) == (408, 269)
    assert (balance.coverage, balance.coverage_year) == (1, 2022)
    assert [(gap.year, gap.top, gap.total, gap.within) for gap in balance.gaps] == [(2030, 270, 269, True)]
    assert balance.left_out == ()
    assert by_year[2026] == 338.5, "halfway on the straight line from 408 to 269"


def test_peak_and_neutrality_stay_undecided() -> None:
    balance = project().facts.balance
    assert (balance.peak_year, balance.neutral_year) == (None, None)
    assert [one.words.partition(":")[0] for one in balance.undecided] == [
        "The peak year is open",
        "Neutrality is open",
    ]


def test_nobody_is_made_an_owner() -> None:
    assert all(tree["owner"] == "none" for tree in files().values())
    items = project().system.items.values()
    assert len(items) == 12
    for item in items:
        assert item.parties.nobody
        assert not item.parties.answering
        assert not item.parties.support
    assert not project().system.organisations


def test_it_has_no_error_and_only_warnings_that_are_true() -> None:
    found = project().findings
    codes = {finding.code for finding in found if finding.severity is not Severity.info}
    assert codes == {"CR407", "CR502", "CR506"}
    assert sum(finding.name == "no-owner" for finding in found) == 5, "one for each file"
    assert not project().errors
