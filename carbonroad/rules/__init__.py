"""The rules that look at the whole linked system; one rule a file."""

from carbonroad.findings import RulePage
from carbonroad.link import codes as link_codes
from carbonroad.read import codes as read_codes
from carbonroad.rules import (
    before_means_unstated,
    cannot_be_met,
    circular_condition,
    conflicting_wordings,
    confusable_ids,
    dates_disagree,
    deadline_before_predecessor,
    declared_and_never_used,
    dependency_cycle,
    done_without_finished,
    finished_in_the_future,
    gap_between_phases,
    hides_top_id,
    no_owner,
    no_source,
    outcome_not_recorded,
    outside_every_phase,
    outside_the_calendar,
    phases_overlap,
    predecessor_after_fixed_start,
    stale_status,
    start_after_finish,
    takes_without_start,
    two_live_targets,
    work_ends_after_milestone,
)
from carbonroad.rules.rule import Rule
from carbonroad.source.codes import RULES as SOURCE_RULES

ALL: tuple[Rule, ...] = (
    declared_and_never_used,
    confusable_ids,
    hides_top_id,
    before_means_unstated,
    deadline_before_predecessor,
    dependency_cycle,
    cannot_be_met,
    phases_overlap,
    gap_between_phases,
    outside_every_phase,
    stale_status,
    done_without_finished,
    finished_in_the_future,
    start_after_finish,
    work_ends_after_milestone,
    takes_without_start,
    dates_disagree,
    predecessor_after_fixed_start,
    circular_condition,
    outside_the_calendar,
    conflicting_wordings,
    two_live_targets,
    outcome_not_recorded,
    no_owner,
    no_source,
)


def _source_pages() -> tuple[RulePage, ...]:
    return tuple(
        RulePage(
            rule.code,
            rule.name,
            rule.severity,
            rule.says,
            rule.why,
            rule.flagged if isinstance(rule.flagged, str) else rule.flagged.decode("utf-8", "replace"),
            rule.fine,
        )
        for rule in SOURCE_RULES
    )


PAGES: tuple[RulePage, ...] = tuple(
    sorted(
        (*_source_pages(), *read_codes.PAGES, *link_codes.PAGES, *(rule.PAGE for rule in ALL)),
        key=lambda page: page.code,
    )
)
"""The pages of every rule of every floor, by code."""
