"""What a rule says: in a few lines under the mouse, or as a whole page."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say, sayable
from carbonroad.checking.rulebook import rules, selector
from carbonroad.editing.hovering.markdown import code, example, paragraphs, points
from carbonroad.findings import Rule, RulePage
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in, sentences

_EXPECTED = lazy_pattern(r"(?<![ \t])[ \t]*+# expect: [^\n]*")
_LEVELS = {"error": sayable("error"), "warning": sayable("warning"), "info": sayable("info")}
_MOST = 12


def explanation(code_: str, lang: str) -> str:
    """Return the page of a rule as Markdown; empty for what is no rule's code or name."""
    chosen = selector(code_)
    if chosen is None or len(chosen.codes) != 1:
        return ""
    page = _page(next(iter(chosen.codes)))
    words = sentences(lang)
    shown = not page.escaped and page.flagged.strip()
    examples = (
        f"**{words(sayable('Flagged'))}**",
        example(_EXPECTED.sub("", page.flagged)),
        f"**{words(sayable('Fine'))}**",
        example(page.fine),
    )
    return paragraphs(f"## {_head(page, words)}", *_told(page, words), *(examples if shown else ()))


def rule_help(word: str, lang: str) -> str:
    """Return what a rule says, or which rules a word names; empty for what names none."""
    chosen = selector(word)
    if chosen is None:
        return ""
    words = sentences(lang)
    if len(chosen.codes) == 1:
        page = _page(next(iter(chosen.codes)))
        return paragraphs(f"**{_head(page, words)}**", *_told(page, words))
    named = sorted(chosen.codes)
    title = said_in(words, say("{n} rules", n=len(named)))
    lines = [_line(rules()[one], words) for one in named[:_MOST]]
    more = said_in(words, say("and {n} more", n=len(named) - _MOST)) if len(named) > _MOST else ""
    return paragraphs(f"**{code(word.strip())}** · {title}", points([*lines, *([more] if more else [])]))


def _page(code_: str) -> RulePage:
    from carbonroad.checking.rule_pages import pages  # read from files, all of them at once

    return next(page for page in pages() if page.rule.code == code_)


def _head(page: RulePage, words: Wording) -> str:
    title = page.title_zh if words.chinese and page.title_zh else page.title
    level = words(_LEVELS[page.rule.severity.value])
    return f"{title} · {page.rule.name} · {page.rule.code} · {level}"


def _told(page: RulePage, words: Wording) -> tuple[str, str]:
    chinese = words.chinese and page.says_zh
    return (page.says_zh, page.why_zh) if chinese else (page.says, page.why)


def _line(rule: Rule, words: Wording) -> str:
    page = _page(rule.code)
    title = page.title_zh if words.chinese and page.title_zh else page.title
    return f"{rule.code} {title}"
