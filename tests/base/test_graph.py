import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbonroad.base import graph

GRAPHS = st.integers(1, 9).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, n - 1), max_size=4), min_size=n, max_size=n)
)
ACYCLIC = GRAPHS.map(lambda g: [[t for t in targets if t > node] for node, targets in enumerate(g)])


def as_networkx(successors: list[list[int]]) -> nx.DiGraph:
    made = nx.DiGraph()
    made.add_nodes_from(range(len(successors)))
    made.add_edges_from((node, t) for node, targets in enumerate(successors) for t in targets)
    return made


@given(ACYCLIC, st.randoms())
def test_order_is_the_least_that_respects_every_link(successors: list[list[int]], rng: object) -> None:
    names = list(range(len(successors)))
    rng.shuffle(names)  # type: ignore[attr-defined]
    renamed: list[list[int]] = [[] for _ in names]
    for node, targets in enumerate(successors):
        renamed[names[node]] = [names[t] for t in targets]
    assert graph.topological_order(renamed) == list(nx.lexicographical_topological_sort(as_networkx(renamed)))


def test_order_leaves_out_a_cycle_and_what_waits_for_it() -> None:
    assert graph.topological_order([[1], [2], [1, 3], [], [0]]) == [4, 0]


@given(GRAPHS)
def test_components_agree_with_networkx(successors: list[list[int]]) -> None:
    numbers = graph.component_numbers(successors)
    groups: dict[int, set[int]] = {}
    for node, number in enumerate(numbers):
        groups.setdefault(number, set()).add(node)
    expected = list(nx.strongly_connected_components(as_networkx(successors)))
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, expected))


@given(GRAPHS)
def test_one_shortest_whole_cycle_for_each_component(successors: list[list[int]]) -> None:
    found = graph.cycles(successors)
    components = graph.cyclic_components(successors)
    assert len(found) == len(components)
    for cycle, component in zip(found, components, strict=True):
        assert all(b in successors[a] for a, b in zip(cycle, [*cycle[1:], cycle[0]], strict=True))
        assert len(set(cycle)) == len(cycle)
        assert cycle[0] == min(cycle)
        inside = as_networkx(successors).subgraph(component)
        assert len(cycle) == min(len(c) for c in nx.simple_cycles(inside))


@given(GRAPHS)
def test_cycles_do_not_depend_on_the_order_of_links(successors: list[list[int]]) -> None:
    assert graph.cycles(successors) == graph.cycles([targets[::-1] for targets in successors])


def test_a_ring_of_many_nodes_is_found_without_recursion() -> None:
    size = 50_000
    ring = [[(node + 1) % size] for node in range(size)]
    assert graph.cycles(ring) == [list(range(size))]


@given(ACYCLIC)
def test_reduction_agrees_with_networkx(successors: list[list[int]]) -> None:
    expected = nx.transitive_reduction(as_networkx(successors))
    reduced = graph.transitive_reduction(successors)
    assert {(a, b) for a, targets in enumerate(reduced) for b in targets} == set(expected.edges)
    assert sum(map(len, reduced)) == expected.number_of_edges()


def test_reduction_is_the_same_in_small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    dense = [list(range(node + 1, min(node + 9, 200))) for node in range(200)]
    whole = graph.transitive_reduction(dense)
    monkeypatch.setattr(graph, "_BLOCK", 7)
    assert graph.transitive_reduction(dense) == whole == [[n + 1] for n in range(199)] + [[]]


def test_reduction_keeps_links_on_a_cycle() -> None:
    assert graph.transitive_reduction([[1, 2, 1], [2], [1]]) == [[1, 2], [2], [1]]


def test_predecessors_turn_the_links_round() -> None:
    assert graph.predecessors([[1, 2], [2], []]) == [[], [0], [0, 1]]


@given(GRAPHS)
def test_acyclic_is_what_has_no_cycle(successors: list[list[int]]) -> None:
    assert graph.is_acyclic(successors) == nx.is_directed_acyclic_graph(as_networkx(successors))


def test_a_long_chain_is_acyclic_until_its_end_leads_back() -> None:
    chain = [[node + 1] for node in range(20_000)]
    assert graph.is_acyclic([*chain, []])
    assert not graph.is_acyclic([*chain, [10_000]])


@given(GRAPHS, st.sets(st.integers(0, 8)))
def test_what_is_reached_is_the_starts_and_all_behind_them(
    successors: list[list[int]], some: set[int]
) -> None:
    starts = {node for node in some if node < len(successors)}
    made = as_networkx(successors)
    behind = set().union(starts, *(nx.descendants(made, node) for node in starts))
    onward = {str(node): [str(t) for t in targets] for node, targets in enumerate(successors)}
    assert graph.reached(map(str, starts), onward) == set(map(str, behind))
