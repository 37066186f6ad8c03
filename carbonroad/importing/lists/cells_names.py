"""Names of bodies in one cell: where one ends and the next begins, and which of them lead or support."""

import re
from functools import lru_cache

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern

_ROLES = {
    "牵头": "lead", "配合": "support", "参与": "support", "协助": "support", "责任": "owner", "负责": "owner",
    "lead": "lead", "support": "support", "supporting": "support", "responsible": "owner", "owner": "owner",
}  # fmt: skip
_HAN_SLASH = lazy_pattern(r"[\u3400-\u9fff)）][/／][\u3400-\u9fff]")
_HAN_BLANK = lazy_pattern(r"(?:[局委办厅部司院]|公司|中心|政府)[ \u3000]++[\u3400-\u9fff]")
"""A blank behind the end of a Chinese body's name, where another begins."""
_LABEL = lazy_pattern(
    r"(牵头|配合|参与|协助|责任|负责)(?:单位|部门|领导)?[:：]|\b(lead|support|supporting|responsible|owner)s?[:：]",
    re.IGNORECASE,
)
_BRACKETED = lazy_pattern(r"[(（](牵头|配合|参与|lead|support)(?:单位|部门)?[)）]$", re.IGNORECASE)
_SPLIT = lazy_pattern(r"[、，,;；\n]")
_ENDINGS = (("按职责分工负责", "owner"), ("分工负责", "owner"), ("按职责分工", "owner"), ("牵头负责", "lead"),
            ("等配合", "support"), ("参与配合", "support"), ("参加配合", "support"), ("牵头", "lead"),
            ("配合", "support"), ("参与", "support"), ("负责", "owner"))  # fmt: skip
_OPENERS = "（(〔[【《“"
_CLOSERS = "）)〕]】》”"
_AND = lazy_pattern(r"(?<!\s)\s+(?:and|&|/)\s+(?!\s)", re.IGNORECASE)
_OTHERS = lazy_pattern(r"等(?:(?:有关|相关|各|市直|省直)?(?:部门|单位|部委|机构|方面))?$")
_LONGEST = 2000


class Bodies(NamedTuple):
    """The bodies that a cell names.

    Attributes:
        names: By role: `owner`, `lead`, `support`, or "" where the cell names no role.
        others: Words that only say that others are meant, such as 等.
    """

    names: dict[str, list[str]]
    others: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def read_bodies(text: str) -> Bodies:
    """Return the bodies that a cell names, split at signs outside brackets; never to be changed."""
    names: dict[str, list[str]] = {}
    others: list[str] = []
    role = ""
    waiting: list[str] = []
    for labelled, piece in _pieces(text[:_LONGEST]):
        role = labelled if labelled is not None else role
        name, own, ended, more = _one(piece)
        others += [more] if more else []
        if ended:  # 市发展改革委、市财政局牵头: the word at the end is said of all before it
            for one in (*waiting, name):
                _add(names, ended, one)
            waiting = []
        elif own or role:
            _add(names, own or role, name)
        else:
            waiting.append(name)
    for one in waiting:
        _add(names, "", one)
    return Bodies(names, tuple(others))


def _add(names: dict[str, list[str]], role: str, name: str) -> None:
    if name and name not in names.setdefault(role, []):
        names[role].append(name)


def _pieces(text: str) -> list[tuple[str | None, str]]:
    """The single names, each with the role that a label before it gives; None where none stands there."""
    made: list[tuple[str | None, str]] = []
    depth, start = 0, 0
    for at, sign in enumerate(text):
        depth += (sign in _OPENERS) - (sign in _CLOSERS and depth > 0)
        if depth == 0 and (_SPLIT.match(sign) or _parts(text, at)) and not _goes_on(text, at):
            made.append(_labelled(text[start:at]))
            start = at + 1
    made.append(_labelled(text[start:]))
    return [(role, piece) for role, piece in made if piece or role]


def _goes_on(text: str, at: int) -> bool:
    """Whether the next line begins with a bracket, so that it is said of the name above."""
    return text[at] == "\n" and text[at:].lstrip()[:1] in tuple(_OPENERS)


def _parts(text: str, at: int) -> bool:
    """Whether a stroke or a blank stands between two Chinese names."""
    if text[at] in "/／":
        return _HAN_SLASH.match(text, max(at - 1, 0)) is not None
    return text[at] in " \u3000" and any(_HAN_BLANK.match(text, max(at - n, 0)) for n in (1, 2))


def _labelled(piece: str) -> tuple[str | None, str]:
    text = " ".join(piece.split())
    label = _LABEL.match(text)
    if label is None:
        return None, text
    return _ROLES[(label[1] or label[2]).lower()], text[label.end() :].strip()


def _one(piece: str) -> tuple[str, str, str, str]:
    """A name, the role in brackets behind it, the role that ends a list, and words for others."""
    name, own, ended, others = piece.strip().rstrip("。."), "", "", ""
    bracket = _BRACKETED.search(name)
    if bracket is not None:
        own, name = _ROLES[fold(bracket[1]).lower()], name[: bracket.start()].strip()
    for words, role in _ENDINGS:
        if name.endswith(words) and len(name) > len(words) + 1:
            ended, name = role, name[: -len(words)].strip()
            break
    tail = _OTHERS.search(name)
    if tail is not None and tail.start() > 1:
        name, others = name[: tail.start()], tail[0]
    return name, own, ended, others


def split_and(name: str) -> list[str]:
    """Return the parts of an English name at "and"; whether they are bodies, others must know."""
    return [part.strip() for part in _AND.split(name) if part.strip()]
