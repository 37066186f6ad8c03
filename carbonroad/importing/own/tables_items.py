"""Milestones, works and measures of an export's tables."""

from carbonroad.importing.draft import Entries, Value, given, one_or_all
from carbonroad.importing.own.own_tables import OwnRow
from carbonroad.importing.own.tables_context import (
    TablesContext,
    added,
    days,
    deadline_of,
    local,
    percent,
    refs,
)


def milestone(context: TablesContext, row: OwnRow, part: str) -> Entries:
    """Return a milestone of the timetable."""
    return given(
        {
            **_head(context, row, part),
            **deadline_of(row),
            "nature": row.word("nature", "nature"),
            "goal": row.word("goal", "goal"),
            "indicator": refs(row, "indicator", part),
            **_rest(context, row, part, "milestone"),
        }
    )


def work(context: TablesContext, row: OwnRow, part: str) -> Entries:
    """Return a work."""
    return given(
        {
            **_head(context, row, part),
            "takes": row.text("takes"),
            "start": row.text("start"),
            "finish": row.text("finish"),
            **deadline_of(row),
            "deliverable": context.text(row, "deliverable"),
            "acceptance": context.text(row, "acceptance"),
            "cost": row.text("cost"),
            "progress": percent(row, "progress"),
            "started": row.text("started"),
            **_rest(context, row, part, "work"),
        }
    )


def measure(context: TablesContext, row: OwnRow, part: str) -> Entries:
    """Return a measure."""
    return given(
        {
            **_head(context, row, part),
            **context.duties(row),
            "source": context.sources("measure", row.text("id"), row),
            "note": context.text(row, "note"),
            **added(row),
        }
    )


def _head(context: TablesContext, row: OwnRow, part: str) -> Entries:
    return {"id": local(row.text("id"), part), "title": context.text(row, "title")}


def _rest(context: TablesContext, row: OwnRow, part: str, of: str) -> Entries:
    ref = row.text("id")
    return {
        "for": refs(row, "for", part),
        "measure": local(row.text("measure"), part),
        **context.duties(row),
        "after": _after(context, row, part),
        "if": local(row.text("if"), part),
        "status": row.word("status", "status"),
        "finished": days(row.text("finished")),
        "reports": _reports(context, ref),
        "superseded_by": local(row.text("superseded_by"), part),
        "source": context.sources(of, ref, row),
        "note": context.text(row, "note"),
        **added(row),
    }


def _after(context: TablesContext, row: OwnRow, part: str) -> Value:
    """What an item waits for; the table of links says how, where it is there."""
    ref = row.text("id")
    linked: dict[str, list[OwnRow]] = {}
    for link in context.rows("links"):
        if link.text("to") == ref and link.word("by", "link") == "after":
            linked.setdefault(link.text("from"), []).append(link)
    made: list[Value] = []
    for before in row.listed("after"):
        links = linked.get(before, [])
        made += [_link(context, link, ref, part) for link in links] or [local(before, part)]
    return one_or_all(made)


def _link(context: TablesContext, link: OwnRow, ref: str, part: str) -> Value:
    before = link.text("from")
    kind, basis = link.word("type", "relation"), link.word("basis", "basis")
    entry = given(
        {
            "id": local(before, part),
            "type": "" if kind == "FS" else kind,
            "lag": link.text("lag"),
            "basis": "" if basis == "stated" else basis,
            "source": context.sources("link", f"{before} > {ref}", link),
            "note": context.text(link, "note"),
        }
    )
    return str(entry["id"]) if set(entry) == {"id"} else entry


def _reports(context: TablesContext, ref: str) -> list[Value]:
    return [
        given(
            {
                "date": row.text("date"),
                "progress": percent(row, "progress"),
                "status": row.word("status", "status"),
                "note": context.text(row, "note"),
                "source": context.sources("report", f"{ref} {row.text('date')}", row),
            }
        )
        for row in context.rows("reports")
        if row.text("item") == ref
    ]
