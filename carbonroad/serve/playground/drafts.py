"""Drafts: copies of roadmaps that pages of the playground work on, in memory and bounded."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from threading import Lock, RLock
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.checking.checked import USUAL, Checks
from carbonroad.findings import Finding, Severity
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.ondemand import PagesOnDemand
from carbonroad.render.site.site import Site, languages_of
from carbonroad.serve.playground.texts import Shown, typed
from carbonroad.source.text import SourceText, from_string, read
from carbonroad.workspace.roadmap import Roadmap
from carbonroad.workspace.workspace import Workspace

if TYPE_CHECKING:
    from carbonroad.link.system import System

MOST_DRAFTS = 12
MOST_TYPED = 2_000_000
"""Characters of a draft's files that differ from what is saved."""
IDLE = 4 * 3600
"""Seconds after which a draft that nobody asks for is forgotten: the page has a copy."""
_PAGES = Choice(formats=("html",))


class Original(NamedTuple):
    """What a draft is a copy of.

    Attributes:
        name: Known by it in addresses.
        path: Absolute path of its top file, or of its only one.
        texts: Files that stand nowhere on disk, by path: the example's.
    """

    name: str
    path: str
    texts: Mapping[str, str] = MappingProxyType({})


class Calls(NamedTuple):
    """How roadmaps are checked and rendered.

    Attributes:
        today: Gives the present day.
        as_of: The data date asked for.
        checks: What the call says of the checks.
    """

    today: Callable[[], date]
    as_of: date | None = None
    checks: Checks = USUAL


class Draft:
    """A copy of one roadmap.

    Attributes:
        original: What it is a copy of.
        lock: Held by whoever works on it.
        wanted: The number of the latest request that arrived; earlier ones need no answer.
        state: Grows with every change; answers and pages name it.
        good: The state that the pages show: the last without errors; 0 for none.
        pages: The pages of that state.
        system: The roadmap that they show.
    """

    def __init__(self, original: Original, calls: Calls) -> None:
        self.original = original
        self.lock = Lock()
        self.wanted = 0
        self.state = 0
        self.good = 0
        self.pages: PagesOnDemand | None = None
        self.system: System | None = None
        self._workspace = Workspace(calls.today, calls.as_of, calls.checks)
        self._seen: Roadmap | None = None
        self._saved: dict[str, SourceText | Finding] = {}
        self._typed: dict[str, SourceText] = {}
        self._shown: dict[str, tuple[SourceText, Shown]] = {}
        for path, text in original.texts.items():
            self._workspace.put(path, text)

    @property
    def roadmap(self) -> Roadmap | None:
        """The roadmap in its present state; None where its files are gone."""
        return self._workspace.roadmap(self.original.path)

    @property
    def paths(self) -> dict[str, str]:
        """Its files by their names, the top file first."""
        found = self.roadmap
        return {Path(path).name: path for path in (found.paths if found is not None else ())}

    def saved(self, path: str) -> SourceText | Finding:
        """The text of a file as it is saved, or why there is none."""
        if path not in self._saved:
            own = self.original.texts.get(path)
            self._saved[path] = from_string(own, path) if own is not None else read(path)
        return self._saved[path]

    def source(self, path: str) -> SourceText | None:
        """The text of a file as it was typed last; None for one that is not read."""
        found = self._typed.get(path) or self.saved(path)
        return found if isinstance(found, SourceText) else None

    def shown(self, path: str) -> Shown | None:
        """The text of a file as the page shows it."""
        source = self.source(path)
        if source is None:
            return None
        known = self._shown.get(path)
        if known is None or known[0] is not source:
            known = self._shown[path] = (source, Shown(source))
        return known[1]

    def changed(self, path: str) -> bool:
        """Whether a file differs from what is saved."""
        return path in self._typed

    def look(self) -> None:
        """Take note that files may have changed on disk."""
        self._saved.clear()
        self._workspace.refresh()

    def type(self, texts: Mapping[str, str], *, whole: bool) -> bool:
        """Let texts of the page stand for files; one that is as saved follows the disk again.

        Args:
            texts: What the text fields hold, by the files' names.
            whole: Whether every other file is as saved.

        Returns:
            Whether there was room for them; if not, nothing changed.
        """
        paths = self.paths
        wanted = {paths[name]: text for name, text in texts.items() if name in paths}
        others = 0 if whole else sum(len(one.text) for path, one in self._typed.items() if path not in wanted)
        if others + sum(map(len, wanted.values())) > MOST_TYPED:
            return False
        for path in [path for path in self._typed if whole and path not in wanted]:
            self._put(path, None)
        for path, text in wanted.items():
            saved = self.saved(path)
            if isinstance(saved, SourceText):
                now = typed(saved, text)
                self._put(path, None if now.text == saved.text else now)
        return True

    def _put(self, path: str, source: SourceText | None) -> None:
        known = self._typed.get(path)
        if (source.text if source else None) == (known.text if known else None):
            return
        if source is not None:
            self._typed[path] = source
            self._workspace.put(path, ("\ufeff" if source.bom else "") + source.text)
            return
        del self._typed[path]
        if path in self.original.texts:
            self._workspace.put(path, self.original.texts[path])
        else:
            self._workspace.drop(path)

    def check(self) -> tuple[Finding, ...]:
        """Return what is found in its present state; without errors, the pages show that from now on."""
        found = self.roadmap
        if found is not self._seen:
            self._seen = found
            self.state += 1
        if found is None:
            return ()
        findings = found.findings()
        if self.good != self.state and not any(one.severity is Severity.error for one in findings):
            self.system = found.project.system
            languages = languages_of(self.system)
            self.pages = PagesOnDemand(Site(found.project, languages, _PAGES))
            self.good = self.state
        return findings


class Drafts:
    """All drafts; the one that was asked for longest ago makes room for a new one.

    It can be used from several threads.

    Args:
        calls: How they are checked.
        clock: Seconds that only grow; a test gives its own.
    """

    def __init__(self, calls: Calls, clock: Callable[[], float] = monotonic) -> None:
        self._calls = calls
        self._clock = clock
        self._lock = RLock()
        self._drafts: dict[str, tuple[Draft, float]] = {}

    def find(self, key: str) -> Draft | None:
        """Return a draft; None for one that is not known, or was forgotten."""
        with self._lock:
            now = self._clock()
            for name in [name for name, (_, seen) in self._drafts.items() if now - seen > IDLE]:
                del self._drafts[name]
            found = self._drafts.pop(key, None)
            if found is None:
                return None
            self._drafts[key] = (found[0], now)
            return found[0]

    def open(self, key: str, original: Original) -> Draft:
        """Return the draft of a page; a new one where there is none of this roadmap."""
        with self._lock:
            found = self.find(key)
            if found is None or found.original != original:
                found = Draft(original, self._calls)
                self._drafts.pop(key, None)
                while len(self._drafts) >= MOST_DRAFTS:
                    del self._drafts[next(iter(self._drafts))]
                self._drafts[key] = (found, self._clock())
            return found
