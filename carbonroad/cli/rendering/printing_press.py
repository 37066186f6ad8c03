"""The roadmaps of one `render`: which have errors, and the files of each, made or known from before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.cli.clock import today
from carbonroad.cli.console import Console
from carbonroad.cli.options.drawing import options_for
from carbonroad.cli.rendering.pages_known import Known, Memory
from carbonroad.cli.rendering.roadmap_reader import RoadmapReader
from carbonroad.cli.rendering.wanted import Head, Wanted, check_parts, head_of, refuse_errors
from carbonroad.cli.roadmaps.ready import note_warnings, parts_of, tell_read, tell_reading
from carbonroad.source.page_folders import page_folders

if TYPE_CHECKING:
    from carbonroad.batch.inputs import Inputs
    from carbonroad.batch.store import Store
    from carbonroad.cli.roadmaps.choosing import Chosen
    from carbonroad.output import Writing
    from carbonroad.project import Project
    from carbonroad.render.site.site import Site


class PrintingPress:
    """Checks the roadmaps of a call, then makes their files, one roadmap after the other.

    A roadmap alone is read once: its errors are found when its pages are to be made.

    Args:
        console: Where to say what is done.
        wanted: What is asked for.
        chosen: The roadmaps.
        kept: Remembers pages where nothing else does.
    """

    def __init__(
        self, console: Console, wanted: Wanted, chosen: "list[Chosen]", kept: "Store | None" = None
    ) -> None:
        from carbonroad.batch.call import Call
        from carbonroad.batch.families import families_of
        from carbonroad.batch.inputs import Batch
        from carbonroad.checking.checked import Checks
        from carbonroad.cli.roadmaps.remembering import open_store

        self._console = console
        self._wanted = wanted
        self._chosen = chosen
        self._today = today()
        folders = [one.folder for one in chosen]
        families = families_of(folders)
        self._batch = Batch(folders, families, Call(wanted.as_of, self._today, Checks()))
        self._alone = len(chosen) == 1 and not chosen[0].listed
        self._names = [""] if self._alone else page_folders(folders)
        self._heads: list[Head] = []
        self._project: Project | None = None
        self._pages: dict[str, str] = {}
        remembers = "pdf" not in wanted.choice.formats and wanted.asked.against is None
        self._store = open_store(console, wanted=remembers and wanted.cached)
        in_use = self._store or (kept if remembers else None)
        self._reader = RoadmapReader(self._batch, chosen, wanted, in_use)
        self._browser = ""
        self._first: tuple[Memory | None, Inputs | None] = None, None

    @property
    def warnings(self) -> int:
        """How many warnings the roadmaps have, once they are checked."""
        return sum(one.warnings for one in self._heads)

    def check(self) -> bool:
        """Find the errors of the roadmaps, which end the run unless it keeps going; return whether any."""
        check_parts(self._console, self._wanted.choice.industries, self._chosen)
        if self._alone:
            return self._check_alone()
        from carbonroad.batch.run import check_all
        from carbonroad.findings import Finding, Severity

        console, errors = self._console, list[Finding]()
        paths: list[str] = []
        batch, wanted = self._batch, self._wanted
        outcomes = check_all(
            batch.folders,
            batch.call,
            store=self._store,
            jobs=wanted.jobs,
            tell=console.note,
            families=batch.families,
        )
        for place, (one, outcome) in enumerate(zip(self._chosen, outcomes, strict=True)):
            tell_reading(console, one.folder, place + 1, len(self._chosen))
            tell_read(console, one, outcome)
            found = outcome.findings
            mine = [finding for finding in found if finding.severity is Severity.error]
            errors += mine
            paths += outcome.paths if mine else ()
            warnings = sum(finding.severity is Severity.warning for finding in found)
            self._heads.append(Head(wanted.languages or outcome.languages, bool(mine), warnings))
            if batch.families.parents[place] is not None:
                self._reader.passed_on[place] = outcome.passed_on
        if errors:
            refuse_errors(console, wanted, errors, tuple(paths))
        note_warnings(console, self.warnings)
        return bool(errors)

    def _check_alone(self) -> bool:
        """Take a roadmap alone from memory, or read it; whether it has errors."""
        console, one = self._console, self._chosen[0]
        tell_reading(console, one.folder, 1, 1)
        memory, inputs = self._memory(0)
        self._first = memory, inputs
        known = memory.known() if memory is not None else None
        if known is not None:
            self._heads.append(Head(known.languages, errors=False, warnings=known.warnings))
            tell_read(console, one, known)
        else:
            project = self._project = self._reader.load(0, inputs)
            tell_read(console, one, project)
            self._heads.append(head_of(project, self._wanted.languages))
            if project.errors:
                refuse_errors(console, self._wanted, project.findings, project.paths)
        note_warnings(console, self._heads[0].warnings)
        return self._heads[0].errors

    def run(self, run: "Writing") -> tuple[int, list[str]]:
        """Make all files; return how many, and the paths of the list's or else the first roadmap's."""
        console, wanted = self._console, self._wanted
        if "pdf" in wanted.choice.formats:
            from carbonroad.printing import find_chromium
            from carbonroad.render.pdf.finishing import check_library

            check_library()
            self._browser = find_chromium()
        console.progress(say("rendering {names}", names=", ".join(filter(None, self._names[:9])) or "…"))
        if self._alone:
            files = self._make(0, run).files
            return len(files), list(files)
        return self._run_several(run)

    def _run_several(self, run: "Writing") -> tuple[int, list[str]]:
        """Make the files of roadmaps, and the pages that list them."""
        from carbonroad.base.collector import Dropped
        from carbonroad.render.site.listing import Entry, list_pages
        from carbonroad.render.site.site import list_files
        from carbonroad.render.site.starts import starts_of

        self._pages = list_pages((tag for head in self._heads for tag in head.languages), self._names)
        number, found, dropped = 0, list[str](), Dropped(_MOST_DROPPED)
        entries: dict[str, list[Entry]] = {tag: [] for tag in self._pages}
        for place, name in enumerate(self._names):
            known = self._make(place, run)
            number += len(known.files)
            found = found or list(known.files)
            starts = starts_of(known.languages, name, known.first, self._wanted.choice)
            for tag in self._pages:
                entry = Entry(known.listed[tag], starts, self._batch.families.parents[place])
                entries[tag].append(entry)
            dropped.add(known.items)
        files = list_files(self._pages, entries, self._wanted.choice) if found else {}
        self._add(run, files)
        return number + len(files), [*files, *found]

    def remember(self) -> None:
        """Write down what later runs may take over."""
        if self._store is not None:
            from carbonroad.cli.roadmaps.remembering import tell_without

            self._store.flush()
            if self._store.problem:
                tell_without(self._console, self._store.problem)

    def _make(self, place: int, run: "Writing") -> Known:
        """The files of one roadmap: those that stand, those that an earlier run knew, the others made."""
        memory, inputs = self._memory(place) if not self._alone else self._first
        known = memory.known() if memory is not None else None
        if known is not None and run.standing(known.files):
            return known
        project = self._project or self._reader.load(place, inputs)
        self._project = None
        fits = not project.errors and self._reader.is_as_read(place, inputs, project)
        return self._print(place, project, run, memory if fits else None)

    def _print(self, place: int, project: "Project", run: "Writing", memory: Memory | None) -> Known:
        from carbonroad.render.site.reuse import Reuse

        head, wanted = self._heads[place], self._wanted
        site = self._site(place, project)
        reuse = Reuse(memory.salt, memory.groups(), run.standing) if memory is not None else None
        made = site.make(
            lambda files: self._add(run, files), self._pages, reuse, self._jobs(project), self._near(place)
        )
        files = {path: digest for group in made.values() for path, digest in group.files.items()}
        if self._browser:
            books = _books(self._console, site, self._browser)
            self._add(run, books)
            files |= dict.fromkeys(books, "")
        known = Known(
            project.as_of,
            wanted.as_of is None and project.as_of == self._today,
            project.items,
            head.warnings,
            files,
            {tag: site.listed(tag) for tag in self._pages},
            site.first,
            site.languages,
        )
        if memory is not None:
            memory.keep(known, made)
        return known

    def _site(self, place: int, project: "Project") -> "Site":
        from carbonroad.render.site.site import Site, languages_of

        wanted, system = self._wanted, project.system
        parts = tuple(part for part in parts_of(self._chosen[place]) if part != "top")
        options = options_for(self._console, wanted.asked, system)
        if wanted.asked.against is not None:
            from carbonroad.cli.rendering.against import drift_since

            alone = len(self._chosen) == 1
            drift = drift_since(self._console, wanted.asked.against, project, alone=alone)
            options = replace(options, against=drift)
        own = replace(wanted.choice, industries=wanted.choice.industries or parts, options=options)
        return Site(project, languages_of(system, wanted.languages), own, self._names[place])

    def _jobs(self, project: "Project") -> int:
        """How many processes make the pages of a roadmap."""
        asked = self._wanted.jobs
        if asked is not None:
            return asked
        from carbonroad.batch.run import cores

        return min(cores(), 4) if project.items >= _WORTH_PROCESSES else 1

    def _memory(self, place: int) -> "tuple[Memory | None, Inputs | None]":
        return self._reader.memory(place, self._names[place], self._pages, self._near(place))

    def _near(self, place: int) -> dict[str, dict[str, str]]:
        """The first pages of a roadmap's parent and children, by their top files and languages."""
        from carbonroad.render.site.starts import first_page, starts_of

        families, choice = self._batch.families, self._wanted.choice
        near = [one for one in (families.parents[place], *families.children[place]) if one is not None]
        return {
            top: starts_of(self._heads[one].languages, self._names[one], first_page(choice), choice)
            for one in near
            if (top := self._batch.folders[one].top) is not None
        }

    def _add(self, run: "Writing", files: Mapping[str, bytes]) -> None:
        problem = run.add(files)
        if problem is not None:
            self._console.refuse(problem.message, problem.help)


_WORTH_PROCESSES = 60
"""Items from which on more than one process is faster."""
_MOST_DROPPED = 2000
"""Items of roadmaps that are done, before the memory of these is cleared: some 15 MiB."""


def _books(console: Console, site: "Site", browser: str) -> dict[str, bytes]:
    from carbonroad.printing import print_page
    from carbonroad.render.pdf.finishing import finish_pdf

    made = {}
    for path, book in site.books().items():
        console.progress(say("printing {path}", path=path))
        made[path] = finish_pdf(print_page(browser, book.html), book)
    return made
