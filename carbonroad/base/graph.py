"""Directed graphs whose nodes are the integers 0..n-1: order, cycles, reduction.

A graph is the list of each node's successors. Nothing here recurses and every answer depends on the
numbering alone, so files read in another order give the same messages and the same drawing.
"""

import heapq
from collections.abc import Iterable, Mapping, Sequence

Successors = Sequence[Sequence[int]]

# Reachability is kept for this many targets at once: 100,000 nodes then need about 100 MB, not 1.25 GB.
_BLOCK = 8192
# A large component is searched for a shorter cycle for this many steps per node and link, then no more.
_SEARCH_EFFORT = 16


def predecessors(successors: Successors) -> list[list[int]]:
    """Return each node's predecessors in ascending order, one entry per link."""
    into: list[list[int]] = [[] for _ in successors]
    for node, targets in enumerate(successors):
        for target in targets:
            into[target].append(node)
    return into


def _incoming(successors: Successors) -> list[int]:
    """How many links lead to each node."""
    counts = [0] * len(successors)
    for targets in successors:
        for target in targets:
            counts[target] += 1
    return counts


def topological_order(successors: Successors) -> list[int]:
    """Return the nodes so that every link points forward; of the free nodes the lowest comes first.

    Nodes that lie on a cycle, or can only be reached through one, are left out (Kahn 1962).
    """
    waiting = _incoming(successors)
    free = [node for node, count in enumerate(waiting) if not count]  # ascending, hence a heap already
    order: list[int] = []
    while free:
        node = heapq.heappop(free)
        order.append(node)
        for target in successors[node]:
            waiting[target] -= 1
            if not waiting[target]:
                heapq.heappush(free, target)
    return order


def is_acyclic(successors: Successors) -> bool:
    """Tell whether no node can be reached from itself: in less time than finding what lies on a cycle."""
    waiting = _incoming(successors)
    order = [node for node, count in enumerate(waiting) if not count]
    for node in order:  # grows while it is read
        for target in successors[node]:
            waiting[target] -= 1
            if not waiting[target]:
                order.append(target)
    return len(order) == len(successors)


def component_numbers(successors: Successors) -> list[int]:
    """Number the strongly connected components: two nodes share a number when each reaches the other.

    A link lies on a cycle exactly when its two ends share a number. Tarjan's algorithm (1972) with an
    explicit stack.
    """
    size = len(successors)
    number = [-1] * size
    depth = [-1] * size  # order of discovery
    low = [0] * size  # the earliest open node that is known to be reachable
    open_nodes: list[int] = []
    found = discovered = 0
    for root in range(size):
        if depth[root] >= 0:
            continue
        walk = [(root, iter(successors[root]))]
        depth[root] = low[root] = discovered
        discovered += 1
        open_nodes.append(root)
        while walk:
            node, rest = walk[-1]
            for target in rest:
                if depth[target] < 0:
                    depth[target] = low[target] = discovered
                    discovered += 1
                    open_nodes.append(target)
                    walk.append((target, iter(successors[target])))
                    break
                if number[target] < 0:
                    low[node] = min(low[node], depth[target])
            else:
                walk.pop()
                if walk:
                    parent = walk[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == depth[node]:
                    member = -1
                    while member != node:
                        member = open_nodes.pop()
                        number[member] = found
                    found += 1
    return number


def cyclic_components(successors: Successors, numbers: Sequence[int] | None = None) -> list[list[int]]:
    """Return the components that hold a cycle: members ascending, components by their first member.

    `numbers` are those of `component_numbers`, where they are known.
    """
    groups: dict[int, list[int]] = {}
    for node, number in enumerate(component_numbers(successors) if numbers is None else numbers):
        groups.setdefault(number, []).append(node)
    return [group for group in groups.values() if len(group) > 1 or group[0] in successors[group[0]]]


def cycles(successors: Successors, numbers: Sequence[int] | None = None) -> list[list[int]]:
    """Return one whole cycle for each component that has any, for messages.

    It is the shortest of its component, of equals the one with the lowest first node, and starts there;
    the last node points back to the first. In a component of thousands of nodes the search for a
    shorter one ends after a number of steps that grows with its size. `numbers` are those of
    `component_numbers`, where they are known.
    """
    if numbers is None and is_acyclic(successors):
        return []
    return [_short_cycle(group, successors) for group in cyclic_components(successors, numbers)]


def _short_cycle(group: list[int], successors: Successors) -> list[int]:
    inside = set(group)
    inner = {node: sorted(inside.intersection(successors[node])) for node in group}
    effort = _SEARCH_EFFORT * (len(group) + sum(map(len, inner.values())))
    best: list[int] = []
    for start in group:
        # A cycle is met from its lowest node, so lower ones need no second visit.
        cycle, steps = _cycle_from(start, inner, len(best) or len(group) + 1)
        best = cycle or best
        effort -= steps
        if effort < 0 and best:
            break
    return best


def _cycle_from(start: int, inner: dict[int, list[int]], below: int) -> tuple[list[int], int]:
    """Return the shortest cycle through start and higher nodes with fewer nodes than below, and the steps."""
    came_from = {start: start}
    level = [start]
    steps = 0
    for _ in range(below - 1):
        following = []
        for node in level:
            for target in inner[node]:
                steps += 1
                if target == start:
                    path = [node]
                    while path[-1] != start:
                        path.append(came_from[path[-1]])
                    return path[::-1], steps
                if target > start and target not in came_from:
                    came_from[target] = node
                    following.append(target)
        level = following
        if not level:
            break
    return [], steps


def transitive_reduction(successors: Successors) -> list[list[int]]:
    """Return the graph without the links that a longer road implies, and without doubled links.

    Links among nodes that `topological_order` leaves out are all kept. Reachability is held in integer
    bit sets over topological ranks: O(nodes x links / 64) in the worst case.
    """
    order = topological_order(successors)
    rank = [-1] * len(successors)
    for position, node in enumerate(order):
        rank[node] = position
    kept = [list(dict.fromkeys(targets)) for targets in successors]
    implied: set[tuple[int, int]] = set()
    for first in range(0, len(order), _BLOCK):
        implied.update(_implied_links(order, rank, kept, first))
    return [
        [target for target in targets if (node, target) not in implied] for node, targets in enumerate(kept)
    ]


def _implied_links(
    order: list[int], rank: list[int], kept: list[list[int]], first: int
) -> Iterable[tuple[int, int]]:
    """Yield the implied links whose targets have a rank of the block that begins at first."""
    last = min(first + _BLOCK, len(order))
    reach = [0] * last  # by rank; later nodes reach nothing in the block
    for position in range(last - 1, -1, -1):
        node = order[position]
        beyond = direct = 0
        for target in kept[node]:
            place = rank[target]
            if 0 <= place < last:
                beyond |= reach[place]
                if place >= first:
                    direct |= 1 << (place - first)
        reach[position] = beyond | direct
        if beyond & direct:
            for target in kept[node]:
                place = rank[target]
                if first <= place < last and beyond >> (place - first) & 1:
                    yield node, target


def reached(starts: Iterable[str], onward: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the starts and all that they lead to, directly or through others; the nodes are names."""
    found = set(starts)
    stack = list(found)
    while stack:
        for name in onward.get(stack.pop(), ()):
            if name not in found:
                found.add(name)
                stack.append(name)
    return found
