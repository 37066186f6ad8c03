"""A roadmap's files as a git revision held them, or as a folder holds them: one side of a comparison."""

import os

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.source.folder import Folder, NoRoadmap, find_roadmaps
from carbonroad.source.git.past import Past
from carbonroad.source.git.program import Objects, ask, find_git
from carbonroad.source.git.refused import NoRevision, no_commit, no_git, no_repository
from carbonroad.source.git.side import Side, name_of, one_of
from carbonroad.source.git.trees import Folders, Trees, commit_of, joined

_DRIVE = lazy_pattern(r"[A-Za-z]:[\\/]")
_LIKE_A_BRANCH = lazy_pattern(r"[^./~^:\\-][^~^:\\]*[^./~^:\\]|\w")
_LONG_ID = lazy_pattern(r"[0-9a-f]{20,}")


def side_of(words: str, default_folder: str) -> Side | NoRevision:
    """Return the one roadmap that words name: a folder or file on disk, a revision, or `REVISION:PATH`.

    A roadmap on disk comes before a revision of the same name.

    Args:
        words: As typed.
        default_folder: The roadmap's folder, for a revision without a path; of several roadmaps the one of
            this name is taken. Need not exist.
    """
    if not words:
        return NoRevision(say("An empty name is no roadmap."), say("name a folder or a git revision"))
    if not os.path.exists(words):
        return revision_of(words, default_folder)
    roadmaps = _on_disk(words)
    if isinstance(roadmaps, NoRoadmap):
        side = revision_of(words, default_folder)
        return side if isinstance(side, Side) else NoRevision(roadmaps.message, roadmaps.help)
    roadmaps = roadmaps[:1] if roadmaps[0].path == words else roadmaps  # its own, without those below
    folder = one_of(roadmaps, name_of(default_folder), words)
    if isinstance(folder, NoRevision):
        return folder
    note = ""
    if _LIKE_A_BRANCH.fullmatch(words) and _is_revision(words, default_folder):
        note = say(
            '"{words}" is a folder and a git revision; the folder was taken. The revision is {example}.',
            words=words,
            example=f"{words}~0",
        )
    return Side(folder, label=words, note=note)


def revision_of(words: str, folder: str) -> Side | NoRevision:
    """Return a roadmap's files at a git revision. Nothing is written, checked out or fetched.

    Args:
        words: A revision, such as `HEAD~3`, `v1.2` or `main@{yesterday}`; or `REVISION:PATH` with a path from
            the repository's root, or from here if it begins with a dot.
        folder: The roadmap's folder now, which is looked for at the revision where no path is given.
    """
    if _DRIVE.match(words):
        return NoRevision(say("{path} does not exist.", path=words), say("check the path"))
    git = find_git()
    if git is None:
        return no_git(words)
    revision, path = _revision_and_path(words)
    home, rest = _existing(folder if path is None else ".")
    asked = ask(git, home, "rev-parse", "--show-prefix")
    if not asked.done and path is not None:
        home, rest = _existing(folder)[0], ()
        asked = ask(git, home, "rev-parse", "--show-prefix")
    if not asked.done:
        return no_repository(home, words, asked)
    prefix = asked.output.rstrip("\r\n")
    wanted = (*_names(prefix), *rest) if path is None else _path(prefix, path)
    with Objects(git, home) as objects:
        commit = commit_of(objects, revision)
        if commit is None:
            complaint = objects.end()
            return no_commit(git, home, revision, complaint, alone=path is None)
        root = _uppermost(home, prefix)
        past = Past(Trees(objects, commit), objects, commit, _shown(revision), root=root)
        side = past.side(wanted, folder) if wanted is not None else past.not_there(path or "")
        complaint = objects.end()
    if " only goes back to " in complaint:  # git then takes the oldest entry of its log
        return no_commit(git, home, revision, complaint, alone=path is None)
    return side


def _on_disk(words: str) -> list[Folder] | NoRoadmap:
    try:
        return find_roadmaps(words)
    except OSError as error:
        reason = reason_of(error)
        return NoRoadmap(
            say("{path} cannot be read: {reason}.", path=words, reason=reason),
            say("check the path and its permissions"),
        )


def _is_revision(words: str, folder: str) -> bool:
    git = find_git()
    if git is None:
        return False
    with Objects(git, _existing(folder)[0]) as objects:
        return commit_of(objects, words) is not None


def _revision_and_path(words: str) -> tuple[str, str | None]:
    """Both of `REVISION:PATH`; a colon in braces or at the front divides nothing."""
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign == "{") - (sign == "}")
        if sign == ":" and depth <= 0 and at:
            return words[:at], words[at + 1 :].replace(os.sep, "/")
        if sign == ":" and not at:
            break
    return words, None


def _path(prefix: str, path: str) -> Folders | None:
    """A path from the repository's root; None where it leads out of the repository."""
    begins_here = path.startswith(("./", "../")) or path in {".", ".."}
    return joined(_names(prefix) if begins_here else (), path)


def _uppermost(home: str, prefix: str) -> str:
    """What the repository's uppermost folder is called, seen from a folder with this prefix."""
    here = os.path.realpath(home)
    for _ in _names(prefix):
        here = os.path.dirname(here)
    return os.path.basename(here)


def _names(path: str) -> Folders:
    return tuple(name for name in path.split("/") if name)


def _existing(folder: str) -> tuple[str, Folders]:
    """The nearest folder that exists, and the names below it that do not, or are files."""
    here = folder or "."
    rest: list[str] = []
    while not os.path.isdir(here):
        above, name = os.path.split(here.rstrip("/" + os.sep))
        if not name:
            return ".", tuple(rest)
        here, rest = above or ".", [name, *rest]
    return here, tuple(rest)


def _shown(revision: str) -> str:
    """A revision as pages and findings call it."""
    return revision[:10] if _LONG_ID.fullmatch(revision) else revision
