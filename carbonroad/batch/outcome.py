"""What was found in one roadmap, in little room."""

from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.batch.compact import pack, pack_findings, unpack, unpack_findings
from carbonroad.checking.checked import Checked
from carbonroad.findings import Finding
from carbonroad.link.family import Handed, as_plain, from_plain
from carbonroad.source.folder import Folder

_KEY = 64


class Outcome(NamedTuple):
    """What was found in one roadmap: the same whoever found it, and whenever.

    Attributes:
        folder: Its files.
        items: How many rows its timetable has.
        as_of: The data date.
        dated: Whether the data date is the day of the run, because nothing else says one.
        complete: Whether every file could be read.
        fail_on: From which severity on its findings make a run fail, as it says itself; else empty.
        most: How many findings to show, as it says itself; None where it does not.
        beside: Further files that findings may be about, such as the baseline.
        languages: Those of its documents.
        passed_on: What it hands to its parent, packed.
        packed: The findings, packed.
        key: What it can be remembered by; empty where it cannot.
    """

    folder: Folder
    items: int
    as_of: date
    dated: bool
    complete: bool
    fail_on: str
    most: int | None
    beside: tuple[str, ...]
    languages: tuple[str, ...]
    passed_on: bytes
    packed: bytes
    key: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Its files as findings name them, the top file first."""
        top = (self.folder.top,) if self.folder.top is not None else ()
        return (*top, *self.folder.files.values())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those that count, in order; made anew each time."""
        return unpack_findings(self.packed)[0]

    @property
    def suppressed(self) -> tuple[Finding, ...]:
        """Those that do not count, each with the reason, in order; made anew each time."""
        return unpack_findings(self.packed)[1]

    @property
    def handed(self) -> Handed:
        """What it hands to its parent; made anew each time."""
        return handed_from(self.passed_on)

    @property
    def data(self) -> bytes:
        """All but its files and its key, as bytes."""
        return pack((self.items, self.as_of.toordinal(), *self[3:-1]))


def handed_from(passed_on: bytes) -> Handed:
    """Return what `Outcome.passed_on` holds."""
    return from_plain(unpack(passed_on))


def outcome_of(checked: Checked, *, dated: bool = False, key: str = "") -> Outcome:
    """Return what was found in a roadmap, in little room.

    Args:
        checked: As found.
        dated: Whether only the day of the run says what the data date is.
        key: What it can be remembered by.
    """
    return Outcome(
        folder=checked.folder,
        items=checked.items,
        as_of=checked.as_of,
        dated=dated,
        complete=checked.complete,
        fail_on=checked.settings.fail_on,
        most=checked.settings.most,
        beside=checked.beside,
        languages=checked.languages,
        passed_on=pack(as_plain(checked.handed)),
        packed=pack_findings(checked.findings, checked.suppressed),
        key=key,
    )


def outcome_from(folder: Folder, data: bytes, key: str = "") -> Outcome:
    """Return the outcome that `Outcome.data` gave for these files."""
    items, day, *rest = unpack(data)
    return Outcome._make((folder, items, date.fromordinal(day), *rest, key))


def as_message(outcome: Outcome) -> bytes:
    """Return an outcome, its key too, as bytes."""
    return outcome.key.ljust(_KEY).encode() + outcome.data


def from_message(folder: Folder, message: bytes) -> Outcome:
    """Return the outcome that `as_message` gave for these files."""
    return outcome_from(folder, message[_KEY:], message[:_KEY].decode().strip())
