"""The pathways and indicators of a roadmap as the IAMC's wide table, which pyam and nomenclature read."""

from collections.abc import Sequence
from decimal import Decimal

from carbonroad.base.exchange.iamc import HEADERS
from carbonroad.base.exchange.regions import region_name
from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.export.csv_text import csv_bytes
from carbonroad.export.format import Exported
from carbonroad.export.iamc_rows import Gathered, gathered
from carbonroad.export.lines import some_of
from carbonroad.link.system import System


def write(exported: Exported) -> dict[str, bytes]:
    """Return the table: the roadmap's name is the model, what was measured and is asked for are scenarios."""
    system = exported.system
    rows = _gathered(exported).rows
    years = sorted({year for row in rows for year in row.values})
    region = region_of(system)
    made = [
        (
            system.name,
            row.scenario,
            region,
            row.variable,
            row.unit,
            *(_typed(row.values.get(y)) for y in years),
        )
        for row in rows
    ]
    return {f"{system.name}.csv": csv_bytes([*HEADERS, *map(str, years)], made)}


def notes(exported: Exported) -> Sequence[Said]:
    """Return what has no row, and why."""
    found = _gathered(exported)
    said: list[Said] = []
    if not exported.system.region:
        said.append(
            say('The roadmap states no region; the rows say "{name}".', name=region_of(exported.system))
        )
    if found.unnamed:
        said.append(
            say_count(
                "{n} has no variable and is not in the table: {names}.",
                "{n} have no variable and are not in the table: {names}.",
                len(found.unnamed),
                names=some_of(found.unnamed),
            )
        )
    if found.uncounted:
        said.append(
            say_count(
                "{n} value is no level of a year and is not in the table: {names}.",
                "{n} values are no levels of a year and are not in the table: {names}.",
                len(found.uncounted),
                names=some_of(found.uncounted),
            )
        )
    if found.double:
        said.append(say("Only the first of these is in the table: {names}.", names=some_of(found.double)))
    return said


def region_of(system: System) -> str:
    """Return the name of the country, the code of a part of one, else what the roadmap is called."""
    title = system.title.pick("en", system.languages)
    return region_name(system.region) if system.region else " ".join(title.split()) or system.name


def _gathered(exported: Exported) -> Gathered:
    return gathered(exported.system, exported.parts)


def _typed(number: Decimal | None) -> str:
    if number is None:
        return ""
    return format(number.to_integral_value() if number == number.to_integral_value() else number, "f")
