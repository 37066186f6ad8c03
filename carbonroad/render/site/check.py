"""What was read and what is shown, counted against each other."""

from collections.abc import Iterable, Mapping, Sequence

from carbonroad.base.texts.said import all_of, say
from carbonroad.link.system import System
from carbonroad.render.faults import RenderFault
from carbonroad.views.document import Document
from carbonroad.views.shared.selection import concerns


class LostItemsError(Exception):
    """A fault of this program: a document does not show what it claims to."""


def check_shown(
    system: System, documents: Iterable[Document], counted: Mapping[str, Sequence[str]] | None = None
) -> None:
    """Compare every document with the system.

    Args:
        system: The roadmap.
        documents: Made from it.
        counted: What `count_all` gave, where it was asked for already.

    Raises:
        LostItemsError: Naming the document and what it lost, or shows without its being there.
    """
    expected = counted if counted is not None else count_all(system)
    for document in documents:
        for kind, refs in document.shown.items():
            if kind not in expected and kind not in document.claimed:
                continue
            mine = document.claimed.get(kind) or [
                ref
                for ref in expected.get(kind, ())
                if (not document.part or ref.partition(".")[0] == document.part)
                and (not document.owner or _is_of(system, ref, document.owner))
            ]
            lost = sorted(set(mine) - set(refs))
            if lost:
                raise LostItemsError(f"{document.path} ({document.lang}) lost {kind}s: {', '.join(lost)}")


def _is_of(system: System, ref: str, owner: str) -> bool:
    """Whether what is counted is the owner's: an item, or one duty of it as `ref > body`."""
    name, _, body = ref.partition(" > ")
    item = system.items.get(name)
    return item is None or (body == owner if body else concerns(item.parties, owner))


def check_paths(paths: Iterable[str]) -> None:
    """Refuse documents that would be one file, also where letters' case does not count.

    Raises:
        RenderFault: Naming the path.
    """
    seen: dict[str, str] = {}
    for path in paths:
        first = seen.setdefault(path.casefold(), path)
        if first is not path:
            both = first if first == path else all_of((first, path))
            raise RenderFault(
                say("Two documents would be one file: {names}.", names=both),
                say("name the files of the industries unlike each other and unlike the languages"),
            )


def count_all(system: System) -> dict[str, list[str]]:
    """Return what was read: by kind of thing, the qualified ids of all."""
    found: dict[str, list[str]] = {"milestone": [], "target": [], "work": [], "assignment": []}
    for item in system.items.values():
        if item.listed:
            found[item.kind].append(item.ref)
            duties = item.parties
            named = {party.id for party in (*duties.owner, *duties.lead, *duties.support) if party.id}
            found["assignment"] += [f"{item.ref} > {body}" for body in sorted(named)]
    found["indicator"] = list(system.indicators)
    return found
