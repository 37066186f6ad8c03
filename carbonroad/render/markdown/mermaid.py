"""Charts in Mermaid's words, kept to what it can draw and read: GitHub and GitLab show them as pictures."""

from carbonroad.base.exchange.charts import Flowchart, Gantt
from carbonroad.base.exchange.mermaid import flowchart_lines, gantt_lines
from carbonroad.render.characters import visible

MOST_TASKS = 60
MOST_EDGES = 80
MOST_CHARACTERS = 20_000
"""Mermaid itself refuses 50,000 characters and 500 edges; a picture stops being read long before."""


def write_chart(chart: Gantt | Flowchart) -> str:
    """Return a chart's source; empty where it is too large to be drawn or read."""
    if isinstance(chart, Gantt):
        fits = sum(len(tasks) for _, tasks in chart.sections) <= MOST_TASKS
        lines = gantt_lines(_seen_tasks(chart)) if fits else iter(())
    else:
        fits = len(chart.edges) <= MOST_EDGES
        lines = flowchart_lines(_seen_nodes(chart)) if fits else iter(())
    text = "\n".join(lines)
    return text if len(text) <= MOST_CHARACTERS else ""


def _seen_tasks(chart: Gantt) -> Gantt:
    """The chart with what cannot be seen in its words shown by its number."""
    return Gantt(
        _seen(chart.title),
        tuple(
            (_seen(heading), tuple(task._replace(words=_seen(task.words)) for task in tasks))
            for heading, tasks in chart.sections
        ),
    )


def _seen_nodes(chart: Flowchart) -> Flowchart:
    """The chart with what cannot be seen in its words shown by its number."""
    return Flowchart(
        tuple(node._replace(words=_seen(node.words)) for node in chart.nodes),
        tuple(edge._replace(words=_seen(edge.words)) for edge in chart.edges),
    )


def _seen(words: str) -> str:
    return str(visible(words))
