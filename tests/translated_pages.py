"""What a page and its translation must have in common, block by block: kind, commands, links, numbers."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
ZH = DOCS / "zh"
GENERATED = frozenset({"reference.md", "rules.md"})
"""Translations that `make reference` writes."""
RENAMED = {
    "example-city.xlsx": "示例市.xlsx",
}
"""What the Chinese pages call otherwise in commands: the files and ids of Chinese examples."""
_FENCE = re.compile(r"(`{3,})(\w*)")
_LINK = re.compile(r"(!?)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_CODE = re.compile(r"(`+).+?\1")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
_NUMBER = re.compile(r"(?<![A-Za-z\d.,-])\d[\d.,]*\d(?![A-Za-z\d])")
_REMARK = re.compile(r" {2,}#.*| --lang zh\b")
_NO_WORD = re.compile(r"[^\w\- ]")


class Block(NamedTuple):
    """A part of a page between blank lines, or a fenced block.

    Attributes:
        line: Its first line, from 1.
        shape: What it is, such as "a list of 3 items".
        commands: What is typed in it.
        links: Where it leads, sorted; pictures with a leading "!".
        options: The options of commands that it names, but for `--lang`.
        numbers: The numbers in its prose that have two digits or more.
    """

    line: int
    shape: str
    commands: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()


def translations() -> list[Path]:
    """The pages that people have translated."""
    return sorted(path for path in ZH.glob("*.md") if path.name not in GENERATED)


def original(path: Path) -> Path:
    """The page of which this one is the translation; the page itself if it is none."""
    if path.parent != ZH:
        return path
    return ROOT / path.name if path.name == "README.md" else DOCS / path.name


def behind(translation: Path, page: Path) -> str:
    """Where a translation is no longer what its page is, in one sentence; "" where it is."""
    ours, theirs = list(blocks(page)), list(blocks(translation))
    for one, other in zip(ours, theirs, strict=False):
        if said := _difference(one, other):
            return _behind(translation, other.line, page, one.line, said)
    if len(ours) > len(theirs):
        one = ours[len(theirs)]
        return _behind(translation, _lines(translation), page, one.line, f"{one.shape} is missing")
    if len(theirs) > len(ours):
        other = theirs[len(ours)]
        return _behind(translation, other.line, page, _lines(page), f"{other.shape} is too much")
    return ""


def _behind(translation: Path, line: int, page: Path, there: int, said: str) -> str:
    names = [
        path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name for path in (translation, page)
    ]
    return (
        f"{names[0]}:{line}: {said}. Translate anew what stands at {names[1]}:{there}, "
        "or take the change over there."
    )


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _difference(one: Block, other: Block) -> str:
    if one.shape != other.shape:
        return f"here is {other.shape}, in the original {one.shape}"
    for what, ours, theirs in (
        ("command", one.commands, other.commands),
        ("link", one.links, other.links),
        ("option", one.options, other.options),
    ):
        if ours != theirs:
            differing = [text for text in (*ours, *theirs) if (text in ours) != (text in theirs)]
            return f"the {what}s are not those of the original: {', '.join(differing) or 'their order'}"
    if missing := one.numbers - other.numbers:
        return f"the original has the number {min(missing)}"
    return ""


def blocks(path: Path) -> Iterator[Block]:
    """The blocks of a page, without what is of its language: file names, remarks, links to translations."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        first = at
        if fence := _FENCE.match(lines[at]):
            at = lines.index(fence[1], at + 1) + 1
            yield _fenced(fence[2], lines[first + 1 : at - 1], first + 1)
            continue
        while at < len(lines) and lines[at].strip() and not (at > first and _FENCE.match(lines[at])):
            at += 1
        if at > first:
            yield _plain(lines[first:at], first + 1, path)
        else:
            at += 1


def _fenced(kind: str, lines: list[str], first: int) -> Block:
    if kind == "console":
        typed = tuple(_command(line.removeprefix("$ ")) for line in lines if line.startswith("$ "))
        return Block(first, "a block of commands", typed)
    if kind in {"yaml", "diff"}:
        depths = "".join(f"{len(line) - len(line.lstrip(' -+'))} " for line in lines)
        return Block(first, f"a block of {kind} of {len(lines)} lines with the indents {depths.strip()}")
    return Block(first, f"a block of {kind or 'text'} of {len(lines)} lines")


def _plain(lines: list[str], first: int, path: Path) -> Block:
    text = "\n".join(lines)
    if all(line.startswith("    ") for line in lines):
        return Block(first, "a block of commands", tuple(_command(line) for line in lines))
    links = (f"{sign}{_target(path, link)}" for sign, link in _LINK.findall(text))
    prose = _CODE.sub("", _LINK.sub("", text))
    numbers = frozenset(number.replace(",", "") for number in _NUMBER.findall(prose))
    options = sorted(set(_OPTION.findall(text)) - {"--lang"})
    return Block(first, _shape(lines), (), tuple(sorted(links)), tuple(options), numbers)


def _shape(lines: list[str]) -> str:
    if heading := re.match(r"(#+) ", lines[0]):
        return f"a heading of level {len(heading[1])}"
    if lines[0].startswith("|"):
        return f"a table of {len(lines)} lines and {lines[0].count(' | ') + 1} columns"
    items = sum(bool(re.match(r" *(?:[-*]|\d+\.) ", line)) for line in lines)
    return f"a list of {items} items" if items else "a paragraph"


def _command(line: str) -> str:
    """A line that is typed, in the names of the original."""
    text = _REMARK.sub("", line).strip()
    for theirs, ours in RENAMED.items():
        text = text.replace(ours, theirs)
    return text


def _target(page: Path, link: str) -> str:
    """Where a link leads in every language: the original of a page or picture, a heading by its number."""
    if re.match(r"[a-z]+:", link):
        return link
    place, _, name = link.partition("#")
    path = (page.parent / place).resolve() if place else page.resolve()
    there = original(path)
    shown = there.relative_to(ROOT) if there.is_relative_to(ROOT) else there.name
    plain = re.sub(r"-zh(?=\.png$)", "", str(shown))
    for theirs, ours in RENAMED.items():
        plain = plain.replace(ours, theirs)
    return f"{plain}#{_heading(path, name)}" if name else plain


def _heading(path: Path, name: str) -> str:
    """The number of a heading on its page, which is the same in every language; `?name` if it is none."""
    text = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    names = [_NO_WORD.sub("", heading.lower()).replace(" ", "-") for heading in headings]
    return str(names.index(name)) if name in names else f"?{name}"
