"""All roadmaps of a run, checked or remembered, in the order of the call."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import Said
from carbonroad.batch.call import Call
from carbonroad.batch.families import Families, families_of
from carbonroad.batch.inputs import Batch, inputs_of
from carbonroad.batch.outcome import Outcome, from_message, outcome_from
from carbonroad.batch.program import is_still_the_same
from carbonroad.batch.store import Store
from carbonroad.source.folder import Folder

if TYPE_CHECKING:
    from carbonroad.batch.checker import Checker
    from carbonroad.batch.workers import Workers
    from carbonroad.link.family import Handed

WORTH_PROCESSES = 120
"""Files from which on more than one process is faster, whatever is in them."""
_MOST_PROCESSES = 8
"""Unless more are asked for: each takes some 30 MiB."""
_TOGETHER = 200
"""Outcomes that are given to the store at once."""


def _silent(_: Said) -> None:
    """Say nothing."""


def check_all(
    folders: Sequence[Folder],
    call: Call,
    *,
    store: Store | None = None,
    jobs: int | None = None,
    tell: Callable[[Said], None] = _silent,
    families: Families | None = None,
) -> Iterator[Outcome]:
    """Check roadmaps. Whether here, in other processes or from the store makes no difference to the outcomes.

    Args:
        folders: The roadmaps.
        call: What they are checked with.
        store: What remembers outcomes; None for nothing.
        jobs: How many processes; None for as many as are worth it.
        tell: Gets sentences about the run itself.
        families: As `families_of` finds them, where that was asked already.

    Yields:
        An outcome for each, in the order of the call.
    """
    batch = Batch(folders, families_of(folders) if families is None else families, call)
    run = _Run(batch, store, jobs, tell)
    waiting: dict[int, Outcome] = {}
    following = 0
    try:
        for index, outcome in run.outcomes():
            waiting[index] = outcome
            while following in waiting:
                yield waiting.pop(following)
                following += 1
    finally:
        run.close()


class _Run:
    """One run."""

    def __init__(
        self, batch: Batch, store: Store | None, jobs: int | None, tell: Callable[[Said], None]
    ) -> None:
        self._batch = batch
        self._store = store
        self._jobs = jobs
        self._tell = tell
        self._checker: Checker | None = None
        self._workers: Workers | None = None
        self._passed_on: dict[int, bytes] = {}
        self._new: list[tuple[str, bytes]] = []

    def outcomes(self) -> Iterator[tuple[int, Outcome]]:
        """Yield each roadmap's place and outcome, children before their parents."""
        for level in self._batch.families.levels:
            missing = []
            for index in sorted(level, key=self._parent_first):
                outcome = self._remembered(index)
                if outcome is None:
                    missing.append(index)
                else:
                    yield index, self._with_parent(index, outcome)
            for index, outcome in self._checked(missing):
                self._remember(outcome)
                yield index, self._with_parent(index, outcome)
            for index in level:
                for child in self._batch.families.children[index]:
                    self._passed_on.pop(child, None)
        self._put()

    def close(self) -> None:
        if self._workers is not None:
            self._workers.close()

    def _with_parent(self, index: int, outcome: Outcome) -> Outcome:
        """Keep what is handed to a parent until that has its turn."""
        if self._batch.families.parents[index] is not None:
            self._passed_on[index] = outcome.passed_on
        return outcome

    def _parent_first(self, index: int) -> tuple[int, int]:
        """The order in a level: children of one parent together, so that its file is read once."""
        parent = self._batch.families.parents[index]
        return -1 if parent is None else parent, index

    def _handed(self, index: int) -> "dict[int, Handed]":
        """What the children of a roadmap hand to it."""
        from carbonroad.batch.outcome import handed_from

        children = self._batch.families.children[index]
        return {child: handed_from(self._passed_on[child]) for child in children if child in self._passed_on}

    def _remembered(self, index: int) -> Outcome | None:
        if self._store is None:
            return None
        inputs = inputs_of(self._batch, index, self._handed(index))
        data = None if inputs is None else self._store.get(inputs.key)
        if inputs is None or data is None:
            return None
        outcome = outcome_from(self._batch.folders[index], data, inputs.key)
        # Where nothing but the day of the run gives the data date, it holds for that day alone.
        return None if outcome.dated and outcome.as_of != self._batch.call.today else outcome

    def _remember(self, outcome: Outcome) -> None:
        if self._store is not None and outcome.key:
            self._new.append((outcome.key, outcome.data))
            if len(self._new) >= _TOGETHER:
                self._put()

    def _put(self) -> None:
        """Let the store have what is new, unless the program itself was changed meanwhile."""
        new, self._new = self._new, []
        if self._store is not None and new and is_still_the_same():
            for key, data in new:
                self._store.put(key, data)

    def _checked(self, indexes: Sequence[int]) -> Iterator[tuple[int, Outcome]]:
        count = self._count(indexes)
        if self._workers is None and count > 1:
            # What this process has loaded by then, those that it starts need not load again.
            first = min(indexes, key=lambda index: len(self._batch.folders[index].files))
            yield first, self._check(first)
            indexes = [index for index in indexes if index != first]
        workers = self._workers or self._start(count)
        if workers is None or len(indexes) < 2:
            yield from ((index, self._check(index)) for index in indexes)
            return
        again = []
        for index, message in workers.check(indexes, self._passed_on):
            if message:
                yield index, from_message(self._batch.folders[index], message)
            else:
                again.append(index)
        yield from ((index, self._check(index)) for index in again)

    def _check(self, index: int) -> Outcome:
        """Check a roadmap in this process."""
        if self._checker is None:
            from carbonroad.batch.checker import Checker

            self._checker = Checker(self._batch, keyed=self._store is not None)
        return self._checker.check(index, self._handed(index))

    def _start(self, count: int) -> "Workers | None":
        """Start processes where there are to be several."""
        if count > 1:
            from carbonroad.batch.workers import Workers

            self._workers = Workers(self._batch, count, self._tell, keyed=self._store is not None)
        return self._workers

    def _count(self, indexes: Sequence[int]) -> int:
        """How many processes to start for roadmaps."""
        asked = self._jobs
        if asked is None:
            folders = self._batch.folders
            files = sum(len(folders[index].files) + 1 for index in indexes)
            asked = min(cores(), _MOST_PROCESSES) if files >= WORTH_PROCESSES else 1
        return min(asked, len(indexes) - 1)


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
