"""Milestones, works and measures of an export's tables."""

from carbonroad.importing.draft import Entries, Value
from carbonroad.importing.lists.cells import words_of
from carbonroad.importing.own.sheets import OwnRow
from carbonroad.importing.own.tables_base import (
    Ground,
    days,
    deadline_of,
    given,
    local,
    one_or_all,
    percent,
    refs,
)


def milestone(ground: Ground, row: OwnRow, part: str) -> Entries:
    """Return a milestone of the timetable."""
    return given(
        {
            **_head(ground, row, part),
            **deadline_of(row),
            "nature": row.word("nature", "nature"),
            "goal": row.word("goal", "goal"),
            "indicator": refs(row, "indicator", part),
            **_rest(ground, row, part, "milestone"),
        }
    )


def work(ground: Ground, row: OwnRow, part: str) -> Entries:
    """Return a work."""
    return given(
        {
            **_head(ground, row, part),
            "takes": row.text("takes"),
            "start": row.text("start"),
            "finish": row.text("finish"),
            **deadline_of(row),
            "deliverable": ground.text(row, "deliverable"),
            "acceptance": ground.text(row, "acceptance"),
            "cost": row.text("cost"),
            "progress": percent(row, "progress"),
            "started": row.text("started"),
            **_rest(ground, row, part, "work"),
        }
    )


def measure(ground: Ground, row: OwnRow, part: str) -> Entries:
    """Return a measure."""
    return given(
        {
            **_head(ground, row, part),
            **ground.duties(row),
            "source": ground.sources("measure", row.text("id"), row),
            "note": ground.text(row, "note"),
            **_added(row),
        }
    )


def _head(ground: Ground, row: OwnRow, part: str) -> Entries:
    return {"id": local(row.text("id"), part), "title": ground.text(row, "title")}


def _rest(ground: Ground, row: OwnRow, part: str, of: str) -> Entries:
    ref = row.text("id")
    return {
        "for": refs(row, "for", part),
        "measure": local(row.text("measure"), part),
        **ground.duties(row),
        "after": _after(ground, row, part),
        "if": local(row.text("if"), part),
        "status": row.word("status", "status"),
        "finished": days(row.text("finished")),
        "reports": _reports(ground, ref),
        "superseded_by": local(row.text("superseded_by"), part),
        "source": ground.sources(of, ref, row),
        "note": ground.text(row, "note"),
        **_added(row),
    }


def _added(row: OwnRow) -> Entries:
    return {key: words_of(cell) for key, cell in row.added.items()}


def _after(ground: Ground, row: OwnRow, part: str) -> Value:
    """What an item waits for; the table of links says how, where it is there."""
    ref = row.text("id")
    linked: dict[str, list[OwnRow]] = {}
    for link in ground.rows("links"):
        if link.text("to") == ref and link.word("by", "link") == "after":
            linked.setdefault(link.text("from"), []).append(link)
    made: list[Value] = []
    for before in row.listed("after"):
        links = linked.get(before, [])
        made += [_link(ground, link, ref, part) for link in links] or [local(before, part)]
    return one_or_all(made)


def _link(ground: Ground, link: OwnRow, ref: str, part: str) -> Value:
    before = link.text("from")
    kind, basis = link.word("type", "relation"), link.word("basis", "basis")
    entry = given(
        {
            "id": local(before, part),
            "type": "" if kind == "FS" else kind,
            "lag": link.text("lag"),
            "basis": "" if basis == "stated" else basis,
            "source": ground.sources("link", f"{before} > {ref}", link),
            "note": ground.text(link, "note"),
        }
    )
    return str(entry["id"]) if set(entry) == {"id"} else entry


def _reports(ground: Ground, ref: str) -> list[Value]:
    return [
        given(
            {
                "date": row.text("date"),
                "progress": percent(row, "progress"),
                "status": row.word("status", "status"),
                "note": ground.text(row, "note"),
                "source": ground.sources("report", f"{ref} {row.text('date')}", row),
            }
        )
        for row in ground.rows("reports")
        if row.text("item") == ref
    ]
