"""Reads a Markdown page with a parser that is not ours, as a forge would: what it shows."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("gfm-like")
_PARSER.normalizeLinkText = lambda url: url  # type: ignore[method-assign]


class Page(NamedTuple):
    """What a reader sees, words with single blanks: rows of tables, headings with their level, lines …"""

    tables: list[list[list[str]]]
    headings: list[tuple[int, str]]
    items: list[str]
    paragraphs: list[str]
    links: list[str]
    images: list[tuple[str, str]]
    html: list[str]
    fences: list[tuple[str, str]]


def squeeze(words: str) -> str:
    """Words as a reader compares them: any blank is one."""
    return " ".join(words.split())


def read_page(text: str) -> Page:
    """Return what a page shows."""
    page = Page([], [], [], [], [], [], [], [])
    tokens = _PARSER.parse(text)
    inside: list[str] = []
    for token in tokens:
        if token.type == "table_open":
            page.tables.append([])
        elif token.type == "tr_open":
            page.tables[-1].append([])
        elif token.type == "html_block":
            page.html.append(token.content)
        elif token.type == "fence":
            page.fences.append((token.info, token.content))
        elif token.type == "inline":
            _read_inline(page, token, inside)
        if token.nesting > 0:
            inside.append(token.tag if token.type == "heading_open" else token.type)
        elif token.nesting < 0:
            inside.pop()
    return page


def _read_inline(page: Page, token: Token, inside: Sequence[str]) -> None:
    words = squeeze("".join(_words(token.children or [])))
    holder = inside[-1]
    if holder in ("th_open", "td_open"):
        page.tables[-1][-1].append(words)
    elif holder in ("h1", "h2", "h3", "h4", "h5", "h6"):
        page.headings.append((int(holder[1]), words))
    elif "list_item_open" in inside:
        page.items.append(words)
    else:
        page.paragraphs.append(words)
    for child in token.children or []:
        if child.type == "html_inline":
            page.html.append(child.content)
        elif child.type == "link_open":
            page.links.append(str(child.attrs["href"]))
        elif child.type == "image":
            page.images.append((child.content, str(child.attrs["src"])))


def _words(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak") or child.content == "<br>":
            yield " "
        elif child.type == "image":
            yield "".join(_words(child.children or []))


def slugs(headings: Sequence[tuple[int, str]]) -> list[str]:
    """The addresses that GitHub gives to headings, by its own rule."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for _, words in headings:
        kept = "".join(
            c for c in words.lower() if c in " -_" or unicodedata.category(c)[0] in "LM" or c.isdecimal()
        )
        slug = kept.replace(" ", "-")
        seen[slug] = seen.get(slug, -1) + 1
        found.append(f"{slug}-{seen[slug]}" if seen[slug] else slug)
    return found
