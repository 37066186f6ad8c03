"""Roadmaps read with what their relatives give them, and what their pages are remembered by."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from carbonroad.cli.rendering.pages_known import Memory, place_of
from carbonroad.link.family import Handed, from_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.batch.inputs import Batch, Inputs
    from carbonroad.batch.store import Store
    from carbonroad.cli.rendering.wanted import Wanted
    from carbonroad.cli.roadmaps.choosing import Chosen
    from carbonroad.project import Project

Near = Mapping[str, Mapping[str, str]]


class RoadmapReader:
    """Reads the roadmaps of a run.

    Args:
        batch: The roadmaps.
        chosen: The same, with what pages are limited to.
        wanted: What is asked for.
        store: What remembers pages; None for nothing.

    Attributes:
        passed_on: What roadmaps hand to their parents, packed, by their places.
    """

    def __init__(
        self, batch: "Batch", chosen: "Sequence[Chosen]", wanted: "Wanted", store: "Store | None"
    ) -> None:
        from carbonroad.batch.families import Tops

        self.passed_on: dict[int, bytes] = {}
        self._batch = batch
        self._chosen = chosen
        self._wanted = wanted
        self._store = store
        self._tops = Tops()

    def load(self, place: int, inputs: "Inputs | None") -> "Project":
        """Load a roadmap with what its relatives give it; from the bytes whose digest it is known by."""
        from carbonroad.project import load

        call, texts = self._batch.call, inputs.texts() if inputs is not None else None
        family = self._batch.families.family(place, self._tops, self._handed(place))
        return load(self._chosen[place].folder, call.as_of, call.today, call.checks, texts or {}, family)

    def memory(
        self, place: int, below: str, pages: Mapping[str, str], near: Near
    ) -> "tuple[Memory | None, Inputs | None]":
        """What earlier runs remember of a roadmap, and what was read for it."""
        if self._store is None:
            return None, None
        from carbonroad.batch.inputs import inputs_of
        from carbonroad.batch.program import program_digest
        from carbonroad.render.site.reuse import digest_of

        inputs = inputs_of(self._batch, place, self._handed(place))
        if inputs is None:
            return None, None
        wanted, one = self._wanted, self._chosen[place]
        choice = replace(wanted.choice, templates=None)
        salt = digest_of(program_digest(), self._pages_digest, self._relatives(place))
        where = digest_of(
            place_of(one.folder.path),
            one.only,
            choice,
            wanted.asked,
            wanted.languages,
            below,
            sorted(pages.items()),
            sorted((top, sorted(starts.items())) for top, starts in near.items()),
            wanted.choice.templates,
        )
        return Memory(self._store, inputs.key, where, salt, self._batch.call.today), inputs

    @cached_property
    def _pages_digest(self) -> str:
        """Of what makes pages, before any is made: what is edited meanwhile counts in the next run."""
        from carbonroad.render.pages_digest import pages_digest

        return pages_digest(self._wanted.choice.templates)

    def is_as_read(self, place: int, read: "Inputs | None", project: "Project") -> bool:
        """Whether what was loaded is what the digest is of: a file may change between two looks at it."""
        from hashlib import sha256

        above = self._batch.families.ancestors[place]
        return (
            read is not None
            and read.texts() is not None
            and read.fits(project.baseline)
            and all(self._tops.digest(one.top) == sha256(read.files[one.top]).hexdigest() for one in above)
        )

    def _relatives(self, place: int) -> tuple[object, ...]:
        """What of its relatives stands on its pages."""
        families = self._batch.families
        above = tuple((one.name, self._tops.digest(one.top)) for one in families.ancestors[place])
        return above, self._handed(place), families.absent[place], families.lost[place]

    def _handed(self, place: int) -> dict[int, Handed]:
        """What the children of a roadmap hand to it."""
        from carbonroad.batch.compact import unpack

        children = self._batch.families.children[place]
        return {one: from_plain(unpack(self.passed_on[one])) for one in children if one in self.passed_on}
