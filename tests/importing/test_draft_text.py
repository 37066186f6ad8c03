"""A draft as text: what is written reads back the same, in either language."""

from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.formatting.text import formatted
from carbonroad.importing.draft import Draft, Entries, Value
from carbonroad.importing.yaml_text import texts_of
from carbonroad.read.vocabulary.shapes import LONE_FILE
from carbonroad.source.text import SourceText
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.source.yaml.parse import parse
from carbonroad.source.yaml.writing import written

BITING = st.sampled_from([
    "no", "null", "~", "%", "@x", "*x", "&x", "!x", "`x`", "- x", "? x", "a: b", "a:b", "x #y", "#x", ">8",
    ">=15",
    "|x", "“十五五”期间", '"十五五"期间', "：", "，甲", "a, b", "[13.5]", "{a: b}", "'s",
    'say "x"', "it's", "\\n", "a\tb",
    "ends:", "a\nb", "a\n\n  b", "x\n", "\u3000x", "x\u00a0y", "\u202ex", "2030-02-30", "1:30", "017",
    "1_000",
    "第一行\n第二行 # x", "...", "---", "<<", "=", "a]", "x}", "a ,b", "全角：冒号", "１２", "a  b",
    "\U0001f600",
])  # fmt: skip
TEXTS = st.one_of(BITING, st.text("ab 钢:#-'\"[]{},&*?|>%@`\n\t\u00a0\u3000：，~=\\", min_size=1, max_size=8))
KEYS = st.one_of(st.sampled_from(["title", "2030", "x-a", "no", "a b", "期限", "m1"]), TEXTS).filter(
    lambda text: text != "<<" and "\n" not in text
)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def plain(node: Node) -> Value:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items]


@settings(max_examples=40)
@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=3))
def test_what_is_written_reads_back_the_same(tree: Entries) -> None:
    braces = frozenset(("title", "2030", "m1.*", "m1"))
    parsed = parse(SourceText("draft.yaml", written(tree, braces, frozenset(("x-a",)))))
    assert parsed.root is not None
    assert plain(parsed.root) == tree


@settings(max_examples=25)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_nothing_is_found_in_texts_that_are_written(texts: list[str]) -> None:
    tree: Entries = {"x-a": "b"} | {f"x-{n}": text for n, text in enumerate(texts) if text.isprintable()}
    parsed = parse(SourceText("draft.yaml", written(tree, frozenset(), frozenset())))
    assert [finding.message for finding in parsed.findings] == []


DRAFT: Entries = {
    "milestones": [
        {"title": "印发规划", "id": "t1", "status": "on-track", "deadline": "2030年前", "owner": "市发改委",
         "nature": "binding", "note": "一：二"},
        {"id": "t2", "title": "建成", "deadline": "长期", "owner": ["甲", "乙"],
         "source": {"id": "d", "evidence": "seen"}},
    ],
    "languages": ["zh"],
    "indicators": [
        {"id": "i1", "title": "占比", "unit": "%", "actual": {"2024": "12.5"}, "targets": {"2030": "≥35"}}
    ],
    "title": "示例市",
    "organisations": {"市发改委": {"title": "市发改委"}, "甲": {"title": "甲"}, "乙": {"title": "乙"}},
}  # fmt: skip


def test_a_chinese_draft_has_chinese_keys_and_words_in_canonical_order() -> None:
    assert texts_of(Draft(DRAFT, {}), "zh", "清单.yaml") == {
        "清单.yaml": """\
标题: 示例市
语言: [zh]

单位:
  市发改委: {标题: 市发改委}
  甲: {标题: 甲}
  乙: {标题: 乙}

里程碑:
  - 编号: t1
    标题: 印发规划
    期限: 2030年前
    属性: 约束性
    负责: 市发改委
    状态: 按期推进
    备注: 一：二

  - 编号: t2
    标题: 建成
    期限: 长期
    负责: [甲, 乙]
    来源:
      编号: d
      核实: 已核

指标:
  - 编号: i1
    标题: 占比
    单位: "%"
    目标:
      2030: ≥35
    实际值: {2024: 12.5}
"""
    }


def test_a_written_draft_is_in_canonical_form() -> None:
    (text,) = texts_of(Draft(DRAFT, {}), "en").values()
    assert formatted(SourceText("draft.yaml", text), LONE_FILE) == text


def test_a_draft_of_industries_has_a_file_each() -> None:
    draft = Draft({"title": "City", "industries": ["energy"]}, {"energy": {"title": "Energy"}})
    assert texts_of(draft) == {
        "carbonroad.yaml": "title: City\nindustries: [energy]\n",
        "energy.yaml": "title: Energy\n",
    }
