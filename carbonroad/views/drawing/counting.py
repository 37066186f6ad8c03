"""What was read against what stands on the sheets: nothing is lost, nothing drawn twice."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from carbonroad.model.items import Revision
from carbonroad.scene.shapes import Group, Scene, Shape
from carbonroad.views.drawing.dependencies.connectors import refs_of
from carbonroad.views.drawing.faults import DrawingError
from carbonroad.views.drawing.items.entries import Entry
from carbonroad.views.drawing.items.relations import Relation

_ONCE = ("items", "rows", "revisions")


def drawn_of(shapes: Sequence[Shape]) -> dict[str, tuple[str, ...]]:
    """Return what the groups of a sheet really show: items, bill rows, other ends of connectors."""
    return {
        "items": tuple(_found(shapes, "item")),
        "rows": tuple(_found(shapes, "row")),
        "connectors": tuple(ref for refs in _found(shapes, "connector") for ref in refs_of(refs)),
        "revisions": (),
        "dependencies": (),
    }


def _found(shapes: Sequence[Shape], role: str) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.role == role and shape.item:
                yield shape.item
            yield from _found(shape.shapes, role)


def count(
    part: str,
    entries: Sequence[Entry],
    relations: Sequence[Relation],
    revisions: Sequence[Revision],
    scenes: Sequence[Scene],
) -> None:
    """Compare what was read with what stands on the sheets.

    Raises:
        DrawingError: If they differ.
    """
    refs = {e.ref for e in entries}
    want: Mapping[str, set[str]] = {
        "items": refs,
        "rows": refs,
        "dependencies": {str(r.index) for r in relations},
        "revisions": {
            f"{revision.rev} {ref}"
            for revision in revisions
            if revision.rev
            for words in revision.items
            for ref in (words.text, f"{part}.{words.text}")
            if ref in refs
        },
    }
    for kind, read in want.items():
        drawn = Counter(ref for scene in scenes for ref in scene.drawn.get(kind, ()))
        lost = sorted(read - set(drawn))
        twice = sorted(ref for ref, n in drawn.items() if n > 1) if kind in _ONCE else []
        if lost or twice:
            raise DrawingError(f"{part}: lost {kind} {lost}, drawn twice {twice}")
    _count_connectors(part, {e.ref for e in entries if e.kind != "undated"}, relations, scenes)


def _count_connectors(
    part: str, dated: Collection[str], relations: Sequence[Relation], scenes: Sequence[Scene]
) -> None:
    """A dependency that leaves a sheet has a connector at each end that has a date."""
    home = {ref: n for n, scene in enumerate(scenes) for ref in scene.drawn.get("items", ())}
    want: Counter[tuple[int, str]] = Counter()
    for r in relations:
        if home.get(r.source) != home.get(r.target):
            want.update((home[end], other) for end, other in _ends(r) if end in home and end in dated)
    drawn = Counter((n, ref) for n, scene in enumerate(scenes) for ref in scene.drawn.get("connectors", ()))
    lost = sorted((want - drawn).elements())
    if lost:
        raise DrawingError(f"{part}: lost connectors {lost}")


def _ends(relation: Relation) -> tuple[tuple[str, str], tuple[str, str]]:
    return (relation.source, relation.target), (relation.target, relation.source)
