"""What the canonical form looks like, case by case."""

from pathlib import Path
from textwrap import dedent

import pytest

from carbonroad.formatting.order import ORDER
from carbonroad.formatting.text import Unformatted, formatted
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, SHAPES, TOP_FILE
from carbonroad.source.text import from_string

DOCS = Path(__file__).parents[2] / "docs" / "formatting.md"


def made(text: str, keys: str = "") -> str:
    result = formatted(from_string(text), LONE_FILE, keys)
    assert isinstance(result, str), result
    assert formatted(from_string(result), LONE_FILE, keys) == result
    return result


def check(before: str, after: str, keys: str = "") -> None:
    assert made(dedent(before).lstrip("\n"), keys) == dedent(after).lstrip("\n")


def stays(text: str) -> None:
    check(text, text)


def test_the_example_of_the_docs() -> None:
    before, after = (part.split("```")[0] for part in DOCS.read_text(encoding="utf-8").split("```yaml\n")[1:])
    assert made(before) == after


@pytest.mark.parametrize("name", ORDER)
def test_every_key_has_its_place(name: str) -> None:
    assert sorted(ORDER[name].split()) == sorted(field.name for field in SHAPES[name].fields)


def test_keys_in_order_and_items_as_they_are() -> None:
    check(
        """
        works:
          - note: second
            id: W2
          - id: W1
        x-ours: 1
        title: Steel
        tilte: typo
        industry: steel
        """,
        """
        industry: steel
        title: Steel
        works:
          - id: W2
            note: second
          - id: W1
        x-ours: 1
        tilte: typo
        """,
    )


def test_years_ascend_in_a_series_only() -> None:
    check(
        """
        pathway: {unit: Mt, actual: {2025: 2, 2020: 1}}
        indicators:
          - id: eaf
            targets: {2030: 20, 2025: 15}
            actual:
              # newest first
              2024: 10
              2020: 9
          - id: mixed
            actual: {2025-06: 1, 2024: 2}
        """,
        """
        pathway: {unit: Mt, actual: {2020: 1, 2025: 2}}
        indicators:
          - id: eaf
            targets: {2030: 20, 2025: 15}
            actual:
              2020: 9
              # newest first
              2024: 10
          - id: mixed
            actual: {2025-06: 1, 2024: 2}
        """,
    )


def test_comments_go_with_their_keys() -> None:
    check(
        """
        # The head of the file.
        title: Steel   # its title
        # About the name.
        industry: steel
        # Still about the name.

        # ---- Milestones ----

        milestones:   # all of them

          # The first.
          - title: Peak
            # Its id.
            id: M1
            # The end of M1.

          # The second.
          -
            # Its id.
            id: M2
           # Odd.
        # The end.
        """,
        """
        # The head of the file.
        # About the name.
        industry: steel
        # Still about the name.
        title: Steel  # its title

        # ---- Milestones ----

        milestones:  # all of them
          # The first.
          # Its id.
          - id: M1
            title: Peak
            # The end of M1.

          # The second.
          # Its id.
          - id: M2
          # Odd.
        # The end.
        """,
    )


def test_aligned_comments_stay_aligned() -> None:
    check(
        """
        industries:
          - steel      # first
          - 建材       # second
          - power   # alone
        """,
        """
        industries:
          - steel  # first
          - 建材   # second
          - power  # alone
        """,
    )


@pytest.mark.parametrize(
    "item",
    [
        "- title: Peak  # carbonroad: ignore[no-owner] -- asked\n    id: M1\n",
        "# carbonroad: ignore[no-owner] -- asked\n  - title: Peak\n    id: M1\n",
        "- title: Peak\n    # carbonroad: ignore[no-owner] -- asked\n    id: M1\n",
        "- title: Peak\n    id: M1  # carbonroad：忽略[no-owner] -- asked\n",
        "- note: &t Peak\n    id: M1\n    title: *t\n",
    ],
)
def test_order_that_would_change_a_meaning_stays(item: str) -> None:
    text = f"milestones:\n  {item}"
    assert made(text) == text


def test_an_alias_may_follow_its_anchor_further_down() -> None:
    check(
        """
        milestones:
          - title: &t Peak
            id: M1
            note: *t
            deadline: 2030
        """,
        """
        milestones:
          - id: M1
            title: &t Peak
            deadline: 2030
            note: *t
        """,
    )


def test_a_suppression_moves_with_its_line() -> None:
    check(
        """
        milestones:
          - id: M1
            owner: a
            # carbonroad: ignore[unknown-organisation] -- asked
            # by the ministry
            deadline: 2030
            # carbonroad: ignore[missing-key] -- draft
          - id: M2
        """,
        """
        milestones:
          - id: M1
            # carbonroad: ignore[unknown-organisation] -- asked
            # by the ministry
            deadline: 2030
            owner: a
          # carbonroad: ignore[missing-key] -- draft
          - id: M2
        """,
    )


def test_block_texts() -> None:
    check(
        """
        note: >+
            folded
              more

        title: |2-
             indented
            less
        works:
        - id: W1
          note: |
              # no comment

              - text  #
          title: plain
            over lines
        """,
        """
        title: |2-
             indented
            less
        note: >+
          folded
            more

        works:
          - id: W1
            title: plain
              over lines
            note: |
              # no comment

              - text  #
        """,
    )


def test_a_block_text_at_the_end_without_a_line_end() -> None:
    assert made("title: x\nnote: |\n  text") == "title: x\nnote: |-\n  text\n"
    assert made("note: |\n    text\ntitle: x") == "title: x\nnote: |\n  text\n"


def test_brackets() -> None:
    check(
        """
        title: { zh: 钢铁,en:   Steel, }
        languages: [ zh,en ]
        organisations:
            ndrc: {"title": 'NDRC' , short: [ ]}
            miit: {title: MIIT, # the ministry
              short:  [MIIT,工信部],

              # none yet
              kind: ministry}   # end
        """,
        """
        title: {zh: 钢铁, en: Steel}
        languages: [zh, en]
        organisations:
          ndrc: {"title": 'NDRC', short: []}
          miit: {title: MIIT,  # the ministry
            short: [MIIT, 工信部],

            # none yet
            kind: ministry}  # end
        """,
    )


def test_keys_by_the_map_in_which_they_stand() -> None:
    english = """
        title: Steel
        languages: [en]
        sources:
          id: {title: A plan, number: "1"}
        pathway: {unit: Mt, target: {2030: 1}}
        indicators:
          - id: title
            title: {en: title, zh: 编号}
            "unit": '%'
            targets:
              2030: {value: 3, deadline: {words: soon, by: 2030}}
            source: {id: id, x-id: id}
        revisions:
          - {rev: A, by: me}
        """
    chinese = """
        标题: Steel
        语言: [en]
        来源:
          id: {标题: A plan, 文号: "1"}
        路径: {单位: Mt, 目标: {2030: 1}}
        指标:
          - 编号: title
            标题: {en: title, zh: 编号}
            "单位": '%'
            目标:
              2030: {数值: 3, 期限: {原话: soon, 不晚于: 2030}}
            来源: {编号: id, x-id: id}
        修订:
          - {版次: A, 编制: me}
        """
    check(english, chinese, "zh")
    check(chinese, english, "en")
    stays(chinese)
    check(
        chinese.replace("来源:\n          id", "依据:\n          id"),
        chinese.replace("来源:\n          id", "依据:\n          id"),
        "zh",
    )


def test_keys_that_decide_the_language_of_texts_stay() -> None:
    result = formatted(from_string("title: Steel\n", "steel.yaml"), LONE_FILE, "zh")
    assert isinstance(result, Unformatted)
    assert "steel.yaml" in result.message
    assert formatted(from_string("title: Steel\n"), INDUSTRY_FILE, "zh") == "标题: Steel\n"


def test_a_text_that_lists_industries_is_a_top_file() -> None:
    assert made("行业: [steel]\n语言: [zh]\n", "en") == "languages: [zh]\nindustries: [steel]\n"
    assert formatted(from_string("行业: [steel]\n语言: [zh]\n"), TOP_FILE) == "语言: [zh]\n行业: [steel]\n"


def test_line_ends_and_document_signs() -> None:
    assert made("title: a\r\nnote: b\r\nx-a: c\n\n\r\n") == "title: a\r\nnote: b\r\nx-a: c\r\n"
    assert made("# head\n---\n\ntitle:  a\n...\n# end\n\n") == "# head\n---\n\ntitle: a\n...\n# end\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title: [\n", "Line 1, column 8"),
        ("title: a\ntitle: b\n", "Line 2, column 1"),
        ("a: b\n<<: {c: d}\n", "Line 2"),
        ("title: a\n? note\n: b\n", "Line 2, column 3"),
        ("", "stays as it is|left as it is"),
        ("- a\n", "left as it is"),
    ],
)
def test_what_is_not_formatted(text: str, says: str) -> None:
    result = formatted(from_string(text, "steel.yaml"), LONE_FILE)
    assert isinstance(result, Unformatted)
    assert "steel.yaml" in result.message
    assert any(one in result.message for one in says.split("|"))
    assert result.help
