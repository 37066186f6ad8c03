"""Drafts of policy texts: valid, each item with its exact words, whatever the text."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.findings import Severity
from carbonroad.importing.draft import Draft, Entries, Value
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.options import Options
from carbonroad.importing.policy.reading import read_policy
from carbonroad.importing.policy.to_draft import draft_of_policy
from carbonroad.importing.texts.paragraphs import Paragraph, read_paragraphs
from carbonroad.importing.yaml_text import texts_of
from carbonroad.project import load_text

_DATA = Path(__file__).parent.parent / "data" / "policy"
FOLDERS = (_DATA / "development", _DATA / "set_aside")
_KINDS = {".txt": Kind.txt, ".md": Kind.md, ".html": Kind.html}
_FILES = sorted(
    path for folder in FOLDERS for path in folder.iterdir() if path.suffix in _KINDS and path.stem != "README"
)


def _draft(text: str, options: Options | None = None) -> Draft:
    return draft_of_policy(text.encode(), "plan.txt", Kind.txt, options or Options())


def _entries(draft: Draft, key: str) -> list[Entries]:
    listed = draft.top[key]
    assert isinstance(listed, list)
    return [one for one in listed if isinstance(one, dict)]


def _quotes(value: Value) -> list[str]:
    if isinstance(value, dict):
        own = [value["quote"]] if isinstance(value.get("quote"), str) else []
        return [str(one) for one in own] + [quote for child in value.values() for quote in _quotes(child)]
    return [quote for child in value for quote in _quotes(child)] if isinstance(value, list) else []


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_a_draft_has_no_error_and_quotes_the_text(path: Path) -> None:
    draft = draft_of_policy(path.read_bytes(), path.name, _KINDS[path.suffix])
    (text,) = texts_of(draft, name=path.stem).values()
    project = load_text(text.encode(), "plan.yaml", None, date(2026, 11, 22))
    assert [one.message for one in project.findings if one.severity is Severity.error] == []
    paragraphs = [
        one.text for one in read_paragraphs(path.read_bytes(), path.name, _KINDS[path.suffix]).paragraphs
    ]
    quotes = _quotes(draft.top)
    assert quotes
    assert all(any(quote in one for one in paragraphs) for quote in quotes)


def test_the_same_indicator_of_two_years_is_one() -> None:
    draft = _draft("示例方案\n一、目标\n到2027年，绿电占比达到25%。到2030年，绿电占比达到32%以上。\n")
    (indicator,) = _entries(draft, "indicators")
    assert isinstance(indicator, dict)
    assert isinstance(indicator["targets"], dict)
    assert (indicator["title"], indicator["unit"], [*indicator["targets"]]) == (
        "绿电占比",
        "%",
        ["2027", "2030"],
    )
    target = indicator["targets"]["2030"]
    assert isinstance(target, dict)
    assert target["source"] == {
        "id": "text", "clause": "一", "quote": "绿电占比达到32%以上", "evidence": "seen",
    }  # fmt: skip


def test_what_has_no_date_is_not_dated() -> None:
    draft = _draft("示例方案\n一、任务\n绿电占比达到32%以上。6月底前印发办法。\n")
    first, second = _entries(draft, "milestones")
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert (first["deadline"], first["x-value"]) == ("not stated", "达到32%以上")
    assert (second["deadline"], second["note"]) == ("not stated", "6月底前")
    assert {one.code for one in draft.findings} == {"CR650", "CR656"}


def test_five_year_plans_are_declared_under_the_words_of_the_text() -> None:
    draft = _draft("Plan of X\n\nDuring the 15th Five-Year Plan period, coal use falls by 10%.\n")
    assert draft.top["phases"] == [{"id": "fyp15", "title": "15th Five-Year Plan", "years": "2026..2030"}]


def test_a_number_without_a_unit_is_asked_about() -> None:
    draft = _draft("示例方案\n一、目标\n到2027年，电能利用效率降至1.25以下。\n")
    (found,) = [one for one in draft.findings if one.code == "CR651"]
    source = draft.sources[0].text
    assert source[found.span.start : found.span.end] == "降至1.25以下"


def test_an_industry_gets_a_file_of_its_own() -> None:
    draft = _draft("示例方案\n一、目标\n到2027年，钢铁产能压减10%。\n", Options(industry="steel"))
    assert draft.top["industries"] == ["steel"]
    assert "indicators" in draft.parts["steel"]


def test_a_text_without_a_task_gives_no_draft_but_a_finding() -> None:
    draft = _draft("Dear reader\n\nThank you for your letter.\n")
    assert not draft.top
    assert [one.code for one in draft.findings] == ["CR659"]


_PIECES = st.sampled_from(
    (
        "到2030年，",
        "2027年底前",
        "“十五五”期间",
        "达到25%左右",
        "比2020年下降18%",
        "、",
        "；",
        "。",
        "\n",
        "一、",
        "（一）",
        "1.",
        "（",
        "）",
        "《",
        "》",
        "市能源局",
        "负责",
        "牵头单位：",
        "占比",
        "建成",
        "50个",
        "力争",
        "分别",
        "by 2030",
        " will reach ",
        "40%",
        "from 2005 levels",
        "Ministry of Energy",
        " and ",
        "Lead: ",
        "Action 4",
        "2026—2028年",
        "实施",
        "工程",
        "完成时限：",
        "\ue000",
        "\u3000",
        "to 20 Mt",
        "between 2026 and 2028",
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=40).map("".join))
def test_no_text_raises_and_every_quote_is_its_words(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    read = read_paragraphs(data, "plan.txt", Kind.txt)
    reading = read_policy(read.paragraphs)
    for item in reading.items:
        whole = read.paragraphs[item.place.paragraph].text
        assert 0 <= item.place.start < item.place.end <= len(whole)
        assert item.title.strip()
    texts_of(draft_of_policy(data, "plan.txt", Kind.txt))


@pytest.mark.parametrize(
    "piece",
    [
        "到2030年，占比达到25%左右，",
        "2030年",
        "A、B分别达到1%、2%；",
        "By 2030 wind will reach 40% and ",
        "（市能源局负责",
        "1.",
        "《",
        "责任单位：",
    ],
)
def test_the_work_grows_with_the_paragraph_and_no_faster(piece: str) -> None:
    def calls(length: int) -> int:
        data = (piece * (length // len(piece))).encode()
        made = 0

        def count(*_: object) -> None:
            nonlocal made
            made += 1

        sys.setprofile(count)
        try:
            draft_of_policy(data, "plan.txt", Kind.txt)
        finally:
            sys.setprofile(None)
        return made

    calls(200)
    assert calls(8_000) < 16 * calls(1_000)


def test_the_gold_names_texts_that_are_there() -> None:
    golds = [path for folder in FOLDERS for path in folder.glob("*.gold.json")]
    assert golds
    for path in golds:
        gold = json.loads(path.read_text("utf-8"))
        plain = "".join("".join(one.text.split()) for one in _paragraphs(path.parent / gold["text"]))
        assert gold["items"]
        assert all("".join(item["quote"].split()) in plain for item in gold["items"]), path.name


def _paragraphs(path: Path) -> tuple[Paragraph, ...]:
    return read_paragraphs(path.read_bytes(), path.name, _KINDS[path.suffix]).paragraphs
