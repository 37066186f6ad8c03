"""The JSON that `export --to json` writes, read back: what was written returns, the computed is left."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.importing.draft import Draft, Entries, given, one_or_all
from carbonroad.importing.own import json_parts
from carbonroad.importing.own.json_duties import Duty, of_file, read_duty
from carbonroad.importing.own.json_indicators import indicator
from carbonroad.importing.own.json_items import Links, PartReader
from carbonroad.importing.own.json_members import Json, Members
from carbonroad.importing.own.json_unknown import unknown
from carbonroad.importing.own.json_values import DocumentContext
from carbonroad.source.text import from_bytes

NEWEST = 1
"""The newest format of the document that is understood."""
_TOP = "top"


def read_own_json(data: bytes, name: str) -> Draft:
    """Return the draft of an exported JSON document; without entries, but a finding, where it is none."""
    source = from_bytes(data, name)
    if isinstance(source, Finding):
        return Draft({}, {}, (source,))
    members = Members(source)
    found = _document(members)
    top, industries = ({}, {}) if found is None else document_draft(found, members)
    return Draft(top, industries, tuple(members.findings), (source,))


def _document(members: Members) -> Json | None:
    """The document, if it is one; what it is instead is told."""
    try:
        found = json.loads(members.source.text)
    except (ValueError, RecursionError) as problem:
        why = str(problem) if isinstance(problem, json.JSONDecodeError) else type(problem).__name__
        message = say("This is no JSON that can be read: {why}.", why=why)
        members.tell("damaged-export", "", message, say("export the roadmap again"))
        return None
    if not isinstance(found, dict) or "industries" not in found or "format" not in found:
        help_ = say("write one with {command}", command="carbonroad export --to json")
        members.tell("damaged-export", "", say("This JSON is no export of a roadmap."), help_)
        return None
    if found["format"] != NEWEST:
        known = say(
            "This is format {format} of the export; {n} is known.", format=str(found["format"])[:20], n=NEWEST
        )
        help_ = say("import it with the version of the program that wrote it")
        members.tell("damaged-export", "format", known, help_)
        return None
    return found


def document_draft(found: Json, members: Members) -> tuple[Entries, dict[str, Entries]]:
    """Return a document's top file and its industries by name; with a lone file, no industries."""
    languages = members.strings(found.get("languages"), "languages")
    members.language = languages[0] if languages else ""
    reader = _DocumentReader(found, members)
    made = {
        ident: reader.part(part, at, ident)
        for part, at in members.maps(found.get("industries"), "industries")
        if (ident := members.text(part.get("id"), f"{at}.id"))
    }
    top = members.mapping(found.get("top"), "top")
    head = _head(found, members, languages)
    if not top and len(made) == 1:
        ident, alone = next(iter(made.items()))
        title = alone.pop("title", "")
        return {**head, "industry": ident, **given({"title": title or head.get("title", "")}), **alone}, {}
    mine = reader.part(top, "top", _TOP) if top else {}
    mine.pop("title", None)
    mine.pop("code", None)
    return {**head, **given({"industries": list(made)}), **mine}, made


class _DocumentReader:
    """Turns parts of a document into entries, with what all of them share."""

    def __init__(self, found: Json, members: Members) -> None:
        phases = json_parts.periods(found, members)
        industries = [
            (part, at, members.text(part.get("id"), f"{at}.id"))
            for part, at in members.maps(found.get("industries"), "industries")
        ]
        top = members.mapping(found.get("top"), "top")
        self.parts = [*([(top, "top", _TOP)] if top else []), *industries]
        exclusive = found.get("before_means") == "exclusive"
        self.context = DocumentContext(members, phases, exclusive, frozenset(self._names()))
        self.duties = {ident: of_file(members, part, at) for part, at, ident in self.parts}
        self.measures = self._measures()
        self.links = self._links(found)

    def _names(self) -> Iterator[str]:
        for part, _, ident in self.parts:
            for kind in ("milestones", "works", "indicators", "measures"):
                for one in _maps(part.get(kind)):
                    yield f"{ident}.{one.get('id')}"
                    for target in _maps(one.get("targets")):
                        yield f"{ident}.{target.get('id')}"

    def _measures(self) -> dict[str, Duty]:
        members = self.context.members
        found = {}
        for part, at, ident in self.parts:
            for one, inner in members.maps(part.get("measures"), f"{at}.measures"):
                own = read_duty(members, one, inner)
                said = self.duties[ident].said or not own.nobody
                found[f"{ident}.{members.text(one.get('id'), inner)}"] = own._replace(said=said)
        return found

    def _links(self, found: Json) -> Links:
        members = self.context.members
        links: Links = {}
        for link, at in members.maps(found.get("links"), "links"):
            if link.get("by") != "for":
                links.setdefault(members.text(link.get("to"), f"{at}.to"), []).append((link, at))
        return links

    def part(self, part: Json, at: str, ident: str) -> Entries:
        """Return one file's entries."""
        members, context, duty = self.context.members, self.context, self.duties[ident]
        items = PartReader(context, ident, duty, self.links, self.measures)
        makers: dict[str, Callable[[Json, str], Entries]] = {
            "indicators": partial(indicator, items),
            "measures": items.measure,
            "milestones": items.milestone,
            "works": items.work,
        }
        lists: Entries = {
            kind: [
                make(one, inner) | unknown(members, one, kind, inner)
                for one, inner in members.maps(part.get(kind), f"{at}.{kind}")
            ]
            for kind, make in makers.items()
        }
        return given(
            {
                "code": members.text(part.get("code"), f"{at}.code"),
                "title": members.texts(part.get("title"), f"{at}.title"),
                "note": members.texts(part.get("note"), f"{at}.note"),
                "owner": "none" if duty.nobody and duty.said else one_or_all(duty.owner),
                "lead": one_or_all(duty.lead),
                "support": one_or_all(duty.support),
                "owner_basis": duty.basis if duty.basis != "stated" else "",
                "pathway": json_parts.pathway(context, part, at),
                **lists,
                "revisions": json_parts.revisions(context, part, ident, at),
                "drawing": json_parts.title_block(members, part, at),
                **unknown(members, part, "part", at),
            }
        )


def _maps(value: object) -> list[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _head(found: Json, members: Members, languages: list[str]) -> Entries:
    return given(
        {
            "carbonroad": "1",
            "title": members.texts(found.get("title"), "title"),
            "region": members.text(found.get("region"), "region"),
            "languages": list(languages),
            "as_of": members.text(found.get("as_of"), "as_of"),
            "before_means": members.text(found.get("before_means"), "before_means"),
            "phases": [
                json_parts.phase(members, one, at) for one, at in members.maps(found.get("phases"), "phases")
            ],
            "organisations": json_parts.declared(found, members, "organisations", json_parts.organisation),
            "sources": json_parts.declared(found, members, "sources", json_parts.document),
            **unknown(members, found, "document", ""),
        }
    )
