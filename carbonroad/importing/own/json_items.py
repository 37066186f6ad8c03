"""Milestones, works, measures, indicators and targets of an exported document as entries of a file."""

from collections.abc import Iterable, Iterator

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.base.values.units import Unit, parse_unit
from carbonroad.importing.draft import Entries, Value, given, one_or_all
from carbonroad.importing.own.json_duties import Duty, read_duty, stated
from carbonroad.importing.own.json_members import Json
from carbonroad.importing.own.json_values import DocumentContext, is_change

Links = dict[str, list[tuple[Json, str]]]
"""Qualified id of a successor → the links to it that its `after` states, each with its place."""


class PartReader(NamedTuple):
    """Reads the items of one part of the document.

    Attributes:
        context: What words are read by.
        part: Its id.
        duty: What its file states for all.
        links: Of the whole document.
        measures: The duties of all measures, by qualified id.
    """

    context: DocumentContext
    part: str
    duty: Duty
    links: Links
    measures: dict[str, Duty]

    def milestone(self, said: Json, at: str) -> Entries:
        """Return a milestone."""
        members, context = self.context.members, self.context
        head, deadline, condition = self._head(said, at)
        if "deadline" not in deadline:
            members.wrong(f"{at}.deadline", say("a milestone needs one"))
            deadline = {"deadline": "not stated", **deadline}
        indicators = context.references(said.get("indicator"), self.part, f"{at}.indicator")
        return given(
            {
                **head,
                **deadline,
                **self._duties(said, at),
                "nature": members.text(said.get("nature"), f"{at}.nature"),
                "after": self._after(said, at),
                "if": condition,
                "for": one_or_all(self._refs(said, "for", at)),
                "measure": context.reference(said.get("measure"), self.part, f"{at}.measure"),
                "indicator": one_or_all(indicators),
                "goal": members.text(said.get("goal"), f"{at}.goal"),
                **self._state(said, at),
            }
        )

    def work(self, said: Json, at: str) -> Entries:
        """Return a work package."""
        members, context = self.context.members, self.context
        head, deadline, condition = self._head(said, at)
        reports = self._reports(said, at)
        reported = any("progress" in one for one in reports if isinstance(one, dict))
        key = "stated_progress" if reported else "progress"
        days = {end: members.text(said.get(end), f"{at}.{end}") for end in ("start", "finish")}
        cost = members.mapping(said.get("cost"), f"{at}.cost")
        return given(
            {
                **head,
                "takes": context.length(said.get("takes"), f"{at}.takes"),
                **days,
                **deadline,
                **self._duties(said, at),
                "after": self._after(said, at),
                "if": condition,
                "for": one_or_all(self._refs(said, "for", at)),
                "measure": context.reference(said.get("measure"), self.part, f"{at}.measure"),
                "deliverable": members.texts(said.get("deliverable"), f"{at}.deliverable"),
                "acceptance": members.texts(said.get("acceptance"), f"{at}.acceptance"),
                "cost": members.text(cost.get("text"), f"{at}.cost.text"),
                "started": members.text(said.get("started"), f"{at}.started"),
                "progress": members.text(said.get(key), f"{at}.{key}"),
                **self._state(said, at),
            }
        )

    def measure(self, said: Json, at: str) -> Entries:
        """Return a measure."""
        members = self.context.members
        return given(
            {
                "id": members.text(said.get("id"), f"{at}.id"),
                "title": members.texts(said.get("title"), f"{at}.title"),
                **stated(read_duty(members, said, at), self.duty),
                "source": one_or_all(self.context.citations(said.get("citations"), f"{at}.citations")),
                "note": members.texts(said.get("note"), f"{at}.note"),
            }
        )

    def indicator(self, said: Json, at: str) -> Entries:
        """Return an indicator with its targets and measured values."""
        members, context = self.context.members, self.context
        unit = members.text(said.get("unit"), f"{at}.unit")
        targets = list(self._targets(said, parse_unit(unit) if unit else None, at))
        actual = self._actual(said, at)
        return given(
            {
                "id": members.text(said.get("id"), f"{at}.id"),
                "title": members.texts(said.get("title"), f"{at}.title"),
                "unit": context.unit(said, at),
                **self._duties(said, at),
                "nature": members.text(said.get("nature"), f"{at}.nature"),
                "better": members.text(said.get("better"), f"{at}.better"),
                "baseline": context.baseline(said.get("baseline"), f"{at}.baseline"),
                "change": members.text(said.get("change"), f"{at}.change"),
                "allocation": self._allocation(said, at),
                "for": one_or_all(self._refs(said, "for", at)),
                "measure": context.reference(said.get("measure"), self.part, f"{at}.measure"),
                "parent": context.reference(said.get("parent"), self.part, f"{at}.parent").removeprefix(
                    "top."
                ),
                "variable": members.text(said.get("variable"), f"{at}.variable"),
                "actual": actual,
                "targets": by_key(targets),
                "source": one_or_all(context.citations(said.get("citations"), f"{at}.citations")),
                "note": members.texts(said.get("note"), f"{at}.note"),
            }
        )

    def _targets(self, indicator: Json, unit: Unit | None, at: str) -> Iterator[tuple[str, Value]]:
        members = self.context.members
        own = read_duty(members, indicator, at)
        for said, inner in members.maps(indicator.get("targets"), f"{at}.targets"):
            key = members.text(said.get("key"), f"{inner}.key")
            entry = self._target(said, unit, inner, own, change=indicator.get("change"))
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

    def _target(self, said: Json, unit: Unit | None, at: str, duty: Duty, *, change: object) -> Entries:
        members, context = self.context.members, self.context
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
                **_under_key(deadline),
                **stated(read_duty(members, said, at), duty),
                "nature": members.text(said.get("nature"), f"{at}.nature"),
                **self._state(said, at),
            }
        )

    def _allocation(self, indicator: Json, at: str) -> Value:
        """How its targets are divided among the roadmaps below."""
        members, at = self.context.members, f"{at}.allocation"
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

    def _actual(self, indicator: Json, at: str) -> Value:
        members, context = self.context.members, self.context
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

    def _head(self, said: Json, at: str) -> tuple[Entries, Entries, str]:
        """Id and title, the deadline, and the `if` that the deadline's words do not name themselves."""
        members = self.context.members
        deadline, kind = self.context.deadline(said.get("deadline"), f"{at}.deadline")
        head: Entries = {
            "id": members.text(said.get("id"), f"{at}.id"),
            "title": members.texts(said.get("title"), f"{at}.title"),
        }
        condition = (
            "" if kind == "conditional" else self.context.reference(said.get("if"), self.part, f"{at}.if")
        )
        return head, _under_key(deadline), condition

    def _duties(self, said: Json, at: str) -> Entries:
        lane = self.measures.get(str(said.get("measure") or ""), self.duty)
        return stated(read_duty(self.context.members, said, at), lane)

    def _refs(self, said: Json, key: str, at: str) -> list[str]:
        return self.context.references(said.get(key), self.part, f"{at}.{key}")

    def _after(self, said: Json, at: str) -> Value:
        ident = self.context.members.text(said.get("id"), f"{at}.id")
        made = (self._link(*one) for one in self.links.get(f"{self.part}.{ident}", ()))
        found: list[Value] = [one for one in made if one]
        return found[0] if len(found) == 1 and isinstance(found[0], str) else found

    def _link(self, link: Json, at: str) -> Value:
        members = self.context.members
        kind = members.text(link.get("type"), f"{at}.type")
        basis = members.text(link.get("basis"), f"{at}.basis")
        entry = given(
            {
                "id": self.context.reference(link.get("from"), self.part, f"{at}.from"),
                "type": "" if kind == "FS" else kind,
                "lag": self.context.length(link.get("lag"), f"{at}.lag"),
                "basis": "" if basis == "stated" else basis,
                "source": one_or_all(self.context.citations(link.get("citations"), f"{at}.citations")),
                "note": members.texts(link.get("note"), f"{at}.note"),
            }
        )
        if "id" not in entry:
            return ""
        return entry["id"] if set(entry) == {"id"} else entry

    def _state(self, said: Json, at: str) -> Entries:
        """What became of an item, and where it comes from."""
        members = self.context.members
        finished = said.get("finished")
        done: Value = (
            {term: members.text(day, f"{at}.finished") for term, day in finished.items()}
            if isinstance(finished, dict)
            else members.text(finished, f"{at}.finished")
        )
        return {
            "status": members.text(said.get("status"), f"{at}.status"),
            "finished": done,
            "reports": self._reports(said, at),
            "superseded_by": self.context.reference(
                said.get("superseded_by"), self.part, f"{at}.superseded_by"
            ),
            "source": one_or_all(self.context.citations(said.get("citations"), f"{at}.citations")),
            "note": members.texts(said.get("note"), f"{at}.note"),
        }

    def _reports(self, said: Json, at: str) -> list[Value]:
        members = self.context.members
        return [
            given(
                {
                    "date": members.text(one.get("date"), f"{inner}.date"),
                    "progress": members.text(one.get("progress"), f"{inner}.progress"),
                    "status": members.text(one.get("status"), f"{inner}.status"),
                    "note": members.texts(one.get("note"), f"{inner}.note"),
                    "source": one_or_all(self.context.citations(one.get("citations"), f"{inner}.citations")),
                }
            )
            for one, inner in members.maps(said.get("reports"), f"{at}.reports")
        ]


def _under_key(deadline: Value) -> Entries:
    """A deadline under its key; what no rule reads stands under a key that is kept and left aside."""
    if isinstance(deadline, dict) and "x-deadline" in deadline:
        return deadline
    return given({"deadline": deadline})


def by_key(targets: Iterable[tuple[str, Value]]) -> Entries:
    """Return targets by their keys; several of one key as a list."""
    groups: dict[str, list[Value]] = {}
    for key, target in targets:
        groups.setdefault(key, []).append(target)
    return {key: group[0] if len(group) == 1 else group for key, group in groups.items()}
