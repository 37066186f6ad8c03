"""Both versions of `carbonroad diff`, loaded and compared, and what is written of them."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, all_of, say, say_count
from carbonroad.cli.console import Console
from carbonroad.cli.options.lists import Lists
from carbonroad.cli.roadmaps.choosing import roadmaps_named
from carbonroad.cli.roadmaps.ready import one_named, refuse_errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from carbonroad.compute.changes.change import Change
    from carbonroad.compute.changes.compare import Comparison
    from carbonroad.compute.changes.ratchet import Need
    from carbonroad.compute.facts import Facts
    from carbonroad.findings import Span
    from carbonroad.project import Project
    from carbonroad.source.folder import Folder
    from carbonroad.source.git.side import Side
    from carbonroad.source.text import SourceText

_MOST_FILES = 10
"""Names of files with errors; validate tells of all."""


class Wanted(NamedTuple):
    """What the call asks for, as typed."""

    old: str
    new: str | None
    roadmap: str | None
    industries: Lists
    owner: str | None
    as_of: date | None
    own_dates: bool
    keep_going: bool = False


class Compared:
    """Two versions and their changes, limited to what was asked for."""

    def __init__(
        self,
        sides: "tuple[Side, Side]",
        projects: "tuple[Project, Project]",
        dates: tuple[date, date],
        comparison: "Comparison",
        facts: "tuple[Facts, Facts]",
        keep: "Callable[[Change], bool]",
    ) -> None:
        self.sides = sides
        self.projects = projects
        self.dates = dates
        self.comparison = comparison
        self.facts = facts
        self._keep = keep
        self._texts: dict[str, SourceText | None] = {}
        self.changes = [change for change in comparison.changes if keep(change)]

    @cached_property
    def needs(self) -> "list[Need]":
        """What was given up without an entry that names it."""
        from carbonroad.compute.changes.ratchet import unexplained

        return [need for need in unexplained(self.comparison) if any(map(self._keep, need.changes))]

    @property
    def damaged(self) -> bool:
        """Whether the new version has errors: what they concern may look dropped."""
        return bool(self.projects[1].errors)

    def warnings(self) -> list[Said]:
        """What a reader has to know of errors in either version."""
        return [
            warning_of(project, side.label, later=side is self.sides[1])
            for project, side in zip(self.projects, self.sides, strict=True)
            if project.errors
        ]

    def line_of(self, span: "Span") -> int | None:
        """The line of a place in either version."""
        if span.path not in self._texts:
            owner = next((one for one in reversed(self.projects) if span.path in one.paths), None)
            self._texts[span.path] = None if owner is None else owner.text(span.path)
        source = self._texts[span.path]
        return None if source is None else source.position(span.start)[0]

    def entries_to_add(self) -> list[str]:
        """YAML to paste: an entry a file."""
        from carbonroad.compute.changes.ratchet import next_revision

        system = self.projects[1].system
        lines = []
        for part in dict.fromkeys(need.part for need in self.needs):
            names = [need.name for need in self.needs if need.part == part]
            found = next((one for one in system.parts if one.id == part), system.parts[0])
            # An indicator stands for its targets.
            items = [name for name in names if "@" not in name or name.partition("@")[0] not in names]
            lines += [
                f"# {found.place.path}",
                "revisions:",
                f"  - rev: {next_revision([one.rev for one in found.revisions])}",
                "    date:",
                "    note:",
                f"    items: [{', '.join(map(_quoted, items))}]",
            ]
        return lines


def _quoted(name: str) -> str:
    """A name as a list in brackets takes it."""
    return f'"{name}"' if name[:1] in "@&*!%" or any(sign in name for sign in ",[]{}#: ") else name


def compared(console: Console, wanted: Wanted) -> Compared:
    """Load and compare; what cannot be found or read ends the run."""
    from carbonroad.cli.comparing.sides import load_side, side_named
    from carbonroad.compute.changes.compare import compare
    from carbonroad.compute.facts import Facts
    from carbonroad.source.git.side import Side

    folder = _roadmap(wanted)
    new = side_named(console, wanted.new, folder) if wanted.new is not None else None
    if new is None:
        found = _one(console, folder)
        new = Side(found, label=found.path or ".")
        folder = found.path
    old = side_named(console, wanted.old, new.folder.path if not new.commit else folder)
    now = load_side(new, wanted.as_of)
    if now.errors and not wanted.keep_going:
        refuse_errors(console, [now])
    then = load_side(old, wanted.as_of)
    dates = then.as_of, now.as_of
    before = then.system if wanted.own_dates else then.system._replace(as_of=now.as_of)
    facts = Facts(before), now.facts
    comparison = compare(before, facts[0], now.system, facts[1])
    keep = _choice(console, wanted, comparison, now.folder.only)
    both = Compared((old, new), (then, now), dates, comparison, facts, keep)
    for warning in both.warnings():
        console.note(warning)
    return both


def _roadmap(wanted: Wanted) -> str:
    """The folder that revisions without a path are of."""
    if wanted.roadmap is not None:
        return wanted.roadmap
    if wanted.new is not None:
        from carbonroad.source.folder import search_upwards

        return search_upwards(".") or "."
    return ""


def _one(console: Console, folder: str) -> "Folder":
    chosen = roadmaps_named(console, [folder] if folder else [], below=False)
    way_out = say("name one of them, such as --roadmap {example}", example=chosen[0].folder.path)
    one_named(console, [one.folder for one in chosen], way_out)
    return chosen[0].folder


def warning_of(project: "Project", label: str, *, later: bool) -> Said:
    """Which files of a version have errors."""
    from carbonroad.findings import Severity

    paths = list(dict.fromkeys(f.span.path for f in project.findings if f.severity is Severity.error))
    names, rest = paths[:_MOST_FILES], len(paths[_MOST_FILES:])
    files = all_of([*names, say_count("{n} other file", "{n} other files", rest)] if rest else names)
    if later:
        return say(
            "warning: {label} has errors in {files}; what could not be read there may look dropped.",
            label=label,
            files=files,
        )
    return say(
        "warning: {label} has errors in {files}; what could not be read there may be missing or look added.",
        label=label,
        files=files,
    )


def _choice(
    console: Console, wanted: Wanted, comparison: "Comparison", only: str | None
) -> "Callable[[Change], bool]":
    """Whether a change is among those asked for; where one file was named, those of its industry."""
    from carbonroad.cli.options.industries import parts_named
    from carbonroad.compute.changes.choosing import Choice

    parts = parts_named(console, wanted.industries, (comparison.new, comparison.old))
    if only is not None and not parts:
        parts = frozenset((only,))
    return Choice(comparison, parts, _body(console, wanted.owner, comparison)).has


def _body(console: Console, asked: str | None, comparison: "Comparison") -> str:
    """A body of either version, the later one's first."""
    from carbonroad.cli.options.bodies import body_named, known_body

    name = (asked or "").strip()
    earlier = "" if known_body(name, comparison.new) else known_body(name, comparison.old)
    return earlier or body_named(console, asked, comparison.new)
