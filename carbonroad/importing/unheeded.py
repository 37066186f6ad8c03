"""Options of the call that say nothing of the file that was read: they are told, not passed over."""

from collections.abc import Collection

from carbonroad.base.texts.said import all_of, say
from carbonroad.findings import Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.draft import Draft
from carbonroad.importing.options import Options

HEEDED_IN_TEXTS = frozenset(("industry", "title"))
"""What the reading of sentences goes by."""
_OPTIONS = {
    "sheets": "--sheet",
    "header_row": "--header-row",
    "maps": "--map",
    "dates": "--dates",
    "industry": "--industry",
    "title": "--title",
}


def with_unheeded(draft: Draft, name: str, options: Options, heeded: Collection[str] = ()) -> Draft:
    """Return a draft with a finding for the options that had no effect on it.

    Args:
        draft: What was read.
        name: How findings name the file.
        options: What the user said.
        heeded: The fields of the options that its reader goes by.
    """
    said = options._asdict()
    without = [option for field, option in _OPTIONS.items() if said[field] and field not in heeded]
    if not without or draft.empty:
        return draft
    if heeded:
        message = say(
            "{options} had no effect: the sentences of {name} were read, and no columns.",
            options=all_of(without),
            name=name,
        )
        help_ = say("leave it out, or read the tables of the text with --as table")
    else:
        message = say(
            "{options} had no effect: {name} says itself what it holds.", options=all_of(without), name=name
        )
        help_ = say("leave it out; what else is to change is changed in the draft")
    finding = found(BY_NAME["not-in-file"], Span(name, 0, 0), message, help_=help_)
    return draft._replace(findings=(*draft.findings, finding))
