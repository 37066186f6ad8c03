"""Values of a plan's elements: days, lengths, whole numbers; what cannot be read is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import Said, say
from carbonroad.findings import found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.mspdi.xml_tree import Document, Record, line_span

if TYPE_CHECKING:
    from carbonroad.findings import Finding

_DURATION: Final = lazy_pattern(
    r"(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d{0,9})?S)?)?"
)
_NUMBER: Final = lazy_pattern(r"-?\d{1,12}")
_MOMENT: Final = lazy_pattern(
    r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
MINUTES_OF_A_DAY: Final = 1440


class Telling:
    """Collects findings about a plan."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.findings: list[Finding] = list(document.findings)

    def tell(self, rule: str, line: int, message: Said, help_: Said | str = "") -> None:
        """Add a finding about a line."""
        self.findings.append(found(BY_NAME[rule], line_span(self.source, line), message, help_=help_))

    def unreadable(self, record: Record, name: str, task: str) -> None:
        """Say that a value was left out."""
        self.tell(
            "unreadable-plan-value",
            record.at(name),
            say(
                '"{text}" of "{task}" is no {name} that can be read.',
                text=record.get(name),
                task=task,
                name=name,
            ),
            say("correct it in the plan and save it anew, or add the value to the draft by hand"),
        )


def day(record: Record, name: str, task: str, telling: Telling, *, ends: bool = False) -> date | None:
    """Return the day of a moment; what ends at midnight ends the day before."""
    text = record.get(name)
    if not text or text == "NA":
        return None
    shape = _MOMENT.fullmatch(text)
    try:
        found_day = None if shape is None else date.fromisoformat(shape[1])
    except ValueError:
        found_day = None
    if found_day is None or shape is None:
        telling.unreadable(record, name, task)
        return None
    if ends and shape[2] is not None and shape[2].startswith("00:00") and found_day > date.min:
        return found_day - timedelta(days=1)
    return found_day


def minutes(record: Record, name: str, task: str, telling: Telling) -> int | None:
    """Return a length in minutes; None where there is none or it is negative."""
    text = record.get(name)
    if not text:
        return None
    shape = _DURATION.fullmatch(text)
    if shape is None or shape[1] or not any(shape.groups()[1:]):
        telling.unreadable(record, name, task)
        return None
    days, hours, mins, seconds = (int(part or 0) for part in shape.groups()[1:])
    return days * MINUTES_OF_A_DAY + hours * 60 + mins + seconds // 60


def whole(text: str) -> int | None:
    """Return a whole number; None for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else None
