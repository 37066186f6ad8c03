"""What is offered for quotes, tabs and dashes gone wrong says what the writer meant, and nothing else."""

import pytest

from carbonroad.findings import Fix
from carbonroad.source.text import from_string
from carbonroad.source.yaml.parse import parse

HEAD = "milestones:\n  - id: M1\n    title: Peak\n"


def mended(text: str) -> tuple[str, Fix]:
    """The text after the only repair it is offered."""
    (fix,) = [finding.fix for finding in parse(from_string(text)).findings if finding.fix]
    for edit in sorted(fix.edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text, fix


@pytest.mark.parametrize(
    ("typed", "meant", "safe"),
    [
        ('"by 2030""', '"by 2030"', True),
        ('"the "new" plan"', "'the \"new\" plan'", True),
        ('"十五五"期间', "'\"十五五\"期间'", True),
        ('"A" and "B"', '\'"A" and "B"\'', True),
        ('"关于"十五五"规划"', '\'"关于"十五五"规划"\'', False),
    ],
)
def test_quotes_within_quotes_belong_to_the_value(typed: str, meant: str, safe: bool) -> None:
    text, fix = mended(f"{HEAD}    note: {typed}\n")
    assert (text, fix.safe) == (f"{HEAD}    note: {meant}\n", safe)


def test_a_quote_that_closes_on_a_line_below_is_closed_on_its_own() -> None:
    text, _ = mended('milestones:\n  - title: "Peak”\n    deadline: 2030\n    note: “see"\n')
    assert text.splitlines()[1] == '  - title: "Peak"'


def test_a_text_in_quotes_may_go_on_below_its_key() -> None:
    text = 'title: "Steel,\n  note: see the annex"\n'
    assert not parse(from_string(text)).findings


@pytest.mark.parametrize(
    ("above", "line", "meant"),
    [
        (HEAD, "\tdeadline: 2030", "    deadline: 2030"),
        (HEAD, "\t\tdeadline: 2030", "    deadline: 2030"),
        ("milestones:\n", "\t- id: M1", "  - id: M1"),
        (HEAD, "\t- id: M2", "  - id: M2"),
        ("note:\n  en: Note\nmilestones:\n  - id: M1\n    title: Peak\n", "\tdue: 2030", "    due: 2030"),
    ],
)
def test_a_tab_becomes_the_blanks_of_the_lines_above(above: str, line: str, meant: str) -> None:
    assert mended(f"{above}{line}\n")[0] == f"{above}{meant}\n"


def test_a_forgotten_comma_is_put_before_the_key_and_not_hidden_in_quotes() -> None:
    text, fix = mended("milestones:\n  - {id: a, title: A due: 2030}\n  - {id: b, title: B, due: 2031}\n")
    assert "title: A, due: 2030" in text
    assert not fix.safe


def test_a_star_for_a_dash_becomes_a_dash() -> None:
    assert mended(f"{HEAD}  * id: M2\n    title: Two\n")[0] == f"{HEAD}  - id: M2\n    title: Two\n"


def test_a_wide_sign_leaves_no_blank_at_the_end_of_a_line_and_no_two_in_it() -> None:
    assert mended("里程碑：\n  - 编号: a\n")[0] == "里程碑:\n  - 编号: a\n"
    assert mended("里程碑:\n  - {编号: a， 标题: A}\n")[0] == "里程碑:\n  - {编号: a, 标题: A}\n"


def test_a_value_left_out_takes_no_other_with_it() -> None:
    root = parse(from_string("a: {2023: 9.7, 2024: , 2025: 10.1}\n")).root
    assert root is not None
    assert [key.text for key, _ in root.pairs[0][1].pairs] == ["2023", "2025"]  # type: ignore[union-attr]


def test_a_key_on_the_line_of_another_gets_a_line_of_its_own() -> None:
    text = f"{HEAD}    goal: peak    for: top\n  - id: M2\n    for: a\n"
    assert mended(text)[0] == text.replace("peak    for", "peak\n    for")


def test_wide_signs_between_the_pairs_of_a_map_become_plain_ones() -> None:
    assert mended("title: {en: Steel，zh：钢铁}\n")[0] == "title: {en: Steel, zh: 钢铁}\n"
