"""The words of the playground's page, in every language that has a catalogue."""

from functools import cache

from carbonroad.base.texts.said import sayable
from carbonroad.serve.shell_words import LANGUAGES
from carbonroad.wording.saying import sentences

_WORDS = {
    "title": sayable("Playground · carbonroad"),
    "playground": sayable("Playground"),
    "roadmap": sayable("Roadmap"),
    "example-en": sayable("Example (English)"),
    "example-zh": sayable("Example (Chinese)"),
    "interface-language": sayable("Language of this page"),
    "show-steps": sayable("First steps"),
    "to-preview": sayable("Preview"),
    "reset": sayable("Discard changes"),
    "reset-sure": sayable("Discard what was typed in {files}? What is saved stays."),
    "download": sayable("Download"),
    "save": sayable("Save"),
    "saved": sayable("{file} is saved."),
    "not-saved": sayable("The file was not saved."),
    "no-edit": sayable(
        "Nothing is saved here: this server works on a copy. To save to the files, start it with: "
        "carbonroad serve --edit. Or download the file as it is now."
    ),
    "no-edit-example": sayable(
        "The example is a copy in memory, so it cannot be saved. Download the file as it is now, or begin a "
        "roadmap of your own with: carbonroad init"
    ),
    "unsaved": sayable("not saved"),
    "has-error": sayable("has errors"),
    "has-warning": sayable("has warnings"),
    "locked": sayable("{file} cannot be changed here: {why}"),
    "first-steps": sayable("First steps"),
    "welcome": sayable("Try it: nothing can break here."),
    "welcome-more": sayable(
        "On the left is the text of a roadmap, on the right what is found in it and the pages that it makes."
    ),
    "welcome-narrow": sayable(
        "You see the text of a roadmap, "
        "and in two more views what is found in it and the pages that it makes."
    ),
    "step-deadline": sayable("Change a deadline, and watch the pages follow."),
    "step-owner": sayable("Misspell an owner: it is marked, and you are told how to write it."),
    "step-drawing": sayable("Look at the construction drawing."),
    "show-me": sayable("Show me where"),
    "got-it": sayable("Got it"),
    "parts-of-page": sayable("Parts of this page"),
    "view-edit": sayable("Text"),
    "view-pages": sayable("Pages"),
    "findings": sayable("Findings"),
    "files": sayable("Files of the roadmap"),
    "editor-of": sayable("Text of {file}"),
    "divider": sayable("Width of the text"),
    "keys-hint": sayable("Esc, then Tab: leave the text · Ctrl+Space: suggestions · Ctrl+K: what is this?"),
    "tab-leaves": sayable("Tab leaves the text now."),
    "place": sayable("Line {line}, column {column}"),
    "suggestions": sayable("Suggestions"),
    "suggestions-found": sayable("{n} suggestions; up and down choose, Enter takes"),
    "suggestions-found-one": sayable("1 suggestion; Enter takes it"),
    "no-suggestions": sayable("No suggestions here"),
    "count-error": sayable("{n} errors"),
    "count-error-one": sayable("1 error"),
    "count-warning": sayable("{n} warnings"),
    "count-warning-one": sayable("1 warning"),
    "count-info": sayable("{n} notes"),
    "count-info-one": sayable("1 note"),
    "comma": sayable(", "),
    "nothing-found": sayable("nothing found"),
    "nothing-found-more": sayable("Nothing is wrong. Change something: the pages follow."),
    "more-findings": sayable("{n} more are not shown."),
    "more-findings-one": sayable("1 more is not shown."),
    "level-error": sayable("Error"),
    "level-warning": sayable("Warning"),
    "level-info": sayable("Note"),
    "at-line": sayable("{file}, line {line}"),
    "fix": sayable("Repair: {title}"),
    "document": sayable("Document"),
    "industry": sayable("Industry"),
    "page-language": sayable("Language of the document"),
    "whole": sayable("Whole roadmap"),
    "stale": sayable("There are {n} errors: the pages show the last version without errors."),
    "stale-one": sayable("There is 1 error: the pages show the last version without errors."),
    "no-pages": sayable("There are no pages until the errors are repaired."),
    "conflict": sayable("The file changed on disk"),
    "conflict-title": sayable("{file} was changed on disk while you edited it"),
    "conflict-more": sayable(
        "Nothing was saved, and nothing is lost. Here is what differs; choose what counts."
    ),
    "difference": sayable("What differs"),
    "line": sayable("Line"),
    "whose": sayable("Whose"),
    "text": sayable("Text"),
    "on-disk": sayable("on disk"),
    "yours": sayable("yours"),
    "keep-editing": sayable("Keep editing"),
    "take-theirs": sayable("Take what is on disk"),
    "overwrite": sayable("Overwrite it with mine"),
    "gone-from-disk": sayable(
        "{file} is no longer on disk. What you typed stays here; Download gives it to you as a file."
    ),
    "changed-on-disk": sayable("{file} was changed on disk by someone else."),
    "compare": sayable("Compare"),
    "too-long": sayable("The changes are too long for the playground, which takes {n} characters."),
    "unreachable": sayable(
        "The server does not answer. What you type stays in this page; it is tried again."
    ),
    "no-roadmap": sayable("There is no roadmap here any more."),
}


@cache
def playground_words() -> dict[str, dict[str, str]]:
    """Return the words by language and key, with their placeholders."""
    spoken = {lang: sentences(lang) for lang in LANGUAGES}
    return {lang: {key: words(english) for key, english in _WORDS.items()} for lang, words in spoken.items()}
