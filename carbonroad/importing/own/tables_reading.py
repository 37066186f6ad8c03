"""Tables that this program wrote, back to a draft: everything that the tables carry, and nothing else."""

from carbonroad.importing.draft import Draft, Entries, Value, given, one_or_all
from carbonroad.importing.ids import Ids
from carbonroad.importing.own.own_tables import OwnRow, OwnTable, own_tables, split
from carbonroad.importing.own.tables_context import TablesContext, in_order, refs
from carbonroad.importing.own.tables_items import measure, milestone, work
from carbonroad.importing.own.tables_repeats import about_bodies, about_repeats
from carbonroad.importing.own.tables_strays import placed
from carbonroad.importing.own.tables_values import indicator, pathway
from carbonroad.importing.sheets.tables import Tables
from carbonroad.link.splitting import counted
from carbonroad.read.columns.whole import ROADMAP_ROWS
from carbonroad.read.vocabulary.words import ENUMERATIONS

_TOP = "top"
_TELLING = frozenset(
    ("timetable", "works", "indicators", "values", "measures", "industries", "pathways", "sources")
)
"""Tables by which an export is known; the others are short enough to be somebody else's."""
_TITLE_BLOCK = ("drawing_number", "creator", "checked", "approved", "department", "document_status", "access")


def is_own(tables: Tables) -> bool:
    """Whether tables are an export of this program, by their headers."""
    return not _TELLING.isdisjoint(own_tables(tables))


def own_draft(tables: Tables) -> Draft:
    """Return the draft of an export's tables."""
    found, findings, left_out = placed(own_tables(tables))
    about = _about(found.get("roadmap"))
    languages = about.get("languages", [])
    context = TablesContext(
        found, str(about.pop("lang", "")), tuple(map(str, languages)) if isinstance(languages, list) else ()
    )
    names = _names(context)
    parts = {name: _part(context, name) for name in names}
    top = parts.pop(_TOP, None)
    alone = top is None and len(parts) == 1
    content = next(iter(parts.values())) if alone else top or {}
    head: Entries = {"carbonroad": "1", **about}
    if alone:
        head["industry"] = names[0]
        parts = {}
    else:
        head["industries"] = list(parts)
    declared = given(
        {
            **head,
            "phases": _phases(context),
            "organisations": _bodies(context),
            "sources": _documents(context),
        }
    )
    if not alone:
        _declare_rest(context, declared)
    return Draft(
        given({**declared, **content, "x-left-out": "\n".join(left_out)}),
        parts,
        (*tables.findings, *findings, *about_repeats(found), *about_bodies(context)),
        tuple(one.source for one in tables.tables),
    )


def _about(table: OwnTable | None) -> Entries:
    """What the first sheet says of the whole."""
    made: Entries = {}
    for row in () if table is None else table.rows:
        name = row.text("key")
        column = next((one for one in ROADMAP_ROWS if name in (one.english, one.chinese)), None)
        if column is None or (column.computed and column.key != "lang"):
            continue
        text = row.text("value")
        if column.key == "languages":
            made["languages"] = [one.strip() for one in text.split(",")]
        elif column.words:
            made[column.key] = ENUMERATIONS[column.words].by_word.get(text, text)
        elif column.key == "title":
            made["title"] = row.value("value")
        else:
            made[column.key] = text
    title = made.get("title")
    if isinstance(title, dict) and "" in title:
        tagged = {
            str(made.get("lang", "en")): title[""],
            **{tag: words for tag, words in title.items() if tag},
        }
        languages = made.get("languages", [])
        made["title"] = in_order(tagged, tuple(map(str, languages)) if isinstance(languages, list) else ())
    return made


def _names(context: TablesContext) -> list[str]:
    """The parts in their order: as their table says, else as ids name them."""
    named = dict.fromkeys(row.text("id") for row in context.rows("industries"))
    for key in ("timetable", "works", "indicators", "measures"):
        named |= dict.fromkeys(row.text("id").partition(".")[0] for row in context.rows(key))
    return [name for name in named if name]


def _of(rows: tuple[OwnRow, ...], key: str, part: str) -> list[OwnRow]:
    return [row for row in rows if row.text(key).startswith(f"{part}.")]


def _part(context: TablesContext, part: str) -> Entries:
    """What stands in one file."""
    values: dict[str, list[OwnRow]] = {}
    for row in context.rows("values"):
        values.setdefault(row.text("indicator"), []).append(row)
    items = [
        row for row in _of(context.rows("timetable"), "id", part) if row.word("kind", "item") == "milestone"
    ]
    indicators = _of(context.rows("indicators"), "id", part)
    points = [row for row in context.rows("pathways") if row.text("industry") == part]
    return given(
        {
            **_heading(context, part),
            "pathway": pathway(context, part, points),
            "measures": [measure(context, row, part) for row in _of(context.rows("measures"), "id", part)],
            "milestones": [milestone(context, row, part) for row in items],
            "indicators": [
                indicator(context, row, part, values.get(row.text("id"), [])) for row in indicators
            ],
            "works": [work(context, row, part) for row in _of(context.rows("works"), "id", part)],
            "revisions": _revisions(context, part),
        }
    )


def _heading(context: TablesContext, part: str) -> Entries:
    row = next((row for row in context.rows("industries") if row.text("id") == part), None)
    if row is None:
        return {}
    block: Entries = {key.removeprefix("drawing_"): context.text(row, key) for key in _TITLE_BLOCK}
    return {
        "code": row.text("code"),
        "title": context.text(row, "title"),
        "note": context.text(row, "note"),
        **context.duties(row),
        "drawing": given(block),
    }


def _phases(context: TablesContext) -> list[Value]:
    return [
        given({
            "id": row.text("id"),
            "title": context.text(row, "title"),
            "years": row.text("years"),
            "zoom": row.text("zoom"),
        })
        for row in context.rows("phases")
    ]  # fmt: skip


def _bodies(context: TablesContext) -> Entries:
    return {
        row.text("id"): given({
            "title": context.text(row, "title"), "short": _shorts(context, row), "kind": row.text("kind")
        })
        for row in context.rows("bodies")
    }  # fmt: skip


def _shorts(context: TablesContext, row: OwnRow) -> Value:
    """Short names; the first of each language are one name in several languages, and so on."""
    value = context.text(row, "short")
    if isinstance(value, str):
        return one_or_all(row.listed("short"))
    tags = (
        {tag: split(str(words), chinese=row.chinese) for tag, words in value.items()}
        if isinstance(value, dict)
        else {}
    )
    longest = max((len(names) for names in tags.values()), default=0)
    made: list[Value] = [
        {tag: names[index] for tag, names in tags.items() if index < len(names)} for index in range(longest)
    ]
    return one_or_all(made)


def _documents(context: TablesContext) -> Entries:
    return {
        row.text("id"): given(
            {
                "title": context.text(row, "title"),
                "number": row.text("number"),
                "publisher": context.text(row, "publisher"),
                "issued": row.text("issued"),
                "published": row.text("published"),
                "url": row.text("url"),
                "note": context.text(row, "note"),
            }
        )
        for row in context.rows("sources")
    }


def _revisions(context: TablesContext, part: str) -> list[Value]:
    return [
        given(
            {
                "rev": row.text("rev"),
                "date": row.text("date"),
                "note": context.text(row, "note"),
                "by": row.text("by"),
                "items": refs(row, "items", part),
            }
        )
        for row in context.rows("revisions")
        if row.text("industry") == part
    ]


def _declare_rest(context: TablesContext, declared: Entries) -> None:
    """Declare what is named and stands in no table, so that a table alone is a draft without errors."""
    for key, names, known in (
        ("organisations", context.unknown, context.bodies),
        ("sources", context.unknown_documents, context.documents),
    ):
        ids = Ids()
        place = declared.setdefault(key, {}) if names else {}
        for name in names:
            ident = ids.named(name)
            if isinstance(place, dict) and name not in known and not counted(name):
                place[ident] = {"title": name}
