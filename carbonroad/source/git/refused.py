"""Why words name no git revision of a roadmap, and what to do."""

import os
from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say, say_count
from carbonroad.source.git.program import Answer, ask

_MOST_FOLDERS = 5


class NoRevision(NamedTuple):
    """Why words give no roadmap, and what to do."""

    message: str
    help: str


def no_git(words: str) -> NoRevision:
    """There is no git program to ask."""
    return NoRevision(
        say("{words} is no folder, and git, which knows revisions, was not found.", words=words),
        say("check the path, install git, or name a folder"),
    )


def no_repository(folder: str, words: str, asked: Answer) -> NoRevision:
    """Git does not read the folder's repository."""
    complaint = asked.complaint
    if "safe.directory" in complaint or "dubious ownership" in complaint:
        return NoRevision(
            say("git does not read this repository, because it belongs to another user."),
            say("trust it once: {command}", command=_last_line(complaint, "git config") or _TRUST),
        )
    if "not a git repository" in complaint:
        return NoRevision(
            say(
                "{words} is no folder, and {folder} is in no git repository that could have such a revision.",
                words=words,
                folder=folder,
            ),
            say("check the path, or call from within the repository"),
        )
    reason = " ".join(complaint.replace("fatal:", " ").split()) or "?"
    return NoRevision(
        say('git cannot read the repository of {folder}: "{reason}".', folder=folder, reason=reason[:300]),
        say("try: {command}", command=f"git -C {folder} status"),
    )


_TRUST = "git config --global --add safe.directory '*'"


def no_commit(git: str, folder: str, revision: str, complaint: str, *, alone: bool) -> NoRevision:
    """The repository has no such commit, or not any more, or not yet.

    Args:
        git: The program.
        folder: In the repository.
        revision: As typed.
        complaint: What git said.
        alone: Whether no path came with it, so that it may have been meant as a folder.
    """
    if "log for" in complaint:
        return NoRevision(
            say("git's log of this clone does not reach back to {revision}.", revision=revision),
            say("name a commit or a tag; git log --since and --until show them"),
        )
    if "ambiguous" in complaint:
        return NoRevision(
            say('"{revision}" is the beginning of several commits.', revision=revision),
            say("write more of it"),
        )
    unknown = (
        say('"{revision}" is neither a folder nor a git revision.', revision=revision)
        if alone
        else say('git knows no revision "{revision}".', revision=revision)
    )
    return NoRevision(unknown, _way_out(git, folder, revision, alone=alone))


def _way_out(git: str, folder: str, revision: str, *, alone: bool) -> str:
    first, dots, second = revision.partition("..")
    if dots and alone:
        command = f"carbonroad diff {first or 'HEAD'} {second.lstrip('.') or 'HEAD'}"
        return say("name the two revisions apart: {command}", command=command)
    meant = _meant(git, folder, revision) or (_meant_folder(revision) if alone else "")
    if meant:
        return say('did you mean "{close}"?', close=meant)
    if not ask(git, folder, "rev-parse", "--verify", "--quiet", "HEAD").done:
        return say("the repository has no commit yet: make one first")
    if ask(git, folder, "rev-parse", "--is-shallow-repository").output.strip() == "true":
        return say(
            "the history here is shallow: fetch the rest by {command}; in CI set {setting}",
            command="git fetch --unshallow --tags",
            setting="fetch-depth: 0",
        )
    name, steps = _name_and_steps(revision)
    counted = ask(git, folder, "rev-list", "--count", "--first-parent", "--end-of-options", name)
    if steps and counted.done:
        before = int(counted.output) - 1
        return say_count(
            "{name} has {n} commit before it", "{name} has {n} commits before it", before, name=name
        )
    return say("name a branch, a tag or a commit, such as {example}; git log shows them", example="HEAD~1")


def _name_and_steps(revision: str) -> tuple[str, str]:
    """A revision's name, and what leads on from it: `~3`, `^2`, `@{1}`."""
    cut = min((at for sign in "~^@" if (at := revision.find(sign)) > 0), default=len(revision))
    return revision[:cut], revision[cut:]


def _meant_folder(path: str) -> str:
    """The folder or file that a mistyped path means; empty where none is."""
    from carbonroad.base.texts.nearest import nearest

    folder, name = os.path.split(path.rstrip("/" + os.sep))
    try:
        close = nearest(name, os.listdir(folder or "."))
    except (OSError, ValueError):
        return ""
    return os.path.join(folder, close) if close is not None else ""


def _meant(git: str, folder: str, revision: str) -> str:
    """The branch or tag that is meant by a mistyped one, with what followed it; empty where none is."""
    from carbonroad.base.texts.nearest import nearest

    asked = ask(
        git, folder, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"
    )
    names = asked.output.splitlines()
    name, steps = _name_and_steps(revision)
    if name == "HEAD" or name in names:  # it is what follows that leads nowhere
        return ""
    for known in names:
        if known.endswith(f"/{name}"):  # of a remote: a clone has no branch of its own for it
            return known + steps
    close = nearest(name, [*names, "HEAD"])
    return close + steps if close is not None else ""


def not_there(
    revision: str, path: str, folders: Sequence[str], *, submodule: bool, there: bool
) -> NoRevision:
    """The revision has no roadmap at a path.

    Args:
        revision: As shown.
        path: From the repository's root.
        folders: Those that hold a `carbonroad.yaml` at the revision.
        submodule: Whether the path leads into another repository.
        there: Whether there is something else at the path.
    """
    if submodule:
        return NoRevision(
            say("At {revision}, {path} is a submodule.", path=path, revision=revision),
            say("it has revisions of its own: call from within it"),
        )
    message = (
        say("There is no roadmap in {path} at {revision}.", path=path, revision=revision)
        if there
        else say("{path} does not exist at {revision}.", path=path, revision=revision)
    )
    if not folders:
        return NoRevision(message, say("there was no roadmap then; name a later revision"))
    example = f"{revision}:{folders[0]}"
    example = f'"{example}"' if " " in example else example
    names = ", ".join(folders[:_MOST_FOLDERS]) + (", …" if len(folders) > _MOST_FOLDERS else "")
    return NoRevision(
        message,
        say("there were: {names}; write such as {example}", names=names, example=example),
    )


def _last_line(text: str, beginning: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith(beginning)]
    return lines[-1] if lines else ""
