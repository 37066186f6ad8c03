"""What a table does not say and has to be assumed: what years alone mean, and decimal commas."""

from carbonroad.base.said import say, sayable
from carbonroad.importing.lists.cells import Problem, words_of
from carbonroad.importing.lists.cells_values import decimal_commas, with_point
from carbonroad.importing.lists.context import Context
from carbonroad.importing.lists.sections import Section

_TAKEN = {
    "actual": sayable("No word says what stands below {years}; it was taken for measured values."),
    "target": sayable("No word says what stands below {years}; it was taken for targets."),
}


def about_years(section: Section, used: frozenset[int], context: Context) -> None:
    """Say what years that stand alone over values were taken for."""
    for key, message in _TAKEN.items():
        bare = [
            one
            for one in section.columns
            if one.meaning.bare and one.key == key and one.at in used and not one.mapped
        ]
        if not bare:
            continue
        cell = section.table.rows[section.header.end - 1][bare[0].at]
        names = ", ".join(column.meaning.period for column in bare)
        other = "actual" if key == "target" else "target"
        help_ = say('if not, say so with --map "{year}={key} {year}"', year=bare[0].meaning.period, key=other)
        context.report(cell, Problem("assumed", say(message, years=names), help_))


def with_points(section: Section, context: Context) -> None:
    """Read decimal commas, where the table has such, and say so."""
    columns = [
        one.at for one in section.columns if one.meaning.period or one.key in ("target", "actual", "baseline")
    ]
    cells = [
        row.cells[at] for row in section.rows if row.kind == "item" for at in columns if at < len(row.cells)
    ]
    if not decimal_commas([words_of(cell) for cell in cells]):
        return
    first = next(cell for cell in cells if "," in cell.text)
    message = say(
        'Numbers such as "{words}" in {cell} were read with a decimal comma.',
        words=words_of(first),
        cell=first.reference,
    )
    context.report(first, Problem("assumed", message, say("write a decimal point if that is wrong")))
    for number, row in enumerate(section.rows):
        changed = tuple(
            cell._replace(text=with_point(words_of(cell))) if at in columns else cell
            for at, cell in enumerate(row.cells)
        )
        section.rows[number] = row._replace(cells=changed)
