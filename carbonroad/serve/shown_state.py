"""What the preview's page is told: how everything stands, and the findings, as values for JSON."""

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.visible import visible
from carbonroad.findings import Finding, Severity
from carbonroad.live.preview import Standing, State
from carbonroad.report.excerpt import excerpt
from carbonroad.serve.settings import PLAYGROUND, Settings
from carbonroad.wording import Wording
from carbonroad.wording.saying import finding_in, said_in, sentences

MOST = 300
"""Findings that are listed."""
_WIDTH = 72
"""Columns of the line that is shown of a file."""

Json = dict[str, Any]


class Links(NamedTuple):
    """Addresses of a place in a file; empty where there are none."""

    playground: str = ""
    editor: str = ""


def state_shown(state: State, settings: Settings, version: str, path: str, lang: str) -> Json:
    """Return what the page is told.

    Args:
        state: As it is.
        settings: Of the server.
        version: Its name among all states of all servers.
        path: The page that is being looked at.
        lang: The language to say it in.
    """
    words = sentences(lang)
    ranked = sorted(state.findings, key=lambda one: -one[1].severity.rank)
    publication = state.publication
    return {
        "version": version,
        "at": state.at,
        "first": publication.first_in(lang),
        "pages": bool(publication.first),
        "banner": _banner(state, settings, path, words),
        "counts": {level.value: sum(one[1].severity is level for one in ranked) for level in Severity},
        "total": len(ranked),
        "findings": [finding_shown(*one, settings, words) for one in ranked[:MOST]],
    }


def finding_shown(standing: Standing, finding: Finding, settings: Settings, words: Wording) -> Json:
    """Return a finding as the panel shows it."""
    path, text = finding.span.path, standing.known.text(finding.span.path)
    said = finding_in(words, finding, None if text is None else text.text)
    line, column = text.position(min(finding.span.start, len(text.text))) if text is not None else (1, 1)
    marks = excerpt(text, finding.span.start, finding.span.end, _WIDTH)[:1] if text is not None else []
    links = links_to(settings, path, line, column, standing.name)
    return {
        **finding_words(said),
        "path": visible(path),
        "file": visible(path.replace("\\", "/").rpartition("/")[2]),
        "line": line,
        "column": column,
        "excerpt": [{"number": one.number, "text": one.text} for one in marks if one.text.strip()],
        "links": links._asdict(),
    }


def finding_words(said: Finding) -> Json:
    """Return what a finding says, as it is said; nothing in it turns a line around or hides."""
    return {
        "severity": said.severity.value,
        "code": said.code,
        "name": said.name,
        "message": visible(said.message),
        "label": visible(said.label),
        "help": visible(said.help),
        "notes": [visible(note) for note in said.notes],
    }


def links_to(settings: Settings, path: str, line: int, column: int, roadmap: str = "") -> Links:
    """Return the addresses at which a place in a file can be changed."""
    asked = {"file": path, "line": line, "column": column} | ({"roadmap": roadmap} if roadmap else {})
    return Links(f"{PLAYGROUND}?{urlencode(asked)}", editor_link(settings.editor, path, line, column))


def editor_link(template: str, path: str, line: int, column: int) -> str:
    """Return the address that opens an editor; empty without a template."""
    if not template:
        return ""
    whole = quote(Path(path).absolute().as_posix())
    whole = whole if whole.startswith("/") else f"/{whole}"  # of a drive
    return template.replace("{path}", whole).replace("{line}", str(line)).replace("{column}", str(column))


def _banner(state: State, settings: Settings, path: str, words: Wording) -> Json | None:
    """What is said above the page: why it is not of the present state; None where it is."""
    standing = state.of(path)
    stale = [one for one in ([standing] if standing is not None else state.standings) if one.stale]
    at = next((one.good.at for one in (standing, *state.standings) if one is not None and one.good), state.at)
    if state.absent is not None:
        return _said("absent", at, words, state.absent.message, state.absent.help)
    if stale:
        one = stale[0]
        errors = one.errors
        kind = "stale" if one.good is not None else "never"
        first = finding_shown(one, errors[0], settings, words) if errors else None
        return {"kind": kind, "at": one.good.at if one.good else "", "errors": len(errors), "first": first}
    if state.fault is not None:
        return _said("fault", at, words, state.fault.message, state.fault.help)
    return None


def _said(kind: str, at: str, words: Wording, message: str, help_: str) -> Json:
    def shown(sentence: str) -> str:
        return visible(said_in(words, sentence))

    return {"kind": kind, "at": at, "errors": 0, "message": shown(message), "help": shown(help_)}
