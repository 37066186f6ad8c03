"""Small changes of an input: signs, lines and parts put in, taken out, doubled and exchanged."""

import random
from collections.abc import Sequence

SIGNS = (
    *"\t\n\r:-#\"'[]{},&*!|>%@`?<=;/\\~.",
    *(": ", "- ", "\n  ", "\n- ", " #", "\r\n", "<<", "&a ", "*a", "---\n", "...\n", "=====\n", "\\u0000"),
    *"：，－［］｛｝“”１　\u2028\ufeff\u202e\u0085\x00\x1b\x7fé钢😀",
)
WORDS = (
    *(
        "by 2030",
        "before 2030",
        "2030年前",
        "“十五五”期间",
        "around 2030",
        "2026..2030",
        "every quarter",
        "none",
    ),
    *(
        "≥15%",
        "18%以上",
        "下降18%",
        "-65%",
        "6x",
        "1.8亿千瓦",
        "约20",
        "7..10",
        "120亿 CNY",
        "1e999",
        "9" * 40,
    ),
    *("9 months", "9个月", "0d", "-3mo", "M1", "top.peak", "steel.M1", "plan#1", "eaf@2030", "2030-02-30"),
    *("{en: Steel, zh: 钢铁}", "[a, b]", "{2025: 3}", "# carbonroad: ignore[CR201] because", "javascript:x"),
)
KEYS = (
    *(
        "id",
        "title",
        "deadline",
        "owner",
        "lead",
        "support",
        "after",
        "for",
        "if",
        "takes",
        "start",
        "finish",
    ),
    *("milestones", "works", "indicators", "measures", "targets", "actual", "baseline", "unit", "pathway"),
    *(
        "sources",
        "source",
        "phases",
        "years",
        "organisations",
        "industries",
        "languages",
        "validate",
        "parent",
    ),
    *("status", "reports", "revisions", "drawing", "superseded_by", "goal", "nature", "note", "carbonroad"),
    *("编号", "标题", "期限", "负责", "里程碑", "指标", "目标", "工程", "前置", "x-own"),
)


def mutated(data: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """Return an input with one to four changes, some of them out of other inputs."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(_WAYS)(text, others, rng)
    return text.encode("utf-8", "surrogateescape")


def _sign(text: str, _: Sequence[bytes], rng: random.Random) -> str:
    at, length = rng.randint(0, len(text)), rng.choice((0, 0, 1, 2, 9))
    return text[:at] + rng.choice(("", *SIGNS)) + text[at + length :]


def _value(text: str, _: Sequence[bytes], rng: random.Random) -> str:
    """Another value behind a key."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    key, colon, _old = lines[at].partition(": ")
    lines[at] = f"{key}{colon or ': '}{rng.choice(WORDS)}"
    return "\n".join(lines)


def _key(text: str, _: Sequence[bytes], rng: random.Random) -> str:
    """One more key, as far in as another line."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    indent = len(lines[at]) - len(lines[at].lstrip(" -"))
    lines.insert(at + 1, f"{' ' * indent}{rng.choice(KEYS)}: {rng.choice(('', *WORDS))}")
    return "\n".join(lines)


def _line(text: str, _: Sequence[bytes], rng: random.Random) -> str:
    lines = text.split("\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    way = rng.randrange(5)
    if way == 0:
        del lines[one]
    elif way == 1:
        lines.insert(two, lines[one])
    elif way == 2:
        lines[one], lines[two] = lines[two], lines[one]
    elif way == 3:
        lines[one] = " " * rng.randrange(5) + lines[one]
    else:
        lines[one] = lines[one][rng.randrange(4) :]
    return "\n".join(lines)


def _part(text: str, others: Sequence[bytes], rng: random.Random) -> str:
    """Lines of another input, or its whole as a further part."""
    other = rng.choice(others).decode("utf-8", "surrogateescape")
    if rng.randrange(4) == 0:
        return f"{text}\n=====\n{other}"
    lines, more = text.split("\n"), other.split("\n")
    first = rng.randrange(len(more))
    at = rng.randint(0, len(lines))
    return "\n".join([*lines[:at], *more[first : first + rng.randint(1, 8)], *lines[at:]])


_WAYS = (_sign, _sign, _value, _key, _line, _part)
