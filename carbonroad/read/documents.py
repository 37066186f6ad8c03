"""Every kind of document there is: a new one is a line here, and its module in `views/`.

The list stands here because reading needs the names: no industry may be called as a document.
"""

from carbonroad.base.record import NamedTuple


class View(NamedTuple):
    """A kind of document, by name alone: whoever asks for the names loads none of it.

    `build_page(words, part)` of its module `carbonroad.views.<name>` says what stands on the page of a part,
    or of the whole roadmap (None); `views.maker` makes the document of it.

    Attributes:
        name: As `--view` names it.
        words: English interface words of its name.
        whole: Whether there is one of the whole roadmap.
        parts: Whether there is one of each industry.
        limited: Whether `--owner` limits it to the items of a body.
        file: What its files are called, where that is not its name.
    """

    name: str
    words: str
    whole: bool = True
    parts: bool = True
    limited: bool = True
    file: str = ""

    def path(self, part: str = "") -> str:
        """Return where its document of a part, by its id, or of the whole is written, without ending."""
        name = self.file or self.name
        return f"{part}/{name}" if part else name


ALL: tuple[View, ...] = (
    View("overview", "Overview", parts=False, limited=False, file="index"),
    View("timetable", "Timetable"),
    View("roadmap", "Roadmap"),
    View("drawing", "Construction drawing", limited=False),
    View("assignments", "Assignments", parts=False),
    View("progress", "Progress statement"),
)
"""In the order of the navigation."""

NAMES = tuple(view.name for view in ALL)
