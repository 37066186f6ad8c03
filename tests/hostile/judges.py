"""Independent readers of what the program writes, and what each of them must not see."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from urllib.parse import urlsplit

import html5lib
import pyte
from markdown_it import MarkdownIt
from markdown_it.token import Token

ACTING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""What no text file of ours holds: controls, separators and signs that turn the direction of what follows."""
_HTML = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "abbr",
        "article",
        "b",
        "bdi",
        "caption",
        "code",
        "col",
        "colgroup",
        "dd",
        "desc",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "header",
        "i",
        "input",
        "label",
        "legend",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "time",
        "tr",
        "ul",
        "svg",
        "g",
        "line",
        "rect",
        "circle",
        "ellipse",
        "polyline",
        "polygon",
        "path",
        "text",
        "tspan",
        "title",
        "desc",
        "use",
        "defs",
        "lineargradient",
        "stop",
        "pattern",
        "clippath",
        "marker",
        "linearGradient",
        "clipPath",
    ]
)
_SVG = _HTML - {"a", "use", "input", "meta"}
_POLICY = "default-src 'none';"
_SCHEMES = frozenset(("http", "https", "mailto"))
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?%?")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def in_html(text: str) -> Iterator[str]:
    """What is wrong with a page."""
    if found := ACTING.search(text):
        yield f"U+{ord(found[0]):04X} in {text[max(0, found.start() - 40) : found.end() + 20]!r}"
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    styles = 0
    for element in tree.iter():
        if not isinstance(element.tag, str):
            yield f"a comment: {element.text!r:.80}"
            continue
        name = element.tag.rpartition("}")[2]
        styles += name == "style"
        if name not in _HTML:
            yield f"an element {name}"
        if name == "input" and element.get("type") != "radio":
            yield f"an input {element.attrib}"
        yield from _attributes(name, {str(key): value for key, value in element.attrib.items()})
    metas = [m for m in tree.iter("meta") if m.get("http-equiv")]
    if [m.get("http-equiv") for m in metas] != ["Content-Security-Policy"]:
        yield f"metas {[m.attrib for m in metas]}"
    elif not (metas[0].get("content") or "").startswith(_POLICY):
        yield f"policy {metas[0].attrib}"
    if styles != 1:
        yield f"{styles} style elements"


def _attributes(name: str, attributes: dict[str, str]) -> Iterator[str]:
    for key, value in attributes.items():
        bare = key.rpartition("}")[2].lower()
        if bare.startswith("on") or bare in {
            "src",
            "srcdoc",
            "srcset",
            "action",
            "formaction",
            "background",
            "ping",
            "poster",
            "data",
            "xlink:href",
        }:
            yield f"an attribute {key}={value!r:.60} of {name}"
        if bare == "href" and (
            urlsplit(value).scheme not in {*_SCHEMES, ""} or value.startswith(("//", "\\"))
        ):
            yield f"an address {value!r}"
        if bare == "href" and name == "use" and not value.startswith("#"):
            yield f"a use of {value!r}"
        if bare == "style" and re.search(
            r"url\(|@import|expression|[{}]", re.sub(r"'(?:[^'\\]|\\.)*'", "", value)
        ):
            yield f"a style {value!r:.100}"


def in_svg(text: str) -> Iterator[str]:
    """What is wrong with a picture that is opened alone."""
    if found := ACTING.search(text):
        yield f"U+{ord(found[0]):04X} in {text[max(0, found.start() - 40) : found.end() + 20]!r}"
    for element in ET.fromstring(text).iter():  # noqa: S314 - written by the program under test
        name = element.tag.rpartition("}")[2]
        if name not in _SVG or not element.tag.startswith("{http://www.w3.org/2000/svg}"):
            yield f"an element {element.tag}"
        yield from _attributes(name, dict(element.attrib))
        if name == "style" and re.search(r"url\((?!#)|@import", element.text or ""):
            yield "a style that loads something"
        if any(key.rpartition("}")[2] == "href" for key in element.attrib):
            yield f"a link {element.attrib}"


_READER = MarkdownIt("gfm-like", {"html": True})
assert _READER.linkify is not None
_READER.linkify.add("//", None).add("ftp:", None)  # type: ignore[attr-defined]  # GitHub makes no link of these
_FINE_MARKUP = re.compile(
    r"<br ?/?>|</?(?:sub|sup)>|</details>\s*|<details>\s*<summary>[\w ()·,-]+</summary>\s*"
)


def in_markdown(text: str) -> Iterator[str]:
    """What is wrong with a page in Markdown, as GitHub's dialect and CommonMark with HTML read it."""
    if found := ACTING.search(text):
        yield f"U+{ord(found[0]):04X} in {text[max(0, found.start() - 40) : found.end() + 20]!r}"
    yield from _tokens(_READER.parse(text))


def _tokens(tokens: list[Token]) -> Iterator[str]:
    yield from _ragged(tokens)
    for token in tokens:
        yield from _token(token)
        if token.children:
            yield from _tokens(token.children)


def _token(token: Token) -> Iterator[str]:
    if token.type in {"html_block", "html_inline"} and not _FINE_MARKUP.fullmatch(token.content):
        yield f"markup {token.content!r:.100}"
    if token.type == "code_block":
        yield f"code {token.content!r:.100}"
    if token.type == "fence" and token.info.strip() != "mermaid":
        yield f"a fence {token.info!r}"
    if token.type == "image":
        source = str(token.attrs["src"])
        if urlsplit(source).scheme or source.startswith("//") or not source.endswith(".svg"):
            yield f"a picture {source!r}"
    if token.type == "link_open":
        target = str(token.attrs["href"])
        if urlsplit(target).scheme not in {*_SCHEMES, ""} or target.startswith("//"):
            yield f"a link {target!r}"


def _ragged(tokens: list[Token]) -> Iterator[str]:
    """Rows with more or fewer cells than their table has columns."""
    columns = cells = 0
    for token in tokens:
        if token.type == "thead_open":
            columns = 0
        if token.type == "tr_open":
            cells = 0
        cells += token.type in {"td_open", "th_open"}
        if token.type == "tr_close":
            columns = columns or cells
            if cells != columns:
                yield f"a row of {cells} cells in a table of {columns}"


def in_csv(data: bytes) -> Iterator[str]:
    """What is wrong with a table for a spreadsheet."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    if len({len(row) for row in rows}) != 1:
        yield f"rows of {sorted({len(row) for row in rows})} cells"
    for row in rows:
        for cell in row:
            if cell.lstrip(" \u00a0\u3000\u200b").startswith(_FORMULA) and not _NUMBER.fullmatch(cell):
                yield f"a formula {cell!r:.80}"
            if found := ACTING.search(cell):
                yield f"U+{ord(found[0]):04X} in {cell!r:.80}"


class _Terminal(pyte.Screen):
    """A terminal that remembers what it was told to do besides writing words, in colour at most."""

    def __init__(self) -> None:
        self.told: list[str] = []
        super().__init__(400, 10)
        self.told.clear()

    def __getattribute__(self, name: str) -> object:
        if name in _ORDERS:
            object.__getattribute__(self, "told").append(name)
        return object.__getattribute__(self, name)


_ORDERS = frozenset(
    [
        "bell",
        "backspace",
        "tab",
        "shift_out",
        "shift_in",
        "reset",
        "reverse_index",
        "set_tab_stop",
        "save_cursor",
        "restore_cursor",
        "set_title",
        "set_icon_name",
        "define_charset",
        "report_device_attributes",
        "report_device_status",
        "erase_in_display",
        "set_mode",
        "reset_mode",
        "cursor_position",
        "insert_lines",
        "delete_lines",
        "alignment_display",
        "set_margins",
    ]
)
_FED = 60_000
"""Characters that the terminal is given: it is slow, and the signs that it acts on are looked for in all."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def in_terminal(text: str) -> Iterator[str]:
    """What is wrong with text for a terminal."""
    bare = _COLOUR.sub("", text)
    if found := re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff]", bare
    ):
        yield f"U+{ord(found[0]):04X} in {bare[max(0, found.start() - 60) : found.end() + 20]!r}"
    screen = _Terminal()
    stream = pyte.Stream(screen)
    screen.told.clear()
    stream.feed(text[:_FED].replace("\n", "\r\n"))
    told = set(screen.told) & _ORDERS
    if told:
        yield f"a terminal was told {sorted(told)}"


def in_commands(text: str) -> Iterator[str]:
    """What is wrong with workflow commands: each line is one of the three that show a finding."""
    for line in text.splitlines():
        if not re.match(r"::(?:error|warning|notice) (?:file=[^:]*|title=carbonroad)::", line):
            yield f"a line {line!r:.100}"


def in_json(text: str) -> Iterator[str]:
    """What is wrong with JSON that a person may look at in a terminal."""
    json.loads(text)
    if found := re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text):
        yield f"U+{ord(found[0]):04X} as it is"
