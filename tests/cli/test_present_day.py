"""The day of a program that goes on running: it changes at midnight, unless SOURCE_DATE_EPOCH fixes it."""

from datetime import date

import pytest
from typer import BadParameter

from carbonroad.cli import clock


class _Days:
    """Stands for `date`, whose day is another one each time."""

    def __init__(self) -> None:
        self.day = date(2026, 12, 31)

    def today(self) -> date:
        """The day, which is then over."""
        now, self.day = self.day, date(2027, 1, 1)
        return now


def test_it_changes_at_midnight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(clock.VARIABLE, raising=False)
    monkeypatch.setattr(clock, "date", _Days())
    assert [clock.present_day(), clock.present_day()] == [date(2026, 12, 31), date(2027, 1, 1)]


def test_a_fixed_day_stays_and_must_be_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "86400")
    assert clock.present_day() == clock.present_day() == date(1970, 1, 2)
    monkeypatch.setenv(clock.VARIABLE, "tomorrow")
    with pytest.raises(BadParameter):
        clock.present_day()
