"""Options that say nothing of the file that was read are told."""

import pytest

from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.options import Options
from carbonroad.importing.readers import Foreign, draft_of

_ALL = Options(("2",), 3, (("A", "title"),), "Steel", "Plan", "day-first")
_TABLE = b"Model,Scenario,Region,Variable,Unit,2030\nm,Target,China,Emissions|CO2,Mt CO2/yr,1\n"
_TEXT = b"By 2030, the city will build 5 schools."


@pytest.mark.parametrize(
    ("data", "kind", "told"),
    [
        (_TABLE, Kind.csv, "--sheet, --header-row, --map, --dates, --industry and --title"),
        (_TEXT, Kind.txt, "--sheet, --header-row, --map and --dates"),
    ],
)
def test_an_option_without_effect_is_told(data: bytes, kind: Kind, told: str) -> None:
    draft = draft_of((Foreign(data, "plan", kind),), "plan", _ALL)
    (finding,) = (one for one in draft.findings if one.name == "not-in-file")
    assert finding.message.startswith(f"{told} had no effect")
    assert finding.help


@pytest.mark.parametrize(("data", "kind"), [(_TABLE, Kind.csv), (_TEXT, Kind.txt)])
def test_options_that_are_heeded_or_not_given_are_not_told(data: bytes, kind: Kind) -> None:
    heeded = Options(industry="Steel", title="Plan") if kind is Kind.txt else Options(year=2026, single=True)
    draft = draft_of((Foreign(data, "plan", kind),), "plan", heeded)
    assert not draft.empty
    assert "not-in-file" not in [one.name for one in draft.findings]
