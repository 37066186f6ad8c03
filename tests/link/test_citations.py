"""Sources: named by id, number or title, with clause, quotation and the document's own deadline."""

from pathlib import Path

import pytest
from roadmap_files import item, load_files, mistakes, names, place

from carbonroad.project import Project

TOP = """
    title: Plan
    before_means: inclusive
    sources:
      ap21:
        title: {en: Action plan, zh: 2030年前碳达峰行动方案}
        number: 国发〔2021〕23号
        issued: 2021-10-24
      wg21: {title: Working guidance}
"""


def one(tmp_path: Path, source: str) -> Project:
    text = f"milestones:\n  - id: a\n    title: A\n    deadline: 2030\n    source: {source}\n"
    return load_files(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": text})


@pytest.mark.parametrize(
    "name",
    [
        "ap21",
        "国发〔2021〕23号",
        "Action plan",
        "《2030年前碳达峰行动方案》",
        "2030年前碳达峰行动方案",
        "{id: 《Action plan》}",
    ],
)
def test_a_document_is_named_by_id_number_or_title(tmp_path: Path, name: str) -> None:
    project = one(tmp_path, name)
    assert names(project) == []
    assert [c.document.id for c in item(project, "steel.a").citations] == ["ap21"]


def test_a_clause_follows_the_sign_and_a_map_says_all(tmp_path: Path) -> None:
    project = one(
        tmp_path,
        "\n      - ap21#3.2\n      - {id: wg21, clause: 1.10, quote: 达峰, deadline: 2030年前, url: https://x.example/a,"
        " evidence: partly, note: Read in part.}",
    )
    assert names(project) == []
    first, second = item(project, "steel.a").citations
    assert (first.document.id, first.citation.clause) == ("ap21", "3.2")
    assert (second.citation.clause, second.citation.evidence) == ("1.10", "partly")
    assert second.citation.quote.pick("zh") == "达峰"
    assert (second.deadline.kind, str(second.deadline.latest)) == ("before", "2030-12-31")


def test_an_undeclared_source_is_found_at_its_word(tmp_path: Path) -> None:
    project = one(tmp_path, "[ap21, {id: ap22}]")
    assert names(project) == ["unknown-source"]
    finding = mistakes(project)[0]
    assert place(project, finding) == "ap22"
    assert finding.help == 'did you mean "ap21"?'


def test_where_nothing_is_declared_a_source_is_free_text(tmp_path: Path) -> None:
    project = load_files(
        tmp_path, "milestones: [{id: a, title: A, deadline: 2030, source: 国发〔2021〕23号}]\n"
    )
    assert names(project) == []
    cited = item(project, "steel.a").citations[0]
    assert (cited.document, cited.citation.ref.text) == (None, "国发〔2021〕23号")


def test_a_target_without_a_source_has_its_indicators(tmp_path: Path) -> None:
    project = load_files(
        tmp_path,
        {
            "carbonroad.yaml": TOP,
            "steel.yaml": "indicators: [{id: e, title: E, unit: Mt, source: ap21,"
            " targets: {2030: 1, 2031: {value: 2, source: wg21}}}]\n",
        },
    )
    assert [item(project, f"steel.e@{y}").citations[0].document.id for y in (2030, 2031)] == ["ap21", "wg21"]


@pytest.mark.parametrize(
    "text",
    [
        "measures: [{id: a, title: A, source: zz}]",
        "pathway: {unit: Mt, source: zz}",
        "works: [{id: a, title: A, reports: [{date: 2026, source: zz}]}]",
        "works: [{id: a, title: A, source: wg21}, {id: b, title: B, after: {id: a, source: zz}}]",
        "indicators: [{id: a, title: A, unit: Mt, actual: {2024: {value: 1, source: zz}}}]",
    ],
)
def test_sources_are_checked_wherever_they_stand(tmp_path: Path, text: str) -> None:
    project = load_files(tmp_path, {"carbonroad.yaml": TOP, "steel.yaml": text + "\n"})
    assert names(project) == ["unknown-source"]
