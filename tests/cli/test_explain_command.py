"""`carbonroad explain`: every rule, key, map and word has its page, in two languages and three forms."""

import json
import re

import pytest

from carbonroad.base.texts.textwidth import cells
from carbonroad.checking.rule_pages import pages
from carbonroad.cli.run import run
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.report.colours import Paint
from carbonroad.report.explaining.lookup import find_pages, index_page
from carbonroad.report.explaining.markdown import markdown_page
from carbonroad.report.explaining.page import Example, Rows
from carbonroad.report.explaining.text import text_page
from carbonroad.wording import Wording, wording

LANGUAGES = {tag: wording(tag, catalogue="findings") for tag in ("en", "zh")}


def _explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["explain", *arguments]) == 0
    return capsys.readouterr().out


def test_a_rule_is_found_by_code_number_and_name(capsys: pytest.CaptureFixture[str]) -> None:
    page = _explained(capsys, "CR201")
    assert page.startswith("error[CR201] unknown-organisation\n")
    for other in ("cr201", "201", "unknown-organisation", "Unknown organisation", "unknown_organisation"):
        assert _explained(capsys, other) == page


def test_every_rule_is_found_by_its_code_name_and_chinese_title() -> None:
    words = LANGUAGES["en"]
    for page in pages():
        (found,) = find_pages(page.rule.code, words)
        assert found.data["name"] == page.rule.name
        assert find_pages(page.rule.name, words)[0] == found
        if page.title_zh:
            assert find_pages(page.title_zh, words), page.title_zh


def test_a_beginning_of_codes_lists_the_family(capsys: pytest.CaptureFixture[str]) -> None:
    page = _explained(capsys, "CR2")
    for one in pages():
        assert (one.rule.code in page) == one.rule.code.startswith("CR2")


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_every_key_map_and_word_has_a_page(words: Wording) -> None:
    spellings = {key for shape in SHAPES.values() for key in shape.by_key}
    spellings |= {word for one in ENUMERATIONS.values() for word in one.by_word}
    spellings |= set(SHAPES)
    spellings |= {f"{shape.name}.{key}" for shape in SHAPES.values() for key in shape.by_key}
    assert [one for one in sorted(spellings) if not find_pages(one, words)] == []


def test_a_key_is_found_by_its_chinese_name_and_by_its_map(capsys: pytest.CaptureFixture[str]) -> None:
    assert _explained(capsys, "期限") == _explained(capsys, "deadline")
    one_map = _explained(capsys, "milestone.deadline")
    for other in ("里程碑.期限", "milestones.deadline", "milestones[steel-peak].deadline"):
        assert _explained(capsys, other).split("\n", 1)[1] == one_map.split("\n", 1)[1]
    assert "a milestone (required)" in one_map
    assert "a work package" not in one_map


def test_a_spelling_of_two_keys_shows_both(capsys: pytest.CaptureFixture[str]) -> None:
    page = _explained(capsys, "目标")
    assert "targets · 目标" in page
    assert "target · 目标" in page


def test_a_deadline_shows_all_its_forms(capsys: pytest.CaptureFixture[str]) -> None:
    page = _explained(capsys, "deadline")
    for form in (
        "by 2030",
        "2030年底前",
        "before 2030",
        "15th FYP",
        "18 months after K5",
        "not stated",
        "2024-25",
    ):
        assert form in page


def test_values_and_durations_show_their_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert "不低于15" in _explained(capsys, "value")
    assert "9 months" in _explained(capsys, "takes")
    assert "按期推进" in _explained(capsys, "status")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("unknown-organization", "unknown-organisation"),
        ("deadlin", "deadline"),
        ("时限", "期限"),
        ("milestone.ownr", "milestone.owner"),
        ("milestones[x].ownr", "milestones.owner"),
    ],
)
def test_a_mistyped_word_gets_a_proposal(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", typed]) == 2
    assert f"carbonroad explain {meant}\n" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["zzzzzz", "", "CR777", "...", "\x1b[31m", "[", "a" * 10_000])
def test_what_is_nothing_is_said_to_be_nothing(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", typed]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "\x1b" not in said.err


def test_without_a_word_it_says_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    page = _explained(capsys)
    for said in ("carbonroad explain CR201", "CR9", "organisation"):
        assert said in page


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_no_line_of_prose_is_wider_than_the_terminal(words: Wording) -> None:
    topics = [
        *FAMILY_CODES,
        *(page.rule.code for page in pages()),
        *SHAPES,
        "deadline",
        "value",
        "owner",
        "目标",
    ]
    for topic in topics:
        for page in find_pages(topic, words):
            page_without_files = page._replace(
                blocks=tuple(block for block in page.blocks if not isinstance(block, Example))
            )
            for line in text_page(page_without_files, Paint(on=False), 80).splitlines():
                assert cells(line) <= 80 or line == text_page(page, Paint(on=False), 80).split("\n", 1)[0], (
                    line
                )


FAMILY_CODES = ("CR0", "CR1", "CR2", "CR3", "CR4", "CR5", "CR9")


def test_colour_changes_nothing_but_colour() -> None:
    words = LANGUAGES["zh"]
    for page in (*find_pages("CR307", words), *find_pages("deadline", words), index_page(words)):
        coloured = text_page(page, Paint(on=True), 80)
        assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == text_page(page, Paint(on=False), 80)
        assert "\x1b" in coloured


def test_chinese_pages_are_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    said = _explained(capsys, "owner", "--lang", "zh") + _explained(capsys, "--lang", "zh")
    assert "负责单位。" in said
    english = re.findall(r"\b(?:the|and|or|Stands|How|Required)\b", said)
    assert english == []


def test_markdown_is_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    page = _explained(capsys, "CR307", "--format", "md")
    assert page.startswith("# error[CR307] dependency-cycle\n")
    assert page.count("```yaml") == page.count("\n```\n")
    assert "# <- dependency-cycle" in page
    table = _explained(capsys, "milestone", "--format", "md")
    assert "| `deadline` | `期限` | Required. Until when, in the author's words. |" in table


def test_a_table_cell_keeps_its_signs() -> None:
    from carbonroad.report.explaining.page import Page

    page = Page("x", (Rows(("a", "b"), (("p|q · r", "one | two"),)),), {})
    assert "| `p\\|q` · `r` | one \\| two |" in markdown_page(page)


def test_json_holds_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    rule = json.loads(_explained(capsys, "CR307", "--format", "json"))
    assert rule["format"] == 1
    (one,) = rule["explained"]
    assert (one["code"], one["severity"], one["can_be_left_out"]) == ("CR307", "error", True)
    assert one["title"]["zh"]
    (key,) = [
        found
        for found in json.loads(_explained(capsys, "milestone.deadline", "--format", "json"))["explained"]
        if "key" in found
    ]
    assert key["uses"][0]["required"] is True
    assert key["kinds"]["deadline"]["forms"][0]["says"]["zh"]


def test_what_cannot_be_left_out_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert "cannot be left out" in _explained(capsys, "CR010")
    assert "ignore[dependency-cycle] -- reason" in _explained(capsys, "CR307")


def test_how_to_leave_a_rule_out_is_true(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    # What a page says about leaving its rule out is read and does so.
    from carbonroad.checking.rulebook import is_fixed

    warning = next(page for page in pages() if page.rule.name == "outcome-not-recorded")
    assert not is_fixed(warning.rule)
    file = tmp_path / "steel.yaml"
    file.write_text(
        "title: Steel\nowner: MIIT\nas_of: 2026-11-22\nmilestones:\n"
        "  - {id: a, title: A, deadline: 2020, source: x}\n"
        "validate:\n  severity:\n    outcome-not-recorded: off\n",
        encoding="utf-8",
    )
    assert run(["validate", str(file), "--format", "json"]) in {0, 1}
    assert "outcome-not-recorded" not in {
        one["name"] for one in json.loads(capsys.readouterr().out)["findings"]
    }
