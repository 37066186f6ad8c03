"""Charts as Mermaid's source: every word of a stranger is text in it, whatever it holds."""

import re
from collections.abc import Iterator

from carbonroad.base.exchange.charts import Flowchart, Gantt, Node, Task
from carbonroad.base.texts.textwidth import width

_ACTING = re.compile(r"[#&<>\"`*_~\\$]|%(?=%)|:(?=\S)|(?<=\d)\.(?=\s)|(?<=www)\.")
_COLON = re.compile(r":\s*")
_BLANKS = re.compile(r"\s+")
_SECTION_SIZE, _MOST_ROOM = 11, 260
_SHAPES = {"": ('["', '"]'), "gate": ('(["', '"])'), "outside": ('[["', '"]]')}


def gantt_lines(chart: Gantt) -> Iterator[str]:
    """Yield the lines of bars in time; what is not visible in their words is to be seen to before."""
    room = max((width(heading, _SECTION_SIZE) for heading, _ in chart.sections), default=0.0)
    yield f'%%{{init: {{"gantt": {{"leftPadding": {min(_MOST_ROOM, round(room) + 24)}}}}}}}%%'
    yield "gantt"
    yield f"    title {_plain(chart.title)}"
    yield "    dateFormat YYYY-MM-DD"
    yield "    axisFormat %Y"
    yield "    inclusiveEndDates"
    yield "    todayMarker off"
    for heading, tasks in chart.sections:
        if heading:
            yield f"    section {_plain(heading)}"
        for task in tasks:
            yield f"    {_plain(task.words)} :{_when(task)}"


def flowchart_lines(chart: Flowchart) -> Iterator[str]:
    """Yield the lines of boxes with arrows; what is not visible in their words is to be seen to before."""
    yield "flowchart LR"
    for number, node in enumerate(chart.nodes, 1):
        yield f"    {_box(number, node)}"
    for edge in chart.edges:
        arrow = "-.->" if edge.dashed else "-->"
        words = f'|"{_quoted(edge.words)}"|' if edge.words else ""
        yield f"    n{edge.source + 1} {arrow}{words} n{edge.target + 1}"


def _when(task: Task) -> str:
    role = f"{task.role}, " if task.role else ""
    if task.first == task.last:
        return f"{role}milestone, {task.first.isoformat()}, 0d"
    return f"{role}{task.first.isoformat()}, {task.last.isoformat()}"


def _box(number: int, node: Node) -> str:
    left, right = _SHAPES[node.role]
    return f"n{number}{left}{_quoted(node.words)}{right}"


def _quoted(words: str) -> str:
    """Words between quotes: what Mermaid, HTML or Markdown would act on is written as its number."""
    return _ACTING.sub(_numbered, _line(words))


def _numbered(found: re.Match[str]) -> str:
    return "#quot;" if found[0] == '"' else f"#{ord(found[0])};"


def _plain(words: str) -> str:
    """Words up to the end of a line: a colon would end them, the others begin an entity or a comment."""
    return _COLON.sub("：", _line(words)).replace("#", "＃").replace("%%", "％％")


def _line(words: str) -> str:
    return _BLANKS.sub(" ", words).strip()
