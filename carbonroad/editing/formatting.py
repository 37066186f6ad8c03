"""A file in canonical form, as the edits that lead to it."""

from carbonroad.editing.differences import edits_between
from carbonroad.editing.spots import shape_of
from carbonroad.findings import Edit
from carbonroad.formatting.text import formatted as canonical
from carbonroad.workspace.roadmap import Roadmap


def formatted(roadmap: Roadmap, path: str) -> tuple[Edit, ...]:
    """Return the edits that `carbonroad fmt` would make; none for a file that it leaves as it is."""
    source = roadmap.source(path)
    if source is None:
        return ()
    made = canonical(source, shape_of(roadmap.folder, path))
    return edits_between(source.text, made) if isinstance(made, str) else ()
