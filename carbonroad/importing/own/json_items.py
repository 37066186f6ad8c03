"""Milestones, works and measures of an exported document as entries of a file."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.importing.draft import Entries, Value, given, one_or_all
from carbonroad.importing.own.json_duties import Duty, read_duty, stated
from carbonroad.importing.own.json_members import Json
from carbonroad.importing.own.json_values import DocumentContext

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
                **self.duties(said, at),
                "nature": members.text(said.get("nature"), f"{at}.nature"),
                "after": self._after(said, at),
                "if": condition,
                "for": one_or_all(self.refs(said, "for", at)),
                "measure": context.reference(said.get("measure"), self.part, f"{at}.measure"),
                "indicator": one_or_all(indicators),
                "goal": members.text(said.get("goal"), f"{at}.goal"),
                **self.state(said, at),
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
                **self.duties(said, at),
                "after": self._after(said, at),
                "if": condition,
                "for": one_or_all(self.refs(said, "for", at)),
                "measure": context.reference(said.get("measure"), self.part, f"{at}.measure"),
                "deliverable": members.texts(said.get("deliverable"), f"{at}.deliverable"),
                "acceptance": members.texts(said.get("acceptance"), f"{at}.acceptance"),
                "cost": members.text(cost.get("text"), f"{at}.cost.text"),
                "started": members.text(said.get("started"), f"{at}.started"),
                "progress": members.text(said.get(key), f"{at}.{key}"),
                **self.state(said, at),
            }
        )

    def measure(self, said: Json, at: str) -> Entries:
        """Return a measure."""
        members = self.context.members
        return given(
            {
                "id": members.text(said.get("id"), f"{at}.id"),
                "title": members.title(said, at),
                **stated(read_duty(members, said, at), self.duty),
                "source": one_or_all(self.context.citations(said.get("citations"), f"{at}.citations")),
                "note": members.texts(said.get("note"), f"{at}.note"),
            }
        )

    def _head(self, said: Json, at: str) -> tuple[Entries, Entries, str]:
        """Id and title, the deadline, and the `if` that the deadline's words do not name themselves."""
        members = self.context.members
        deadline, kind = self.context.deadline(said.get("deadline"), f"{at}.deadline")
        head: Entries = {
            "id": members.text(said.get("id"), f"{at}.id"),
            "title": members.title(said, at),
        }
        condition = (
            "" if kind == "conditional" else self.context.reference(said.get("if"), self.part, f"{at}.if")
        )
        return head, under_key(deadline), condition

    def duties(self, said: Json, at: str) -> Entries:
        """Return the duties that are an item's own."""
        lane = self.measures.get(str(said.get("measure") or ""), self.duty)
        return stated(read_duty(self.context.members, said, at), lane)

    def refs(self, said: Json, key: str, at: str) -> list[str]:
        """Return the references of a member, as they are typed in the part."""
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

    def state(self, said: Json, at: str) -> Entries:
        """Return what became of an item, and where it comes from."""
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


def under_key(deadline: Value) -> Entries:
    """Return a deadline under its key; what no rule reads stands under a key that is kept and left aside."""
    if isinstance(deadline, dict) and "x-deadline" in deadline:
        return deadline
    return given({"deadline": deadline})
