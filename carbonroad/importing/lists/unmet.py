"""What a call names and the file does not have: sheets, and columns of `--map`."""

from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.lists.columns import is_called
from carbonroad.importing.lists.sections import Section, is_chosen
from carbonroad.importing.options import Options
from carbonroad.importing.sheets.tables import Table

_SHOWN = 30
"""Names that are listed at most."""


def about_unmet(
    tables: tuple[Table, ...], sections: tuple[Section, ...], options: Options
) -> Iterator[Finding]:
    """Return a finding for each name in the call that nothing in the file has."""
    if not tables:
        return
    span = Span(tables[0].source.path, 0, 0)
    for name in options.sheets:
        if not any(is_chosen(table, number, (name,)) for number, table in enumerate(tables, 1)):
            names = ", ".join(table.name for table in tables[:_SHOWN])
            message = say('The file has no sheet "{name}".', name=name)
            help_ = say("its sheets are {names}; a number counts from 1", names=names)
            yield found(BY_NAME["not-in-file"], span, message, help_=help_)
    heads = [pair for section in sections for pair in enumerate(section.header.paths)]
    for name, _ in options.maps if sections else ():
        if not any(is_called(name, index, path) for index, path in heads):
            names = ", ".join(dict.fromkeys(path[-1] for _, path in heads if path))
            message = say('No column is called "{name}".', name=name)
            help_ = say("the headers are {names}; a letter such as D names a column too", names=names)
            yield found(BY_NAME["not-in-file"], span, message, help_=help_)
