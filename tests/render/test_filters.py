"""Filters without a script: what a browser would hide is worked out from the rules themselves."""

import re
from itertools import product

import pytest
from site_files import render_html
from small_documents import DOCUMENT, FILTERS, TABLE, one_block, place

from carbonroad.render.html.filters import select
from carbonroad.views.document import Filters, RowGroup

_RULE = re.compile(r"main((?::has\(#[\w-]+:checked\))+) (.+?)\{display:(none|block)\}")


def _choices() -> list[tuple[str, ...]]:
    return [
        tuple(f"tt-{one.name}-{tag}" for one, tag in zip(FILTERS.filters, tags, strict=True) if tag)
        for tags in product(*([tag for tag, _ in one.options] for one in FILTERS.filters))
    ]


@pytest.mark.parametrize("chosen", _choices())
def test_rows_groups_and_the_remark_follow_the_choice(chosen: tuple[str, ...]) -> None:
    selection = select(DOCUMENT, "tt")
    hidden: set[str] = set()
    told = False
    for tests, target, display in _RULE.findall(selection.css):
        if set(re.findall(r"#([\w-]+):checked", tests)) <= set(chosen):
            hidden.update(re.findall(r":not\(\.([\w-]+)\)", target))
            hidden.update(re.findall(r"\.(g\d+)", target))
            told = told or display == "block"
    wanted = {name.split("-", 2)[2] for name in chosen}
    left = 0
    for group in TABLE.groups:
        rows = [row for row in group.rows if wanted <= set(row.tags)]
        left += len(rows)
        assert (f"g{selection.numbers[id(group)]}" in hidden) == (not rows)
    assert told == (left == 0)
    assert {name for name in hidden if not re.fullmatch(r"g\d+", name)} == wanted


def test_print_shows_everything() -> None:
    assert select(DOCUMENT, "tt").css.startswith("@media screen{")


def test_a_page_without_filters_has_no_rules() -> None:
    assert select(one_block(TABLE), "tt").css == ""
    assert select(one_block(FILTERS), "tt").css == ""


def test_old_browsers_see_no_dead_controls() -> None:
    assert "@supports not selector(:has(a)){.flts{display:none}}" in render_html(DOCUMENT, place())


def test_the_first_choice_shows_all_and_is_taken() -> None:
    text = render_html(DOCUMENT, place())
    assert text.count(" checked>") == len(FILTERS.filters)
    assert '<input type="radio" name="tt-o" id="tt-o-all" class="all" checked>' in text


def test_many_choices_stay_small() -> None:
    many = Filters(
        tuple(
            type(FILTERS.filters[0])(name, name, (("", "All"), *((f"{name}{n}", str(n)) for n in range(12))))
            for name in "abc"
        ),
        "Nothing.",
    )
    rows = tuple(
        type(TABLE.groups[0].rows[0])((), "", "", (f"a{n % 12}", f"b{n % 7}", f"c{n % 5}"))
        for n in range(300)
    )
    table = type(TABLE)(TABLE.columns, (RowGroup("x", rows),), cards=True)
    assert len(select(one_block(many, table), "tt").css) < 120_000
