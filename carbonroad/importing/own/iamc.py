"""The IAMC's wide table, read back: emissions as pathways, other variables as indicators."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from carbonroad.base.exchange.iamc import HEADERS, HIGH, HISTORICAL, LOW, SERIES, STRETCH, TARGET
from carbonroad.base.exchange.regions import region_code
from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import Said, say
from carbonroad.findings import Finding, Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.draft import Draft, Entries, Value
from carbonroad.importing.sheets.tables import Cell, Table, Tables

NAMES = tuple(header.casefold() for header in HEADERS)
EMISSIONS = "Emissions|"
_YEAR = lazy_pattern("[12][0-9]{3}")
_UNSAFE = lazy_pattern(r"[^\w]++")
_SERIES = {scenario.casefold(): key for key, scenario in SERIES.items()}
_ENDS = (LOW.casefold(), HIGH.casefold())
_KNOWN = (HISTORICAL.casefold(), TARGET.casefold(), STRETCH.casefold())
"""The scenarios that an indicator has a place for."""
_LONGEST_ID = 60


class Measured(NamedTuple):
    """One variable in one unit: its numbers as typed, by the name of the scenario and by year."""

    variable: str
    unit: str
    scenarios: dict[str, dict[str, str]]

    def series(self, name: str) -> dict[str, str]:
        """Return the numbers of a scenario by year; empty where there are none."""
        return next((one for known, one in self.scenarios.items() if known.casefold() == name), {})


def is_iamc(cells: Sequence[str]) -> bool:
    """Return whether a line is the head of an IAMC table."""
    heads = [cell.strip().casefold() for cell in cells]
    return tuple(heads[: len(NAMES)]) == NAMES and all(
        _YEAR.fullmatch(one) for one in heads[len(NAMES) :] if one
    )


def iamc_draft(tables: Tables) -> Draft:
    """Return the draft of a file's first table, whose head is the IAMC's: that of its first model and region.

    Rows of others are told and left out.
    """
    if not tables.tables:
        return Draft({}, {}, tables.findings)
    table = tables.tables[0]
    reading = _Reading(table)
    top, parts = reading.draft()
    return Draft(top, parts, (*tables.findings, *reading.findings), (table.source,))


class _Reading:
    """Reads one table."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.findings: list[Finding] = []

    def draft(self) -> tuple[Entries, dict[str, Entries]]:
        """Return the top file and the industries; nothing, and a finding, where there is no row."""
        head = self.table.rows[0]
        years = [
            (column, cell.text.strip())
            for column, cell in enumerate(head)
            if _YEAR.fullmatch(cell.text.strip())
        ]
        rows = [row for row in self.table.rows[1:] if any(cell.text.strip() for cell in row)]
        if not rows:
            help_ = say("give pathways and indicators a variable, and export again")
            self._tell("damaged-export", head[0], say("The table holds no row."), help_)
            return {}, {}
        model, region = (rows[0][NAMES.index(name)].text.strip() for name in ("model", "region"))
        return self._entries(model, region, self._measured(rows, years, model, region))

    def _measured(
        self, rows: list[tuple[Cell, ...]], years: list[tuple[int, str]], model: str, region: str
    ) -> list[Measured]:
        found_: dict[tuple[str, str], Measured] = {}
        for row in rows:
            said = dict(zip(NAMES, (cell.text.strip() for cell in row), strict=False))
            if (said["model"], said["region"]) != (model, region):
                message = say(
                    "Only model {model} and region {region} are read; this row is of another.",
                    model=model,
                    region=region,
                )
                self._tell("foreign-entry", row[0], message, say("import it from a table of its own"))
                continue
            key = said["variable"], said["unit"]
            one = found_.setdefault(key, Measured(*key, {}))
            values = one.scenarios.setdefault(said["scenario"], {})
            for column, year in years:
                number = self._number(row[column]) if column < len(row) else ""
                if number:
                    values[year] = number
        return list(found_.values())

    def _number(self, cell: Cell) -> str:
        text = cell.text.strip()
        try:
            number = Decimal(text) if text else None
        except InvalidOperation:
            number = Decimal("NaN")
        if number is None or (number.is_finite() and abs(number.adjusted()) < 100):
            return "" if number is None else format(number, "f")
        message = say('"{text}" is no number.', text=text)
        self._tell("unreadable-member", cell, message, say("write a number, or leave the cell empty"))
        return ""

    def _entries(
        self, model: str, region: str, measured: list[Measured]
    ) -> tuple[Entries, dict[str, Entries]]:
        code = region_code(region) or (region if _is_subdivision(region) else "")
        top: Entries = {"carbonroad": "1", "title": model or "IAMC", "languages": ["en"], "owner": "none"}
        top |= {"region": code} if code else {"x-region": region}
        emissions = sorted(
            (one for one in measured if one.variable.startswith(EMISSIONS)), key=lambda one: len(one.variable)
        )
        parts: dict[str, Entries] = {}
        for one in emissions:
            if "pathway" not in top:
                top["pathway"] = self._pathway(one)
                continue
            ident = free_name(_ident(one.variable), {*parts, "top"})
            title = one.variable.rpartition("|")[2]
            parts[ident] = {"industry": ident, "title": title, "owner": "none", "pathway": self._pathway(one)}
        taken: set[str] = set()
        indicators: list[Value] = []
        for one in measured:
            if not one.variable.startswith(EMISSIONS):
                ident = free_name(_ident(one.variable), taken)
                taken.add(ident)
                indicators.append(self._indicator(one, ident))
        return top | ({"indicators": indicators} if indicators else {}), parts

    def _pathway(self, one: Measured) -> Entries:
        entry: Entries = {"unit": one.unit, "variable": one.variable}
        for scenario, key in _SERIES.items():
            values = _with_ends(one, scenario)
            if values:
                entry[key] = dict(values)
        return entry | self._others(one, _SERIES)

    def _indicator(self, one: Measured, ident: str) -> Entries:
        entry: Entries = {"id": ident, "title": one.variable, "unit": one.unit, "variable": one.variable}
        measured, target, striving = _KNOWN
        actual, targets, stretch = one.series(measured), _with_ends(one, target), one.series(striving)
        if actual:
            entry["actual"] = dict(actual)
        if targets:
            asked: Entries = {year: _target(value, stretch.get(year)) for year, value in targets.items()}
            entry["targets"] = asked
        return entry | self._others(one, _KNOWN)

    def _others(self, one: Measured, known: Sequence[str] | dict[str, str]) -> Entries:
        """Scenarios that the format has no place for: kept, and told."""
        all_known = {name + end for name in known for end in ("", *_ENDS)}
        others: Entries = {
            name: dict(values)
            for name, values in one.scenarios.items()
            if values and name.casefold() not in all_known
        }
        if others:
            message = say(
                "{variable} has scenarios without a place in the format: {names}; they are kept as {key}.",
                variable=one.variable,
                names=", ".join(others),
                key="x-scenarios",
            )
            self._tell(
                "unknown-member", None, message, say("name one of them Historical, Target or Reference")
            )
        return {"x-scenarios": others} if others else {}

    def _tell(self, rule: str, cell: Cell | None, message: Said, help_: Said) -> None:
        span = cell.span if cell is not None else Span(self.table.source.path, 0, 0)
        pointer = cell.reference if cell is not None else ""
        self.findings.append(found(BY_NAME[rule], span, message, pointer=pointer, help_=help_))


def _with_ends(one: Measured, scenario: str) -> dict[str, str]:
    """A scenario's numbers; a range where rows give its two ends."""
    lows, highs = (one.series(scenario + end) for end in _ENDS)
    return {
        year: f"{lows[year]}..{highs[year]}" if year in lows and year in highs else value
        for year, value in one.series(scenario).items()
    }


def _target(value: str, stretch: str | None) -> Value:
    """A target; one whose number carries a sign is a level all the same."""
    entry: Entries = {"value": value}
    if value.startswith(("-", "+")):
        entry["change"] = "false"
    if stretch:
        entry["stretch"] = stretch
    return value if set(entry) == {"value"} else entry


def _ident(variable: str) -> str:
    """An id of a variable's last word, which says most."""
    words = variable.rpartition("|")[2]
    return _UNSAFE.sub("-", words).strip("-").lower()[:_LONGEST_ID].strip("-") or "variable"


def _is_subdivision(text: str) -> bool:
    """Return whether a text has the form of a code of ISO 3166-2."""
    country, dash, rest = text.partition("-")
    return bool(
        dash and region_code(country) and country.isupper() and 1 <= len(rest) <= 3 and rest.isalnum()
    )
