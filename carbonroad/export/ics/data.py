"""What a calendar carries for `import`: the roadmap's data in properties that others pass over."""

import json
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from carbonroad.base.texts.json_escapes import escaped
from carbonroad.export.format import Exported
from carbonroad.export.json_export import export_json
from carbonroad.export.json_values import Json
from carbonroad.importing.own.json_unknown import COMPUTED_OF_DOCUMENT, COMPUTED_OF_ITEM
from carbonroad.link.library import Documents

_COMPUTED = frozenset((
    *COMPUTED_OF_DOCUMENT, *COMPUTED_OF_ITEM, "declared", "track", "duration_days", "lag_days",
    "unit_converted", "measured_in", "yearly", "low", "high",
))  # fmt: skip
_LONG = frozenset(("note", "url", "evidence", "deliverable", "acceptance", "revisions", "drawing"))
_DECLARED = ("phases", "organisations", "sources")
_LISTS = ("milestones", "works")


class Carried:
    """The data of a roadmap in pieces: what all entries share, and each item by its qualified id."""

    def __init__(self, exported: Exported) -> None:
        self._documents = Documents(exported.system.documents)
        whole = _lean(export_json(exported.system, exported.facts, exported.version))
        for part in (whole.get("top") or {}, *whole.get("industries", ())):
            for measure in part.get("measures", ()):
                measure.pop("citations", None)
        self.items: dict[str, Json] = {}
        self.parts: list[Json] = []
        self.links: dict[str, list[Json]] = {}
        for link in whole.pop("links", ()):
            link.pop("citations", None)
            if link.get("by") == "after":
                self.links.setdefault(link["to"], []).append(link)
        top = whole.pop("top", None)
        for part in (*([top] if top else ()), *whole.pop("industries", ())):
            self._take(part)
        self.head = whole

    def _take(self, part: Json) -> None:
        home = part["id"]
        for kind in _LISTS:
            for one in part.pop(kind, ()):
                ref = f"{home}.{one['id']}"
                self.items[ref] = {"in": home, "list": kind, **one}
                if ref in self.links:
                    self.items[ref]["links"] = self.links[ref]
        for indicator in part.get("indicators", ()):
            for said in (indicator, *indicator.get("actual", ())):
                said.pop("citations", None)
            targets = indicator.get("targets", ())
            indicator["targets"] = [one for one in targets if not one.get("listed")]
            for target in targets:
                said = {"in": home, "list": "targets", "of": indicator["id"], **target}
                self.items[f"{home}.{target['id']}"] = said
        self.parts.append(part)

    def item(self, ref: str, among: Collection[str]) -> str:
        """Return an item's data, with the links to those it stands among."""
        data = self.items[ref]
        links = [link for link in data.get("links", ()) if link["from"] in among]
        return as_text(
            {key: one for key, one in data.items() if key != "links"} | ({"links": links} if links else {})
        )

    def shared(self, refs: Collection[str], hidden: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield name and value of the calendar's own properties.

        Args:
            refs: All items that it carries.
            hidden: Those of them that it does not show.
        """
        items = [self.items[ref] for ref in refs]
        homes = {"top", *(one["in"] for one in items)}
        measured = {f"{one['in']}.{one['of']}" for one in items if "of" in one}
        measured |= {ref for one in items for ref in one.get("indicator", ())}
        cited = self._cited(items)
        head = {key: value for key, value in self.head.items() if key not in _DECLARED}
        yield "X-CARBONROAD-ROADMAP", as_text(head)
        for name in _DECLARED:
            for one in self.head.get(name, ()):
                if name != "sources" or one["id"] in cited:
                    yield f"X-CARBONROAD-{name[:-1].upper()}", as_text(one)
        for part in self.parts:
            if part["id"] in homes:
                lean = {key: one for key, one in part.items() if key not in ("indicators", "pathway")}
                yield "X-CARBONROAD-PART", as_text(lean)
                for one in part.get("indicators", ()):
                    if f"{part['id']}.{one['id']}" in measured:
                        yield "X-CARBONROAD-INDICATOR", as_text({"in": part["id"], **one})
        for ref in hidden:
            yield "X-CARBONROAD-ITEM", self.item(ref, refs)

    def _cited(self, items: Iterable[Json]) -> set[str]:
        """The documents, by id, that items, their reports and the targets of indicators cite."""
        indicators = (one for part in self.parts for one in part.get("indicators", ()))
        targets = (target for one in indicators for target in one.get("targets", ()))
        named = {
            citation["source"]
            for one in chain(items, targets)
            for said in (one, *one.get("reports", ()))
            for citation in said.get("citations", ())
        }
        found = map(self._documents.find, named)
        return {document.id for document in found if document is not None}


def as_text(data: Json) -> str:
    """Return compact JSON, in which no line ends and what cannot be seen stands by its number."""
    return escaped(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _lean(value: Json) -> Json:
    return {key: _short(one) for key, one in value.items() if key not in _COMPUTED and _says(key, one)}


def _says(key: str, value: object) -> bool:
    """Whether a member says something; of what is false, only whether a value is a change does."""
    return value not in (None, [], {}) and (value is not False or key == "change") and key not in _LONG


def _short(value: object) -> object:
    if isinstance(value, dict):
        return _lean(value)
    return [_short(one) for one in value] if isinstance(value, list) else value
