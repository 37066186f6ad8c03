"""A pytest plugin that tries every mutant with the tests that reach it, instead of running the tests.

A mutant is a fork of the process that collected the tests: it costs milliseconds, and nothing is left of it.
"""

import ast
import importlib
import json
import os
import pickle
import resource
import shutil
import signal
import time
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import zip_longest
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import hypothesis
import pytest
from changes import Definition, changes, definitions, tables
from hypothesis.configuration import set_hypothesis_home_dir
from reaching import Mutant, Place, groups_of
from swapping import put, put_table, watch

_MEMORY = 6 << 30
_SETTINGS = "_hypothesis_internal_use_settings"
_KILLED, _SURVIVED, _IMPOSSIBLE = 1, 0, 3
_ENDS = {_KILLED: "killed", _SURVIVED: "survived", _IMPOSSIBLE: "impossible"}


class Settings(NamedTuple):
    """What the command asks for; it comes as JSON in an environment variable."""

    modules: list[str]
    share: int
    """Percent of the mutants, always the same ones."""
    seconds: float
    """Of tests per mutant, as long as they take unchanged."""
    results: str
    reached: str
    """The file that tells which tests reach what, and how long each takes; made where it is missing."""
    scratch: str
    known: dict[str, str]
    """Mutants whose end was seen before."""


class Mutants:
    """Runs the mutants of some modules."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._failed = ""
        self._killers: defaultdict[str, list[int]] = defaultdict(list)

    def pytest_collection(self) -> None:
        """Let hypothesis always draw the same, keep nothing and not make small what it finds."""
        set_hypothesis_home_dir(self._settings.scratch)
        phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
        hypothesis.settings.register_profile(
            "mutants", deadline=None, database=None, derandomize=True, phases=phases
        )
        hypothesis.settings.load_profile("mutants")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember the first test that fails."""
        if report.failed:
            self._failed = self._failed or report.nodeid

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Watch what each test reaches; then try every mutant."""
        modules = [importlib.import_module(name) for name in self._settings.modules]
        _fewer_examples(session.items)
        to = Path(self._settings.reached)
        if not to.exists():
            _in_a_fork(partial(self._watched, session.items, modules, to), 3600)
        reached, seconds = pickle.loads(to.read_bytes())  # noqa: S301 - our own fork wrote it
        with Path(self._settings.results).open("a", encoding="utf-8", buffering=1) as results:
            for mutant in self._mutants(modules):
                key = mutant.key()
                said = {"key": key, "path": mutant.path, "line": mutant.change.old.lineno}
                said |= {"name": mutant.name, "words": mutant.change.words()}
                if key in self._settings.known:
                    said["end"] = self._settings.known[key]
                else:
                    said |= self._end(mutant, groups_of(mutant, reached), session.items, seconds)
                results.write(json.dumps(said, ensure_ascii=False) + "\n")
        return True

    def _end(
        self, mutant: Mutant, groups: list[list[int]], items: list[pytest.Item], seconds: list[float]
    ) -> dict[str, object]:
        """Try one mutant; return how it ended, and how many tests of how many were there for it."""
        killers, folder = self._killers[mutant.name], Path(self._settings.scratch)
        home = f"tests/{mutant.path.split('/')[1]}/"
        near = {place for place, item in enumerate(items) if item.nodeid.startswith(home)}
        chosen = self._chosen(groups, seconds, killers, near)
        limit = 3 + 4 * sum(seconds[one] for one in chosen)
        tests = [items[one] for one in chosen]
        end = _in_a_fork(partial(self._tried, mutant, tests, folder), limit) if tests else "unreached"
        if end == "killed" and (told := (folder / "killer").read_text()).isdigit():
            killers.insert(0, chosen[int(told)])
        return {"end": end, "tests": len(chosen), "of": sum(map(len, groups))}

    def _mutants(self, modules: list[ModuleType]) -> Iterator[Mutant]:
        """Make each change in the tree of its module while it is looked at."""
        for module in modules:
            path = str(Path(str(module.__file__)).relative_to(Path.cwd()))
            tree = ast.parse(Path(str(module.__file__)).read_bytes())
            named = [(name, node, False) for name, node in definitions(tree)]
            for name, node, table in [*named, *((name, node, True) for name, node in tables(tree))]:
                for change in list(changes(node, table=table)):
                    mutant = Mutant(module, path, name, node, tree, change)
                    if zlib.crc32(mutant.key().encode()) % 100 < self._settings.share:
                        yield mutant

    def _chosen(
        self, groups: list[list[int]], seconds: list[float], killers: list[int], near: set[int]
    ) -> list[int]:
        """Return the tests to run: what killed a neighbour, then the near and quick of each group, by turns.

        Tests of a group take the same way through the function. There is time for some of each group, so that
        hundreds that only pass by do not take the place of the one that looks.
        """
        every = {one for group in groups for one in group}
        first = [one for one in dict.fromkeys(killers) if one in every][:20]
        turns = [
            sorted(set(group) - set(first), key=lambda one: (one not in near, seconds[one], one))
            for group in groups
        ]
        left, rest = self._settings.seconds, list[int]()
        for one in (one for turn in zip_longest(*turns) for one in turn if one is not None):
            left -= seconds[one]
            if left < 0 and rest:
                break
            rest.append(one)
        return [*first, *sorted(rest)]

    def _tried(self, mutant: Mutant, items: list[pytest.Item], folder: Path) -> int:
        (folder / "killer").write_text("")
        mutant.change.make()
        try:
            if isinstance(mutant.node, Definition):
                put(mutant.module, mutant.tree, mutant.name, mutant.node)
            else:
                put_table(mutant.module, mutant.tree, mutant.name)
        except (ValueError, KeyError, SyntaxError):
            return _IMPOSSIBLE
        except Exception:  # noqa: BLE001 - the table cannot even be made
            return _KILLED
        for place, item in enumerate(items):
            following = items[place + 1] if place + 1 < len(items) else None
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self._failed:
                (folder / "killer").write_text(str(place))
                return _KILLED
        return _SURVIVED

    def _watched(self, items: list[pytest.Item], modules: list[ModuleType], to: Path) -> int:
        """Write which tests reach each statement, and how long each takes."""
        seen: set[Place] = set()
        signal.signal(signal.SIGVTALRM, _too_long)
        for module in modules:
            watch(module, Path(str(module.__file__)).read_text(encoding="utf-8"), seen)
        reached: defaultdict[Place, list[int]] = defaultdict(list)
        seconds = []
        for number, item in enumerate(items):
            seen.clear()
            began = time.process_time()
            following = items[number + 1] if number + 1 < len(items) else None
            signal.setitimer(signal.ITIMER_VIRTUAL, 2 + self._settings.seconds)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            seconds.append(time.process_time() - began)
            if self._failed:
                with Path(f"{to}.failed").open("a", encoding="utf-8") as told:
                    told.write(f"{self._failed}\n")
                self._failed = ""
            else:
                for place in seen:
                    reached[place].append(number)
        to.write_bytes(pickle.dumps((dict(reached), seconds)))
        return _SURVIVED


def _fewer_examples(items: list[pytest.Item], most: int = 20) -> None:
    """Let tests of properties draw few examples: the next mutant beside draws them again."""
    for item in items:
        test = getattr(item, "obj", None)
        made = getattr(test, _SETTINGS, None)
        if made is not None and made.max_examples > most:
            setattr(test, _SETTINGS, hypothesis.settings(made, max_examples=most))


def _too_long(*_: object) -> None:
    raise TimeoutError("This test takes too long to be of use here")


def _in_a_fork(work: Callable[[], int], seconds: float) -> str:
    """Run something in a process of its own and say how it ended."""
    child = os.fork()
    if child == 0:
        end = _KILLED
        try:
            silence = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silence, stream)
            whole = int(seconds) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 2))
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.setitimer(signal.ITIMER_REAL, 60 + 20 * seconds)
            end = work()
        finally:
            os._exit(end)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return (
            "timed out"
            if os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL}
            else "killed"
        )
    return _ENDS[os.WEXITSTATUS(status)]


def pytest_configure(config: pytest.Config) -> None:
    """Take over from pytest."""
    settings = Settings(**json.loads(Path(os.environ["CARBONROAD_MUTANTS"]).read_text(encoding="utf-8")))
    shutil.rmtree(settings.scratch, ignore_errors=True)
    Path(settings.scratch).mkdir(parents=True)
    config.pluginmanager.register(Mutants(settings), "mutants of carbonroad")
