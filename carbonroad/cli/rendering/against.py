"""What has moved since an earlier version: for pages that draw both."""

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.cli.comparing.sides import load_side
from carbonroad.cli.console import Console
from carbonroad.cli.roadmaps.ready import refuse_errors

if TYPE_CHECKING:
    from carbonroad.compute.changes.drift import Drift
    from carbonroad.project import Project


def drift_since(console: Console, words: str, project: "Project", *, alone: bool) -> "Drift | None":
    """Return where a roadmap's items stood in an earlier version.

    Args:
        console: Where to say what is wrong.
        words: The earlier version: a folder, a git revision or `REVISION:PATH`.
        project: The roadmap now.
        alone: Whether it is the only one. Of several, one that the earlier version has not is drawn as it is.

    Returns:
        None for a roadmap that the earlier version has not.
    """
    from carbonroad.compute.changes.drift import drift_of
    from carbonroad.source.git.refused import NoRevision
    from carbonroad.source.git.revision import side_of

    name = project.system.name
    side = side_of(words, project.folder.path)
    if isinstance(side, NoRevision):
        if alone:
            console.refuse(say("--against: {problem}", problem=side.message), side.help)
        console.note(say("{name} is drawn without comparison: {problem}", name=name, problem=side.message))
        return None
    if not alone and side.folder.name != name:
        console.note(
            say("{name} is drawn without comparison: {words} is another roadmap.", name=name, words=words)
        )
        return None
    if side.note:
        console.note(side.note)
    console.progress(say("reading {name}", name=side.folder.path or "."))
    old = load_side(side)
    if not old.complete:  # what was not read would count as added or dropped
        refuse_errors(console, [old])
    return drift_of(old.system, old.facts, project.system, project.facts, side.label)
