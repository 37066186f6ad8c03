"""Paths as services need them that show findings beside the files: from the repository's root."""

import os

ROOT_NAME = "%SRCROOT%"
"""What SARIF logs call the repository's root."""


class Repository:
    """Paths counted from the repository's root."""

    __slots__ = ("_known", "_root", "_uris")

    def __init__(self, root: str) -> None:
        self._root = os.path.abspath(root or ".")  # noqa: PTH100 - paths of findings are texts
        self._known: dict[str, str] = {}
        self._uris: dict[str, str] = {}

    def path(self, path: str) -> str:
        """Return a path from the root, with `/`; as it is where it leads out of the repository."""
        if path not in self._known:
            self._known[path] = self._from_root(path)
        return self._known[path]

    def uri(self, path: str) -> str:
        """Return the path as a percent-encoded reference; bytes that are no text are kept."""
        if path not in self._uris:
            self._uris[path] = _quoted(self.path(path))
        return self._uris[path]

    def has(self, path: str) -> bool:
        """Whether the path lies in the repository."""
        found = self.path(path)
        return not (found.startswith("../") or os.path.isabs(found))  # noqa: PTH117

    def _from_root(self, path: str) -> str:
        if path.startswith("<"):  # standard input is no file
            return path
        for absolute in (os.path.abspath, os.path.realpath):
            try:
                found = os.path.relpath(absolute(path), absolute(self._root))
            except ValueError:  # another drive, or a NUL
                continue
            if found != os.pardir and not found.startswith(os.pardir + os.sep):
                return found.replace(os.sep, "/")
        return path.replace(os.sep, "/")


def _quoted(path: str) -> str:
    from urllib.parse import quote

    try:
        encoded = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        encoded = path.encode("utf-8", "surrogatepass")
    return quote(encoded, safe="/")
