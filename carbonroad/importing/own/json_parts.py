"""Declarations, pathways, revisions and the title block of an exported document as entries of a file."""

from collections.abc import Callable

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.base.times.periods import parse_period
from carbonroad.importing.draft import Entries, Value, given, one_or_all
from carbonroad.importing.own.json_members import Json, Members
from carbonroad.importing.own.json_values import DocumentContext, years_of

_SERIES = ("actual", "target", "reference")
_AS_TYPED = {
    "at-least": "≥{low}",
    "more-than": ">{low}",
    "at-most": "≤{low}",
    "less-than": "<{low}",
    "around": "~{low}",
    "range": "{low}..{high}",
}


def pathway(context: DocumentContext, part: Json, at: str) -> Entries:
    """Return the emissions of a part; a range or a bound is written by its sign."""
    members, at = context.members, f"{at}.pathway"
    said = members.mapping(part.get("pathway"), at)
    series = {name: _series(members, said, name, f"{at}.{name}") for name in _SERIES}
    return given(
        {
            "unit": context.unit(said, at),
            "gas": members.text(said.get("gas"), f"{at}.gas"),
            "scope": members.texts(said.get("scope"), f"{at}.scope"),
            **series,
            "variable": members.text(said.get("variable"), f"{at}.variable"),
            "source": one_or_all(context.citations(said.get("citations"), f"{at}.citations")),
            "note": members.texts(said.get("note"), f"{at}.note"),
        }
    )


def _series(members: Members, said: Json, name: str, at: str) -> Entries:
    found: Entries = {}
    for point, inner in members.maps(said.get(name), at):
        year = members.text(point.get("year"), f"{inner}.year")
        numbers = {key: members.text(point.get(key), f"{inner}.{key}") for key in ("low", "high")}
        typed = _AS_TYPED.get(str(point.get("kind")), "")
        value = typed.format(**numbers) if typed else members.text(point.get("value"), f"{inner}.value")
        if year and value:
            found[year] = value
    return found


def revisions(context: DocumentContext, part: Json, ident: str, at: str) -> list[Value]:
    """Return the revision table of a part."""
    members, at = context.members, f"{at}.revisions"
    return [
        given(
            {
                "rev": members.text(one.get("rev"), f"{inner}.rev"),
                "date": members.text(one.get("date"), f"{inner}.date"),
                "note": members.texts(one.get("note"), f"{inner}.note"),
                "by": members.text(one.get("by"), f"{inner}.by"),
                "items": list(context.references(one.get("items"), ident, f"{inner}.items")),
            }
        )
        for one, inner in members.maps(part.get("revisions"), at)
    ]


def title_block(members: Members, part: Json, at: str) -> Entries:
    """Return the drawing's title block."""
    at = f"{at}.drawing"
    said = members.mapping(part.get("drawing"), at)
    plain = {key: members.text(said.get(key), f"{at}.{key}") for key in _PLAIN}
    return given(
        plain | {key: members.texts(said.get(key), f"{at}.{key}") for key in _TEXTS},
    )


_PLAIN, _TEXTS = ("number", "creator", "checked", "approved"), ("department", "document_status", "access")


def phase(members: Members, said: Json, at: str) -> Entries:
    """Return a phase with its years."""
    days = [members.text(said.get(key), f"{at}.{key}") for key in ("start", "finish")]
    told_as_own(members, said, members.text(said.get("id"), f"{at}.id"), at)
    return given(
        {
            "id": members.text(said.get("id"), f"{at}.id"),
            "title": members.title(said, at),
            "years": years_of(*days),
            "zoom": members.text(said.get("zoom"), f"{at}.zoom"),
        }
    )


def periods(found: Json, members: Members) -> tuple[NamedPeriod, ...]:
    """Return the phases by which the words of deadlines are read."""
    made = []
    for one, at in members.maps(found.get("phases"), "phases"):
        days = [parse_period(members.text(one.get(key), f"{at}.{key}")) for key in ("start", "finish")]
        first, last = days
        if isinstance(first, Refusal) or isinstance(last, Refusal):
            members.wrong(at, say("its first and its last day are wanted"))
            continue
        titles = members.texts(one.get("title"), f"{at}.title")
        words = [titles] if isinstance(titles, str) else [str(value) for value in _values(titles)]
        named = NamedPeriod(
            members.text(one.get("id"), f"{at}.id"), tuple(dict.fromkeys(words)), first.first, last.last
        )
        made.append(named)
    return tuple(made)


def _values(texts: Value) -> list[Value]:
    return list(texts.values()) if isinstance(texts, dict) else []


def declared(
    found: Json, members: Members, kind: str, make: Callable[[Members, Json, str], Entries]
) -> Entries:
    """Return what the top file declares by id: organisations, sources."""
    made: Entries = {}
    for one, at in members.maps(found.get(kind), kind):
        ident = members.text(one.get("id"), f"{at}.id")
        if ident:
            made[ident] = make(members, one, at)
            told_as_own(members, one, ident, at)
    return made


def told_as_own(members: Members, one: Json, ident: str, at: str) -> None:
    """Say of what another roadmap declares that the draft declares it itself: it may stand alone."""
    home = members.text(one.get("from"), f"{at}.from")
    if home:
        members.tell(
            "foreign-entry",
            at,
            say("{name} is inherited from {home}; the draft declares it itself.", name=ident, home=home),
            say("name the parent with {key} and take it out, to inherit it again", key="parent"),
        )


def organisation(members: Members, said: Json, at: str) -> Entries:
    """Return a body; several short names are a list."""
    short = [
        members.texts(one, f"{at}.short[{number}]")
        for number, one in enumerate(members.sequence(said.get("short"), f"{at}.short"))
    ]
    return given(
        {
            "title": members.title(said, at),
            "short": one_or_all(short),
            "kind": members.text(said.get("kind"), f"{at}.kind"),
        }
    )


def document(members: Members, said: Json, at: str) -> Entries:
    """Return a source."""
    plain = {key: members.text(said.get(key), f"{at}.{key}") for key in ("number", "issued", "published")}
    return given(
        {
            "title": members.title(said, at),
            "publisher": members.texts(said.get("publisher"), f"{at}.publisher"),
            **plain,
            "url": members.text(said.get("url"), f"{at}.url"),
            "note": members.texts(said.get("note"), f"{at}.note"),
        }
    )
