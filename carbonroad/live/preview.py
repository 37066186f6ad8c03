"""What a preview shows: the roadmaps as they are now, and the last pages that could be made of them."""

from collections.abc import Callable, Sequence
from datetime import date
from threading import RLock

from carbonroad.base.record import NamedTuple
from carbonroad.checking.checked import USUAL
from carbonroad.findings import Finding, Severity
from carbonroad.live.places import Places, places_of
from carbonroad.live.publication import Publication, Title
from carbonroad.live.roadmaps import NOTHING, Find, Known, Reader, Roadmaps
from carbonroad.project import Project
from carbonroad.render.faults import RenderFault
from carbonroad.render.pages_digest import pages_digest
from carbonroad.render.site.choice import Choice
from carbonroad.render.templates.environment import forget_templates
from carbonroad.source.folder import Folder, NoRoadmap
from carbonroad.source.page_folders import page_folders

_KEPT = 100
"""Files that are kept for when a template fails."""


class Good(NamedTuple):
    """The last state of a roadmap without errors, and the time of day at which it was read."""

    project: Project
    parts: tuple[str, ...]
    at: str


class Standing(NamedTuple):
    """One roadmap: as it is, and what its pages are made of.

    Attributes:
        name: The folder of its pages; empty where it stands alone.
        known: As it is.
        good: The last state without errors; None where there was none.
    """

    name: str
    known: Known
    good: Good | None

    @property
    def stale(self) -> bool:
        """Whether its pages, if it has any, are not of its present state."""
        return self.good is None or self.good.project is not self.known.project

    @property
    def errors(self) -> list[Finding]:
        """The findings that keep it from being rendered."""
        return [one for one in self.known.project.findings if one.severity is Severity.error]


class State(NamedTuple):
    """All at one moment; another state has another number.

    Attributes:
        number: Counted from 1.
        at: The time of day, such as `09:30`.
        standings: The roadmaps, in the order of the call.
        publication: Their pages, of the last state without errors of each.
        absent: Why there are no roadmaps any more; the last ones stand.
        fault: What is wrong with the user's templates.
    """

    number: int
    at: str
    standings: tuple[Standing, ...]
    publication: Publication
    absent: NoRoadmap | None = None
    fault: RenderFault | None = None

    @property
    def findings(self) -> list[tuple[Standing, Finding]]:
        """All findings that count, each with the roadmap that it is about."""
        return [(one, finding) for one in self.standings for finding in one.known.project.findings]

    def of(self, path: str) -> Standing | None:
        """Return the roadmap whose page a path is; None for a list of roadmaps and what is no page."""
        if len(self.standings) == 1 and not self.standings[0].name:
            return self.standings[0]
        name = path.partition("/")[0]
        return next((one for one in self.standings if one.name == name), None)


class Preview:
    """Looks at roadmaps again and again, and makes their pages when they are asked for.

    It can be used from several threads.

    Args:
        find: Finds the roadmaps.
        paths: As typed, to be watched.
        choice: What of them is wanted; page by page.
        clock: Gives the time of day.
        today: Gives the present day.
        as_of: The data date asked for; None for each one's own.

    Attributes:
        state: The present one.
    """

    def __init__(
        self,
        find: Find,
        paths: Sequence[str],
        choice: Choice,
        *,
        clock: Callable[[], str],
        today: Callable[[], date],
        as_of: date | None = None,
    ) -> None:
        self.today = today
        self.as_of = as_of
        self.checks = USUAL
        self.choice = choice
        self._reader = Reader(find, as_of, today)
        self._paths = tuple(paths)
        self._clock = clock
        self._lock = RLock()
        self._edition = ""
        self._kept: dict[str, bytes] = {}
        self._heard: list[Callable[[State], None]] = []
        found = find()
        folders = [] if isinstance(found, NoRoadmap) else [one.folder for one in found]
        self._places = self._watched(folders, NOTHING)
        self.state = State(0, clock(), (), Publication((), choice))

    @property
    def folders(self) -> tuple[Folder, ...]:
        """The roadmaps, as they were found."""
        return tuple(one.known.asked.folder for one in self.state.standings)

    def places(self) -> Places:
        """Return where changes may come from."""
        return self._places

    def tell(self, heard: Callable[[State], None]) -> None:
        """Call `heard` with each new state, in the thread that found it."""
        self._heard.append(heard)

    def look(self) -> bool:
        """Look at the disk again; return whether anything has changed."""
        with self._lock:
            edition = pages_digest(self.choice.templates) if self.choice.templates is not None else ""
            read = self._reader.read()
            before = self.state
            standings = before.standings if read.absent is not None else self._standings(read)
            fresh = edition != self._edition
            same = standings == before.standings and read.absent == before.absent
            if same and not fresh and before.number:
                return False
            if fresh:
                forget_templates()
            self._edition = edition
            if read.absent is None:
                self._places = self._watched([one.asked.folder for one in read.known], read)
            try:
                publication = self._publication(standings, read, before.publication)
                self._become(standings, publication, read.absent, None)
            except RenderFault as fault:
                self._become(standings, before.publication, read.absent, fault)
            return True

    def file(self, path: str) -> bytes | None:
        """Return a file by its path below the output, as `render` would write it; None where there is none.

        Where a user's template fails it is the last one that could be made.

        Raises:
            RenderFault: If there is none that could be made.
        """
        with self._lock:
            state = self.state
            try:
                data = state.publication.file(path)
            except RenderFault as fault:
                if state.fault is None or state.fault.message != fault.message:
                    self._become(state.standings, state.publication, state.absent, fault)
                if path not in self._kept:
                    raise
                return self._kept[path]
            if data is not None:
                self._kept.pop(path, None)
                self._kept[path] = data
                if len(self._kept) > _KEPT:
                    del self._kept[next(iter(self._kept))]
            return data

    def _become(
        self,
        standings: tuple[Standing, ...],
        publication: Publication,
        absent: NoRoadmap | None,
        fault: RenderFault | None,
    ) -> None:
        self.state = State(self.state.number + 1, self._clock(), standings, publication, absent, fault)
        for heard in self._heard:
            heard(self.state)

    def _standings(self, read: Roadmaps) -> tuple[Standing, ...]:
        """How the roadmaps stand; one that is as it was is the same object as before."""
        known = read.known
        alone = len(known) == 1 and not known[0].asked.listed
        names = [""] if alone else page_folders([one.asked.folder for one in known])
        before = {one.known.asked.folder.path: one for one in self.state.standings}
        found = []
        for name, one in zip(names, known, strict=True):
            last = before.get(one.asked.folder.path)
            if last is not None and last.known is one and last.name == name:
                found.append(last)
                continue
            good = last.good if last is not None else None
            if not one.project.errors:
                good = Good(one.project, one.asked.parts, self._clock())
            found.append(Standing(name, one, good))
        return tuple(found)

    def _publication(self, standings: Sequence[Standing], read: Roadmaps, before: Publication) -> Publication:
        if read.absent is not None:
            return before
        places = {place: n for n, place in enumerate(n for n, one in enumerate(standings) if one.good)}
        families, titles = read.families, list[Title]()
        for place, one in enumerate(standings):
            if one.good is None:
                continue
            parent = families.parents[place]
            titles.append(
                Title(
                    one.name,
                    one.known.asked.folder.top,
                    one.good.project,
                    one.good.parts,
                    None if parent is None else places.get(parent),
                    tuple(places[child] for child in families.children[place] if child in places),
                )
            )
        return Publication(titles, self.choice, self._edition, before)

    def _watched(self, folders: Sequence[Folder], read: Roadmaps) -> Places:
        templates = [self.choice.templates] if self.choice.templates is not None else []
        families = read.families if read.known else None
        return places_of(self._paths, folders, families, templates)
