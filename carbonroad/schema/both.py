"""Sentences in English and Chinese together: one schema serves editors of both."""

from functools import cache

from carbonroad.wording import Wording, wording


@cache
def _chinese() -> Wording:
    return wording("zh", catalogue="findings")


def in_chinese(sentence: str) -> str:
    """Return a sentence of the vocabulary in Chinese."""
    return _chinese()(sentence)


def both(sentence: str, *, chinese_first: bool = False) -> str:
    """Return a sentence in both languages, one a line."""
    pair = [sentence, in_chinese(sentence)]
    return "\n".join(reversed(pair) if chinese_first else pair)
