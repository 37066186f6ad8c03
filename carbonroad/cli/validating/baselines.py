"""`--write-baseline` and `--prune-baseline`."""

from collections.abc import Sequence
from pathlib import Path

from carbonroad.base.texts.said import say, say_count
from carbonroad.checking.baseline import FILE, Entry, baseline_path, leads_outside, read_baseline, written
from carbonroad.cli.console import Console
from carbonroad.cli.results.delivering import write_or_refuse
from carbonroad.cli.validating.loading import Loaded


def check_file(console: Console, file: str, count: int, *, write: bool) -> None:
    """Refuse a baseline that a call names and that is not there, or is meant for one of several roadmaps."""
    if count > 1:
        console.refuse(
            say("--baseline names one file, but there are {n} roadmaps.", n=count),
            say("name one roadmap, or leave --baseline out: each has a file of its own"),
        )
    if not write and not Path(file).exists():
        console.refuse(say("{file} does not exist.", file=file), say("write it with --write-baseline"))


def write_baselines(console: Console, loaded: Sequence[Loaded], file: str | None) -> None:
    """Write what is found now to each roadmap's baseline."""
    for one in loaded:
        project = one.project
        found = project.baseline_entries()
        concerned = [entry for entry in found if _concerns(one, entry)]
        old = project.baseline.entries if project.baseline is not None else ()
        kept = [
            entry
            for entry in old
            if not (_concerns(one, entry) and _is_here(one, entry) and project.checks(entry.code, entry.path))
        ]
        path = _path(console, one, file)
        if not (concerned or kept or Path(path).exists()):
            console.note(
                say("{roadmap}: there is nothing to put in a baseline.", roadmap=project.folder.path)
            )
            continue
        _write(console, one, path, {*concerned, *kept})


def prune_baselines(console: Console, loaded: Sequence[Loaded], file: str | None) -> None:
    """Take out of each baseline what is not found any more."""
    for one in loaded:
        project = one.project
        stale = {entry for entry in project.stale if _concerns(one, entry)}
        if project.baseline is None:
            console.note(say("{roadmap}: there is no baseline.", roadmap=project.folder.path))
        elif project.baseline.finding is None and stale:
            kept = [entry for entry in project.baseline.entries if entry not in stale]
            _write(console, one, _path(console, one, file), set(kept))


def _concerns(one: Loaded, entry: Entry) -> bool:
    """Whether an entry is of a file that was asked for."""
    return not one.only or entry.path in {Path(path).name for path in one.only}


def _is_here(one: Loaded, entry: Entry) -> bool:
    """Whether an entry is of this roadmap, where files that stand alone share a folder."""
    return not one.project.lone or entry.path in {Path(path).name for path in one.project.paths}


def _path(console: Console, one: Loaded, file: str | None) -> str:
    path = file or (None if one.chosen is None else baseline_path(one.chosen.folder))
    if path is None:
        console.refuse(
            say("Standard input has no folder for a baseline."), say("name its file with --baseline FILE")
        )
    if not one.project.complete:
        console.refuse(
            say("The baseline was not written: not every file could be read."),
            say("repair what carbonroad validate reports first"),
        )
    if file is None and leads_outside(path):
        console.refuse(
            say("{file} is a link that leads out of the roadmap's folder.", file=path),
            say("take the link away, or name the file with --baseline FILE"),
        )
    # A merge may have damaged the usual file; anything else was never a baseline.
    if Path(path).name != FILE and Path(path).exists() and read_baseline(path).finding is not None:
        console.refuse(
            say("{file} is no baseline, so it was not overwritten.", file=path), say("choose another name")
        )
    return path


def _write(console: Console, one: Loaded, path: str, entries: set[Entry]) -> None:
    write_or_refuse(console, path, written(entries).encode())
    old = len(one.project.baseline.entries) if one.project.baseline is not None else 0
    console.note(
        say(
            "Wrote {file}: {findings} (before: {old}).",
            file=path,
            findings=say_count("{n} finding", "{n:,} findings", len(entries)),
            old=old,
        )
    )
