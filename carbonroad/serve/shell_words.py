"""The words of the preview's own page, in every language that has a catalogue."""

from functools import cache

from carbonroad.base.texts.said import sayable
from carbonroad.wording.saying import sentences

LANGUAGES = ("en", "zh")
"""Those that the page brings with it; any other language is given the English words."""
_WORDS = {
    "preview": sayable("Preview"),
    "starting": sayable("Loading"),
    "current": sayable("Up to date, {at}"),
    "stale": sayable("Last good version, {at}"),
    "never": sayable("Nothing to show yet"),
    "lost": sayable("No connection"),
    "lost_long": sayable("The server does not answer. The page stays as it is; it is tried again and again."),
    "gone": sayable("No such page"),
    "findings": sayable("Findings"),
    "findings_none": sayable("No findings."),
    "errors_one": sayable("1 error"),
    "errors": sayable("{n} errors"),
    "warnings_one": sayable("1 warning"),
    "warnings": sayable("{n} warnings"),
    "notes_one": sayable("1 note"),
    "notes": sayable("{n} notes"),
    "show_notes": sayable("Show notes"),
    "more": sayable("Only the first {n} of {all} are listed."),
    "close": sayable("Close"),
    "print": sayable("Print this page"),
    "alone": sayable("Open this page alone"),
    "try": sayable("Try changes"),
    "page": sayable("Page of the roadmap"),
    "skip": sayable("Skip to the page"),
    "stale_long_one": sayable("What stands here is the last good version, of {at}. The files have 1 error:"),
    "stale_long": sayable(
        "What stands here is the last good version, of {at}. The files have {n} errors; the first:"
    ),
    "never_long": sayable(
        "The files have errors. Once they are mended, the pages appear here by themselves."
    ),
    "absent_long": sayable(
        "What stands here is the last good version, of {at}. There is no roadmap any more:"
    ),
    "fault_long": sayable("What stands here is the last good version, of {at}. A template fails:"),
    "gone_long": sayable("This page is no longer made. What stands here is its last version."),
    "first_page": sayable("To the first page"),
    "show_findings": sayable("Show findings"),
    "error": sayable("Error"),
    "warning": sayable("Warning"),
    "info": sayable("Info"),
    "in_editor": sayable("Open in the editor"),
    "in_playground": sayable("Show in the playground"),
    "help": sayable("Help"),
    "updated": sayable("The page has been updated."),
    "nothing_yet": sayable("There are no pages yet."),
    "status": sayable("State of the preview"),
    "findings_zero": sayable("Findings: none"),
    "findings_hidden": sayable("Nothing but notes."),
}


@cache
def shell_words() -> dict[str, dict[str, str]]:
    """Return the words by language and key, with their placeholders."""
    spoken = {lang: sentences(lang) for lang in LANGUAGES}
    return {lang: {key: words(english) for key, english in _WORDS.items()} for lang, words in spoken.items()}
