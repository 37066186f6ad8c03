"""A user's words in Markdown: shown as they are on GitHub, GitLab and through Pages, with few signs raw."""

import re
from functools import lru_cache

from carbonroad.render.characters import visible

_SIGNS = re.compile(r"[\\`*_~|<\[&@#$!%^{:\r\n]|www\.")
_ADDRESS = r"(?P<address>(?<![\w<])https?://(?:[\w/.?=%\#+,;!@:~*()'-]|&(?!\#?\w+;))*[\w/])"
_SIGN = r"""(?P<newline>(?<!\s)\s*(?:\r\n|\r|\n)\s*)
    |(?P<sign>
      [\\`|\[]                                           # always
      |(?<![^\W_])_|_(?![^\W_])                          # within a word it is a letter
      |<(?=[a-zA-Z/!?])                                  # a tag
      |&(?=\#?\w+;)                                      # an entity
      |(?<!\w)@(?=\w)|(?<!\w)[\#!%^&](?=\d)              # what a forge takes for its people and numbers
      |(?<!\w)\$                                         # mathematics
      |(?<=\{)[{%:]                                      # what GitHub Pages would fill in
      |:(?=//)|(?<=www)\.                                # an address
      |:(?=(?:[A-Z0-9+-]*+[a-z_][\w+-]*+|100|1234):)           # an emoji
    )"""
_FLAGS = re.VERBOSE | re.ASCII
_ALONE = re.compile(rf"{_ADDRESS}|[*~](?![ ]*\Z|[ ]+\S)|{_SIGN}", _FLAGS)
_BESIDE = re.compile(rf"{_ADDRESS}|[*~]|{_SIGN}", _FLAGS)
_WITHIN = re.compile(rf"[*~]|{_SIGN}", _FLAGS)
_AT_START = re.compile(r"(#{1,6}(?=\s|$)|[-+*](?=[\s-]|$)|>)|(\d{1,9})(?=[.)](?:\s|$))", re.ASCII)
_CLOSING = re.compile(r"(?:^|(?<=\s))#(?=#*$)")
_OPEN_END = re.compile(r"(?:^|[^\\])(?:\\\\)*[!^]$")
_NAME = re.compile(r"[\w@.-]+", re.ASCII)
_BREAK_AT_END = re.compile(r"\A\s*[\r\n]\s*|(?<!\s)(?=\s*+\Z)\s*[\r\n]\s*")


@lru_cache(maxsize=1 << 16)
def escape_words(words: str) -> str:
    """Return a user's words, alone in a line or a cell, so that Markdown shows them as they are.

    What acts only at the start of a line is left to `start_line`. Whole web addresses become links.
    """
    return _escape(words, _ALONE)


@lru_cache(maxsize=1 << 14)
def escape_beside(words: str) -> str:
    """Return a user's words for a line that holds other words too: nothing in them ends their emphasis."""
    return _escape(words, _BESIDE)


@lru_cache(maxsize=1 << 14)
def escape_within(words: str) -> str:
    """Return a user's words to be emphasised: nothing in them ends it, and they hold no link."""
    return _escape(words, _WITHIN)


def link_words(words: str) -> str:
    """Return a user's words as the text of a link or a picture: no link within, no bracket that ends it."""
    return escape_within(words).replace("]", "\\]")


def _escape(words: str, acting: re.Pattern[str]) -> str:
    text = str(visible(words))
    if not _SIGNS.search(text):
        return text
    return acting.sub(_escaped, _BREAK_AT_END.sub(" ", text))


def _escaped(found: re.Match[str]) -> str:
    kind = found.lastgroup
    if kind == "address":
        return f"<{found[0]}>"
    return "<br>" if kind == "newline" else f"\\{found[0]}"


def start_line(text: str) -> str:
    """Return escaped words so that they start a line as words, not as a list, a heading or a quotation."""
    text = text.strip(" \t")
    found = _AT_START.match(text)
    if found is None:
        return text
    return f"{found[2]}\\{text[found.end() :]}" if found[2] else f"\\{text}"


def heading_text(words: str) -> str:
    """Return a user's words in one line, as a reader of the heading sees them."""
    return " ".join(str(visible(words)).split())


def heading_words(words: str) -> str:
    """Return a user's words as a heading: one line, and no sign that closes it."""
    return _CLOSING.sub(r"\\#", escape_words(heading_text(words)))


def is_name(words: str) -> bool:
    """Tell whether words are an id, which code can hold as it is."""
    return _NAME.fullmatch(words) is not None


def guarded(text: str) -> str:
    """Return escaped words that a link or emphasis follows, so that the two do not act together."""
    return f"{text[:-1]}\\{text[-1]}" if _OPEN_END.search(text) else text
