"""The commit that a run is compared with: what a pull request is to be merged into."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from sentences import sentence

_PATIENCE = 300
"""Seconds for git to fetch."""
_TRUSTED = ("-c", "safe.bareRepository=explicit")
"""A pull request may bring a folder that looks like a repository, with settings that name programs to run."""


class Base(NamedTuple):
    """A commit that is there.

    Attributes:
        commit: In full.
        name: How readers call it, such as main.
    """

    commit: str
    name: str


class NoBase(NamedTuple):
    """Why there is nothing to compare with; empty where nothing was asked for."""

    why: str


def find_base(asked: str, lang: str) -> Base | NoBase:
    """Return the commit to compare with.

    Args:
        asked: The revision that the call names; empty for what the event says.
        lang: The language of the reason.
    """
    event = _event()
    if not asked and not (event.get("pull_request") or event.get("merge_group")):
        return NoBase("")
    if (why := _unreadable(lang)) is not None:
        return NoBase(why)
    if asked:
        return _named(asked, lang)
    if os.environ.get("GITHUB_EVENT_NAME") == "pull_request_target":
        return NoBase(sentence(lang, "on pull_request_target nothing of the pull request is checked out."))
    return _of_event(event, lang)


def _of_event(event: dict[str, Any], lang: str) -> Base | NoBase:
    """What a pull request, or one that waits to be merged, is to be merged into."""
    if group := event.get("merge_group"):
        return _there(group["base_sha"], group["base_ref"].removeprefix("refs/heads/"), lang)
    request = event["pull_request"]
    base, name = request["base"]["sha"], request["base"]["ref"]
    parents = _parents("HEAD")
    if len(parents) > 1 and parents[1] == request["head"]["sha"]:
        # A trial merge, as checkout takes it: its first parent is the branch as it is now.
        return _there(parents[0], name, lang)
    return _fork_point(base, name, lang)


def _event() -> dict[str, Any]:
    """What started the run."""
    try:
        event = json.loads(Path(os.environ.get("GITHUB_EVENT_PATH", "")).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return event if isinstance(event, dict) else {}


def _named(asked: str, lang: str) -> Base | NoBase:
    """A revision that is named in words: as it is here, else as it is where the repository came from."""
    for revision in (asked, f"refs/remotes/origin/{asked}"):
        if (commit := _commit(revision)) is not None:
            return Base(commit, asked)
    if _fetch("--depth=1", asked) and (commit := _commit("FETCH_HEAD")) is not None:
        return Base(commit, asked)
    return NoBase(sentence(lang, "{base} names no commit of this repository.", base=asked))


def _there(commit: str, name: str, lang: str) -> Base | NoBase:
    """A commit by its number; fetched alone where the checkout left it out."""
    if _commit(commit) is not None or (_fetch("--depth=1", commit) and _commit(commit) is not None):
        return Base(commit, name)
    return _missing(commit, lang)


def _fork_point(base: str, name: str, lang: str) -> Base | NoBase:
    """Where a branch that was checked out itself left the other one.

    The tip of the other one will not do: what was done there since would look taken back.
    """
    point = _git("merge-base", base, "HEAD")
    if point is None:
        shallow = _git("rev-parse", "--is-shallow-repository") == "true"
        _fetch(*(("--unshallow",) if shallow else ()), base)
        point = _git("merge-base", base, "HEAD")
    return _missing(base, lang) if point is None else Base(point, name)


def _missing(commit: str, lang: str) -> NoBase:
    return NoBase(
        sentence(
            lang,
            "commit {commit} is not in this checkout and could not be fetched: "
            "give actions/checkout fetch-depth: 0.",
            commit=commit[:10],
        )
    )


def _commit(revision: str) -> str | None:
    return _git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")


def _parents(revision: str) -> list[str]:
    """The parents that a commit names, whether or not they are here."""
    head = (_git("cat-file", "commit", revision) or "").partition("\n\n")[0]
    return [line.removeprefix("parent ") for line in head.splitlines() if line.startswith("parent ")]


def _fetch(*words: str) -> bool:
    return (
        _git("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", *words[:-1], "origin", words[-1])
        is not None
    )


def _unreadable(lang: str) -> str | None:
    """Why git reads no repository here; None where it does."""
    asked = _asked("rev-parse", "--git-dir")
    if asked is not None and asked.returncode == 0:
        return None
    if asked is not None and b"safe.directory" in asked.stderr:
        said = (
            "git does not read this folder, because it belongs to another user: run, in a step before, "
            'git config --global --add safe.directory "$GITHUB_WORKSPACE"'
        )
        return sentence(lang, said)
    return sentence(lang, "this folder is no git repository.")


def _git(*words: str) -> str | None:
    """What git says; None where it fails."""
    done = _asked(*words)
    return done.stdout.decode("utf-8", "replace").strip() if done and done.returncode == 0 else None


def _asked(*words: str) -> subprocess.CompletedProcess[bytes] | None:
    """How a call of git ended; None where it could not be made. It asks nobody anything."""
    try:
        return subprocess.run(
            ["git", *_TRUSTED, *words],  # noqa: S607 - the one that the checkout was made with
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"},
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def changed(commit: str, path: str) -> bool:
    """Whether files below a path differ from those of a commit."""
    return _git("diff", "--quiet", "--no-ext-diff", commit, "--", f":(literal){path}") is None


def changed_files(commit: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The files below some paths that differ from those of a commit, as seen from here."""
    below = (f":(literal){os.path.normpath(path)}" for path in paths)
    listed = _git("diff", "--relative", "--name-only", "--no-renames", "-z", commit, "--", *below) or ""
    return tuple(filter(None, listed.split("\0")))


def text_in(commit: str, name: str) -> str:
    """A file as a commit has it, named as seen from here; empty where it has none."""
    return _git("cat-file", "blob", f"{commit}:./{name}") or ""


def files_in(commit: str, path: str) -> tuple[str, ...]:
    """The files that a commit has below a path, as seen from here."""
    return tuple(
        filter(None, (_git("ls-tree", "-r", "-z", "--name-only", commit, "--", path) or "").split("\0"))
    )


def moves(commit: str) -> dict[str, str]:
    """New name → old name of the files that were renamed since a commit, as seen from here."""
    listed = _git("diff", "--relative", "--name-status", "-z", "-M", "--diff-filter=R", commit) or ""
    words = listed.split("\0")
    return dict(zip(words[2::3], words[1::3], strict=False))
