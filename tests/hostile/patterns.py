"""Every regular expression of the package, how it is used, and texts made to slow it down."""

import ast
import importlib
import pkgutil
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import carbonroad

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from re import _constants as names
    from re import _parser as parser

ROOT = Path(carbonroad.__file__).parent
_METHODS = ("match", "fullmatch", "search", "finditer", "sub", "split", "findall")
_FUNCTIONS = frozenset((*_METHODS, "compile"))
_ENDS = ("", "\x00", "!", "\n", " ", "x", "9")


class Used(NamedTuple):
    """A pattern and the ways in which the package uses it."""

    place: str
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of the package that can be imported here."""
    names_ = (info.name for info in pkgutil.walk_packages(carbonroad.__path__, "carbonroad."))
    return (carbonroad, *(importlib.import_module(one) for one in names_ if not one.endswith("__main__")))


@cache
def patterns() -> tuple[Used, ...]:
    """Every pattern that stands in a module, in a container of one, or in a call of `re`."""
    uses = _uses()
    found: dict[tuple[str, str], Used] = {}
    for module in modules():
        for name, value in vars(module).items():
            if name in _imported(module.__name__):
                continue
            for pattern in _within(value):
                place = f"{module.__name__.removeprefix('carbonroad.')}.{name}"
                methods = uses.get((module.__name__, name)) if _is_pattern(value) else None
                methods = methods or uses.get((module.__name__, ""))
                key = str(pattern.pattern), str(int(pattern.flags))
                known = found.get(key)
                ways = tuple(sorted({*(methods or _METHODS[:4]), *(known.methods if known else ())}))
                found[key] = Used(known.place if known else place, pattern, ways)
    for used in _written():
        found.setdefault((str(used.pattern.pattern), str(int(used.pattern.flags))), used)
    return tuple(found.values())


def _is_pattern(value: object) -> bool:
    return isinstance(value, re.Pattern) or type(value).__name__ == "_LazyPattern"


def _within(value: object, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif type(value).__name__ == "_LazyPattern":
        yield re.compile(value._source, value._flags)
    elif depth and isinstance(value, dict):
        for one in (*value.keys(), *value.values()):
            yield from _within(one, depth - 1)
    elif depth and isinstance(value, (tuple, list, frozenset, set)):
        for one in value:
            yield from _within(one, depth - 1)


@cache
def _trees() -> tuple[tuple[Path, ast.Module], ...]:
    return tuple((path, ast.parse(path.read_text("utf-8"))) for path in sorted(ROOT.rglob("*.py")))


@cache
def _uses() -> dict[tuple[str, str], set[str]]:
    """The methods that are taken of a name, by the module that defines it and the name."""
    found: dict[tuple[str, str], set[str]] = {}
    for path, tree in _trees():
        here = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts)
        home = {
            alias.asname or alias.name: (node.module or "", alias.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in _METHODS and isinstance(node.value, ast.Name):
                name = node.value.id
                found.setdefault(home.get(name, (here, name)), set()).add(node.attr)
                if name.islower() and name.strip("_") == name:  # a variable: of a container, or handed on
                    found.setdefault((here, ""), set()).add(node.attr)
    return found


@cache
def _imported(module: str) -> frozenset[str]:
    """Names that a module takes from another."""
    file = ROOT.parent.joinpath(*module.split("."))
    trees = [tree for path, tree in _trees() if path in (file.with_suffix(".py"), file / "__init__.py")]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return frozenset(alias.asname or alias.name for node in nodes for alias in node.names)


def _written() -> Iterator[Used]:
    """Patterns that stand in a call such as `re.search("…", text)`."""
    for path, tree in _trees():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if getattr(node.func.value, "id", "") != "re" or node.func.attr not in _METHODS:
                continue  # what is compiled stands in its module
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield Used(
                    f"{path.relative_to(ROOT)}:{node.lineno}", re.compile(first.value), (node.func.attr,)
                )


def calls() -> Iterator[str]:
    """Every place where a pattern is made."""
    for path, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                function = node.func
                base = getattr(function.value, "id", "") if isinstance(function, ast.Attribute) else ""
                name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
                if name == "lazy_pattern" or (base == "re" and name in _FUNCTIONS):
                    yield f"{path.relative_to(ROOT)}:{node.lineno}"


def attacks(pattern: re.Pattern[Any], size: int) -> Iterator[Any]:
    """Texts of about `size` characters: what the pattern repeats, after what leads to it, then a misfit."""
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    pumps = list(dict.fromkeys(pump for pump in _pumps(list(tree), "") if pump[1]))
    seen = set()
    binary = isinstance(pattern.pattern, bytes)
    for (before, pump), end in product(pumps[:40], _ENDS):
        text = before + pump * (size // len(pump)) + end
        if text not in seen:
            seen.add(text)
            yield text.encode("latin-1", "replace") if binary else text


def _pumps(items: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """(what leads to it, what can be repeated) for each repeated part and for neighbours of such parts."""
    lead = before
    last = ""
    for item in items:
        op, value = item
        one = _sample([item])
        if op in (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT):
            body = _sample(list(value[2]))
            for each in _samples(list(value[2])):
                yield lead, each
                yield "", each
                yield lead, last + each
                yield "", lead + each
            yield from _pumps(list(value[2]), lead)
            last = body
        elif op is names.SUBPATTERN:
            yield from _pumps(list(value[3]), lead)
            last = one
        elif op is names.ATOMIC_GROUP:
            yield from _pumps(list(value), lead)
        elif op is names.BRANCH:
            for branch in value[1]:
                yield from _pumps(list(branch), lead)
        elif op in (names.ASSERT, names.ASSERT_NOT):
            yield from _pumps(list(value[1]), lead)
        else:
            yield "", one
        lead += one
    yield "", _sample(items)
    yield "", _sample(items)[:-1]


def _samples(items: list[Any]) -> Iterator[str]:
    """Some texts that a part matches."""
    yield _sample(items)
    if len(items) == 1 and items[0][0] is names.IN:
        yield from dict.fromkeys(_in(items[0][1]))
    if len(items) == 1 and items[0][0] is names.BRANCH:
        yield from (_sample(list(one)) for one in items[0][1][1])
    if len(items) == 1 and items[0][0] is names.SUBPATTERN:
        yield from _samples(list(items[0][1][3]))


def _sample(items: Iterable[Any]) -> str:
    return "".join(map(_one, items))


def _one(item: Any) -> str:  # noqa: PLR0911  # a case a kind
    op, value = item
    if op is names.LITERAL:
        return chr(value)
    if op is names.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if op is names.ANY:
        return "a"
    if op is names.IN:
        return _in(value)[0]
    if op in (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT):
        low, high, body = value
        return _sample(list(body)) * max(low, min(1, int(high)))
    if op is names.SUBPATTERN:
        return _sample(list(value[3]))
    if op is names.ATOMIC_GROUP:
        return _sample(list(value))
    if op is names.BRANCH:
        return _sample(list(value[1][0]))
    return ""


_CATEGORIES = {
    names.CATEGORY_DIGIT: "1",
    names.CATEGORY_SPACE: " ",
    names.CATEGORY_WORD: "w",
    names.CATEGORY_NOT_DIGIT: "d",
    names.CATEGORY_NOT_SPACE: "s",
    names.CATEGORY_NOT_WORD: "-",
}


def _in(parts: list[Any]) -> str:
    """Characters of a set, the likeliest to be in others too first."""
    if parts[0][0] is names.NEGATE:
        inside = re.compile("|".join(map(re.escape, _in(parts[1:]))) if len(parts) > 1 else "(?!)")
        found = [c for c in "a1 -:,#x\n是\t" if not inside.search(c) and not _in_set(parts[1:], c)]
        return "".join(found) or "\u1234"
    found = ""
    for op, value in parts:
        if op is names.LITERAL:
            found += chr(value)
        elif op is names.RANGE:
            found += chr(value[0])
        elif op is names.CATEGORY:
            found += _CATEGORIES.get(value, "a")
    return found[:12] or "a"


def _in_set(parts: list[Any], char: str) -> bool:
    for op, value in parts:
        if op is names.LITERAL and chr(value) == char:
            return True
        if op is names.RANGE and value[0] <= ord(char) <= value[1]:
            return True
        if op is names.CATEGORY:
            sample = {names.CATEGORY_DIGIT: r"\d", names.CATEGORY_SPACE: r"\s", names.CATEGORY_WORD: r"\w"}
            if value in sample and re.match(sample[value], char):
                return True
    return False


def spend(pattern: re.Pattern[Any], method: str, text: Any) -> None:
    """Use a pattern on a text, to the end."""
    if method == "finditer":
        for _ in pattern.finditer(text):
            pass
    elif method == "sub":
        pattern.sub(b"" if isinstance(text, bytes) else "", text)
    else:
        getattr(pattern, method)(text)
