"""The rules that look at the whole linked system; one rule a file, one line here.

A rule is a module that bears the rule's name: a docstring (its page), `RULE`, `SCOPE` and `check`
(`shared/check.py`). `python tools/rule_codes.py` says which code is free.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from carbonroad.link.system import System
    from carbonroad.model.roadmap import Part
    from carbonroad.rules.shared.check import Check, Scope

_RULES: dict[str, tuple[str, ...]] = {
    "": (
        "before_means_unstated",
        "confusable_ids",
        "conflicting_wordings",
        "declared_and_never_used",
        "implausible_year",
        "no_owner",
        "no_source",
        "outcome_not_recorded",
        "same_title",
    ),
    "languages": ("missing_translation",),
    "nature": ("binding_not_verified", "binding_without_source", "strive_on_binding"),
    "top": ("goal_not_served", "hides_top_id", "industry_without_milestone"),
    "phases": ("gap_between_phases", "outside_every_phase", "phases_overlap", "plan_years_differ"),
    "works": (
        "cannot_be_met",
        "dates_disagree",
        "no_road_to_binding_milestone",
        "work_delivers_nothing",
        "work_ends_after_milestone",
    ),
    "takes": ("takes_without_start",),
    "start or started": ("start_after_finish",),
    "links": (
        "deadline_before_predecessor",
        "dependency_cycle",
        "out_of_sequence_progress",
        "predecessor_after_fixed_start",
        "redundant_link",
    ),
    "works or links": ("outside_the_calendar",),
    "conditions": ("circular_condition", "condition_after_deadline"),
    "superseded_by": ("depends_on_superseded",),
    "dropped": ("superseded_by_dropped",),
    "dropped or missed": ("depends_on_dropped",),
    "done": ("done_without_finished",),
    "late": ("late_before_due",),
    "planned or on-track": ("stale_status",),
    "finished": ("finished_before_start", "outcome_of_no_term", "status_and_finished_differ"),
    "finished or started": ("finished_in_the_future",),
    "progress or reports": ("progress_and_status_differ", "progress_before_start"),
    "reports": ("report_falls_back",),
    "records": ("recorded_in_the_future",),
    "indicators": (
        "baseline_after_target",
        "baseline_differs_from_actual",
        "change_without_baseline",
        "fraction_for_percent",
        "level_and_change_mixed",
        "percent_and_points_mixed",
        "share_out_of_range",
        "target_year_without_actual",
        "two_live_targets",
    ),
    "stretch": ("stretch_weaker_than_target",),
    "better": ("target_against_better", "weaker_than_earlier_target"),
    "parent": ("weaker_than_parent",),
    "pathways": (
        "neutrality_not_reached",
        "pathway_not_added",
        "peak_after_goal",
        "sum_exceeds_whole",
        "sum_misses_top_target",
        "sum_peaks_after_goal",
        "target_above_reference",
    ),
    "divided": (
        "allocation_missed",
        "allocation_names_no_child",
        "allocation_not_comparable",
        "allocation_undecided",
    ),
    "indicators or pathways": ("actual_after_data_date", "scale_slip", "sign_slip"),
}
"""Each rule's module, under what must be written for it to find anything; "" for those that always look.

Words that are no kind of thing are keys of items and indicators, and statuses.
"""
_MODULES = frozenset(name for names in _RULES.values() for name in names)


@cache
def all_checks() -> tuple["Check", ...]:
    """Return every rule."""
    return tuple(_check(name) for names in _RULES.values() for name in names)


def checks_for(system: "System") -> Iterator["Check"]:
    """Yield the rules that can find anything; what is not written cannot be wrong, nor costs a start."""
    written = _written(system)
    for needs, names in _RULES.items():
        if not needs or not written.isdisjoint(needs.split(" or ")):
            yield from map(_check, names)


@cache
def scope_of(name: str) -> "Scope | None":
    """Return what a rule's findings hang on, by the rule's name; None for a rule of another floor."""
    module = name.replace("-", "_")
    return _check(module).SCOPE if module in _MODULES else None


@cache
def _check(name: str) -> "Check":
    return cast("Check", import_module(f"carbonroad.rules.{name}"))


def _written(system: "System") -> set[str]:
    """What is written in a roadmap, in the words of the table: keys, statuses, and kinds of things."""
    parts, items = system.parts, system.items.values()
    written = set[str]()
    written.update(*[item.place.fields for item in items])
    written.update([item.status for item in items if item.status is not None])
    for part in parts:
        for indicator in part.indicators:
            written.update(indicator.place.fields)
    if "reports" in written:
        written.update(_reported(parts))
    there = {
        "languages": len(system.languages) > 1,
        "top": system.has_top,
        "phases": bool(system.phases),
        "works": any(part.works for part in parts),
        "links": bool(system.links),
        "conditions": any(item.condition for item in items),
        "records": any(part.revisions for part in parts) or not written.isdisjoint(_RECORDS),
        "indicators": bool(system.indicators),
        "pathways": any(part.pathway is not None for part in parts),
        "divided": bool(system.family.children) and system.has_top,
    }
    written.update(name for name, is_there in there.items() if is_there)
    return written


_RECORDS = ("status", "started", "finished", "progress", "reports")
"""Keys that say how an item went."""


def _reported(parts: "Iterable[Part]") -> "Iterator[str]":
    """The statuses that are reported."""
    for part in parts:
        several = [*(item.reports for item in part.milestones), *(item.reports for item in part.works)]
        yield from (one.status for reports in several for one in reports if one.status is not None)
