"""Why something cannot be renamed, or not so."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say
from carbonroad.editing.answers import Refusal
from carbonroad.editing.spots import shape_of, spot_at
from carbonroad.model.roadmap import TOP
from carbonroad.read.kinds import ID
from carbonroad.read.vocabulary.words import ENUMERATIONS

if TYPE_CHECKING:
    from carbonroad.editing.mentioning.index import Index, Mention
    from carbonroad.editing.mentioning.named_things import Thing
    from carbonroad.workspace.roadmap import Roadmap

_SPACES = {"milestone": "item", "work": "item", "target": "item"}


def refused(roadmap: Roadmap, path: str, offset: int) -> Refusal | None:
    """Return why what stands at an offset has no name of its own, if it is a word of the format."""
    spot = spot_at(roadmap.tree(path), shape_of(roadmap.folder, path), offset)
    if spot is None:
        return None
    known = spot.last.field
    family, _, name = spot.kind.partition(":")
    fixed = spot.is_key and known is not None
    if not spot.is_key and family == "word":
        fixed = spot.scalar.text.strip() in ENUMERATIONS[name].by_word
    if not fixed:
        return None
    return Refusal(
        say('"{word}" is a word of the format and cannot be renamed.', word=spot.scalar.text.strip()),
        say("titles and ids may be changed"),
    )


def why_not(index: Index, path: str, mention: Mention) -> Refusal | None:
    """Return why what a place names cannot be renamed from there."""
    thing = mention.thing
    words = index.text(path)[mention.start : mention.end]
    found = _no_name(thing, words)
    if found is not None:
        return found
    if not index.is_own(thing):
        return Refusal(
            say(
                '"{name}" is declared in {file}, by a roadmap above.',
                name=words,
                file=file_in_folder(thing.path),
            ),
            say("rename it there"),
        )
    if mention.name is None:
        return _no_id(index, mention, words)
    if thing in index.names.twice:
        return Refusal(
            say('The id "{id}" is given twice.', id=thing.id), say("give one of the two another id by hand")
        )
    return _part_by_id(index, thing)


def _part_by_id(index: Index, thing: Thing) -> Refusal | None:
    """An indicator that is part of one of a roadmap above because both have the same id."""
    if thing.kind != "indicator" or not thing.ref.startswith(f"{TOP}.") or not counts_by_id(index, thing.id):
        return None
    return Refusal(
        say('By its id, "{id}" is part of the indicator of a roadmap above.', id=thing.id),
        say("write parent: {id} with it first; then its id may be another", id=thing.id),
    )


def counts_by_id(index: Index, ident: str) -> bool:
    """Whether a roadmap's indicator counts for one above that has its id, without naming it as its parent."""
    names = index.names
    own, above = names.thing("indicator", f"{TOP}.{ident}"), names.heritage.indicators
    if own is None or ident not in above:
        return False
    _, declared = names.declared[own]
    inside = (
        one for one in index.mentions(own.path) if declared.start <= one.start and one.end <= declared.end
    )
    return not any(one.field == "parent" for one in inside)


def _no_name(thing: Thing, words: str) -> Refusal | None:
    """What is called by a file's or a folder's name, or by a word of the format."""
    if thing.kind == "industry" and thing.ref == TOP:
        return Refusal(say('"{word}" is a word of the format and cannot be renamed.', word=words))
    if thing.kind == "industry":
        return Refusal(
            say('"{name}" is the name of the file {file}.', name=thing.ref, file=PurePath(thing.path).name),
            say("rename the file, and the name in industries, in industry and before the dots"),
        )
    if thing.kind == "roadmap":
        return Refusal(
            say('"{name}" is the name of a roadmap\'s folder.', name=words), say("rename the folder")
        )
    if thing.kind == "pathway":
        return Refusal(say('"{word}" is a word of the format and cannot be renamed.', word=words))
    return None


def _no_id(index: Index, mention: Mention, words: str) -> Refusal:
    thing = mention.thing
    if thing.kind == "target":
        return Refusal(
            say('"{words}" is the time of a target, and no id.', words=words),
            say("rename the indicator before the @, or change the key under targets"),
        )
    _, declared = index.names.declared[thing]
    return Refusal(
        say('"{words}" is not the id of what it names, which is "{id}".', words=words, id=declared.id),
        say('rename "{id}" where it stands, or change the words by hand', id=declared.id),
    )


def why_no_id(new: str) -> Refusal | None:
    """Return why a name cannot be an id."""
    if ID.fullmatch(new):
        return None
    help_ = say("use letters and digits of any script, - and _")
    if not new.strip():
        return Refusal(say("An id cannot be empty."), help_)
    if any(char.isspace() for char in new):
        return Refusal(say('"{name}" cannot be an id: there is a blank in it.', name=new), help_)
    if "." in new:
        return Refusal(
            say('"{name}" cannot be an id: a dot stands between a file and an id.', name=new), help_
        )
    return Refusal(say('"{text}" cannot be an id.', text=new), help_)


def why_taken(index: Index, thing: Thing, new: str) -> Refusal | None:
    """Return why an id is not free: something of the same kind has it."""
    names = index.names
    space = _SPACES.get(thing.kind, thing.kind)
    ref = new
    if thing.kind == "target":
        _, declared = names.declared[thing]
        ref = f"{thing.ref.removesuffix('.' + declared.id)}.{new}"
    elif space in ("item", "indicator", "measure"):
        ref = f"{thing.ref.partition('.')[0]}.{new}"
    other = names.thing(space, ref)
    if other is None or other == thing:
        return None
    return Refusal(
        say('There is "{id}" already, in {file}.', id=new, file=PurePath(other.path).name),
        say("choose another id"),
    )


def file_in_folder(path: str) -> str:
    """Return a file with its folder: top files are all called alike."""
    return "/".join(path.replace("\\", "/").split("/")[-2:])
