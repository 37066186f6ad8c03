"""A task's custom fields: what fits into them, and what is left for the notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from carbonroad.export.mspdi.plan import day_before
from carbonroad.export.mspdi.times import Numbered, bound_moment, percent_of
from carbonroad.importing.mspdi.fields import BY_KEY, LONGEST_VALUE, Column, Held, digest, word_in

if TYPE_CHECKING:
    from carbonroad.export.format import Exported
    from carbonroad.export.mspdi.names import Names
    from carbonroad.export.mspdi.plan import Plans
    from carbonroad.export.mspdi.rows import Row
    from carbonroad.importing.draft import Entries, Value


class Columns:
    """Fills custom fields.

    Args:
        exported: The roadmap.
        plans: When its items are.
        names: What its bodies are called.
    """

    def __init__(self, exported: Exported, plans: Plans, names: Names) -> None:
        self.exported, self.plans, self.names = exported, plans, names
        self.chinese = exported.chinese

    def of(self, one: Numbered) -> tuple[dict[str, str], Entries]:
        """Return what fits into custom fields, and what is left for the notes."""
        row = one.row
        found = {"id": row.ref, "kind": word_in("mspdi", row.kind, chinese=self.chinese)}
        rest: Entries = {}
        entries: Entries = {**row.entries, **self._duties(row)}
        for key, value in entries.items():
            column = BY_KEY.get(key)
            text = None if column is None or column.shown else self._fitting(column, value)
            if text is None:
                rest[key] = value
            else:
                found[key] = text
        for key in ("owner", "lead", "support"):  # shown as far as it goes, also where the notes have it
            if key in rest and isinstance(shown := rest[key], list):
                found[key] = "; ".join(str(name) for name in shown)[: LONGEST_VALUE - 1] + "…"
        if isinstance(words := rest.get("deadline"), dict) and isinstance(said := words.get("words"), str):
            found["deadline"] = said[:LONGEST_VALUE]
        if row.item is not None:
            found |= self._computed(one)
        return found, rest

    def _fitting(self, column: Column, value: Value) -> str | None:
        """A value as one line of a custom field; None where it would not come back as it is."""
        if isinstance(value, dict):
            return None
        values = [value] if isinstance(value, str) else value
        if len(values) > 1 and not column.several:
            return None
        words = []
        for one in values:
            if (
                not isinstance(one, str)
                or "\n" in one
                or one != one.strip()
                or (column.several and ";" in one)
            ):
                return None
            words.append(word_in(column.words, one, chinese=self.chinese) if column.words else one)
        text = "; ".join(words)
        return text if len(text) <= LONGEST_VALUE else None

    def _duties(self, row: Row) -> Entries:
        """Who answers, leads and takes part, as it holds."""
        found: Entries = {}
        for key in ("owner", "lead", "support"):
            if names := self.names.duty(row.parties, key):
                found[key] = list(names)
        if found:
            found["owner_basis"] = "inferred" if row.parties.inferred else "stated"
        return found

    def _computed(self, one: Numbered) -> dict[str, str]:
        """What is shown of an item besides what its file says."""
        row, facts = one.row, self.exported.facts
        item = row.item
        activity = facts.schedule.activities.get(row.ref)
        found = {"standing": facts.standings[row.ref].state, "as_exported": self._held(one).text}
        if item is not None and item.citations:
            cited = [linked.citation for linked in item.citations]
            words = "; ".join("#".join(filter(None, (c.ref.text.strip(), c.clause))) for c in cited)
            found["cited"] = words[:LONGEST_VALUE]
            evidence = dict.fromkeys(c.evidence for c in cited if c.evidence)
            if evidence:
                found["evidence"] = "; ".join(word_in("evidence", e, chinese=self.chinese) for e in evidence)
        if activity is not None and activity.total_float_days is not None:
            found["float"] = str(activity.total_float_days)
        if activity is not None:
            found["critical"] = str(int(activity.critical))
        return found

    def _held(self, one: Numbered) -> Held:
        plan, row = one.plan, one.row
        percent = percent_of(self.exported, one)
        links = ((p.link.predecessor, p.link.type, p.lag) for p in self.plans.links.get(row.ref, ()))
        unscheduled = plan.start is not None and plan.finish is not None and not plan.scheduled
        return Held(
            f"{plan.constraint} {bound_moment(plan)[:10]}"
            if plan.bound is not None
            else str(plan.constraint),
            "" if plan.days is None or not plan.scheduled else str(plan.days),
            "" if plan.deadline is None else plan.deadline.isoformat(),
            "" if percent is None else str(percent),
            "" if plan.began is None else plan.began.isoformat(),
            "" if plan.ended is None else plan.ended.isoformat(),
            f"{date.fromordinal(plan.start or 1)}..{day_before(plan.finish or 2)}" if unscheduled else "",
            digest(links),
        )
