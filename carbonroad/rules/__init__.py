"""The rules that look at the whole linked system; one rule a file, one line here."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from carbonroad.link.system import Item, System
    from carbonroad.rules.check import Check

_RULES: dict[str, tuple[str, ...]] = {
    "": (
        "before_means_unstated",
        "binding_not_verified",
        "binding_without_source",
        "conflicting_wordings",
        "confusable_ids",
        "declared_and_never_used",
        "implausible_year",
        "missing_translation",
        "no_owner",
        "no_source",
        "outcome_not_recorded",
        "same_title",
        "strive_on_binding",
    ),
    "top": ("goal_not_served", "hides_top_id", "industry_without_milestone"),
    "phases": ("gap_between_phases", "outside_every_phase", "phases_overlap", "plan_years_differ"),
    "works": (
        "cannot_be_met",
        "dates_disagree",
        "finished_before_start",
        "no_road_to_binding_milestone",
        "progress_before_start",
        "start_after_finish",
        "takes_without_start",
        "work_delivers_nothing",
        "work_ends_after_milestone",
    ),
    "links": (
        "deadline_before_predecessor",
        "dependency_cycle",
        "out_of_sequence_progress",
        "predecessor_after_fixed_start",
        "redundant_link",
    ),
    "works or links": ("outside_the_calendar",),
    "conditions or links": (
        "circular_condition",
        "condition_after_deadline",
        "depends_on_superseded",
    ),
    "records": (
        "depends_on_dropped",
        "done_without_finished",
        "finished_in_the_future",
        "late_before_due",
        "outcome_of_no_term",
        "progress_and_status_differ",
        "recorded_in_the_future",
        "report_falls_back",
        "stale_status",
        "status_and_finished_differ",
        "superseded_by_dropped",
    ),
    "indicators": (
        "baseline_after_target",
        "baseline_differs_from_actual",
        "change_without_baseline",
        "fraction_for_percent",
        "level_and_change_mixed",
        "percent_and_points_mixed",
        "share_out_of_range",
        "stretch_weaker_than_target",
        "target_against_better",
        "target_year_without_actual",
        "two_live_targets",
        "weaker_than_earlier_target",
        "weaker_than_parent",
    ),
    "pathways": (
        "neutrality_not_reached",
        "pathway_not_added",
        "peak_after_goal",
        "sum_exceeds_whole",
        "sum_misses_top_target",
        "sum_peaks_after_goal",
        "target_above_reference",
    ),
    "indicators or pathways": ("actual_after_data_date", "scale_slip", "sign_slip"),
}
"""Each rule's module, under what must be written for it to find anything; "" for those that always look."""


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
def _check(name: str) -> "Check":
    return cast("Check", import_module(f"carbonroad.rules.{name}"))


def _written(system: "System") -> set[str]:
    """What is written in a roadmap, in the words of the table."""
    parts, items = system.parts, system.items.values()
    there = {
        "top": system.has_top,
        "phases": bool(system.phases),
        "works": any(part.works for part in parts),
        "links": bool(system.links),
        "conditions": any(item.condition or item.superseded_by for item in items),
        "records": any(part.revisions for part in parts) or any(map(_recorded, items)),
        "indicators": bool(system.indicators),
        "pathways": any(part.pathway is not None for part in parts),
    }
    return {name for name, is_there in there.items() if is_there}


def _recorded(item: "Item") -> bool:
    """Whether anything is said of how an item went."""
    fields = item.place.fields
    return not fields.keys().isdisjoint(("status", "started", "finished", "progress", "reports"))
