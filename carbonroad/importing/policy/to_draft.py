"""A policy text to a draft, unless it is longer than any policy."""

from carbonroad.base.texts.said import say
from carbonroad.findings import Finding
from carbonroad.importing.draft import Draft
from carbonroad.importing.foreign.faults import over_limit
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.options import PLAIN, Options
from carbonroad.importing.policy.drafting import draft_of_reading
from carbonroad.importing.policy.reading import read_policy
from carbonroad.importing.texts.paragraphs import read_paragraphs

MAX_CHARACTERS = 500_000
"""Characters of a policy text: a book of 250 pages."""
MAX_PARAGRAPH = 10_000
"""Characters of one paragraph: a sentence is looked at as a whole."""


def draft_of_policy(data: bytes, name: str, kind: Kind, options: Options = PLAIN) -> Draft:
    """Return the draft of a policy text: what it asks for, by when, of whom, each with its own words.

    Args:
        data: The file's bytes.
        name: As the user named it.
        kind: What `look` said: docx, html, md, txt.
        options: What the user said of title and industry.
    """
    text = read_paragraphs(data, name, kind)
    lengths = [len(one.text) for one in text.paragraphs]
    if sum(lengths) > MAX_CHARACTERS or max(lengths, default=0) > MAX_PARAGRAPH:
        return Draft({}, {}, (*text.findings, _too_long(name)), (text.source,))
    return draft_of_reading(read_policy(text.paragraphs), text, options)


def _too_long(name: str) -> Finding:
    message = say(
        "{name} has more than {limit:,} characters, or a paragraph of more than {most:,}: too long for "
        "a policy text.",
        name=name,
        limit=MAX_CHARACTERS,
        most=MAX_PARAGRAPH,
    )
    return over_limit(name, message, say("copy the part that you need into a new file"))
