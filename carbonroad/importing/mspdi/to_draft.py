"""A plan of Microsoft Project (XML) to a draft.

Summary tasks of the first level are industries, those below them measures; a task without duration is a
milestone, any other a work, with the days at which it stands in the plan. A summary task that alone stands at
the top is the roadmap itself; tasks beside the summaries of the first level belong to the top file. What our
own export wrote into custom fields and notes comes back as it was; what was changed in the plan since is
taken over, and told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.importing.draft import Draft
from carbonroad.importing.foreign.faults import CannotRead
from carbonroad.importing.ids import Ids
from carbonroad.importing.mspdi.builder import Builder
from carbonroad.importing.mspdi.plan_values import Telling, day
from carbonroad.importing.mspdi.row_entries import SECTIONS, in_languages, ordered, shortened
from carbonroad.importing.mspdi.tasks import tasks_of
from carbonroad.importing.mspdi.xml_tree import Document, read_document, source_of
from carbonroad.model.roadmap import TOP

if TYPE_CHECKING:
    from carbonroad.importing.draft import Entries


def read_mspdi(data: bytes, name: str) -> Draft:
    """Return the draft of a plan; an empty one with the finding that says why nothing could be read.

    Args:
        data: The file's bytes.
        name: How findings name it.
    """
    source, findings = source_of(data, name)
    try:
        document = read_document(source)._replace(findings=findings)
    except CannotRead as error:
        return Draft({}, {}, (*findings, error.finding), (source,))
    telling = Telling(document)
    builder = Builder(document, telling, tasks_of(document, telling))
    builder.build()
    draft = _draft(builder, document)
    return draft._replace(findings=tuple(telling.findings), sources=(source,))


def _draft(builder: Builder, document: Document) -> Draft:
    """The files: a plan of one lone file is one again, any other a top file and its industries."""
    top = _top(builder, document)
    for part in builder.bare:  # a plan without resources names no one
        (builder.top if part == TOP else builder.parts[part]).setdefault("owner", "none")
    _declare(builder, top)
    rest = {key: value for key, value in builder.top.items() if key not in top or key == "note"}
    if not builder.parts:
        return Draft(_ordered(builder, "top" if builder.ours else "file", {**top, **rest}), {})
    if builder.ours and len(builder.parts) == 1 and not builder.top:
        (name, only), *_ = builder.parts.items()
        return Draft(_ordered(builder, "file", {"industry": name, **top, **only}), {})
    return Draft(_ordered(builder, "top", {**top, "industries": list(builder.parts), **rest}), builder.parts)


def _ordered(builder: Builder, shape: str, entries: Entries) -> Entries:
    """The entries of a file; what it cannot have is told."""
    known, unknown = ordered(shape, entries)
    if builder.whole is not None:
        builder.left.unknown(builder.whole, unknown)
    return known


def _top(builder: Builder, document: Document) -> Entries:
    """What holds for the whole."""
    top: Entries = {"carbonroad": "1"}
    whole = builder.whole
    if whole is not None:
        top["title"] = in_languages(shortened(whole)[0], "title", whole, builder.languages)
        entries = whole.remarks.entries
        top |= {key: value for key, value in entries.items() if key not in {"language", "title", *SECTIONS}}
        if not builder.ours and whole.remarks.note:
            top["note"] = whole.remarks.note
    elif title := document.project.get("Title"):
        top["title"] = title
    status = day(document.project, "StatusDate", "StatusDate", builder.telling)
    if status is not None:
        top["as_of"] = status.isoformat()
    return top


def _declare(builder: Builder, top: Entries) -> None:
    """Declare the bodies that are resources and that the roadmap does not declare."""
    declared = top.get("organisations", {})
    if not builder.duties.added or not isinstance(declared, dict):
        return
    ids = Ids()
    for known in declared:
        ids.named(known)
    titles = {one.get("title") for one in declared.values() if isinstance(one, dict)}
    new: Entries = {ids.named(name): {"title": name} for name in builder.duties.added if name not in titles}
    top["organisations"] = {**declared, **new}
