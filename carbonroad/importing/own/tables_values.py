"""Indicators with their targets and measured values, and emission pathways, of an export's tables."""

from carbonroad.importing.draft import Entries, Value, given, one_or_all
from carbonroad.importing.own.own_tables import OwnRow
from carbonroad.importing.own.tables_context import (
    TablesContext,
    added,
    baseline,
    days,
    deadline_of,
    local,
    refs,
)


def indicator(context: TablesContext, row: OwnRow, part: str, values: list[OwnRow]) -> Entries:
    """Return an indicator with its values."""
    ref = row.text("id")
    return given(
        {
            "id": local(ref, part),
            "title": context.text(row, "title"),
            "unit": context.text(row, "unit"),
            "nature": row.word("nature", "nature"),
            "better": row.word("better", "better"),
            "baseline": baseline(context, row),
            "change": row.word("change", "boolean"),
            "parent": local(row.text("parent"), part),
            "for": refs(row, "for", part),
            "measure": local(row.text("measure"), part),
            **context.duties(row),
            "targets": _targets(context, ref, part, values),
            "allocation": _allocation(row.text("allocation")),
            "actual": _actuals(context, ref, values),
            "variable": row.text("variable"),
            "source": context.sources("indicator", ref, row),
            "note": context.text(row, "note"),
            **added(row),
        }
    )


def _targets(context: TablesContext, ref: str, part: str, values: list[OwnRow]) -> Entries:
    found: dict[str, list[Value]] = {}
    for row in values:
        if row.word("kind", "value") != "target":
            continue
        key, mark = row.text("key"), row.text("id")
        name = f"{ref}@{key}" + (f".{mark}" if mark else "")
        entry = given(
            {
                "id": mark,
                "value": row.text("value"),
                "stretch": row.text("stretch"),
                "baseline": baseline(context, row),
                "change": row.word("change", "boolean"),
                **deadline_of(row),
                "nature": row.word("nature", "nature"),
                **context.duties(row),
                "status": row.word("status", "status"),
                "finished": days(row.text("finished")),
                "superseded_by": local(row.text("superseded_by"), part),
                "source": context.sources("target", name, row),
                "note": context.text(row, "note"),
                **added(row),
            }
        )
        found.setdefault(key, []).append(_bare(entry))
    return {key: one_or_all(entries) for key, entries in found.items()}


def _bare(entry: Entries) -> Value:
    """A map that holds a value alone is the value."""
    return entry["value"] if set(entry) == {"value"} else entry


def _actuals(context: TablesContext, ref: str, values: list[OwnRow]) -> Entries:
    made: Entries = {}
    for row in values:
        if row.word("kind", "value") != "actual":
            continue
        key, estimate = row.text("key"), row.word("estimate", "boolean")
        made[key] = _bare(
            given(
                {
                    "value": row.text("value"),
                    "baseline": baseline(context, row),
                    "estimate": estimate,
                    "source": context.sources("actual", f"{ref}@{key}", row),
                    "note": context.text(row, "note"),
                    **added(row),
                }
            )
        )
    return made


def _allocation(text: str) -> Entries:
    """How targets are divided, such as `mean; weights: output; among: north, south`."""
    if not text:
        return {}
    method, *rest = [part.strip() for part in text.split(";")]
    made: Entries = {"method": method}
    for part in rest:
        name, _, words = part.partition(":")
        listed = [one.strip() for one in words.split(",") if one.strip()]
        if name.strip() == "among":
            made["among"] = list[Value](listed)
        elif "=" in words:
            made["weights"] = {child: share for child, _, share in (one.partition("=") for one in listed)}
        else:
            made["weights"] = words.strip()
    return made


def pathway(context: TablesContext, part: str, rows: list[OwnRow]) -> Entries:
    """Return the pathway of a part; what holds for all its series stands in its first row."""
    if not rows:
        return {}
    first = rows[0]
    series: dict[str, Entries] = {"actual": {}, "target": {}, "reference": {}}
    for row in rows:
        series[row.word("series", "series") or "actual"][row.text("year")] = row.text("value")
    return given(
        {
            "unit": context.text(first, "unit"),
            "gas": first.text("gas"),
            "scope": context.text(first, "scope"),
            "variable": first.text("variable"),
            **series,
            "source": context.sources("pathway", part, first),
            "note": context.text(first, "note"),
        }
    )
