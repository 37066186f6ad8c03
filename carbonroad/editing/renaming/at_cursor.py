"""Renaming: one id, everywhere in the roadmap where it is declared or named, and nothing else."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.editing.answers import Refusal
from carbonroad.editing.mentioning.index_cache import index_of
from carbonroad.editing.renaming.checked_edits import checked_edits
from carbonroad.editing.renaming.refusals import (
    counts_by_id,
    file_in_folder,
    refused,
    why_no_id,
    why_not,
    why_taken,
)
from carbonroad.findings import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carbonroad.editing.mentioning.index import Index, Mention
    from carbonroad.editing.mentioning.named_things import Thing
    from carbonroad.workspace.roadmap import Roadmap


def rename_at(roadmap: Roadmap, path: str, offset: int) -> tuple[Span, str] | Refusal | None:
    """Return the id at an offset and where it stands; None where nothing has a name.

    A refusal says why what stands there cannot be renamed: a word of the format, a file's name, what another
    roadmap declares.
    """
    mention = _mention_at(roadmap, path, offset)
    if mention is None:
        return refused(roadmap, path, offset)
    why = why_not(index_of(roadmap), path, mention)
    if why is not None or mention.name is None:
        return why
    return Span(path, *mention.name), own_id(roadmap, mention.thing)


def rename(
    roadmap: Roadmap, path: str, offset: int, new: str, *, others: Iterable[Roadmap] = ()
) -> Mapping[str, tuple[Edit, ...]] | Refusal:
    """Return the edits of each file that give another id to what stands at an offset.

    Names mean the same before and after: where a bare id would come to mean something else, its file is
    written before it; where that does not help, renaming is refused.

    Args:
        roadmap: The file's.
        path: The file.
        offset: In code points.
        new: The new id.
        others: Further roadmaps, of which those that inherit it may name it.
    """
    found = rename_at(roadmap, path, offset)
    mention = _mention_at(roadmap, path, offset)
    if found is None or mention is None:
        return found if isinstance(found, Refusal) else Refusal(say("There is no name at this place."))
    if isinstance(found, Refusal):
        return found
    new = unicodedata.normalize("NFC", new)
    below = [index_of(one) for one in others if one is not roadmap]
    why = _why_not_so(index_of(roadmap), below, mention.thing, found[1], new)
    edits = why or checked_edits(roadmap, mention.thing, found[1], new)
    if isinstance(edits, Refusal):
        return edits
    for other in below:
        for file, one in other.of(mention.thing):
            if one.name is not None and one.exact:
                edits[file] = (*edits.get(file, ()), Edit(*one.name, new))
    return edits


def _why_not_so(index: Index, below: list[Index], thing: Thing, old: str, new: str) -> Refusal | None:
    """Why something cannot have a name: it can be no id, something else has it, or the old one is needed."""
    why = why_no_id(new)
    if why is not None or new == old:
        return why
    counting = next((one for one in below if _counts_for(one, thing)), None)
    if counting is not None:
        return Refusal(
            say('"{id}" of {file} is part of it by its id.', id=old, file=file_in_folder(counting.paths[0])),
            say("write parent: {id} there first", id=old),
        )
    borrowing = (index, *(one for one in below if one.of(thing)))
    return next((why for one in borrowing if (why := why_taken(one, thing, new)) is not None), None)


def _counts_for(below: Index, thing: Thing) -> bool:
    """Whether an indicator of a roadmap below is part of one because both have the same id."""
    if thing.kind != "indicator" or not counts_by_id(below, thing.id):
        return False
    _, above = below.names.heritage.indicators[thing.id]
    return above.place.path == thing.path


def own_id(roadmap: Roadmap, thing: Thing) -> str:
    """Return the id by which a file declares something; of a target its own."""
    _, declared = index_of(roadmap).names.declared[thing]
    return declared.id


def _mention_at(roadmap: Roadmap, path: str, offset: int) -> Mention | None:
    """The id at an offset, the shortest of several; else what is named there in other words."""
    found = index_of(roadmap).at(path, offset)
    by_id = [one for one in found if one.name is not None and one.name[0] <= offset <= one.name[1]]
    return min(by_id, key=_length, default=found[-1] if found else None)


def _length(mention: Mention) -> int:
    return 0 if mention.name is None else mention.name[1] - mention.name[0]
