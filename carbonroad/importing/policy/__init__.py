"""Policy texts: from the paragraphs of a decree to a draft roadmap, by rules and vocabulary."""

from carbonroad.importing.draft import Draft
from carbonroad.importing.foreign.look import Kind
from carbonroad.importing.options import PLAIN, Options


def draft_of_policy(data: bytes, name: str, kind: Kind, options: Options = PLAIN) -> Draft:
    """Return the draft of a policy text: what it asks for, by when, of whom, each with its own words.

    Args:
        data: The file's bytes.
        name: As the user named it.
        kind: What `look` said: docx, html, md, txt.
        options: What the user said of title, industry and language.
    """
    from carbonroad.importing.policy.drafting import draft_of_reading
    from carbonroad.importing.policy.reading import read_policy
    from carbonroad.importing.texts.paragraphs import read_paragraphs

    text = read_paragraphs(data, name, kind)
    return draft_of_reading(read_policy(text.paragraphs), text, options)
