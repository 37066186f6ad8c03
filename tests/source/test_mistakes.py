"""Mistakes of policy writers: each is found at its character, and nothing else is said."""

import pytest

from carbonroad.source.text import from_string
from carbonroad.source.yaml.parse import parse

# text with ⟦ before and ⟧ behind what the finding points at, and the names of the rules
MISTAKES = [
    ("m:\n  - id: M1\n    unit: ⟦@⟧x\n", "reserved-sign"),
    ("a: ⟦*⟧important*\n", "reserved-sign"),
    ("a: ⟦*⟧重要\n", "reserved-sign"),
    ("a: ⟦`⟧x\n", "reserved-sign"),
    ("a: [工信部]⟦, [发改委]⟧\n", "text-after-value"),
    ('a: "b" ⟦"c"⟧\n', "text-after-value"),
    ("a: 'it'⟦s x'⟧\n", "text-after-value"),
    ("t: {a: {zh: b⟦:⟧ c}}\n", "second-colon"),
    ("t: {en: Copper, ⟦lead and zinc⟧, zh: 铜}\n", "emptied-value"),
    ("t: {en: Copper, ⟦lead, zinc⟧, zh: 铜}\n", "emptied-value"),
    ("t: {⟦zh:钢铁⟧}\n", "emptied-value"),
    ("t: {⟦2025:15⟧, 2030: 20}\n", "emptied-value"),
    ("t: {zh⟦：⟧钢铁}\n", "full-width-sign"),
    ("t: {2025: 15⟦，⟧ 2030: 20}\n", "full-width-sign"),
    ("targets:\n  ⟦2030⟧:\n  2035: 3\n", "emptied-value"),
    ("title:\n  ⟦zh⟧:\n  en: x\n", "emptied-value"),
    ("a: ⟦>8⟧\nb: 1\n", "block-sign"),
    ("a: ⟦|x⟧\nb: 1\n", "block-sign"),
    ("title: Lot ⟦#2⟧\n", "cut-by-comment"),
    ("title: x\nlead⟦：⟧工信部\nb: c\n", "full-width-sign"),
    ("title: x\nlead⟦：⟧工信部\n", "full-width-sign"),
    ("ms:\n  - id⟦：⟧M1\n    title: x\n", "full-width-sign"),
    ("ms:\n  - id⟦:⟧M1\n    title: x\n", "missing-space"),
    ("t:\n  2025⟦:⟧15\n  2030:20\n", "missing-space"),
    ("a: ⟦［⟧发改委，工信部］\n", "full-width-sign"),
    ("a: [发改委, 工信部⟦］⟧\nb: c\n", "full-width-sign"),
    ("a: ⟦｛⟧zh：钢｝\n", "full-width-sign"),
    ("ms:\n⟦－⟧ id: M1\n  t: x\n", "full-width-sign"),
    ("x: y\na:⟦\u00a0⟧b\n", "odd-space"),
    ("x: 1\n⟦\u3000⟧a: b\n", "odd-space"),
    ("a:⟦\u3000⟧b\n", "no-mapping-at-root"),
    ("lead⟦：⟧工信部\n", "no-mapping-at-root"),
    ("a:⟦\t⟧b\n", "tab"),
    ("⟦\t⟧a: b\n", "tab"),
    ("a:\n  - b: 1\n⟦\t⟧  c: 2\n", "tab"),
    ('title: ⟦"⟧Steel\nnote: "x"\nother: y\n', "unclosed-quote"),
    ("a:\n  b: c\n  d: ⟦'⟧x\ne: f\n", "unclosed-quote"),
    ("a: ⟦{⟧b: c\nd: e\n", "unclosed-bracket"),
    ("a: [b,⟦,⟧ c]\n", "syntax-error"),
    ("a:\n  - id: 1\n    t: x\n  ⟦id⟧: 2\n    t: y\n", "missing-dash"),
    ("a:\n  - b: 1\n ⟦c: 2⟧\n", "bad-indentation"),
    ("a:\n- b\n  ⟦-⟧ c\n", "bad-indentation"),
    ("a:\n  b: c\n  ⟦-⟧ d\n", "bad-indentation"),
    ("note: |\n⟦text here⟧\nb: c\n", "bad-indentation"),
    ("a: ⟦-⟧ b\n", "syntax-error"),
    ("a: &x {b: ⟦*x⟧}\n", "too-many-nodes"),
]


def unmarked(marked: str) -> tuple[str, int, int]:
    start = marked.index("⟦")
    return marked.replace("⟦", "").replace("⟧", ""), start, marked.index("⟧") - 1


@pytest.mark.parametrize(("marked", "name"), MISTAKES)
def test_mistake_is_found_at_its_characters(marked: str, name: str) -> None:
    text, start, end = unmarked(marked)
    findings = parse(from_string(text)).findings
    found = [(each.name, each.span.start, each.span.end) for each in findings]
    assert found == [(name, start, end)]


FINE = [
    "title: “十五五”期间\nnote: 到2030年，下降：15%，其中：\n  要求：推进\n",
    "note: |\n  要求：推进，\n  \t表\n  a: b #2\n  － x\n",
    "a: \"x: y #2 ，［］\"\nb: '%'\n",
    "a: b\t# a comment\n#no blank\n  # x\nc: d\n",
    "url: https://example.org/a#b\nsource: ap21#3.2\n",
    "a: {b: ~, c: null}\nd:\ne: ''\n",
    "a: &x [1, 2]\nb: *x\n",
    "%YAML 1.1\n---\na: b\n...\n",
    "a: 1\rb: 2\r\nc: 3\n",
    "deadline: 2026—2030年\nrange: 7～10\nvalue: 1，200\n",
    "title: 👨\u200d👩\u200d👧 family\n",
    "targets: {2025: 15%, 2030: ≥20}\ntarget: '>8'\n",
    "a:\n  ? b\n  : c\n",
    "sources:\n  - doi:10.1000/x\n  - 国发〔2021〕23号：通知\n",
]


@pytest.mark.parametrize("text", FINE)
def test_legitimate_text_is_clean(text: str) -> None:
    assert parse(from_string(text)).findings == ()


def test_shortest_useful_file_of_the_format_is_clean() -> None:
    text = (
        "industry: steel\ntitle: Steel carbon peak\nmilestones:\n"
        "  - id: M1\n    title: Electric furnaces make 15% of output\n"
        "    deadline: end of 2025\n    owner: MIIT\n"
        "  - id: M2\n    title: Steel emissions peak\n    deadline: by 2030\n    owner: MIIT\n"
    )
    assert parse(from_string(text)).findings == ()


def test_a_number_cut_twice_is_not_also_a_duplicate() -> None:
    findings = parse(from_string("t: {2030: 1,200, 2035: 3,200}\n")).findings
    assert [finding.name for finding in findings] == ["emptied-value", "emptied-value"]


def test_a_forgotten_dash_is_one_finding_and_names_the_first_key() -> None:
    text = "m:\n  - id: 1\n    t: x\n    id: 2\n    t: y\n"
    (finding,) = parse(from_string(text)).findings
    assert finding.name == "missing-dash"
    assert finding.related[0].span.start == text.index("id")


def test_bad_indentation_names_the_line_right_above_too() -> None:
    (finding,) = parse(from_string("m:\n  - id: M1\n    title: x\n   deadline: y\n")).findings
    assert (finding.name, finding.label) == ("bad-indentation", "expected 0, 2 or 4 blanks")


def test_a_key_where_items_begin_is_told_of_the_missing_dash() -> None:
    text = "o:\n  - miit: {title: A}\n  ndrc: {title: B}\n"
    (finding,) = parse(from_string(text)).findings
    assert finding.name == "bad-indentation"
    assert "without a `-`" in finding.message
    assert finding.span.start == text.index("ndrc")
