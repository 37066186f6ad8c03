"""The page that lists several roadmaps."""

from collections.abc import Sequence

from carbonroad.views.document import Cell, Column, Document, Row, RowGroup, Section, Span, Table
from carbonroad.views.findings import finding_sentence
from carbonroad.views.words import Words
from carbonroad.wording import wording


def list_documents(roadmaps: Sequence[tuple[str, Words]], lang: str) -> Document:
    """Return the list of roadmaps, each with its finding.

    Args:
        roadmaps: Name of the folder and the roadmap in the page's language.
        lang: The page's language.
    """
    w = wording(lang)
    rows = tuple(
        Row(
            (
                Cell(((Span(words.text(words.system.title), "strong", f"doc:{name}/index"),),)),
                Cell(((Span(words.system.region),),)),
                Cell(((Span(words.system.as_of.isoformat()),),)),
                Cell(
                    ((Span(finding_sentence(words, [i for i in words.system.items.values() if i.listed])),),)
                ),
            )
        )
        for name, words in roadmaps
    )
    columns = (
        Column(w("Roadmap"), "head"),
        Column(w("Region")),
        Column(w("Data date")),
        Column(w("Finding")),
    )
    table = Table(columns, (RowGroup("", rows),), w("Roadmaps"), "list", cards=True)
    return Document("overview", "", lang, w("Roadmaps"), "", (Section("", (table,)),), "index")
