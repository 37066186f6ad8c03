"""The page that lists several roadmaps."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from carbonroad import __version__
from carbonroad.link.system import Item
from carbonroad.model.items import Milestone
from carbonroad.render.neighbours import language_name
from carbonroad.render.pages import NavGroup, NavLink, Place
from carbonroad.views.document import Cell, Column, Document, Line, Row, RowGroup, Section, Span, Table
from carbonroad.views.findings import count_of, finding_sentence
from carbonroad.views.words import Words
from carbonroad.wording import wording


class Listed(NamedTuple):
    """A roadmap of the list.

    Attributes:
        words: The roadmap in the list's language.
        starts: By language, in its order, the page to begin with, as a path below the output; empty where a
            language has no page of its own.
    """

    words: Words
    starts: Mapping[str, str]


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


def list_document(roadmaps: Sequence[Listed], lang: str) -> Document:
    """Return the list of roadmaps in a language: what each aims at and how it stands."""
    w = wording(lang)
    columns = (
        Column(w("Roadmap"), "head"),
        Column(w("Goals"), "goals"),
        Column(w("Fields"), "num"),
        Column(w("State"), "state"),
        Column(w("Languages"), "tongues"),
        Column(w("Data date"), "day"),
    )
    rows = tuple(_row(one, lang) for one in roadmaps)
    table = Table(columns, (RowGroup("", rows),), w("Roadmaps"), "list", cards=True)
    return Document(
        "overview", "", lang, w("Roadmaps"), _lede(roadmaps, lang), (Section("", (table,)),), "index"
    )


def _lede(roadmaps: Sequence[Listed], lang: str) -> str:
    return wording(lang)(
        "{n} roadmaps with {fields} fields and {items} milestones, targets and works.",
        n=len(roadmaps),
        fields=sum(len(one.words.system.industries) for one in roadmaps),
        items=sum(count_of(one.words, _items(one.words)).all for one in roadmaps),
    )


def _items(words: Words) -> list[Item]:
    return [item for item in words.system.items.values() if item.listed]


def _row(one: Listed, lang: str) -> Row:
    words, system = one.words, one.words.system
    items = _items(words)
    start = one.starts.get(lang) or next(filter(None, one.starts.values()), "")
    name: list[Line] = [(Span(words.text(system.title), "strong", f"doc:{start}"),)]
    if system.region:
        name.append((Span(system.region, "small"),))
    counted = count_of(words, items).all
    said = words.w("1 item") if counted == 1 else words.w("{n} items", n=counted)
    cells = (
        Cell(tuple(name)),
        Cell(_goals(words)),
        Cell(((Span(str(len(system.industries))),), (Span(said, "small"),))),
        Cell(((Span(finding_sentence(words, items)),),)),
        Cell(_languages(one.starts)),
        Cell(((Span(system.as_of.isoformat()),),)),
    )
    return Row(cells)


def _goals(words: Words) -> tuple[Line, ...]:
    """The goals of the whole, each with its deadline; of a roadmap without a "1" those of its files."""
    found = [
        item
        for item in words.system.items.values()
        if isinstance(item.written, Milestone)
        and item.written.goal is not None
        and (item.part == "top" or not words.system.has_top)
    ]
    if not found:
        return ((Span(words.w("none stated"), "small"),),)
    return tuple((Span(words.deadline(item), "strong"), Span(f" {words.title(item)}")) for item in found)


def _languages(starts: Mapping[str, str]) -> tuple[Line, ...]:
    return tuple((Span(language_name(tag), "", f"doc:{path}"),) for tag, path in starts.items())
