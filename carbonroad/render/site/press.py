"""The pages of one roadmap, made group by group: those of one part in one language."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.model.roadmap import TOP, Part
from carbonroad.render.blocks import all_blocks
from carbonroad.render.formats import BY_NAME, PAGES
from carbonroad.render.html.svg import picture_name, svg_file
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.edition import Edition
from carbonroad.render.site.neighbours import Headings, Neighbours
from carbonroad.render.site.reuse import Told, digest_of
from carbonroad.render.templates.own_templates import blamed
from carbonroad.views.document import Document, Figure
from carbonroad.views.drawing import SheetIndex
from carbonroad.views.maker import Planned


class Group(NamedTuple):
    """The pages of one part, or of the whole (None), in one language; `name` is like `zh/steel`."""

    name: str
    edition: Edition
    part: Part | None
    planned: tuple[Planned, ...]


class Press:
    """Makes the groups of a roadmap's pages.

    Args:
        editions: Its languages.
        choice: What is wanted of it.
        lists: By language, the page that lists this roadmap with others.
        near: By top file, the first pages of related roadmaps in each language.
        sheets: By language and part, the sheets that makers take as known; `learn` adds to it.

    Attributes:
        groups: The pages by language and part.
        formats: Those that are made page by page.
    """

    def __init__(
        self,
        editions: Sequence[Edition],
        choice: Choice,
        lists: Mapping[str, str],
        near: Mapping[str, Mapping[str, str]],
        sheets: Mapping[str, MutableMapping[str, SheetIndex]],
    ) -> None:
        self._choice = choice
        self._lists = lists
        self._near = near
        self._sheets = sheets
        self.formats = {
            one.name: one
            for one in PAGES
            if one.name in choice.formats and not (one.name == "html" and choice.single_file)
        }
        self._headings = Headings(editions)
        self._neighbours = Neighbours(
            editions, pictures=self._draws, lists=lists, headings=self._headings, near=near
        )
        self.groups = tuple(group for edition in editions for group in _groups(edition))
        self._paths = tuple(path for edition in editions for path in edition.paths)

    @property
    def _draws(self) -> bool:
        """Whether figures are written as files of their own."""
        return any(BY_NAME[name].pictures for name in self._choice.formats)

    def inputs(self, group: Group, salt: str) -> str:
        """Return the digest over what a group's pages are made of.

        Args:
            group: The group.
            salt: Digest of what pages depend on besides the roadmap's files.
        """
        system, choice = group.edition.words.system, self._choice
        prints = system.fingerprints
        part = group.part.id if group.part is not None and self._whole(group) else ""
        return digest_of(
            salt,
            group.name,
            group.edition.root,
            system.name,
            system.as_of.isoformat(),
            system.languages,
            [(one.id, tuple(one.title), system.codes.get(one.id)) for one in system.parts],
            self._paths,
            sorted(self._lists.items()),
            sorted((top, sorted(starts.items())) for top, starts in self._near.items()),
            (choice.formats, choice.single_file, choice.options),
            prints.files_of(part),
        )

    def _whole(self, group: Group) -> bool:
        """Whether the documents of all parts are planned, so that each group's can be told apart."""
        planned = {one.part.id if one.part is not None else TOP for one in group.edition.planned}
        return planned >= {TOP, *(part.id for part in group.edition.words.system.industries)}

    def near(self, group: Group) -> list[str]:
        """Return the names of the groups that tell a group's pages something."""
        others = [one for one in self.groups if one.edition is group.edition and one is not group]
        if group.part is None or not group.edition.words.system.has_top:
            return [one.name for one in others]
        near = group.edition.words.system.fingerprints.near(group.part.id)
        return [one.name for one in others if one.part is None or one.part.id in near]

    def told(self, group: Group) -> Told:
        """Return what a group's pages tell those of others."""
        edition = group.edition
        part = group.part if group.part is not None else edition.words.system.top
        drawn = part is not None and any(one.view.name == "drawing" for one in group.planned)
        outlined = any(one.headings for one in self.formats.values())
        pages = [edition.page(one.path) for one in group.planned] if outlined else []
        return Told(
            edition.maker.sheets(part) if drawn and part is not None else None,
            {page: self._headings[page] for page in pages},
        )

    def learn(self, group: Group, told: Told) -> None:
        """Take what a group's pages tell others as known, so that they are not made for it."""
        if told.sheets is not None:
            self._sheets[group.edition.lang][group.part.id if group.part is not None else TOP] = told.sheets
        self._headings.update(told.headings)

    def files(self, group: Group) -> dict[str, bytes]:
        """Return a group's files by their paths.

        Raises:
            LostItemsError: If a document does not show what it claims to.
            RenderFault: If a user's template fails.
        """
        files: dict[str, bytes] = {}
        own = self._choice.templates
        with blamed(own):
            for wanted in group.planned:
                document = group.edition.document(wanted)
                for ending, form in self.formats.items():
                    place = self._neighbours.place(group.edition, document, ending)
                    files[f"{place.path}.{ending}"] = form.page(document, place, own).encode()
                files |= self._pictures(group.edition, document)
                if "pdf" not in self._choice.formats:
                    group.edition.forget(wanted)
        return files

    def page(self, edition: Edition, wanted: Planned, ending: str) -> bytes:
        """Return one page alone, as `files` makes it; its document is kept.

        Raises:
            LostItemsError: If the document does not show what it claims to.
            RenderFault: If a user's template fails.
        """
        own = self._choice.templates
        with blamed(own):
            document = edition.document(wanted)
            place = self._neighbours.place(edition, document, ending)
            return self.formats[ending].page(document, place, own).encode()

    def pictures(self, edition: Edition, wanted: Planned) -> dict[str, bytes]:
        """Return the figures of one page as files; faults as for `page`."""
        with blamed(self._choice.templates):
            return dict(self._pictures(edition, edition.document(wanted)))

    def _pictures(self, edition: Edition, document: Document) -> Iterable[tuple[str, bytes]]:
        """The figures as files, for Markdown or for themselves."""
        if not self._draws:
            return
        folder = posixpath.dirname(edition.page(document.path))
        for block in all_blocks(document):
            if isinstance(block, Figure) and block.file:
                drawn = svg_file(block.scene, document.lang, self._choice.templates, document.styles)
                yield posixpath.join(folder, picture_name(block)), drawn.encode()


def _groups(edition: Edition) -> Iterator[Group]:
    by_part: dict[str, list[Planned]] = {}
    for one in edition.planned:
        by_part.setdefault(one.part.id if one.part is not None else "", []).append(one)
    for part, planned in by_part.items():
        yield Group(f"{edition.lang}/{part}", edition, planned[0].part, tuple(planned))
