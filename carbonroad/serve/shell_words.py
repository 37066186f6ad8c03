"""The words of the preview's own page, in every language that has a catalogue."""

from collections.abc import Mapping
from functools import cache

from carbonroad.wording import marked, wording

LANGUAGES = ("en", "zh")
"""Those that the page brings with it; any other language is given the English words."""
_WORDS: Mapping[str, str] = dict(
    zip(
        (
            "preview",
            "starting",
            "current",
            "stale",
            "never",
            "lost",
            "lost_long",
            "gone",
            "findings",
            "findings_none",
            "errors_one",
            "errors",
            "warnings_one",
            "warnings",
            "notes_one",
            "notes",
            "show_notes",
            "more",
            "close",
            "print",
            "alone",
            "try",
            "page",
            "skip",
            "stale_long_one",
            "stale_long",
            "never_long",
            "absent_long",
            "fault_long",
            "gone_long",
            "first_page",
            "show_findings",
            "error",
            "warning",
            "info",
            "in_editor",
            "in_playground",
            "help",
            "updated",
            "nothing_yet",
            "status",
            "findings_zero",
            "findings_hidden",
        ),
        marked(
            (
                "Preview",
                "Loading",
                "Up to date, {at}",
                "Last good version, {at}",
                "Nothing to show yet",
                "No connection",
                "The server does not answer. The page stays as it is; it is tried again and again.",
                "No such page",
                "Findings",
                "No findings.",
                "1 error",
                "{n} errors",
                "1 warning",
                "{n} warnings",
                "1 note",
                "{n} notes",
                "Show notes",
                "Only the first {n} of {all} are listed.",
                "Close",
                "Print this page",
                "Open this page alone",
                "Try changes",
                "Page of the roadmap",
                "Skip to the page",
                "What stands here is the last good version, of {at}. The files have 1 error:",
                "What stands here is the last good version, of {at}. The files have {n} errors; the first:",
                "The files have errors. Once they are mended, the pages appear here by themselves.",
                "What stands here is the last good version, of {at}. There is no roadmap any more:",
                "What stands here is the last good version, of {at}. A template fails:",
                "This page is no longer made. What stands here is its last version.",
                "To the first page",
                "Show findings",
                "Error",
                "Warning",
                "Info",
                "Open in the editor",
                "Show in the playground",
                "Help",
                "The page has been updated.",
                "There are no pages yet.",
                "State of the preview",
                "Findings: none",
                "Nothing but notes.",
            )
        ),
        strict=True,
    )
)


@cache
def shell_words() -> dict[str, dict[str, str]]:
    """Return the words by language and key, with their placeholders."""
    return {lang: {key: wording(lang)(english) for key, english in _WORDS.items()} for lang in LANGUAGES}
