"""Early and late dates, floats and the critical path, against networkx's longest path of the same network.

networkx is given the graph ready made and finds one number and one path; ours adds the dates, the floats and
what is critical. Both are timed without building the network.
"""

import random
from datetime import date
from functools import partial
from pathlib import Path

import networkx as nx
from sheet import Goal, Sheet

from carbonroad.compute.scheduling.activities import ActivityNetwork
from carbonroad.compute.scheduling.cpm import compute_dates

SIZES = (1_000, 100_000)
_BEGIN = date(2026, 1, 1).toordinal()
_NEAR = 300
"""How far back a work's predecessors lie."""


def scheduling(_: Path, rounds: int) -> Sheet:
    """A line for each size."""
    sheet = Sheet("Critical path")
    for size in SIZES:
        network, graph = _networks(size)
        dates = compute_dates(network)
        path = nx.dag_longest_path(graph, weight="weight", default_weight=0)
        length = nx.path_weight(graph, path, "weight")
        if dates.finish is None or dates.finish - _BEGIN != length:
            raise SystemExit(f"not the same length of {size:,} works: {dates.finish} and {length}")
        sheet.compare(
            f"schedule of {size:,} works, {len(graph.edges) - 2 * size:,} links",
            partial(compute_dates, network),
            "networkx `dag_longest_path`",
            partial(nx.dag_longest_path, graph, weight="weight", default_weight=0),
            Goal(0.4, 0.25) if size == SIZES[-1] else None,
            rounds,
        )
    return sheet


def _networks(size: int) -> tuple[ActivityNetwork, nx.DiGraph]:
    """The same random works for both: each waits for up to two before it."""
    rng = random.Random(size)  # noqa: S311 - nothing secret
    network, graph = ActivityNetwork(), nx.DiGraph()
    for number in range(size):
        days = rng.randint(1, 3)
        network.add_work(days, not_before=_BEGIN)
        graph.add_edge("begin", number, weight=0)
        for before in {rng.randrange(max(0, number - _NEAR), number) for _ in range(2)} if number else ():
            network.link(before, number)
            graph.add_edge(before, number, weight=network.length[before])
        graph.add_edge(number, "end", weight=days)
    return network, graph
