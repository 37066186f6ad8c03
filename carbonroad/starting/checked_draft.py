"""A draft is checked before anything of it is written: in memory, with the usual checks."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Severity, Span, found

if TYPE_CHECKING:
    from carbonroad.importing.draft import Draft
    from carbonroad.project import Project

_ROUNDS = 40
_FIELDS_FIRST = 30
"""Rounds in which fields alone are put aside, as long as that changes anything; then whole items are."""
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
        if not errors:
            break
        fields = number < _FIELDS_FIRST and _put_aside(draft, texts, errors, aside, whole=False)
        if not fields and not _put_aside(draft, texts, errors, aside, whole=True):
            break
    if keys != "en":
        texts = texts_of(draft, keys, name)
        project = load_draft(texts, as_of, today)
    return Drafted(texts, project, tuple(aside), not project.errors)


def _put_aside(
    draft: "Draft", texts: dict[str, str], errors: list[Finding], aside: list[Finding], *, whole: bool
) -> bool:
    """Put aside what is wrong; of whole items the first of each file, since no place may move before."""
    from carbonroad.importing.codes import BY_NAME
    from carbonroad.importing.settling import put_aside

    done: set[tuple[str, str]] = set()
    for error in errors:
        file = error.span.path
        place = (file, "" if whole else error.pointer)
        if place in done or file not in texts:
            continue
        part = Path(file).stem if draft.parts and Path(file).stem in draft.parts else ""
        key = put_aside(draft, part, texts[file], error.span.start, whole=whole, chinese=draft.chinese)
        if not key:
            continue
        done.add(place)
        message = say("{pointer}: {problem}", pointer=error.pointer or file, problem=error.message)
        help_ = say(
            "what the list says is kept as {key}; {help}", key=key, help=error.help or say("look at it")
        )
        words = texts[file][error.span.start : error.span.end].strip("\"'")
        span = _where(draft, part, error.pointer, words) or Span(
            draft.sources[0].path if draft.sources else file, 0, 0
        )
        aside.append(found(BY_NAME["kept-aside"], span, message, pointer=error.pointer, help_=help_))
    return bool(done)


def _where(draft: "Draft", part: str, pointer: str, words: str) -> Span | None:
    """The words in the foreign file: in the row of their item, else where they stand alone."""
    if not words.strip() or "\n" in words:
        return None
    item = pointer.partition("[")[2].partition("]")[0]
    names = [f"{part or 'top'}.{item}", item] if item else []
    spans: dict[str, Span] = {}
    alone: list[Span] = []
    for source in draft.sources:
        start = 0
        for line in source.text.splitlines(keepends=True):
            at = line.find(words)
            if at >= 0:
                span = Span(source.path, start + at, start + at + len(words))
                for name in names:
                    if name in line:
                        spans.setdefault(name, span)
                alone.append(span)
            start += len(line)
    return next((spans[name] for name in names if name in spans), alone[0] if len(alone) == 1 else None)


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
