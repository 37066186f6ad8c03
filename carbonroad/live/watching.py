"""Waits for changes: told of by the system where it can, found by looking where it cannot."""

from collections.abc import Callable, Hashable, Iterator
from threading import Event

from watchfiles import watch

from carbonroad.live.places import Places

_STEP, _DEBOUNCE = 30, 400
"""Milliseconds without a change after which those before it are one; and after which they are in any case."""
_LOOK = 2000
"""Milliseconds after which is looked without being told: network drives tell of nothing."""
_POLL = 0.5
"""Seconds between two looks where the system tells of nothing at all."""


class Watch:
    """Waits for changes in places that may change themselves: folders come and go.

    What counts is what the disk shows, whoever tells of it; so a file that is saved under another name and
    renamed, or a folder that is removed and made again, is one change like any other.

    Args:
        places: Gives what is to be watched now.
        stop: Ends the waiting when it is set.
        moment: Gives something that counts as a change when it differs, such as the day.
    """

    def __init__(
        self, places: Callable[[], Places], stop: Event, moment: Callable[[], Hashable] = lambda: None
    ) -> None:
        self._places = places
        self._stop = stop
        self._moment = moment
        self._known = self._state()

    def changes(self) -> Iterator[None]:
        """Yield each time that something has changed since the last time, or since the watch was made.

        Raises:
            KeyboardInterrupt: By ctrl-C, in the main thread.
        """
        while not self._stop.is_set():
            folders = self._places().watched()
            if self._changed():
                yield None
            for _ in self._told(folders):
                if self._changed():
                    yield None
                if self._places().watched() != folders:
                    break

    def wait(self) -> bool:
        """Wait until something has changed; False where the watch was stopped. As for `changes`."""
        return any(True for _ in self.changes())

    def _told(self, folders: frozenset[str]) -> Iterator[None]:
        """A moment whenever the system tells of something, and now and then without that."""
        try:
            for _ in watch(
                *folders,
                watch_filter=None,
                debounce=_DEBOUNCE,
                step=_STEP,
                stop_event=self._stop,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                recursive=False,
                ignore_permission_denied=True,
            ):
                yield None
        except (OSError, RuntimeError):  # no more watches, or a file system that has none
            while not self._stop.wait(_POLL):
                yield None

    def _changed(self) -> bool:
        before, self._known = self._known, self._state()
        return before != self._known

    def _state(self) -> tuple[object, object]:
        return self._places().signature(), self._moment()
