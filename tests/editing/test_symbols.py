"""What a file declares as a tree, and the search over all files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked_roadmaps import ROADMAPS, marked, opened, text_of

from carbonroad.editing.answers import Symbol
from carbonroad.editing.symbols import MOST, find_symbols, symbols

TOP = """
    carbonroad: 1
    title: {en: Test roadmap, zh: 测试路线图}
    industries: [钢铁]
    phases:
      - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
    organisations:
      miit: {title: {en: Ministry of Industry, zh: 工业和信息化部}, short: [MIIT, 工信部]}
    sources:
      plan:
        title: Action plan
        number: 国发〔2021〕23号
    milestones:
      - {id: peak, title: Emissions peak, deadline: before 2030}
"""
STEEL = """
    标题: {en: Iron and steel, zh: 钢铁行业}
    指标:
      - 编号: eaf
        标题: {en: Electric furnaces, zh: 电炉钢}
        单位: "%"
        目标:
          2025: 15
          2030:
            - {数值: at least 20}
            - {编号: draft, 数值: 25}
    里程碑:
      - 编号: 达峰
        标题: {en: Steel peaks, zh: 钢铁达峰}
        期限: 2030年前
    备注: 无
"""


def _lines(found: tuple[Symbol, ...], depth: int = 0) -> Iterator[str]:
    for one in found:
        yield f"{'  ' * depth}{one.kind} {one.name}: {one.detail}"
        yield from _lines(one.children, depth + 1)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "en",
            [
                "industry Iron and steel: 钢铁.yaml",
                "  section 指标: indicators · 1",
                "    indicator eaf: Electric furnaces · %",
                "      target 2025: 15",
                "      target 2030: at least 20",
                "      target 2030.draft: 25",
                "  section 里程碑: milestones · 1",
                "    milestone 达峰: Steel peaks · 2030年前",
            ],
        ),
        (
            "zh",
            [
                "industry 钢铁行业: 钢铁.yaml",
                "  section 指标: 1",
                "    indicator eaf: 电炉钢 · %",
                "      target 2025: 15",
                "      target 2030: at least 20",
                "      target 2030.draft: 25",
                "  section 里程碑: 1",
                "    milestone 达峰: 钢铁达峰 · 2030年前",
            ],
        ),
    ],
)
def test_a_file_is_a_tree_in_the_readers_language(tmp_path: Path, lang: str, lines: list[str]) -> None:
    one = marked(tmp_path, {"carbonroad.yaml": TOP, "钢铁.yaml": STEEL})
    assert list(_lines(symbols(one.roadmap, one.roadmap.paths[1], lang))) == lines


def test_the_top_file_shows_what_it_declares_for_all(tmp_path: Path) -> None:
    one = marked(tmp_path, {"carbonroad.yaml": TOP, "钢铁.yaml": STEEL})
    assert list(_lines(symbols(one.roadmap, one.roadmap.paths[0], "en"))) == [
        "roadmap Test roadmap: carbonroad.yaml",
        "  section phases: 1",
        "    phase fyp15: 15th FYP · 2026..2030",
        "  section organisations: 1",
        "    organisation miit: Ministry of Industry · MIIT",
        "  section sources: 1",
        "    source plan: Action plan · 国发〔2021〕23号",
        "  section milestones: 1",
        "    milestone peak: Emissions peak · before 2030",
    ]


@pytest.mark.parametrize("name", ["china", "france"])
def test_every_symbol_lies_in_the_one_that_holds_it(name: str) -> None:
    roadmap = opened(ROADMAPS / name / "carbonroad.yaml")
    counted = 0
    for path in roadmap.paths:
        waiting = list(symbols(roadmap, path, "zh"))
        while waiting:
            one = waiting.pop()
            counted += 1
            assert one.name
            assert one.span.start <= one.selection.start <= one.selection.end <= one.span.end
            for inner in one.children:
                assert one.span.start <= inner.span.start <= inner.span.end <= one.span.end, inner
            waiting += one.children
    assert counted > {"china": 600, "france": 30}[name]


def test_a_file_with_a_mistake_shows_what_could_be_read(tmp_path: Path) -> None:
    text = "title: Steel\nmilestones:\n  - id: A\n    title: {\n  - id: B\n: : [\n"
    one = marked(tmp_path, {"steel.yaml": text})
    names = [line.strip().partition(":")[0] for line in _lines(symbols(one.roadmap, one.path, "en"))]
    assert "milestone A" in names


@pytest.mark.parametrize(
    ("section", "items"), [("milestones:", "- id: A\n  - id:  B"), ("里程碑：", "- 编号：A\n  - 编号： B")]
)
def test_a_file_that_cannot_be_read_shows_its_lines(tmp_path: Path, section: str, items: str) -> None:
    one = marked(tmp_path, {"steel.yaml": f"- what is this\n{section}\n  {items}\n"})
    assert one.roadmap.tree(one.path) is None
    assert list(_lines(symbols(one.roadmap, one.path, "en"))) == [
        "industry steel.yaml: ",
        f"  section {section[:-1]}: 2",
        "    section A: ",
        "    section B: ",
    ]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("peak", "top.peak Emissions peak"),
        ("钢铁.达峰", "钢铁.达峰 Steel peaks"),
        ("钢铁达峰", "钢铁.达峰 钢铁达峰"),
        ("electric", "钢铁.eaf Electric furnaces"),
        ("EAF@2030", "钢铁.eaf@2030 Electric furnaces"),
        ("eaf 2025", "钢铁.eaf@2025 Electric furnaces"),
        ("工信部", "miit Ministry of Industry"),
        ("国发〔2021〕23号", "plan Action plan"),
        ("pln", "plan Action plan"),
        ("fyp", "fyp15 15th FYP"),
    ],
)
def test_a_search_finds_ids_titles_and_short_names(tmp_path: Path, query: str, first: str) -> None:
    one = marked(tmp_path, {"carbonroad.yaml": TOP, "钢铁.yaml": STEEL})
    found = find_symbols([one.roadmap], query, "en")
    assert found[0].name == first
    assert found[0].detail == "Test roadmap"
    assert find_symbols([one.roadmap], "nothing of the kind", "en") == ()


def test_a_search_for_nothing_gives_no_more_than_a_list_can_show() -> None:
    roadmap = opened(ROADMAPS / "china" / "carbonroad.yaml")
    assert len(find_symbols([roadmap], "", "zh")) == MOST


def test_wherever_a_file_breaks_off_there_is_a_tree(tmp_path: Path) -> None:
    one = marked(tmp_path, {"carbonroad.yaml": TOP, "钢铁.yaml": STEEL})
    path = one.roadmap.paths[1]
    text = text_of(one.roadmap, path)
    for end in range(0, len(text), 11):
        roadmap = opened(Path(path), {path: text[:end]})
        (root,) = symbols(roadmap, path, "zh")
        assert root.span.end == end
