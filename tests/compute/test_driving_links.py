"""Driving chains: which link sets a date, and what is late for one reason."""

from datetime import date

from carbonroad.compute.scheduling.driving import drivers, driving_chain, worst_of_chains
from carbonroad.project import load_text


def driver_of(text: str) -> dict[str, str]:
    project = load_text(text.encode(), "s.yaml", None, date(2026, 1, 1))
    return {
        one.removeprefix("text."): other.removeprefix("text.")
        for one, other in drivers(project.system, project.facts.due, project.facts.schedule).items()
    }


def work(ident: str, more: str) -> str:
    return f"  - {{id: {ident}, title: W, {more}}}\n"


def test_latest_predecessor_drives_and_ties_go_by_id() -> None:
    text = (
        "works:\n" + work("A", "start: 2027-01-01, takes: 10d") + work("B", "start: 2027-01-01, takes: 20d")
    )
    text += work("C", "start: 2027-01-01, takes: 20d") + work("D", "takes: 5d, after: [A, B, C]")
    assert driver_of(text) == {"D": "B"}


def test_own_start_drives_when_it_is_later_than_all_predecessors() -> None:
    text = "works:\n" + work("A", "start: 2027-01-01, takes: 10d")
    text += work("B", "start: 2028-01-01, takes: 5d, after: A")
    assert driver_of(text) == {}


def test_chain_runs_from_its_first_item_to_the_one_asked_for() -> None:
    assert driving_chain({"c": "b", "b": "a"}, "c") == ["a", "b", "c"]
    assert driving_chain({}, "c") == ["c"]


def test_worst_of_a_chain_stands_for_what_leads_to_it_and_what_it_leads_to() -> None:
    driver = {"b": "a", "c": "b", "d": "c"}
    assert worst_of_chains(driver, {"a": 1, "b": 9, "d": 3}) == {"b": ["d", "a"]}


def test_last_of_equally_short_items_is_the_worst() -> None:
    assert worst_of_chains({"b": "a", "c": "b"}, {"a": 5, "b": 5, "c": 5}) == {"c": ["b", "a"]}


def test_branches_are_chains_of_their_own() -> None:
    driver = {"b": "a", "c": "b", "x": "b"}
    assert worst_of_chains(driver, {"c": 9, "x": 5}) == {"c": [], "x": []}
    assert worst_of_chains(driver, {"b": 9, "c": 8, "x": 5}) == {"b": ["c", "x"]}
