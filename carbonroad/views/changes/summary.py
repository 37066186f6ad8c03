"""The changes in one sentence: what was given up first."""

from collections.abc import Sequence

from carbonroad.compute.changes.change import Change
from carbonroad.views.changes.how import days_between, span_words
from carbonroad.views.changes.sides import Sides
from carbonroad.wording import Wording


def summary(sides: Sides, changes: Sequence[Change]) -> str:
    """Return the sentence; that nothing changed where nothing did."""
    w = sides.new.w
    if not changes:
        return w("Nothing changed.")
    found = [part for part in (*_slips(sides, changes), *_counts(w, changes)) if part]
    if not found:
        return w("Only wording and details changed.")
    said = w("{clause}, {next}", clause="", next="").join(found)
    return w("{changes}.", changes=said)


def _things(changes: Sequence[Change], group: str, *kinds: str) -> int:
    """How many things, not changes."""
    return len({one.key for one in changes if one.group == group and (not kinds or one.kind in kinds)})


def _slips(sides: Sides, changes: Sequence[Change]) -> list[str]:
    w = sides.new.w
    moved = [one for one in changes if one.group == "slipped" and one.kind == "deadline-moved"]
    found = [_later(sides, moved)] if moved else []
    gone = _things(changes, "slipped", "deadline-withdrawn")
    if gone:
        found.append(w.plural("{n} deadline taken away", "{n} deadlines taken away", gone))
    bound = _things(changes, "slipped", "made-conditional")
    if bound:
        found.append(w.plural("{n} made conditional", "{n} made conditional", bound))
    later = _things(changes, "slipped", "start-moved")
    if later:
        found.append(w.plural("{n} starts later", "{n} start later", later))
    return found


def _later(sides: Sides, moved: Sequence[Change]) -> str:
    """How many deadlines moved later, by how long, and how many of them only because a phase did."""
    w = sides.new.w
    keys = {one.key for one in moved}
    said = w.plural("{n} deadline moved later", "{n} deadlines moved later", len(keys))
    between = days_between(max(moved, key=lambda one: one.days or 0))
    if between is not None:
        span = span_words(sides.new, *between)
        if len({one.days for one in moved}) > 1:
            said = w("{said} (the most by {span})", said=said, span=span)
        elif len(moved) > 1:
            said = w("{said} (each by {span})", said=said, span=span)
        else:
            said = w("{said} (by {span})", said=said, span=span)
    phases = len({one.key for one in moved if one.cause == "phases"})
    if phases == len(keys):
        return w("{said} because a phase has other years", said=said)
    if phases:
        return w("{said}, {n} of them because a phase has other years", said=said, n=phases)
    return said


def _counts(w: Wording, changes: Sequence[Change]) -> list[str]:
    target = _things(changes, "weakened", "target-changed", "pathway-target-changed", "value-withdrawn")
    weak = _things(changes, "weakened") - target
    raised = _things(changes, "raised", "target-changed", "pathway-target-changed", "value-set")
    more = _things(changes, "raised") - raised
    direct = [one for one in changes if one.cause not in ("part", "indicator", "item")]
    dropped, added = _things(direct, "dropped"), _things(direct, "added")
    renamed, rewritten = _things(direct, "renamed"), _things(changes, "rewritten")
    unclear, earlier = _things(changes, "unclear"), _things(changes, "earlier")
    duties, status = _things(changes, "duties"), _things(changes, "status")
    measured, phases = _things(changes, "measured"), _things(changes, "schedule", "phase-moved")
    schedule = _things(changes, "schedule") - phases
    counted = (
        (target, w.plural("{n} target weakened", "{n} targets weakened", target)),
        (weak, w.plural("{n} other demand weakened", "{n} other demands weakened", weak)),
        (dropped, w.plural("{n} dropped", "{n} dropped", dropped)),
        (
            rewritten,
            w.plural("{n} record of the past rewritten", "{n} records of the past rewritten", rewritten),
        ),
        (unclear, w.plural("{n} changed beyond comparison", "{n} changed beyond comparison", unclear)),
        (earlier, w.plural("{n} brought forward", "{n} brought forward", earlier)),
        (raised, w.plural("{n} target raised", "{n} targets raised", raised)),
        (more, w.plural("{n} other demand raised", "{n} other demands raised", more)),
        (added, w.plural("{n} added", "{n} added", added)),
        (renamed, w.plural("{n} renamed or moved", "{n} renamed or moved", renamed)),
        (
            duties,
            w.plural("{n} with another owner or supporter", "{n} with other owners or supporters", duties),
        ),
        (status, w.plural("{n} with another status", "{n} with another status", status)),
        (measured, w.plural("{n} with new results", "{n} with new results", measured)),
        (phases, w.plural("{n} phase with other years", "{n} phases with other years", phases)),
        (schedule, w.plural("{n} scheduled otherwise", "{n} scheduled otherwise", schedule)),
    )
    return [words for n, words in counted if n]
