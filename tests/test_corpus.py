"""A corpus of broken files: each states what must be reported in it and where, and nothing else is."""

from pathlib import Path

import pytest
from corpus_files import CORPUS, cases, files_of, loaded, reported, stated
from finished_findings import unfinished

from carbonroad.checking.rule_pages import pages

CASES = cases()


def by_place(case: Path) -> str:
    return case.relative_to(CORPUS).as_posix()


@pytest.mark.parametrize("case", CASES, ids=by_place)
def test_exactly_what_the_files_state_is_reported_at_exactly_those_places(case: Path) -> None:
    wanted = stated(case)
    project = loaded(case, wanted.as_of)
    found = reported(case, project)
    missing = [place for place in wanted.places if place not in found]
    assert (missing, [place for place in found if place not in wanted.places]) == ([], [])
    assert found == wanted.places


@pytest.mark.parametrize("case", CASES, ids=by_place)
def test_every_finding_says_what_to_do_and_points_into_its_file(case: Path) -> None:
    wanted = stated(case)
    project = loaded(case, wanted.as_of)
    for finding in project.findings:
        assert finding.message.endswith((".", "?")), finding.message
        assert finding.help, finding.message
        assert unfinished(finding) == []
        for span in (finding.span, *(other.span for other in finding.related)):
            text = project.text(span.path)
            length = len(text.text) if text is not None else 0
            assert 0 <= span.start <= span.end <= length or span[1:] == (0, 0)


def test_corpus_is_large_and_every_case_states_something() -> None:
    assert len(CASES) >= 150
    assert [by_place(case) for case in CASES if not stated(case).places] == []


def test_no_file_of_the_corpus_is_passed_over() -> None:
    used = {file for case in CASES for file in files_of(case)}
    beside = {file.with_name(f"{file.name}.expect") for file in used}
    every = {path for path in CORPUS.rglob("*") if path.is_file()}
    extra = {path for path in every - used - beside if path.name != "carbonroad-baseline.json"}
    assert extra == set()


def test_every_rule_stands_in_the_corpus() -> None:
    in_corpus = {place.rule for case in CASES for place in stated(case).places}
    not_by_a_file = {
        "too-large", "too-many-findings", "unreadable-file", "two-files-of-one-name", "file-leads-outside",
    }  # fmt: skip
    # What an import finds (CR6) is in files of other programs: tests/importing, tests/hostile.
    rules = {page.rule.name for page in pages() if not page.rule.code.startswith("CR6")}
    assert rules - in_corpus - not_by_a_file == set()
