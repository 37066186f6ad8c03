"""The groups of a roadmap's pages made by several processes; what they give does not depend on how many."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from carbonroad.base.record import NamedTuple
from carbonroad.base.worker_process import begin_work, can_fork, no_interrupts
from carbonroad.render.site.press import Group, Press
from carbonroad.render.site.reuse import UNTOLD, Made, Reuse, Told, key_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

Files = dict[str, bytes]


def made_of(files: Mapping[str, bytes], inputs: str = "", key: str = "", told: Told = UNTOLD) -> Made:
    """Return files as a later run knows them."""
    return Made(inputs, key, told, {path: sha256(data).hexdigest() for path, data in files.items()})


def run_press(
    press: Press, add: Callable[[Files], object], reuse: Reuse | None, jobs: int
) -> dict[str, Made]:
    """Make what is not there yet; return all groups as a later run knows them, in the order of the pages.

    Args:
        press: Makes a group.
        add: Takes a group's files.
        reuse: What may be taken over from an earlier run.
        jobs: How many processes at most.
    """
    past = reuse.past if reuse is not None else {}
    salt = None if reuse is None else reuse.salt
    inputs = {group.name: "" if salt is None else press.inputs(group, salt) for group in press.groups}
    fresh = []
    for group in press.groups:
        known = past.get(group.name)
        if known is None or known.inputs != inputs[group.name]:
            fresh.append(group)
        else:
            press.learn(group, known.told)
    kept = {name: one.told for name, one in past.items() if one.inputs == inputs.get(name)}
    found: dict[str, Made] = {}
    with Team(press, fresh, jobs) as team:
        told = kept | team.told()
        keys = {
            group.name: key_of(inputs[group.name], ((name, told[name]) for name in press.near(group)))
            for group in press.groups
        }
        for name, key in keys.items():
            if (
                reuse is not None
                and name in kept
                and past[name].key == key
                and reuse.stands(past[name].files)
            ):
                found[name] = past[name]
        wanted = [group for group in press.groups if group.name not in found]
        for group, files in team.files(wanted, told):
            add(files)
            name = group.name
            found[name] = made_of(files, inputs[name], keys[name], told[name])
    return {group.name: found[group.name] for group in press.groups}


class _Worker(NamedTuple):
    process: "ForkProcess"
    line: "Connection"
    groups: frozenset[str]


class Team:
    """Makes groups of pages in up to `jobs` processes, or in this one.

    The processes are copies of this one and end with it. One that fails does not end the run: what it should
    have made is made here, and fails here as it would have without processes.

    Args:
        press: Makes a group.
        fresh: Those that must be made in any case.
        jobs: How many processes at most.
    """

    def __init__(self, press: Press, fresh: Sequence[Group], jobs: int) -> None:
        self._press = press
        self._fresh = fresh
        shares = _shares(fresh, jobs) if jobs > 1 and can_fork() else []
        self._workers = _start_all(press, shares) if len(shares) > 1 else []

    def __enter__(self) -> Self:
        """Return it: leaving ends its processes."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes that are still at work."""
        for worker in self._workers:
            worker.line.close()
            if worker.process.is_alive():
                worker.process.join(1)
                worker.process.terminate()
            worker.process.join()

    def told(self) -> dict[str, Told]:
        """Return what the fresh groups tell others."""
        found: dict[str, Told] = {}
        for worker in list(self._workers):
            answer = self._received(worker)
            if isinstance(answer, dict):
                found |= answer
        for group in self._fresh:
            if group.name in found:
                self._press.learn(group, found[group.name])
            else:
                found[group.name] = self._press.told(group)
        return found

    def files(self, wanted: Sequence[Group], told: Mapping[str, Told]) -> Iterator[tuple[Group, Files]]:
        """Yield the files of groups as they are made; `told` is what all tell each other."""
        groups = {group.name: group for group in wanted}
        asked = self._share_out(wanted)
        for worker in list(self._workers):
            try:
                worker.line.send((told, asked[worker.line]))
            except OSError:
                self._workers.remove(worker)
        for name, files in self._made(asked):
            yield groups.pop(name), files
        for group in groups.values():
            yield group, self._press.files(group)

    def _made(self, asked: "dict[Connection, list[str]]") -> Iterator[tuple[str, Files]]:
        """What the workers make, read as it comes, so that none of them waits."""
        by_line = {worker.line: worker for worker in self._workers if asked[worker.line]}
        while by_line:
            from multiprocessing.connection import wait

            ready = wait(list(by_line))
            for line in [one for one in by_line if one in ready]:
                answer = self._received(by_line[line])
                if not isinstance(answer, dict):
                    del by_line[line]
                    continue
                yield asked[line].pop(0), answer
                if not asked[line]:
                    del by_line[line]

    def _share_out(self, wanted: Iterable[Group]) -> "dict[Connection, list[str]]":
        """Which worker makes what: its own groups, then whoever has least."""
        asked: dict[Connection, list[str]] = {worker.line: [] for worker in self._workers}
        for group in wanted if self._workers else ():
            owners = [worker for worker in self._workers if group.name in worker.groups]
            line = owners[0].line if owners else min(asked, key=lambda one: len(asked[one]))
            asked[line].append(group.name)
        return asked

    def _received(self, worker: _Worker) -> object:
        """What a worker sent; one that failed is let go."""
        try:
            answer: object = worker.line.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            worker.line.close()
            worker.process.join()
            return None
        return answer


def _shares(groups: Sequence[Group], jobs: int) -> list[list[Group]]:
    """Groups in shares of about the same work: those of one language together as long as that is even."""
    sizes = {group.name: _size(group) for group in groups}
    per = sum(sizes.values()) / max(jobs, 1)
    shares: list[list[Group]] = [[]]
    used = 0.0
    for group in groups:
        if shares[-1] and used + sizes[group.name] / 2 > per * len(shares) and len(shares) < jobs:
            shares.append([])
        shares[-1].append(group)
        used += sizes[group.name]
    return [share for share in shares if share]


def _size(group: Group) -> int:
    system = group.edition.words.system
    part = group.part
    items = len(system.items) if part is None else len(system.items_of(part.id))
    return 1 + items


def _start_all(press: Press, shares: Sequence[Sequence[Group]]) -> list[_Worker]:
    workers = []
    with suppress(OSError):  # too many processes or open files: those that are there will do
        for share in shares:
            workers.append(_start(press, share))  # noqa: PERF401 - those before a fault stay
    return workers


def _start(press: Press, share: Sequence[Group]) -> _Worker:
    from multiprocessing import get_context

    context = get_context("fork")
    mine, theirs = context.Pipe()
    process = context.Process(target=_work, args=(press, share, theirs, mine), daemon=True)
    with no_interrupts():
        process.start()
    theirs.close()
    return _Worker(process, mine, frozenset(group.name for group in share))


def _work(press: Press, share: Sequence[Group], line: "Connection", other: "Connection") -> None:
    """What a worker does: say what its groups tell, hear what all tell, make what is asked; then be gone.

    It says nothing of what fails: whoever reads the other end sees that it ended.
    """
    try:
        begin_work()
        other.close()
        line.send({group.name: press.told(group) for group in share})
        told, asked = line.recv()
        groups = {group.name: group for group in press.groups}
        for name in told.keys() - {group.name for group in share}:
            press.learn(groups[name], told[name])
        for name in asked:
            line.send(press.files(groups[name]))
        line.close()
    finally:
        os._exit(0)
