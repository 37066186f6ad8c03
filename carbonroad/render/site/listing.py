"""The page that lists several roadmaps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from carbonroad import __version__
from carbonroad.base.record import NamedTuple
from carbonroad.link.system import Item, System
from carbonroad.model.items import Milestone
from carbonroad.render.place import NavGroup, NavLink, Place
from carbonroad.render.site.listed import Listed
from carbonroad.render.site.neighbours import language_name
from carbonroad.views.document import Cell, Column, Document, Line, Row, RowGroup, Section, Span, Table
from carbonroad.views.shared.finding import count_of, finding_sentence
from carbonroad.views.shared.words import Words
from carbonroad.wording import wording


class Entry(NamedTuple):
    """A roadmap of the list.

    Attributes:
        listed: What is said of it.
        starts: By language, in its order, the page to begin with, as a path below the output; empty where a
            language has no page of its own.
        parent: The place of its parent in the list; None without one.
    """

    listed: Listed
    starts: Mapping[str, str]
    parent: int | None = None


def listed_of(words: Words) -> Listed:
    """Return what the list says of a roadmap."""
    system = words.system
    items = [item for item in system.items.values() if item.listed]
    counted = count_of(words, items).all
    return Listed(
        title=words.text(system.title),
        region=system.region,
        goals=tuple((words.deadline(item), words.title(item)) for item in _goals(system)),
        fields=len(system.industries),
        items=counted,
        counted=words.w("1 item") if counted == 1 else words.w("{n} items", n=counted),
        state=finding_sentence(words, items),
        day=system.as_of.isoformat(),
    )


def _goals(system: System) -> list[Item]:
    """The goals of the whole; of a roadmap without a "1" those of its files."""
    return [
        item
        for item in system.items.values()
        if isinstance(item.written, Milestone)
        and item.written.goal is not None
        and (item.part == "top" or not system.has_top)
    ]


def list_pages(languages: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Return where the list stands in each language, the first one's at the root.

    Args:
        languages: Tags, the first one's list is the first page.
        names: Folders of roadmaps; a language with the name of one has no list of its own.
    """
    tags, taken = list(dict.fromkeys(languages)), set(names)
    found = {tag: f"{tag}/index" for tag in tags[1:] if tag not in taken}
    return {tags[0]: "index", **found} if tags else {}


def list_place(pages: Mapping[str, str], lang: str, ending: str, known: frozenset[str]) -> Place:
    """Return where the list of a language stands among the pages that are known."""
    w, bare = wording(lang), Place(pages[lang], "", ending, "ls", known)
    links = tuple(
        NavLink(bare.to(path), language_name(tag), "page" if tag == lang else "", tag)
        for tag, path in pages.items()
    )
    nav = (NavGroup("languages", w("Languages"), links),) if len(links) > 1 else ()
    footer = w("Made by carbonroad {version}.", version=__version__)
    return Place(bare.path, "", ending, "ls", known, nav, footer)


def list_document(roadmaps: Sequence[Entry], lang: str) -> Document:
    """Return the list of roadmaps in a language: what each aims at and how it stands.

    Those that stand below another one follow it in a group of their own.
    """
    w = wording(lang)
    columns = (
        Column(w("Roadmap"), "head"),
        Column(w("Goals"), "goals"),
        Column(w("Fields"), "num"),
        Column(w("State"), "state"),
        Column(w("Languages"), "tongues"),
        Column(w("Data date"), "day"),
    )
    table = Table(columns, tuple(_groups(roadmaps, lang)), w("Roadmaps"), "list", cards=True)
    fields = sum(one.listed.fields for one in roadmaps)
    items = sum(one.listed.items for one in roadmaps)
    lede = (
        w(
            "{n} roadmaps with 1 field and {items} milestones, targets and works.",
            n=len(roadmaps),
            items=items,
        )
        if fields == 1
        else w(
            "{n} roadmaps with {fields} fields and {items} milestones, targets and works.",
            n=len(roadmaps),
            fields=fields,
            items=items,
        )
    )
    return Document("overview", "", lang, w("Roadmaps"), lede, (Section("", (table,)),), "index")


def _groups(roadmaps: Sequence[Entry], lang: str) -> Iterator[RowGroup]:
    """The roadmaps without a parent; then the children of each that has some, from above downwards."""
    below: dict[int | None, list[int]] = {}
    for number, one in enumerate(roadmaps):
        below.setdefault(one.parent, []).append(number)
    yield RowGroup("", tuple(_row(roadmaps[number], lang) for number in below.get(None, ())))
    waiting = list(reversed(below.get(None, ())))
    while waiting:
        parent = waiting.pop()
        if parent in below:
            rows = tuple(_row(roadmaps[number], lang) for number in below[parent])
            yield RowGroup(roadmaps[parent].listed.title, rows)
            waiting += reversed(below[parent])


def _row(one: Entry, lang: str) -> Row:
    listed, w = one.listed, wording(lang)
    start = one.starts.get(lang) or next(filter(None, one.starts.values()), "")
    name: list[Line] = [(Span(listed.title, "strong", f"doc:{start}"),)]
    if listed.region:
        name.append((Span(listed.region, "small"),))
    goals: tuple[Line, ...] = tuple((Span(day, "strong"), Span(f" {title}")) for day, title in listed.goals)
    cells = (
        Cell(tuple(name)),
        Cell(goals or ((Span(w("none stated"), "small"),),)),
        Cell(((Span(str(listed.fields)),), (Span(listed.counted, "small"),))),
        Cell(((Span(listed.state),),)),
        Cell(_languages(one.starts)),
        Cell(((Span(listed.day),),)),
    )
    return Row(cells)


def _languages(starts: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple((Span(language_name(tag), "", f"doc:{path}"),) for tag, path in starts.items())
