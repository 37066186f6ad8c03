"""A draft is checked before anything of it is written: in memory, with the usual checks."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.said import say
from carbonroad.findings import Finding, Severity, Span, found

if TYPE_CHECKING:
    from carbonroad.importing.draft import Draft
    from carbonroad.project import Project

_ROUNDS = 40
_FIELDS_FIRST = 30
"""Rounds in which fields alone are put aside; then whole items are."""
_ALONE = "draft.yaml"


class Drafted(NamedTuple):
    """A draft without errors.

    Attributes:
        texts: Its files by name.
        project: What the checks say of it, in the language of its keys.
        findings: What had to be put aside.
        sound: Whether no error is left.
    """

    texts: dict[str, str]
    project: "Project"
    findings: tuple[Finding, ...]
    sound: bool


def settle(draft: "Draft", keys: str, name: str, as_of: date | None, today: date) -> Drafted:
    """Check a draft, and put aside what would be an error, until there is none.

    Args:
        draft: Is changed where it has to be.
        keys: `en` or `zh`, the language of its keys.
        name: What the file of a draft in one file is called.
        as_of: The data date asked for.
        today: The data date where neither says one.
    """
    from carbonroad.importing.yaml_text import texts_of

    aside: list[Finding] = []
    for number in range(_ROUNDS):
        texts = texts_of(draft, "en", name)
        project = load_draft(texts, as_of, today)
        errors = [one for one in project.findings if one.severity is Severity.error]
        if not errors or not _put_aside(draft, texts, errors, aside, whole=number >= _FIELDS_FIRST):
            break
    if keys != "en":
        texts = texts_of(draft, keys, name)
        project = load_draft(texts, as_of, today)
    return Drafted(texts, project, tuple(aside), not project.errors)


def _put_aside(
    draft: "Draft", texts: dict[str, str], errors: list[Finding], aside: list[Finding], *, whole: bool
) -> bool:
    """Put aside the first error of each file, so that no place has moved before it is looked up."""
    from carbonroad.importing.codes import BY_NAME
    from carbonroad.importing.settling import put_aside

    languages = draft.top.get("languages", ["en"])
    language = str(languages[0]) if isinstance(languages, list) and languages else str(languages)
    done: set[str] = set()
    for error in errors:
        file = error.span.path
        if file in done or file not in texts:
            continue
        part = Path(file).stem if draft.parts and Path(file).stem in draft.parts else ""
        key = put_aside(draft, part, texts[file], error.span.start, whole=whole, language=language)
        if not key:
            continue
        done.add(file)
        message = say("{pointer}: {problem}", pointer=error.pointer or file, problem=error.message)
        help_ = say(
            "what the list says is kept as {key}; {help}", key=key, help=error.help or say("look at it")
        )
        path = draft.sources[0].path if draft.sources else file
        aside.append(
            found(BY_NAME["kept-aside"], Span(path, 0, 0), message, pointer=error.pointer, help_=help_)
        )
    return bool(done)


def load_draft(texts: Mapping[str, str], as_of: date | None, today: date) -> "Project":
    """Load a draft's files from memory; for the arguments see `settle`."""
    from carbonroad.project import load, load_text
    from carbonroad.source.folder import TOP_FILE, Folder
    from carbonroad.source.text import SourceText

    if TOP_FILE not in texts:
        ((name, text),) = texts.items()
        return load_text(text.encode(), name, as_of, today)
    sources = {name: SourceText(name, text) for name, text in texts.items()}
    files = {Path(name).stem: name for name in texts if name != TOP_FILE}
    return load(Folder("draft", "", TOP_FILE, files), as_of, today, texts=sources)
