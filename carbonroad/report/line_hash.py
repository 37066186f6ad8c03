"""The hash by which GitHub's code scanning knows a line again after others have moved it."""

from carbonroad.source.text import SourceText

_UNITS = 100
"""So many UTF-16 code units from the line's first on count, blanks aside, also beyond its end."""
_FACTOR = 37
_ALL = (1 << 64) - 1
_END = "\uffff"


class LineHashes:
    """The hashes of a file's lines: `hash:number`, the number counts lines of the same hash."""

    def __init__(self, source: SourceText) -> None:
        text = ("\ufeff" if source.bom else "") + source.text
        packed = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
        self._text = _utf16(packed) + _END
        self._starts: list[int] = []
        self._numbers: list[int] = []
        self._known: dict[int, str] = {}
        seen: dict[str, int] = {}
        start = 0
        while start < len(self._text):
            key = self._text[start : start + _UNITS]
            seen[key] = seen.get(key, 0) + 1
            self._starts.append(start)
            self._numbers.append(seen[key])
            start = self._text.find("\n", start) + 1 or len(self._text)

    def of(self, line: int) -> str:
        """Return the hash of a line, counted from 1."""
        if line not in self._known:
            self._known[line] = self._hash(min(line, len(self._starts)) - 1)
        return self._known[line]

    def _hash(self, index: int) -> str:
        start = self._starts[index]
        value = 0
        for char in self._text[start : start + _UNITS].ljust(_UNITS, "\0"):
            value = (value * _FACTOR + ord(char)) & _ALL
        return f"{value:x}:{self._numbers[index]}"


def _utf16(text: str) -> str:
    """The text with two characters, a surrogate pair, for each beyond U+FFFF."""
    if not text or max(text) <= "\uffff":
        return text
    from array import array

    units = array("H", text.encode("utf-16", "surrogatepass"))
    return "".join(map(chr, units[1:]))
