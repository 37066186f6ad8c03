"""What was read and what is shown, counted against each other."""

from collections.abc import Iterable

from carbonroad.link.system import System
from carbonroad.views.document import Document


class LostItemsError(Exception):
    """A fault of this program: a document does not show what it claims to."""


def check_shown(system: System, documents: Iterable[Document]) -> None:
    """Compare every document with the system.

    Raises:
        LostItemsError: Naming the document and what it lost, or shows without its being there.
    """
    expected = _expected(system)
    for document in documents:
        for kind, refs in document.shown.items():
            if kind not in expected:
                continue
            mine = [
                ref for ref in expected[kind] if not document.part or ref.partition(".")[0] == document.part
            ]
            lost = sorted(set(mine) - set(refs))
            if lost:
                raise LostItemsError(f"{document.path} ({document.lang}) lost {kind}s: {', '.join(lost)}")


def _expected(system: System) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"milestone": [], "target": [], "work": []}
    for item in system.items.values():
        if item.listed:
            found[item.kind].append(item.ref)
    found["indicator"] = list(system.indicators)
    return found
