"""In a file with Chinese keys a Chinese sentence names keys and words as the file does."""

from datetime import date

import pytest

from carbonroad.base.texts.said import say
from carbonroad.findings import Rule, Severity, Span, found
from carbonroad.project import load_text
from carbonroad.wording import Wording, wording
from carbonroad.wording.keyed import has_chinese_keys, with_chinese_keys
from carbonroad.wording.saying import finding_in

TODAY = date(2026, 11, 23)
CHINESE = wording("zh", catalogue="findings")
ROADMAP = """
标题: 钢铁
里程碑:
  - 编号: M1
    标题: 电炉钢占比提高
    期限: 2024年底
    负责: 工信部
    状态: 已完成
"""
ENGLISH_KEYS = """
title: 钢铁
milestones:
  - id: M1
    title: 电炉钢占比提高
    deadline: 2024年底
    owner: 工信部
    status: done
"""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("加上finished（完成日期），例如finished: 2025-12", "加上“完成日期”，例如完成日期: 2025-12"),
        ("写status: done（已完成），或者不写", "写状态: 已完成，或者不写"),
        ("加上start（开始，不早于那一天）", "加上“开始”（不早于那一天）"),
        ("写在“milestones:”之下", "写在“里程碑:”之下"),
        # What is no key, or is not called so, or has two names, stays.
        ("用--dates day-first（日在前）", "用--dates day-first（日在前）"),
        ("写finished（结束之日）", "写finished（结束之日）"),
        ("写成# carbonroad: ignore[{rules}]", "写成# carbonroad: ignore[{rules}]"),
        ("写parent: {item}", "写parent: {item}"),
    ],
)
def test_what_the_catalogue_says_of_keys(said: str, meant: str) -> None:
    assert with_chinese_keys(said) == meant


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        (ROADMAP, True),
        (ENGLISH_KEYS, False),
        ("# 说明：钢铁\n---\n标题: 钢铁\n", True),
        ("# 说明\ntitle: 标题: 钢铁\n", False),
        ("", False),
        ("{标题: 钢铁}", False),
    ],
)
def test_the_first_key_tells(text: str, chinese: bool) -> None:
    assert has_chinese_keys(text) is chinese


def _help(text: str, words: Wording) -> str:
    project = load_text(text.encode(), "steel.yaml", None, TODAY)
    (one,) = (one for one in project.findings if one.name == "done-without-finished")
    return finding_in(words, one, text).help


def test_a_finding_speaks_the_language_of_the_keys() -> None:
    assert _help(ROADMAP, CHINESE) == "加上“完成日期”，写日、月或年，例如完成日期: 2025-12"
    assert _help(ENGLISH_KEYS, CHINESE) == "加上finished（完成日期），写日、月或年，例如finished: 2025-12"
    assert _help(ROADMAP, wording("en")).startswith("add finished: with the day")


def test_what_a_user_wrote_is_never_changed() -> None:
    rule = Rule("CR999", "any", Severity.info)
    finding = found(
        rule, Span("steel.yaml", 0, 0), say('"{key}" is not a key of {what}.', key="owner: x", what="y")
    )
    assert "owner: x" in finding_in(CHINESE, finding, ROADMAP).message


def test_a_missing_key_is_asked_for_in_the_language_of_the_map() -> None:
    project = load_text(
        "里程碑:\n  - 编号: M1\n    期限: 2030年\n    负责: 工信部\n".encode(), "steel.yaml", None, TODAY
    )
    labels = {one.label for one in project.findings if one.name == "missing-key"}
    assert labels == {"标题 is missing here"}
