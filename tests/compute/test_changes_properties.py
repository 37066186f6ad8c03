"""What always holds of changes, whatever two roadmaps are compared."""

from collections import Counter
from typing import Any

from changed_models import ROADMAPS, loaded
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.compute.changes.change import Change
from carbonroad.compute.changes.compare import compare, patched
from carbonroad.compute.changes.system_records import records_of
from carbonroad.project import Project

_MIRROR = {
    "slipped": "earlier",
    "earlier": "slipped",
    "weakened": "raised",
    "raised": "weakened",
    "dropped": "added",
    "added": "dropped",
}
_OPPOSITE = {"later": "earlier", "earlier": "later", "weaker": "stronger", "stronger": "weaker"}
_SAME = frozenset(("unclear", "duties", "renamed"))


def _changes(old: Project, new: Project) -> tuple[Change, ...]:
    return compare(old.system, old.facts, new.system, new.facts).changes


def _shape(change: Change, *, mirrored: bool) -> tuple[Any, ...]:
    names = [None if key is None else key.ref.rstrip("~") for key in (change.before, change.key)]
    gone = change.now is None and not change.field
    if gone:  # in the old version's words: its industry may have another name now
        names = [names[0], names[0]]
    elif change.before is None:
        names = [names[1], names[1]]
    group, direction, days = change.group, change.direction, change.days
    if not mirrored:
        return (group, direction, days, *names, change.field)
    turned = _MIRROR.get(group, group), _OPPOSITE.get(direction, direction), None if days is None else -days
    return (*turned, names[1], names[0], change.field)


@settings(max_examples=25, deadline=None)
@given(ROADMAPS, ROADMAPS)
def test_the_old_version_and_its_changes_give_the_new_one(old: dict[str, Any], new: dict[str, Any]) -> None:
    first, second = loaded(old), loaded(new)
    changes = _changes(first, second)
    after = records_of(second.system, second.facts)
    assert patched(records_of(first.system, first.facts), changes) == after


@settings(max_examples=25, deadline=None)
@given(ROADMAPS, ROADMAPS)
def test_what_slipped_one_way_is_brought_forward_the_other_way(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    first, second = loaded(old), loaded(new)
    told = [one for one in _changes(first, second) if one.group in _MIRROR or one.group in _SAME]
    back = [one for one in _changes(second, first) if one.group in _MIRROR or one.group in _SAME]
    assert Counter(_shape(one, mirrored=False) for one in told) == Counter(
        _shape(one, mirrored=True) for one in back
    )


@settings(max_examples=15, deadline=None)
@given(ROADMAPS, st.randoms(use_true_random=False))
def test_the_order_of_files_and_items_is_no_change(parts: dict[str, Any], random: Any) -> None:
    names = list(parts)
    random.shuffle(names)
    other = {}
    for name in names:
        part = dict(parts[name])
        for field in ("milestones", "works", "indicators"):
            part[field] = random.sample(part[field], len(part[field]))
        other[name] = part
    assert _changes(loaded(parts, links=False), loaded(other, links=False)) == ()


@settings(max_examples=25, deadline=None)
@given(ROADMAPS, st.data())
def test_an_item_under_another_id_is_renamed_and_nothing_else(parts: dict[str, Any], data: Any) -> None:
    named = [(name, at) for name, part in parts.items() for at in range(len(part["milestones"]))]
    titles = [str(parts[name]["milestones"][at]["title"]) for name, at in named]
    alone = [place for place, title in zip(named, titles, strict=True) if titles.count(title) == 1]
    if not alone:
        return
    name, at = data.draw(st.sampled_from(alone))
    milestones = [dict(one) for one in parts[name]["milestones"]]
    milestones[at]["id"] = "another"
    other = {**parts, name: {**parts[name], "milestones": milestones}}
    found = _changes(loaded(parts), loaded(other))
    assert [(one.kind, one.key.ref) for one in found] == [("renamed", f"{name}.another")]
