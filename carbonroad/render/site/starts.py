"""Where a roadmap's pages begin, as others lead there."""

import posixpath
from collections.abc import Sequence

from carbonroad.read.documents import ALL
from carbonroad.render.site.choice import Choice


def first_page(choice: Choice) -> str:
    """Return the path of a roadmap's first document in its language; empty where not even one is sure."""
    if choice.industries:
        return ""
    return next(view for view in ALL if not choice.views or view.name in choice.views).path()


def starts_of(languages: Sequence[str], below: str, first: str, choice: Choice) -> dict[str, str]:
    """Return a roadmap's first page in each language, empty where it has none of its own.

    Args:
        languages: Its tags.
        below: The folder that all its files stand in.
        first: The path of its first document, empty for none.
        choice: What is wanted of it.
    """
    tags = dict.fromkeys(languages)
    if choice.single_file:
        book = posixpath.join(below, choice.named("index"))
        return {tag: "" if n else book for n, tag in enumerate(tags)}
    roots = {tag: tag if n else "" for n, tag in enumerate(tags)} if first else {}
    return {tag: posixpath.join(below, root, first) for tag, root in roots.items()}
