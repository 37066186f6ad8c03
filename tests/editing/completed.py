"""Completion as a writer meets it: a mark in a text, what is offered there, the text once one is taken."""

from collections.abc import Mapping
from pathlib import Path

from editor_files import MARK, Opened, opened, text_of

from carbonroad.editing.answers import Completion
from carbonroad.editing.completing.at_cursor import complete
from carbonroad.source.text import SourceText
from carbonroad.workspace.roadmap import Roadmap

TOP = """\
carbonroad: 1
title: {en: A national roadmap, zh: 国家路线图}
languages: [en, zh]
before_means: inclusive
as_of: 2026-11-22
phases:
  - {id: fyp14, title: {en: 14th FYP, zh: “十四五”}, years: 2021..2025}
  - {id: fyp15, title: {en: 15th FYP, zh: “十五五”}, years: 2026..2030}
organisations:
  miit: {title: {en: Ministry of Industry, zh: 工业和信息化部}, short: [MIIT, 工信部]}
  ndrc: {title: {en: Development and Reform Commission, zh: 国家发展和改革委员会}, short: 发改委}
sources:
  ap21: {title: {en: Action plan, zh: 行动方案}, number: 国发〔2021〕23号}
  stl24: {title: {en: Steel plan, zh: 钢铁方案}}
measures:
  - {id: saving, title: Saving energy}
milestones:
  - {id: peak, title: {en: Emissions peak, zh: 碳达峰}, deadline: before 2030, goal: peak, owner: ndrc}
indicators:
  - {id: intensity, title: Carbon intensity, unit: "%"}
"""
CHINESE_TOP = """\
格式: 1
标题: 我省碳达峰路线图
年前口径: 含当年
数据截至: 2026-11
行业: [钢铁]
时期:
  - {编号: 十五, 标题: “十五五”, 年份: 2026..2030}
单位:
  gxt: {标题: 省工业和信息化厅, 简称: 省工信厅}
  fgw: {标题: 省发展和改革委员会, 简称: [省发改委, 发改委]}
来源:
  fa23: {标题: 我省碳达峰实施方案, 文号: 政发〔2023〕1号}
里程碑:
  - {编号: 达峰, 标题: 碳排放达峰, 期限: 2030年前, 负责: 省发改委}
"""


class Offered:
    """What is offered at the mark of a text."""

    def __init__(self, at: Opened, lang: str) -> None:
        self.text = at.text
        self.offset = at.offset
        self.found = complete(at.roadmap, at.path, at.offset, lang)
        assert [one.sort for one in self.found] == sorted(one.sort for one in self.found)

    @property
    def labels(self) -> list[str]:
        return [one.label for one in self.found]

    def one(self, label: str) -> Completion:
        return next(one for one in self.found if one.label == label)

    def taken(self, label: str) -> str:
        """The whole text once an offer is taken."""
        return inserted(self.text, self.one(label))

    def line(self, label: str) -> str:
        """What then stands from the beginning of the line to the end of what was written."""
        one = self.one(label)
        text = self.taken(label)
        start = text.rfind("\n", 0, one.replace[0]) + 1
        return text[start : one.replace[0] + len(one.plain)]


def inserted(text: str, one: Completion) -> str:
    start, end = one.replace
    return text[:start] + one.plain + text[end:]


def offered(folder: Path, text: str, lang: str = "en", top: str = TOP, name: str = "steel.yaml") -> Offered:
    """What is offered in an industry file below a top file."""
    assert MARK in text
    return Offered(opened(folder, {"carbonroad.yaml": top, name: text}), lang)


def offered_in(folder: Path, files: Mapping[str, str], lang: str = "en") -> Offered:
    return Offered(opened(folder, files), lang)


class Edited:
    """A roadmap with another text of one file, which was not read: trees are as they were."""

    def __init__(self, roadmap: Roadmap, path: str, text: str) -> None:
        self._roadmap = roadmap
        self._path = path
        self._text = SourceText(path, text)

    def __getattr__(self, name: str) -> object:
        return getattr(self._roadmap, name)

    def source(self, path: str) -> SourceText | None:
        return self._text if path == self._path else self._roadmap.source(path)


__all__ = ["CHINESE_TOP", "MARK", "TOP", "Edited", "Offered", "inserted", "offered", "offered_in", "text_of"]
