"""The roadmap page put together: finding, legend, figure, tables."""

from collections.abc import Iterable

from carbonroad.compute.facts import Facts
from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.scene.shapes import Scene
from carbonroad.views.document import Block, Document, Figure, Folded, Paragraph, Section, Span, Table
from carbonroad.views.options import USUAL, Options
from carbonroad.views.roadmap.figure import roadmap_scene
from carbonroad.views.roadmap.finding import finding
from carbonroad.views.roadmap.legend import legend
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.roadmap.tables import indicators_table, items_table, pathway_table


def build_document(
    system: System, facts: Facts, part: Part | None, lang: str, options: Options = USUAL
) -> Document:
    """Return the roadmap of one part, or of the whole system.

    Args:
        system: The linked system.
        facts: What is computed from it.
        part: The top or an industry; None for all of them on one page.
        lang: BCP 47 tag of the page's words.
        options: How it is drawn.
    """
    subject = Subject(system, facts, lang, options, part)
    name = (subject.part(part) if part is not None else subject.text(system.title)) or system.name
    title = subject.w("{name}: roadmap", name=name)
    scene = roadmap_scene(subject, title)
    tables = [t for t in (items_table(subject), indicators_table(subject), pathway_table(subject)) if t]
    stem = part.id if part is not None else system.name
    blocks: list[Block] = [
        legend(subject),
        Figure(scene, _caption(subject), f"{stem}-rm-01"),
        *_notes(subject),
        *(Folded(table.caption, (table,)) for table in tables),
    ]
    return Document(
        kind="roadmap",
        part=part.id if part is not None else "",
        lang=lang,
        title=title,
        lede=finding(subject),
        sections=(Section("", tuple(blocks)), *_own_roadmap(subject, part)),
        path=f"{part.id}/roadmap" if part is not None else "roadmap",
        meta=_meta(subject),
        shown=_shown(system, scene, tables),
    )


def _own_roadmap(whole: Subject, part: Part | None) -> Iterable[Section]:
    """On the page of the whole, the top file's roadmap with its measures and indicators."""
    system = whole.system
    if part is not None or system.top is None or not (system.top.indicators or system.top.milestones):
        return
    subject = Subject(system, whole.facts, whole.lang, whole.options, system.top)
    title = subject.w("The “1” by measures and indicators")
    figure = Figure(roadmap_scene(subject, title), _caption(subject), f"{system.top.id}-rm-01")
    yield Section(title, (legend(subject), figure), "own")


def _meta(subject: Subject) -> tuple[tuple[str, str], ...]:
    w, system = subject.w, subject.system
    first = subject.source.id if subject.source is not None else ""
    owners = dict.fromkeys(
        subject.owners(item) for item in subject.items if item.part == first and item.kind != "work"
    )
    code = system.codes.get(subject.part_shown.id, "") if subject.part_shown is not None else "SYS"
    entries = [
        (w("Owner"), next(iter(owners), "")),
        (w("Drawing no."), f"CR-{code}-RM-01"),
        (w("Data date"), system.as_of.isoformat()),
        (w("Source fingerprint"), system.fingerprint[:8]),
    ]
    return tuple((what, value) for what, value in entries if value)


def _caption(subject: Subject) -> str:
    if not subject.system.phases:
        return subject.w("The time axis is linear.")
    return subject.w(
        "The time axis is divided by phase: within a phase a year is equally wide, "
        "between phases it is not. Slopes cannot be compared across phases."
    )


def _notes(subject: Subject) -> Iterable[Block]:
    if any(item.parties.inferred for item in subject.items):
        words = subject.w("† Owner inferred, not stated in the sources.")
        yield Paragraph((Span(words, "small"),), "note")
    if subject.part_shown is not None and any(not item.listed for item in subject.items):
        words = subject.w(
            "A target that a milestone of the same year stands for is shown in its indicator's strip."
        )
        yield Paragraph((Span(words, "small"),), "note")


def _shown(system: System, scene: Scene, tables: Iterable[Table]) -> dict[str, tuple[str, ...]]:
    """What stands on the page, drawn or in a table: kind → qualified ids."""
    found: dict[str, dict[str, None]] = {kind: dict.fromkeys(refs) for kind, refs in scene.drawn.items()}
    for table in tables:
        for group in table.groups:
            for row in group.rows:
                if row.item in system.items:
                    found.setdefault(system.items[row.item].kind, {})[row.item] = None
                elif row.item in system.indicators:
                    found.setdefault("indicator", {})[row.item] = None
    return {kind: tuple(refs) for kind, refs in sorted(found.items())}
