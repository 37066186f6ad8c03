"""One task of a plan in Microsoft Project's elements, in the order that its schema asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.export.mspdi.columns import Columns
from carbonroad.export.mspdi.plan import Plan, Plans
from carbonroad.export.mspdi.times import (
    BEGINS,
    ENDS,
    WHOLE,
    Numbered,
    at,
    bound_moment,
    is_gate,
    minutes,
    moment,
    percent_of,
    progress_of,
    span,
)
from carbonroad.importing.mspdi.fields import COLUMNS, LINK_TYPES, LONGEST_NAME, MINUTES_PER_DAY
from carbonroad.importing.mspdi.remarks import remarks_text

if TYPE_CHECKING:
    from carbonroad.compute.scheduling.schedule import Activity
    from carbonroad.export.format import Exported
    from carbonroad.export.mspdi.names import Names
    from carbonroad.export.mspdi.rows import Row
    from carbonroad.export.mspdi.xml_text import Xml
    from carbonroad.importing.draft import Value
    from carbonroad.model.text import Text

_IN_DAYS, _MAYBE_DAYS, _NO_DAYS = 7, 39, 53
_PLACEHOLDER = Plan()


class Tasks:
    """Writes tasks.

    Args:
        exported: The roadmap.
        plans: When its items are.
        names: What its bodies are called.
        numbers: The rows' numbers by their kinds and ids.
    """

    def __init__(
        self, exported: Exported, plans: Plans, names: Names, numbers: dict[tuple[str, str], int]
    ) -> None:
        self.exported, self.plans, self.names, self.numbers = exported, plans, names, numbers
        self.columns = Columns(exported, plans, names)
        self._first = exported.system.languages[0]

    def native(self, text: Text) -> tuple[str, Value]:
        """Return a text in the plan's language, and in a map what else there is of it."""
        system, lang = self.exported.system, self.exported.lang
        words = text.pick(lang, system.languages)
        entries: dict[str, Value] = {tag or self._first: w for tag, w in reversed(text.entries) if w}
        entries = dict(reversed(entries.items()))
        if len(entries) == 1 and self._first in entries:
            return words, {}
        others: dict[str, Value] = {tag: said for tag, said in entries.items() if tag != lang}
        # Words that another language shares would else count as its alone.
        return words, entries if words in others.values() else others

    def put(self, xml: Xml, one: Numbered) -> None:
        """Write one task."""
        row, plan = one.row, one.plan
        title, titles = self.native(row.title)
        note, notes = self.native(row.note)
        if len(title) > LONGEST_NAME or "\n" in title:
            titles = {self.exported.lang: title, **(titles if isinstance(titles, dict) else {})}
        columns, rest = self.columns.of(one)
        rest = {**({"title": titles} if titles else {}), **rest, **({"note": notes} if notes else {})}
        with xml.inside("Task"):
            self._head(xml, one, " ".join(title.split())[:LONGEST_NAME])
            self._times(xml, one)
            if text := remarks_text(note, rest):
                xml.put("Notes", text)
            if row.item is not None and (progress := progress_of(self.exported, row)) is not None:
                xml.put("PhysicalPercentComplete", progress)
            self._links(xml, row)
            for column in COLUMNS:
                if column.key in columns:
                    with xml.inside("ExtendedAttribute"):
                        xml.put("FieldID", column.field)
                        xml.put("Value", columns[column.key])
            self._baseline(xml, row)
            if plan.start is None and not one.summary:
                self._unscheduled(xml, columns)

    def _head(self, xml: Xml, one: Numbered, name: str) -> None:
        row, plan = one.row, one.plan
        void = row.item is not None and row.ref in self.exported.facts.void
        gate = is_gate(row)
        xml.put("UID", one.uid)
        xml.put("ID", one.uid)
        xml.put("Name", name)
        xml.put("Active", not void)
        xml.put("Manual", not (plan.scheduled or one.summary))
        xml.put("Type", 1)
        xml.put("IsNull", 0)
        if row.item is not None:
            said = ", ".join(self.names.of(party) for party in row.parties.answering)
            xml.put("Contact", said[:LONGEST_NAME] or None)
        xml.put("WBS", one.outline)
        xml.put("OutlineNumber", one.outline)
        xml.put("OutlineLevel", row.level)
        xml.put("Priority", 500)
        if plan.start is not None and plan.finish is not None:
            xml.put("Start", moment(plan.start, begins=plan.opens or plan.start != plan.finish))
            xml.put("Finish", moment(plan.finish, begins=plan.opens))
            xml.put("Duration", span(plan.days or 0))
            xml.put("DurationFormat", _MAYBE_DAYS if plan.estimated else _IN_DAYS)
        elif not one.summary:  # readers want one; the format says that there is none
            xml.put("Duration", span(0 if gate else 1))
            xml.put("DurationFormat", _NO_DAYS)
        xml.put("EffortDriven", 0)
        xml.put("Recurring", 0)
        xml.put("Estimated", plan.estimated)
        xml.put("Milestone", gate and (plan.scheduled or plan.start is None))
        xml.put("Summary", one.summary)

    def _times(self, xml: Xml, one: Numbered) -> None:
        row, plan = one.row, one.plan
        activity = self.exported.facts.schedule.activities.get(row.ref) if row.item is not None else None
        xml.put("Critical", activity is not None and activity.critical)
        if activity is not None and plan.start is not None:
            self._schedule(xml, activity)
        xml.put("FixedCostAccrual", 3)
        percent = percent_of(self.exported, one)
        if percent is not None:
            xml.put("PercentComplete", percent)
        if plan.began is not None:
            xml.put("ActualStart", at(plan.began, ENDS if plan.start == plan.finish else BEGINS))
        if plan.ended is not None:
            xml.put("ActualFinish", at(plan.ended, ENDS))
        if not one.summary:
            lasts = (plan.days if plan.days is not None else 0 if is_gate(row) else 1) * MINUTES_PER_DAY
            done = lasts * (percent or 0) // WHOLE
            xml.put("ActualDuration", minutes(done))
            xml.put("RemainingDuration", minutes(lasts - done))
        xml.put("ConstraintType", plan.constraint)
        xml.put("CalendarUID", -1)
        if plan.bound is not None:
            xml.put("ConstraintDate", bound_moment(plan))
        if plan.deadline is not None:
            xml.put("Deadline", at(plan.deadline, ENDS))
        xml.put("IgnoreResourceCalendar", 1)

    @staticmethod
    def _schedule(xml: Xml, activity: Activity) -> None:
        point = activity.duration_days == 0 or activity.kind != "timed"
        for name, day, begins in (
            ("EarlyStart", activity.early_start, True),
            ("EarlyFinish", activity.early_finish, False),
            ("LateStart", activity.late_start, True),
            ("LateFinish", activity.late_finish, False),
        ):
            if day is not None:
                at = day.toordinal() + (0 if begins else 1)
                xml.put(name, moment(at, begins=begins and not point))
        for name, days in (
            ("FreeSlack", activity.free_float_days),
            ("TotalSlack", activity.total_float_days),
        ):
            xml.put(name, None if days is None else days * MINUTES_PER_DAY * 10)

    def _links(self, xml: Xml, row: Row) -> None:
        for one in self.plans.links.get(row.ref, ()) if row.item is not None else ():
            before = self.exported.system.items[one.link.predecessor]
            with xml.inside("PredecessorLink"):
                xml.put("PredecessorUID", self.numbers[before.kind, before.ref])
                xml.put("Type", LINK_TYPES.index(one.link.type))
                xml.put("CrossProject", 0)
                xml.put("LinkLag", one.lag * MINUTES_PER_DAY * 10)
                xml.put("LagFormat", _IN_DAYS)

    def _baseline(self, xml: Xml, row: Row) -> None:
        """The approved plan: the schedule without what happened since."""
        activity = self.exported.facts.schedule.activities.get(row.ref) if row.item is not None else None
        plan = self.plans.by_ref.get(row.ref, _PLACEHOLDER) if row.item is not None else _PLACEHOLDER
        if activity is None or plan.start is None or plan.ended is not None:
            return
        start, finish = activity.early_start, activity.early_finish
        if activity.kind != "timed" or start is None or finish is None:
            return
        with xml.inside("Baseline"):
            xml.put("Number", 0)
            xml.put("Start", at(start, BEGINS))
            xml.put("Finish", at(finish, ENDS))
            xml.put("Duration", span((finish - start).days + 1))
            xml.put("DurationFormat", _IN_DAYS)

    @staticmethod
    def _unscheduled(xml: Xml, columns: dict[str, str]) -> None:
        """What has no date shows its words where Project shows dates."""
        xml.put("StartText", columns.get("start", ""))
        xml.put("FinishText", columns.get("deadline", ""))
        xml.put("DurationText", columns.get("takes", ""))
