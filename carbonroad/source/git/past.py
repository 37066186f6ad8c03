"""The roadmaps that a git repository held at a commit."""

import os
from collections.abc import Iterator

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.source.folder import TOP_FILE, Folder, WantedFile, folder_of, is_wanted, part_name
from carbonroad.source.found import found
from carbonroad.source.git.program import Objects
from carbonroad.source.git.refused import NoRevision, not_there
from carbonroad.source.git.side import RoadmapAbove, Side, name_of, one_of
from carbonroad.source.git.trees import Commit, Entry, Folders, Trees
from carbonroad.source.parents import NoParent, climb, named_parent, names_in
from carbonroad.source.text import MAX_BYTES, SourceText, from_bytes

_MOST_GENERATIONS = 32
_Files = dict[str, Entry | str]
"""What holds each file's text, by its path as shown; `missing` or `outside` where nothing does."""


class Past:
    """A repository at a commit; `root` is what its uppermost folder is called."""

    def __init__(self, trees: Trees, objects: Objects, commit: Commit, label: str, *, root: str = "") -> None:
        self.root = root
        self.trees = trees
        self.objects = objects
        self.commit = commit
        self.label = label

    def side(self, path: Folders, folder: str) -> Side | NoRevision:
        """Return the roadmap at a path; of several the one named as the folder is now."""
        place = self.trees.at(path)
        if place is None:
            return self.not_there("/".join(path))
        roadmaps = self._roadmaps(*place, own=name_of(folder))
        if not roadmaps:
            shown = "/".join(path) or "."
            return self.not_there(shown, submodule=place[1].kind == "submodule", there=True)
        one = one_of([listed for listed, _ in roadmaps], name_of(folder), self._path(place[0]))
        if isinstance(one, NoRevision):
            return one
        entries = next(entries for listed, entries in roadmaps if listed is one)
        texts = {file: self._text(file, entry) for file, entry in entries.items()}
        if None in texts.values():
            return NoRevision(
                say("Files of {revision} are not in this clone.", revision=self.label),
                say("fetch them: the clone was made with a filter, or it is damaged"),
            )
        known = {file: text for file, text in texts.items() if text is not None}
        here = next((where for where, listed in self._places(place[0], roadmaps) if listed is one), place[0])
        above, parted = self._above(one, here, known)
        return Side(one, known, self.label, self.commit.id, self.commit.day, above=above, parted=parted)

    def _places(
        self, path: Folders, roadmaps: list[tuple[Folder, _Files]]
    ) -> Iterator[tuple[Folders, Folder]]:
        """Where each of some roadmaps lies: at the path, or below it."""
        for listed, _ in roadmaps:
            at = (path, (*path, listed.name), path[:-1])
            yield next((one for one in at if listed.top == self._path((*one, TOP_FILE))), path), listed

    def _above(
        self, folder: Folder, here: Folders, texts: dict[str, SourceText | Finding]
    ) -> tuple[tuple[RoadmapAbove, ...], bool]:
        """The roadmaps above one, whose top files join the texts; and whether one is missing."""
        found: list[RoadmapAbove] = []
        top, place = folder.top, (self.root, *here)
        while top is not None and len(found) < _MOST_GENERATIONS:
            named = named_parent(top, texts)
            if named is None:
                return tuple(found), False
            names = names_in(named.text)
            parent = NoParent("name") if names is None else climb(place, names, self._has_top)
            if isinstance(parent, NoParent):
                return tuple(found), True
            place, top = parent, self._path((*parent[1:], TOP_FILE))
            entry = self.trees.file((*parent[1:], TOP_FILE), within=len(parent) - 1)
            text = self._text(top, entry)
            above = RoadmapAbove(parent[-1], top)
            if text is None or above in found:
                return tuple(found), True
            texts[top] = text
            found.append(above)
        return tuple(found), bool(found)

    def _has_top(self, place: Folders) -> bool:
        at = self.trees.at(place[1:])
        return at is not None and TOP_FILE in self.trees.listed(at[1])

    def _roadmaps(self, path: Folders, entry: Entry, *, own: str) -> list[tuple[Folder, _Files]]:
        """What `find_roadmaps` would give, each with its files."""
        if entry.kind == "folder":
            listed = self._listed(path, entry, own=own)
            if listed[0].top is not None:
                return [listed]
            below = [one for one in self.trees.listed(entry).values() if one.kind == "folder"]
            inner = [
                self._listed((*path, one.name), one, own=one.name)
                for one in below
                if not one.name.startswith(".") and TOP_FILE in self.trees.listed(one)
            ]
            return [one for one in inner if one[0].top is not None] or ([listed] if listed[0].files else [])
        if entry.kind == "submodule" or not path or not is_wanted(path[-1]):
            return []
        parent = self.trees.at(path[:-1])
        if parent is not None and TOP_FILE in self.trees.listed(parent[1]):
            folder, files = self._listed(*parent, own=own)
            only = "top" if path[-1] == TOP_FILE else part_name(path[-1])
            return [(folder._replace(only=only), files)]
        file = self._path(path)
        name = part_name(path[-1])
        return [(Folder(name, file, None, {name: file}), {file: self.trees.file(path, within=len(path) - 1)})]

    def _listed(self, path: Folders, entry: Entry, *, own: str) -> tuple[Folder, _Files]:
        shown = self._path(path)
        files: _Files = {}
        for one in self.trees.listed(entry).values():
            if is_wanted(one.name) and one.kind in {"file", "link"}:
                within = self.trees.file((*path, one.name), within=len(path))
                files[self._path((*path, one.name))] = within
        name = path[-1] if path else own
        wanted = (
            WantedFile(os.path.basename(file), file, within == "outside") for file, within in files.items()
        )
        folder = folder_of(name, shown, wanted)
        read = {folder.top, *folder.files.values()}
        return folder, {file: within for file, within in files.items() if file in read}

    def _text(self, file: str, entry: Entry | str) -> SourceText | Finding | None:
        """A file's text; None where the repository should have it and has not."""
        if isinstance(entry, str):
            return found(file, "file-missing", 0, 0, file=file)
        blob = self.objects.get(entry.id, MAX_BYTES)
        if blob is None:
            return None
        if blob.data is None:
            return found(file, "too-large", 0, 0, size=blob.size, limit=MAX_BYTES // 1_000_000)
        return from_bytes(blob.data, file)

    def _path(self, path: Folders) -> str:
        """A path as findings name it; git takes it too."""
        # A file of the uppermost folder keeps a name of its own after a slash.
        inner = "/".join(path)
        return f"{self.label}:{inner}" if "/" in inner else f"{self.label}:./{inner}"

    def not_there(self, path: str, *, submodule: bool = False, there: bool = False) -> NoRevision:
        """Return why there is no roadmap at a path, with the roadmaps that there are."""
        folders = ["/".join(one) or "." for one in self.trees.folders_with(TOP_FILE)]
        return not_there(self.label, path, folders, submodule=submodule, there=there)
