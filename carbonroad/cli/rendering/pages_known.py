"""What earlier runs remember of a roadmap's pages, and what they are known by."""

import os
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from carbonroad.base.record import NamedTuple

if TYPE_CHECKING:
    from carbonroad.batch.store import Store
    from carbonroad.render.site.listed import Listed
    from carbonroad.render.site.reuse import Made

_FORMAT = 1


class Known(NamedTuple):
    """The pages of a roadmap without errors, as a run made them.

    Attributes:
        as_of: The data date.
        dated: Whether the data date is the day of that run, because nothing else says one.
        items: How many rows its timetable has.
        warnings: How many warnings there are.
        files: SHA-256 by path, in the order of the pages.
        listed: By language, what the list of roadmaps says of it.
        first: The path of its first document, empty for none.
        languages: Those of its documents.
    """

    as_of: date
    dated: bool
    items: int
    warnings: int
    files: Mapping[str, str]
    listed: "Mapping[str, Listed]"
    first: str
    languages: tuple[str, ...]


class Memory:
    """Remembers the pages of one roadmap.

    Args:
        store: Keeps values.
        inputs: Digest of all that its findings depend on, its files among them.
        place: Digest of which roadmap it is, and how its pages are wanted, whatever its files say.
        salt: Digest of all that its pages depend on besides its files.
        today: The day of the run.
    """

    def __init__(self, store: "Store", inputs: str, place: str, salt: str, today: date) -> None:
        from carbonroad.render.site.reuse import digest_of

        self._store = store
        self._key = digest_of("pages", inputs, place, salt)
        self._latest = digest_of("groups", place)
        self._today = today
        self.salt = salt

    def known(self) -> Known | None:
        """Return what is remembered of these very inputs; None for nothing."""
        found = _read(self._store.get(self._key))
        return None if found is None or (found.dated and found.as_of != self._today) else found

    def groups(self) -> "dict[str, Made]":
        """Return what is remembered of the groups of pages, of whatever inputs."""
        from carbonroad.render.site.reuse import read_made

        return read_made(self._store.get(self._latest))

    def keep(self, known: Known, groups: "Mapping[str, Made]") -> None:
        """Remember what was made."""
        import json

        from carbonroad.render.site.reuse import write_made

        plain = [_FORMAT, known.as_of.toordinal(), *known[1:]]
        self._store.put(self._key, json.dumps(plain, separators=(",", ":")).encode())
        self._store.put(self._latest, write_made(groups))


def _read(data: bytes | None) -> Known | None:
    """What `keep` wrote; None for anything else."""
    import json

    if data is None:
        return None
    try:
        number, day, dated, items, warnings, files, listed, first, languages = cast("Any", json.loads(data))
        if number != _FORMAT:
            return None
        from carbonroad.render.site.listed import Listed

        said = {tag: Listed(*one) for tag, one in listed.items()}
        return Known(date.fromordinal(day), dated, items, warnings, files, said, first, tuple(languages))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def place_of(folder: str) -> str:
    """Return where a roadmap lies, whatever way it was named."""
    return os.path.realpath(folder or ".")
