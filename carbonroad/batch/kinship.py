"""Who is whose parent among roadmaps: by the folders they lie in, else among those of the call."""

import os
from collections.abc import Mapping, Sequence
from unicodedata import normalize

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.nearest import Spelling
from carbonroad.base.texts.said import say
from carbonroad.batch.unfound import report
from carbonroad.findings import Finding
from carbonroad.link.bench import Bench
from carbonroad.source.folder import TOP_FILE, Folder
from carbonroad.source.parents import Named, NoParent, Shelf, named_parent, names_in
from carbonroad.source.text import SourceText

_MOST_GENERATIONS = 32


class Ancestor(NamedTuple):
    """A roadmap above: its name, its top file as shown, and its place in the call; None outside it."""

    name: str
    top: str
    place: int | None


class Kinship:
    """Looks parents up; knows by their real folders which roadmaps are in the call.

    Args:
        folders: The call's roadmaps.
        texts: What stands for what is on disk, by path as shown.
        shelf: What lies around them; by default as it is on disk.

    Attributes:
        named: What each roadmap names as its parent.
        benches: Of each, what is wrong with that.
    """

    def __init__(
        self,
        folders: Sequence[Folder],
        texts: Mapping[str, SourceText | Finding],
        shelf: Shelf | None = None,
    ) -> None:
        self._folders = folders
        self._texts = texts
        self._shelf = Shelf() if shelf is None else shelf
        self.named = [self._named(folder) for folder in folders]
        self._places = [os.path.realpath(one.path or ".") for one in folders] if any(self.named) else []
        self._index = {place: number for number, place in enumerate(self._places)}
        self._parents: dict[str, str] = {}
        self._known: dict[str, Named | None] = {}
        self.benches = [Bench() for _ in folders] if any(self.named) else []

    def _named(self, folder: Folder) -> Named | None:
        return None if folder.top is None else named_parent(folder.top, self._texts)

    def ancestors(self, number: int) -> tuple[tuple[Ancestor, ...], bool]:
        """Return the roadmaps above one of the call, and whether one of them is missing."""
        above: list[Ancestor] = []
        seen = [self._places[number]]
        named, place = self.named[number], self._places[number]
        while named is not None and len(above) < _MOST_GENERATIONS:
            parent = self._parent(place, named, self.benches[number] if not above else None)
            if parent is None:
                return tuple(above), True
            if parent in seen:
                self._report_circle(number, seen, parent)
                return (() if parent == seen[0] else tuple(above)), True
            index = self._index.get(parent)
            folder = self._folders[index] if index is not None else None
            top = folder.top if folder is not None else None
            shown = top or self._shown(number, parent)
            above.append(Ancestor(os.path.basename(parent), shown, index))
            seen.append(parent)
            place, named = parent, self._named_at(parent, shown) if index is None else self.named[index]
        return tuple(above), False

    def _named_at(self, place: str, top: str) -> Named | None:
        """What a roadmap outside the call names as its parent."""
        if place not in self._known:
            self._known[place] = named_parent(top, self._texts)
        return self._known[place]

    def _report_circle(self, number: int, seen: Sequence[str], again: str) -> None:
        """Report a circle at each roadmap that is part of it; who hangs below it keeps what is known."""
        named = self.named[number]
        if again == seen[0] and named is not None:
            self.benches[number].report(
                "parents-in-a-circle",
                named.span,
                say(
                    "The parents go round in a circle: {road}.",
                    road=" → ".join(os.path.basename(one) for one in (*seen, again)),
                ),
                pointer="parent",
                label=say("comes back to this roadmap"),
                help_=say("take the parent out of the uppermost roadmap"),
            )

    def _parent(self, place: str, named: Named, bench: Bench | None) -> str | None:
        """The folder of a roadmap's parent; None where there is none, which is reported."""
        key = f"{place}\n{named.text}"
        names = names_in(named.text)
        if names is None:
            found: str | NoParent = NoParent("name")
        elif key in self._parents:
            return self._parents[key]
        else:
            found = self._shelf.find(place, names)
            if isinstance(found, NoParent):
                found = self._in_call(place, names, found)
        if isinstance(found, NoParent):
            if bench is not None:
                report(bench, os.path.basename(place), named, found)
            return None
        self._parents[key] = found
        return found

    def _in_call(self, place: str, names: tuple[str, ...], missing: NoParent) -> str | NoParent:
        """The one roadmap of the call whose folders end in a name."""
        ends = os.sep + os.sep.join(names)
        fits = [
            one
            for one in self._places
            if normalize("NFC", one).endswith(ends) and one != place and self._is_top(one)
        ]
        if len(fits) == 1:
            return fits[0]
        if fits:
            return NoParent("several", tuple(map(self._longer, fits)))
        if missing.why == "itself":
            return missing
        near = Spelling(sorted({os.path.basename(one) for one in self._around(place)})).near(names[-1])
        return NoParent("missing", near.words)

    def _is_top(self, place: str) -> bool:
        return self._folders[self._index[place]].top is not None

    def _around(self, place: str) -> list[str]:
        """The roadmaps that may have been meant: of the call, beside and above."""
        above = os.path.dirname(place)
        own = [above] if self._shelf.has_top(above) else []
        return [one for one in (*self._places, *self._shelf.beside(above), *own) if one != place]

    def _longer(self, place: str) -> str:
        return "/".join(place.split(os.sep)[-2:])

    def _shown(self, number: int, place: str) -> str:
        """The top file of a roadmap outside the call, as the call would name it."""
        top = os.path.join(place, TOP_FILE)
        return top if os.path.isabs(self._folders[number].path) else os.path.relpath(top)

    def absent(self, number: int, children: Sequence[int]) -> tuple[str, ...]:
        """Return a roadmap's children that lie where it or its known ones lie, and are not in the call."""
        if not children:
            return ()
        place = self._places[number]
        around = {
            os.path.dirname(place),
            place,
            *(os.path.dirname(self._places[child]) for child in children),
        }
        outside = sorted(
            {one for folder in around for one in self._shelf.beside(folder)} - self._index.keys()
        )
        return tuple(os.path.basename(one) for one in outside if self._child_of(one) == place)

    def _child_of(self, place: str) -> str | None:
        named = self._named_at(place, os.path.join(place, TOP_FILE))
        return None if named is None else self._parent(place, named, None)
