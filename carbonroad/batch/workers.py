"""Processes that check roadmaps: started once, fed one roadmap after the other, never waited for in vain."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say
from carbonroad.base.worker_process import begin_work, can_fork, no_interrupts
from carbonroad.batch.checker import Checker
from carbonroad.batch.compact import pack, unpack
from carbonroad.batch.inputs import Batch
from carbonroad.batch.outcome import as_message, handed_from

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_SMALL = 4096
"""Bytes of a job that surely find room in a pipe while its worker is busy."""


class _Worker(NamedTuple):
    """A process, the way to it, and the jobs that it has."""

    process: "BaseProcess"
    link: "Connection"
    jobs: deque[int]


class Workers:
    """Processes that check the roadmaps of a run.

    Args:
        batch: The roadmaps.
        keyed: As for `Checker`.
        count: How many processes to start.
        tell: Gets a sentence where a process was lost.
        method: How to start them; by default as this system does best.
    """

    def __init__(
        self,
        batch: Batch,
        count: int,
        tell: Callable[[Said], None],
        *,
        keyed: bool,
        method: str = "",
    ) -> None:
        import multiprocessing

        self._batch = batch
        self._tell = tell
        self._workers: list[_Worker] = []
        # Each kind of context is a class of its own; what they have in common lacks `Process`.
        context: Any = multiprocessing.get_context(method or start_method())
        shared = context.get_start_method() == "fork"
        with no_interrupts():
            for _ in range(count):
                try:
                    ours, theirs = context.Pipe()
                    inherited = [one.link for one in self._workers] + [ours] if shared else []
                    process = context.Process(
                        target=serve, args=(theirs, batch, keyed, inherited), daemon=True
                    )
                    process.start()
                except OSError:  # too many processes or open files: those that are there will do
                    break
                theirs.close()
                self._workers.append(_Worker(process, ours, deque()))

    def check(self, indexes: Sequence[int], passed_on: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
        """Yield roadmaps, as they get ready, each with its outcome as a message.

        Empty bytes mean that no process could check it: this one has to.

        Args:
            indexes: The places of the roadmaps.
            passed_on: What children hand to their parents, by the places of the children.
        """
        from multiprocessing.connection import wait

        jobs = deque(indexes)
        while self._feed(jobs, passed_on):
            links = {id(one.link): one for one in self._workers if one.jobs}
            for link in wait([one.link for one in links.values()]):
                worker = links[id(link)]
                try:
                    message = worker.link.recv_bytes()
                except (EOFError, OSError):
                    yield from ((index, b"") for index in self._lost(worker))
                else:
                    yield worker.jobs.popleft(), message
        yield from ((index, b"") for index in jobs)

    def close(self) -> None:
        """End the processes, whatever they do."""
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.link.close()
            worker.process.join()
        self._workers = []

    def _job(self, index: int, passed_on: Mapping[int, bytes]) -> bytes:
        children = self._batch.families.children[index]
        return pack((index, [(child, passed_on[child]) for child in children if child in passed_on]))

    def _feed(self, jobs: deque[int], passed_on: Mapping[int, bytes]) -> bool:
        """Give each process a job and, if that is small, one more to go on with; whether any is busy."""
        for worker in list(self._workers):
            while jobs and len(worker.jobs) < 2:
                message = self._job(jobs[0], passed_on)
                if worker.jobs and len(message) > _SMALL:
                    break  # neither would go on reading while it writes
                worker.jobs.append(jobs.popleft())
                try:
                    worker.link.send_bytes(message)
                except OSError:
                    break  # it is gone, as reading from it will tell
        return any(worker.jobs for worker in self._workers)

    def _lost(self, worker: _Worker) -> list[int]:
        """Give up a process and return what it had to do."""
        self._workers.remove(worker)
        worker.link.close()
        worker.process.join()
        code = worker.process.exitcode or 0
        why = say("signal {number}", number=-code) if code < 0 else say("exit code {number}", number=code)
        names = [self._batch.folders[index].name for index in worker.jobs]
        self._tell(
            say(
                "A process that was checking {name} was ended from outside ({why}), perhaps for want of "
                "memory; its work is done again.",
                name=names[0] if names else "",
                why=why,
            )
        )
        return list(worker.jobs)


def start_method() -> str:
    """Return how processes are started best here: by fork where that is safe."""
    import threading

    alone = threading.active_count() == 1
    return "fork" if can_fork() and alone else "spawn"


def serve(link: "Connection", batch: Batch, keyed: bool, inherited: "Sequence[Connection]") -> None:  # noqa: FBT001
    """Check what is sent, until nobody sends any more.

    Args:
        link: The way to the process that sends.
        batch: The roadmaps.
        keyed: As for `Checker`.
        inherited: The sender's ends of all links, which would otherwise never be closed.
    """
    begin_work()
    for other in inherited:
        other.close()
    checker = Checker(batch, keyed=keyed)
    while True:
        try:
            index, children = unpack(link.recv_bytes())
        except (EOFError, OSError):
            return
        handed = {child: handed_from(passed_on) for child, passed_on in children}
        try:
            message = as_message(checker.check(index, handed))
        except Exception:  # noqa: BLE001 - who sent it does it again, and so meets the fault where it can be told
            message = b""
        try:
            link.send_bytes(message)
        except OSError:
            return
