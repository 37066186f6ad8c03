"""Rules of the checks, offered in the settings and in the comments that suppress a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import sayable
from carbonroad.checking.rulebook import is_fixed, rules
from carbonroad.editing.completing.ask import Ask, Offer
from carbonroad.editing.hovering.rule_help import rule_help
from carbonroad.wording.saying import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carbonroad.findings import Rule

_IGNORE = lazy_pattern(
    r"#[ \t]*carbonroad[ \t]*[:：][ \t]*(?:ignore-file|ignore|忽略文件|忽略)[ \t]*"
    r"[\[［【](?P<rules>[^\]］】]*)",
    2,  # of either case
)
_WORD = lazy_pattern(r"(?<![\w-])[\w-]*+$")
_BEGIN = lazy_pattern(r"#[ \t]*+(?P<typed>[\w: -]*+)$")
_COMMENTS = ("carbonroad: ignore[", "carbonroad: ignore-file[")
_COMMENTS_ZH = ("carbonroad: 忽略[", "carbonroad: 忽略文件[")
_ALL = ("all", "全部")


def named_rules(ask: Ask) -> Iterator[Offer]:
    """Offer rules by name and code; those whose findings always count are not to be ignored."""
    words = sentences(ask.lang)
    taken = ask.taken
    near = _found_below(ask) if ask.cursor.asked == "comment" else ()
    for rule in rules().values():
        if rule.name in taken or rule.code in taken or is_fixed(rule):
            continue
        yield Offer(
            rule.name,
            label=rule.name,
            detail=f"{rule.code} · {title(rule, ask.lang)}",
            documentation=rule_help(rule.code, ask.lang) if rule.name in near else "",
            words=(rule.name, rule.code, title(rule, "zh")),
            group=0 if rule.name in near else 1,
        )
    yield Offer(ask.says(*_ALL), detail=words(sayable("every rule")), words=_ALL, group=2)


def title(rule: Rule, lang: str) -> str:
    """Return what a rule is called."""
    from carbonroad.checking.rule_pages import pages  # read from files, all of them at once

    page = next(one for one in pages() if one.rule.code == rule.code)
    return page.title_zh if lang.startswith("zh") and page.title_zh else page.title


def _found_below(ask: Ask) -> set[str]:
    """The rules of what is found on this line or on the next that says something."""
    source = ask.roadmap.source(ask.path)
    if source is None:
        return set()
    first = source.position(ask.cursor.start)[0]
    return {
        one.name
        for one in ask.roadmap.findings(ask.path)
        if first <= source.position(one.span.start)[0] <= first + 2
    }


def comment(ask: Ask) -> tuple[Ask, list[Offer]]:
    """Offer the comment that suppresses a finding, and in its brackets the rules."""
    cursor = ask.cursor
    typed = ask.text[cursor.start : cursor.at]
    inside = _IGNORE.fullmatch(typed)
    if inside is not None:
        word = _WORD.search(typed)
        begin = cursor.start + word.start() if word else cursor.at
        behind = ask.text[cursor.at : cursor.end]
        end = cursor.at + len(behind) - len(behind.lstrip("abcdefghijklmnopqrstuvwxyz-0123456789CR"))
        taken = {one.strip() for one in inside["rules"].split(",")[:-1]}
        offers = [one for one in named_rules(ask) if one.text not in taken]
        return ask._replace(cursor=cursor._replace(start=begin, end=end)), offers
    begin_ = _BEGIN.fullmatch(typed)
    if begin_ is None:
        return ask, []
    start = cursor.start + begin_.start("typed")
    own = _COMMENTS_ZH if ask.chinese else _COMMENTS
    fits = [one for one in (*own, *_COMMENTS) if one.startswith(begin_["typed"])]
    whole = "".join(ask.text[cursor.start : start])
    words = sentences(ask.lang)
    offers = [
        Offer(
            ("" if whole[-1:] == " " else " ") + one,
            "snippet",
            label=f"{one}…]",
            detail=words(sayable("the rules that are not to count here, and why")),
            raw=True,
            again=True,
        )
        for one in dict.fromkeys(fits)
    ]
    return ask._replace(cursor=cursor._replace(start=start, end=cursor.at)), offers
