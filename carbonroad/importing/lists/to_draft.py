"""The tables of a spreadsheet or a CSV file to a draft."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.importing.draft import DUTIES, Draft, Entries, one_or_all
from carbonroad.importing.lists.cells import is_empty, unreadable, words_of
from carbonroad.importing.lists.context import Context, looks_chinese
from carbonroad.importing.lists.part import Part
from carbonroad.importing.lists.section_reader import SectionReader
from carbonroad.importing.lists.sections import Section, is_chosen, sections_of
from carbonroad.importing.lists.unmet import about_unmet
from carbonroad.importing.options import PLAIN, Options
from carbonroad.importing.sheets.tables import Tables

_NUMBERS = lazy_pattern(r"[,，、;；\s]+")


def draft_of_tables(read: Tables, stem: str, options: Options = PLAIN) -> Draft:
    """Return the draft of a file's tables.

    Args:
        read: Its tables.
        stem: The file's name without its ending, for want of a title.
        options: What the user said.
    """
    made = sections_of(read.tables, options)
    texts = [header for section in made.sections for path in section.header.paths for header in path]
    context = Context(options, looks_chinese([*texts, stem]))
    skipped = {one.span.path for one in made.findings if one.name == "left-out"}
    others = skipped | {
        table.source.path
        for number, table in enumerate(read.tables, 1)
        if options.sheets and not is_chosen(table, number, options.sheets)
    }
    context.findings += [one for one in read.findings if one.span.path not in others]
    context.findings += [*made.findings, *about_unmet(read.tables, made.sections, options)]
    for section in made.sections:
        _meet_bodies(section, context)
    context.bodies.settle()
    parts: dict[str, Part] = {"": Part("")}
    for section in made.sections:
        SectionReader(section, context, parts).read()
    for part in parts.values():
        _link(part, context)
    context.findings += context.bodies.slips()
    return _draft(made.sections, parts, context, stem)._replace(sources=tuple(t.source for t in read.tables))


def _meet_bodies(section: Section, context: Context) -> None:
    columns = [column for column in section.columns if column.key in DUTIES]
    for row in section.rows:
        for column in columns:
            cell = row.cells[column.at] if row.kind == "item" and column.at < len(row.cells) else None
            if cell is not None and not is_empty(cell):
                context.bodies.meet(cell)


def _link(part: Part, context: Context) -> None:
    """Turn the numbers that items wait for into ids."""
    for item, cell, header in part.waiting:
        numbers = [number for number in _NUMBERS.split(words_of(cell)) if number]
        ids = [part.numbers.get(number, "") for number in numbers]
        if all(ids) and item["id"] not in ids:
            item["after"] = one_or_all(ids)
            continue
        help_ = say("write after: with the ids of the draft")
        context.report(cell, unreadable(cell, say("a list of numbers of this table"), help_))
        note = item.pop("note", "")
        words = context.labelled(header, words_of(cell))
        item["note"] = f"{note}{context.word('join')}{words}" if note else words


def _draft(sections: tuple[Section, ...], parts: dict[str, Part], context: Context, stem: str) -> Draft:
    options = context.options
    several = any(section.field for section in sections)
    above = "" if several else next((section.title for section in sections if section.title), "")
    title = options.title or above or stem
    top: Entries = {
        "carbonroad": "1",
        "title": title,
        "languages": ["zh" if context.zh else "en"],
    }
    common = parts.pop("").entries()
    if any(part.title for part in parts.values()):
        top["industries"] = list(parts)
    phases, bodies, sources = context.phases(), context.bodies.declared(), context.documents()
    for key, value in (("phases", phases), ("organisations", bodies), ("sources", sources)):
        if value:
            top[key] = value
    files = {name: part.entries() for name, part in parts.items()}
    return Draft({**top, **common}, files, tuple(context.findings))
