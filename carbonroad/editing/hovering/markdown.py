"""Markdown for editors: what users wrote is shown as it is and never acts."""

from collections.abc import Iterable, Sequence

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.visible import visible

_ACTS = lazy_pattern(r"[\\`*_~|<>\[\]&!#]")
_START = lazy_pattern(r"^(\d{0,9})(?<!\d{10})([-+=]|(?<=\d)[.)])(?=[\s=-]|$)")
_BLANKS = lazy_pattern(r"\s+")
_TICKS = lazy_pattern(r"`+")
_IN_WORD = lazy_pattern(r"(?<=[^\W_])\\_(?=[^\W_])")
_ADDRESS = lazy_pattern(r"https?://[^\s<>()\[\]\\\"'`]{1,2000}")
_LONGEST = 300


def escaped(text: str) -> str:
    """Return a user's words on one line, so that Markdown shows them as they are."""
    line = visible(_BLANKS.sub(" ", text).strip())
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST - 1].rstrip()}…"
    plain = _ACTS.sub(r"\\\g<0>", line)
    return _START.sub(r"\1\\\2", _IN_WORD.sub("_", plain))


def code(text: str) -> str:
    """Return a user's words as code on one line."""
    line = visible(_BLANKS.sub(" ", text).strip())
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST - 1]}…"
    longest = max((len(found) for found in _TICKS.findall(line)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if line[:1] == "`" or line[-1:] == "`" else ""
    return f"{fence}{blank}{line}{blank}{fence}" if line else ""


def link(words: str, address: str) -> str:
    """Return words that lead to an address, or the words alone where it is no web address."""
    whole = _ADDRESS.fullmatch(address.strip())
    return f"[{words}](<{whole[0]}>)" if whole else words


def example(text: str) -> str:
    """Return lines of a file as a block of YAML."""
    longest = max((len(found) for found in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml\n{text.rstrip()}\n{fence}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; its cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def paragraphs(*parts: str) -> str:
    """Return the parts that say something, apart from each other."""
    return "\n\n".join(part for part in parts if part)


def points(lines: Iterable[str]) -> str:
    """Return a list, a line each."""
    return "\n".join(f"- {line}" for line in lines)
