"""Members that no export writes: kept under `x-` names, and told."""

from carbonroad.base.texts.said import say
from carbonroad.importing.draft import Entries, Value
from carbonroad.importing.own.json_members import Json, Members

_DUTIES = {"owner", "lead", "support", "owner_basis"}
COMPUTED_OF_DOCUMENT = frozenset(
    ("tool", "format", "fingerprint", "balance", "parents", "above", "allocations", "schedule")
)
COMPUTED_OF_ITEM = frozenset(
    ("derived_status", "past_due", "reached_early", "not_reached", "due", "schedule")
)
"""Members that an export computes, and an import leaves aside."""
_ITEM = {
    *("id", "title", "deadline", "nature", "measure", "for", "if", "superseded_by", "citations", "note"),
    *("status", "finished", "reports", *_DUTIES, *COMPUTED_OF_ITEM),
}
_KNOWN: dict[str, set[str]] = {
    "document": {
        *("as_of", "name", "title", "region", "languages", "before_means", *COMPUTED_OF_DOCUMENT),
        *("phases", "organisations", "sources", "top", "industries", "links"),
    },
    "part": {
        *("id", "code", "title", "note", "measures", "revisions", "milestones", "works", "indicators"),
        *("pathway", "drawing", *_DUTIES),
    },
    "measures": {"id", "title", "citations", "note", *_DUTIES},
    "milestones": {*_ITEM, "goal", "indicator"},
    "works": {
        *_ITEM,
        *("kind", "takes", "duration_days", "start", "finish", "started", "progress", "stated_progress"),
        *("deliverable", "acceptance", "cost"),
    },
    "indicators": {
        *("id", "title", "unit", "unit_converted", "nature", "better", "baseline", "parent", "variable"),
        *("measure", "for", "targets", "unit_names", "change", "allocation", "actual", "citations", "note"),
        *_DUTIES,
    },
}


def unknown(members: Members, said: Json, kind: str, at: str) -> Entries:
    """Return what stands in a map and is none of an export's members, each under an `x-` key."""
    kept: Entries = {}
    for name, value in said.items():
        if name in _KNOWN[kind]:
            continue
        inner = f"{at}.{name}" if at else name
        key = name if name.startswith("x-") else f"x-{name}"
        kept[key] = _as_value(members, value, inner)
        members.tell(
            "unknown-member",
            inner,
            say("{member} is no member that an export has; it is kept as {key}.", member=inner, key=key),
            say("write it under a key of the format, or leave it"),
        )
    return kept


def _as_value(members: Members, value: object, at: str) -> Value:
    if isinstance(value, dict):
        return {str(key): _as_value(members, one, f"{at}.{key}") for key, one in value.items()}
    if isinstance(value, list):
        return [_as_value(members, one, f"{at}[{number}]") for number, one in enumerate(value)]
    return members.text(value, at)
