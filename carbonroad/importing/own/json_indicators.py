"""Indicators of an exported document, with their targets and measured values, as entries of a file."""

from collections.abc import Iterable, Iterator

from carbonroad.base.values.units import Unit, parse_unit
from carbonroad.importing.draft import Entries, Value, given, one_or_all
from carbonroad.importing.own.json_duties import Duty, read_duty, stated
from carbonroad.importing.own.json_items import PartReader, under_key
from carbonroad.importing.own.json_members import Json
from carbonroad.importing.own.json_values import is_change


def indicator(reader: PartReader, said: Json, at: str) -> Entries:
    """Return an indicator with its targets and measured values."""
    members, context = reader.context.members, reader.context
    unit = members.text(said.get("unit"), f"{at}.unit")
    targets = list(_targets(reader, said, parse_unit(unit) if unit else None, at))
    actual = _actual(reader, said, at)
    return given(
        {
            "id": members.text(said.get("id"), f"{at}.id"),
            "title": members.title(said, at),
            "unit": context.unit(said, at),
            **reader.duties(said, at),
            "nature": members.text(said.get("nature"), f"{at}.nature"),
            "better": members.text(said.get("better"), f"{at}.better"),
            "baseline": context.baseline(said.get("baseline"), f"{at}.baseline"),
            "change": members.text(said.get("change"), f"{at}.change"),
            "allocation": _allocation(reader, said, at),
            "for": one_or_all(reader.refs(said, "for", at)),
            "measure": context.reference(said.get("measure"), reader.part, f"{at}.measure"),
            "parent": context.reference(said.get("parent"), reader.part, f"{at}.parent").removeprefix("top."),
            "variable": members.text(said.get("variable"), f"{at}.variable"),
            "actual": actual,
            "targets": _by_key(targets),
            "source": one_or_all(context.citations(said.get("citations"), f"{at}.citations")),
            "note": members.texts(said.get("note"), f"{at}.note"),
        }
    )


def _targets(reader: PartReader, indicator: Json, unit: Unit | None, at: str) -> Iterator[tuple[str, Value]]:
    members = reader.context.members
    own = read_duty(members, indicator, at)
    for said, inner in members.maps(indicator.get("targets"), f"{at}.targets"):
        key = members.text(said.get("key"), f"{inner}.key")
        entry = _target(reader, said, unit, inner, own, change=indicator.get("change"))
        if said.get("nature") == indicator.get("nature"):
            entry.pop("nature", None)
        if said.get("baseline") == indicator.get("baseline"):
            entry.pop("baseline", None)
        if said.get("citations") == indicator.get("citations"):
            entry.pop("source", None)
        whole = members.mapping(said.get("deadline"), f"{inner}.deadline")
        if entry.get("deadline") == key and whole.get("kind") == "by":
            del entry["deadline"]  # by the end of its key, as every target without one
        ident = members.text(said.get("id"), f"{inner}.id").rpartition(f"@{key}.")[2]
        if "@" not in ident and ident:
            entry = {"id": ident, **entry}
        yield key, entry["value"] if set(entry) == {"value"} else entry


def _target(
    reader: PartReader, said: Json, unit: Unit | None, at: str, duty: Duty, *, change: object
) -> Entries:
    members, context = reader.context.members, reader.context
    text = members.text(said.get("text"), f"{at}.text")
    stretch = members.mapping(said.get("stretch"), f"{at}.stretch")
    deadline, kind = context.deadline(said.get("deadline"), f"{at}.deadline")
    whole = members.mapping(said.get("deadline"), f"{at}.deadline")
    if deadline == members.text(said.get("key"), at) and kind != whole.get("kind", kind):
        deadline = ""
    return given(
        {
            "value": text,
            "change": is_change(text, unit, said.get("change"), change),
            "stretch": members.text(stretch.get("text"), f"{at}.stretch.text"),
            "baseline": context.baseline(said.get("baseline"), f"{at}.baseline"),
            **under_key(deadline),
            **stated(read_duty(members, said, at), duty),
            "nature": members.text(said.get("nature"), f"{at}.nature"),
            **reader.state(said, at),
        }
    )


def _allocation(reader: PartReader, indicator: Json, at: str) -> Value:
    """How its targets are divided among the roadmaps below."""
    members, at = reader.context.members, f"{at}.allocation"
    said = members.mapping(indicator.get("allocation"), at)
    weights = said.get("weights")
    entry = given(
        {
            "method": members.text(said.get("method"), f"{at}.method"),
            "weights": {name: members.text(share, f"{at}.weights") for name, share in weights.items()}
            if isinstance(weights, dict)
            else members.text(weights, f"{at}.weights"),
            "among": list(members.strings(said.get("among"), f"{at}.among")),
        }
    )
    return entry["method"] if set(entry) == {"method"} else entry


def _actual(reader: PartReader, indicator: Json, at: str) -> Value:
    members, context = reader.context.members, reader.context
    found: Entries = {}
    for said, inner in members.maps(indicator.get("actual"), f"{at}.actual"):
        value = said.get("text") if said.get("text") is not None else said.get("value")
        entry = given(
            {
                "value": members.text(value, f"{inner}.value"),
                "estimate": "true" if said.get("estimate") is True else "",
                "baseline": context.baseline(said.get("baseline"), f"{inner}.baseline"),
                "source": one_or_all(context.citations(said.get("citations"), f"{inner}.citations")),
                "note": members.texts(said.get("note"), f"{inner}.note"),
            }
        )
        key = members.text(said.get("key"), f"{inner}.key")
        found[key] = entry["value"] if set(entry) == {"value"} else entry
    return found


def _by_key(targets: Iterable[tuple[str, Value]]) -> Entries:
    """Return targets by their keys; several of one key as a list."""
    groups: dict[str, list[Value]] = {}
    for key, target in targets:
        groups.setdefault(key, []).append(target)
    return {key: group[0] if len(group) == 1 else group for key, group in groups.items()}
