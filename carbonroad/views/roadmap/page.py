"""The roadmap page put together: finding, legend, figure, tables."""

from collections.abc import Iterable

from carbonroad.link.system import System
from carbonroad.model.roadmap import Part
from carbonroad.views.document import Block, Figure, Folded, Page, Paragraph, Section, Span, Table
from carbonroad.views.roadmap.figure import roadmap_figure
from carbonroad.views.roadmap.finding import headline, remark
from carbonroad.views.roadmap.ghosts import has_ghost
from carbonroad.views.roadmap.legend import legend
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.roadmap.tables import indicators_table, items_table, pathway_table
from carbonroad.views.roadmap.tracks_table import tracks_table
from carbonroad.views.shared.page_head import body_name, latest_revision, part_owner
from carbonroad.views.shared.since import gone, move_of, moved_items, summary, version
from carbonroad.views.shared.words import Words


def build_page(words: Words, part: Part | None) -> Page:
    """Return the roadmap of one part, or of all of them on one page where `part` is None."""
    system = words.system
    subject = Subject(system, words.facts, words.lang, words.options, part)
    name = (subject.part(part) if part is not None else subject.text(system.title)) or system.name
    title = _title(subject, name)
    made = (items_table(subject), indicators_table(subject), tracks_table(subject), pathway_table(subject))
    tables = [table for table in made if table]
    stem = part.id if part is not None else system.name
    figure = roadmap_figure(subject, title, _caption(subject), f"{stem}-rm-01")
    blocks: list[Block] = [
        legend(subject),
        figure,
        *_notes(subject),
    ]
    folded = tuple(Folded(table.caption, (table,)) for table in tables)
    own = tuple(_own_roadmap(subject, part))
    opening = Section("", (*blocks, *(() if own else folded)))
    sections = (opening, *own, Section(subject.w("The same in tables"), folded)) if own else (opening,)
    return Page(
        title=title,
        headline=headline(subject),
        lede=subject.sentences(filter(None, (remark(subject), _since(subject)))),
        sections=sections,
        meta=_meta(subject),
        shown=_shown(system, figure, tables),
        claimed=_claimed(subject),
    )


def _title(subject: Subject, name: str) -> str:
    """The name and the kind of the page; Chinese joins the two, so a name that ends so would say it twice."""
    called_so = subject.w.chinese and name.endswith(subject.w("Roadmap"))
    return name if called_so else subject.w("{name}: roadmap", name=name)


def _claimed(subject: Subject) -> dict[str, tuple[str, ...]]:
    """The items whose old place must be drawn: those that moved, and those that are gone."""
    part = subject.part_shown
    if subject.options.against is None:
        return {}
    moved = [
        item.ref
        for item in subject.items
        if item.listed and (part is not None or subject.is_goal(item))
        if (move := move_of(subject, item)) is not None and has_ghost(subject, item, move)
    ]
    left = [was.ref for was in gone(subject, part.id if part is not None else "")]
    return {"ghost": (*moved, *left)}


def _since(subject: Subject) -> str:
    part = subject.part_shown
    return summary(subject, moved_items(subject, part), part.id if part is not None else "")


def _own_roadmap(whole: Subject, part: Part | None) -> Iterable[Section]:
    """On the page of the whole, the top file's roadmap with its measures and indicators."""
    system = whole.system
    if part is not None or system.top is None or not (system.top.indicators or system.top.milestones):
        return
    subject = Subject(system, whole.facts, whole.lang, whole.options, system.top)
    alone, beside = subject.w("By measures and indicators"), subject.w("The “1” by measures and indicators")
    title = beside if system.industries else alone
    file = f"{system.top.id}-rm-01"
    figure = roadmap_figure(subject, title, _caption(subject), file, pathway=False)
    yield Section(title, (legend(subject), figure), "own")


def _meta(subject: Subject) -> tuple[tuple[str, str], ...]:
    w, system = subject.w, subject.system
    source, owner = subject.source, subject.options.owner
    code = system.codes.get(subject.part_shown.id, "") if subject.part_shown is not None else "SYS"
    entries = [
        (w("Owner"), part_owner(subject, source) if source is not None else ""),
        (w("Limited to"), body_name(subject, owner) if owner else ""),
        (w("Drawing no."), f"CR-{code}-RM-01"),
        (w("Revision"), latest_revision(source) if source is not None else ""),
        (w("Data date"), system.as_of.isoformat()),
        (w("Compared with"), version(subject)),
        (w("Source fingerprint"), system.fingerprint_of(source.id if source is not None else "")),
    ]
    return tuple((what, value) for what, value in entries if value)


def _caption(subject: Subject) -> str:
    if not subject.system.phases or subject.options.axis == "linear":
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


def _shown(system: System, figure: Figure, tables: Iterable[Table]) -> dict[str, tuple[str, ...]]:
    """What stands on the page, drawn in one of the figure's pages or in a table: kind → qualified ids."""
    found: dict[str, dict[str, None]] = {}
    for scene in figure.pages:
        for kind, refs in scene.drawn.items():
            found.setdefault(kind, {}).update(dict.fromkeys(refs))
    for table in tables:
        for group in table.groups:
            for row in group.rows:
                if row.item in system.items:
                    found.setdefault(system.items[row.item].kind, {})[row.item] = None
                elif row.item in system.indicators:
                    found.setdefault("indicator", {})[row.item] = None
    return {kind: tuple(refs) for kind, refs in sorted(found.items())}
