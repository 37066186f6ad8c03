"""Sentences of findings and messages, said in another language."""

from functools import cache

from carbonroad.base.texts.said import Said
from carbonroad.findings import Finding, Fix, Related
from carbonroad.wording import Wording, wording
from carbonroad.wording.keyed import has_chinese_keys, with_chinese_keys


def sentences(tag: str) -> Wording:
    """Return the wording, in one language, of what findings, messages and the vocabulary say."""
    return wording(tag, catalogue="findings")


def said_in(words: Wording, text: str) -> str:
    """Return a sentence in the language of the wording; a text that is no `Said` stays as it is."""
    if words.english or not isinstance(text, Said):
        return text
    values = {
        name: said_in(words, value) if isinstance(value, Said) else value
        for name, value in text.values.items()
    }
    if text.many:
        return words.plural(text.template, text.many, text.number, **values)
    return words(text.template, **values)


def finding_in(words: Wording, finding: Finding, text: str | None = None) -> Finding:
    """Return a finding with all that it says in the language of the wording.

    Args:
        words: The wording.
        finding: What to say.
        text: The file that it is about: one with Chinese keys has its keys named in Chinese.
    """
    if words.english:
        return finding
    if words.chinese and text is not None and has_chinese_keys(text):
        words = _keyed(words)
    fix = finding.fix
    return finding._replace(
        message=said_in(words, finding.message),
        label=said_in(words, finding.label),
        related=tuple(Related(other.span, said_in(words, other.message)) for other in finding.related),
        notes=tuple(said_in(words, note) for note in finding.notes),
        help=said_in(words, finding.help),
        fix=None if fix is None else Fix(said_in(words, fix.title), fix.safe, fix.edits),
    )


@cache
def _keyed(words: Wording) -> Wording:
    return words.changed(with_chinese_keys)
