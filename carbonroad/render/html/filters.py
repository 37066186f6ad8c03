"""The rules behind filters without a script: which rows, groups and remarks a choice hides."""

import re
from collections.abc import Iterator
from itertools import combinations, product

from carbonroad.base.record import NamedTuple
from carbonroad.render.blocks import all_blocks
from carbonroad.views.document import Document, Filter, Filters, RowGroup, Table

_MOST_COMBINATIONS = 4000
_SIGN = re.compile(r"[!-,./:-@\[-^`{-~]")


class Selection(NamedTuple):
    """The style rules of a page's filters, and its row groups by `id()` → number."""

    css: str = ""
    numbers: dict[int, int] = {}  # noqa: RUF012  # never changed after it is built


class _Choice(NamedTuple):
    """One option of one filter."""

    filter: str
    tag: str


def select(document: Document, prefix: str) -> Selection:
    """Return the rules for a document's filters; empty where it has none.

    Hiding rows alone would leave headings of empty groups and no word where nothing is left, so every
    combination of choices that empties a group says so, unless a smaller combination already does.
    """
    blocks = list(all_blocks(document))
    filters = [one for block in blocks if isinstance(block, Filters) for one in block.filters]
    groups = [
        g for block in blocks if isinstance(block, Table) and block.cards for g in block.groups if g.rows
    ]
    if not filters or not groups:
        return Selection()
    name = _selector(prefix)
    rules = [
        f"main:has(#{name}-{one.name}-{tag}:checked) tr.r:not(.{tag}){{display:none}}"
        for one in filters
        for tag, _ in one.options
        if tag
    ]
    rules += _empty_rules(filters, groups, name)
    css = "@media screen{\n" + "\n".join(rules) + "\n}\n"
    return Selection(css, {id(group): number for number, group in enumerate(groups)})


def _selector(name: str) -> str:
    """Write an id for a selector: signs are escaped, and a digit at its start."""
    text = _SIGN.sub(r"\\\g<0>", name)
    return f"\\{ord(text[0]):x} {text[1:]}" if "0" <= text[:1] <= "9" else text


def _empty_rules(filters: list[Filter], groups: list[RowGroup], prefix: str) -> Iterator[str]:
    kinds = [sorted({frozenset(row.tags) for row in group.rows}, key=sorted) for group in groups]
    known: dict[frozenset[_Choice], frozenset[int]] = {}
    tried = 0
    for size in range(1, len(filters) + 1):
        for chosen in combinations(filters, size):
            options = [[_Choice(one.name, tag) for tag, _ in one.options if tag] for one in chosen]
            for choice in product(*options):
                tried += 1
                if tried > _MOST_COMBINATIONS:
                    return
                tags = frozenset(one.tag for one in choice)
                empty = frozenset(n for n, rows in enumerate(kinds) if not any(tags <= row for row in rows))
                known[frozenset(choice)] = empty
                smaller = [known.get(frozenset(choice) - {one}, frozenset()) for one in choice]
                new = sorted(empty - frozenset().union(*smaller))
                test = "main" + "".join(f":has(#{prefix}-{one.filter}-{one.tag}:checked)" for one in choice)
                if new:
                    yield f"{test} :is({','.join(f'.g{n}' for n in new)}){{display:none}}"
                if len(empty) == len(groups) and all(len(one) < len(groups) for one in smaller):
                    yield f"{test} .none{{display:block}}"
