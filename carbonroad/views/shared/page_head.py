"""What a page says of itself: whose it is, of which day, and what stands on it."""

from collections.abc import Iterable
from datetime import date

from carbonroad.link.system import Party, System
from carbonroad.model.items import Revision
from carbonroad.model.roadmap import Part
from carbonroad.views.shared.since import version
from carbonroad.views.shared.words import Words


def part_owner(words: Words, part: Part) -> str:
    """Return who answers for a part as a whole, by its own duties, with a dagger where inferred.

    It is not the owner of its first item: an item's owner may be another body.
    """
    duties = words.system.duties[part.id].own
    names = words.answering(duties)
    return f"{names}\u00a0†" if names and duties.inferred else names


def body_name(words: Words, owner: str) -> str:
    """Return the name of the body to which the documents are limited."""
    return words.body(Party(owner if owner in words.system.organisations else "", owner))


def page_meta(words: Words, part: Part | None) -> tuple[tuple[str, str], ...]:
    """Return what stands under a page's heading: owner, data date, revision, the files' fingerprint."""
    w = words.w
    source = part if part is not None else words.system.top
    found = [(w("Owner"), part_owner(words, source))] if source is not None else []
    above = words.system.family.ancestors
    if part is None and above:
        found.insert(0, (w("Part of"), above[0].part.title.pick(words.lang, words.system.languages)))
    if words.options.owner:
        found.append((w("Limited to"), body_name(words, words.options.owner)))
    found.append((w("Data date"), words.system.as_of.isoformat()))
    if words.options.against is not None:
        found.append((w("Compared with"), version(words)))
    if source is not None:
        found.append((w("Revision"), latest_revision(source)))
    found.append((w("Files"), words.system.fingerprint_of(part.id if part is not None else "")))
    return tuple(pair for pair in found if pair[1])


def newest_first(revisions: Iterable[Revision]) -> list[Revision]:
    """Return revisions by their dates, whatever their order in the file; those without one last."""
    return sorted(revisions, key=lambda one: one.date.day if one.date else date.min, reverse=True)


def latest_revision(part: Part) -> str:
    """Return the name of a part's latest revision, or its day; empty without one."""
    for latest in newest_first(part.revisions):
        return latest.rev or (latest.date.day.isoformat() if latest.date else "")
    return ""


def shown_items(system: System, refs: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what stands on a page, read off its rows, by kind of item."""
    found = list(dict.fromkeys(refs))
    return {
        kind: tuple(ref for ref in found if system.items[ref].kind == kind)
        for kind in ("milestone", "target", "work")
    }
