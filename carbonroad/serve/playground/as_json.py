"""What the server tells the playground's page, as JSON; offsets are UTF-16 units of the shown texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from carbonroad.base.texts.visible import visible
from carbonroad.findings import Edit, Finding, Severity
from carbonroad.model.roadmap import TOP
from carbonroad.serve.playground.drafts import Draft
from carbonroad.serve.playground.texts import with_line_feeds
from carbonroad.serve.shown_state import finding_words
from carbonroad.source.text import SourceText, read_for_display
from carbonroad.views.maker import plan_all
from carbonroad.wording import wording
from carbonroad.wording.saying import finding_in, said_in, sentences

_MOST_FINDINGS = 300


def files_of(draft: Draft, lang: str) -> list[dict[str, Any]]:
    """Return the files of a draft with their texts, as saved and as typed."""
    words = sentences(lang)
    files = []
    for name, path in draft.paths.items():
        saved, shown = draft.saved(path), draft.shown(path)
        file: dict[str, Any] = {"name": name}
        if isinstance(saved, SourceText) and shown is not None:
            text = with_line_feeds(saved.text)
            file |= {
                "digest": saved.sha256,
                "saved": text,
                "text": shown.text if draft.changed(path) else text,
            }
        else:
            known = read_for_display(path)
            why = said_in(words, saved.message) if isinstance(saved, Finding) else ""
            text = with_line_feeds(known.text[:100_000]) if known is not None else ""
            file |= {"digest": "", "saved": text, "text": text, "locked": why}
        files.append(file)
    return files


def digests_of(draft: Draft) -> dict[str, str]:
    """Return the SHA-256 of each file as it is saved, by name; empty where it cannot be read."""
    saved = {name: draft.saved(path) for name, path in draft.paths.items()}
    return {name: one.sha256 if isinstance(one, SourceText) else "" for name, one in saved.items()}


def checked(draft: Draft, findings: Iterable[Finding], lang: str) -> dict[str, Any]:
    """Return what was found in a draft, how many of each severity, and which pages there are."""
    every = sorted(findings, key=lambda one: -one.severity.rank)
    counts = {level.value: sum(one.severity is level for one in every) for level in Severity}
    names = {path: name for name, path in draft.paths.items()}
    return {
        "state": draft.state,
        "good": draft.good,
        "counts": counts,
        "findings": [_finding(draft, names, one, lang) for one in every[:_MOST_FINDINGS]],
        "digests": digests_of(draft),
        "pages": pages_of(draft, lang),
    }


def pages_of(draft: Draft, lang: str) -> dict[str, Any]:
    """Return the pages of the last state without errors, by language: path, view and industry of each."""
    system = draft.system
    if draft.pages is None or system is None:
        return {"list": [], "views": {}, "parts": {}, "langs": []}
    words = wording(lang)
    views: dict[str, str] = {}
    parts = {TOP: words("Whole roadmap")}
    pages = []
    planned = {one.path: one for one in plan_all(system)}
    for path in draft.pages.paths:
        own = draft.pages.language(path)
        stem = path.removesuffix(".html")
        one = planned.get(stem) or planned[stem.removeprefix(f"{own}/")]
        part = one.part.id if one.part is not None else TOP
        views[one.view.name] = words(one.view.words)
        if one.part is not None:
            parts[part] = one.part.title.pick(lang, system.languages)
        pages.append({"path": path, "view": one.view.name, "part": part, "lang": own})
    return {
        "list": pages,
        "views": views,
        "parts": parts,
        "langs": list(dict.fromkeys(p["lang"] for p in pages)),
    }


def _finding(draft: Draft, names: Mapping[str, str], finding: Finding, lang: str) -> dict[str, Any]:
    span = finding.span
    source = draft.source(span.path)
    said = finding_in(sentences(lang), finding, None if source is None else source.text)
    name = names.get(span.path)
    shown = draft.shown(span.path) if name is not None else None
    told: dict[str, Any] = {
        **finding_words(said),
        "path": span.path,
        "file": name or span.path,
        "pointer": said.pointer,
    }
    if shown is None or source is None:
        return told | {"line": 0, "column": 0, "excerpt": "", "start": -1, "end": -1}
    line, column = source.position(span.start)
    told |= {"line": line, "column": column, "excerpt": source.line(line)[:400]}
    told |= {"start": shown.units(span.start), "end": shown.units(span.end)}
    if said.fix is not None:
        told["fix"] = {
            "title": visible(said.fix.title),
            "safe": said.fix.safe,
            "edits": edits_of(draft, span.path, said.fix.edits),
        }
    return told


def edits_of(draft: Draft, path: str, edits: Iterable[Edit]) -> list[dict[str, Any]]:
    """Return edits of a file in its shown text, the last first, so that each can be made after the other."""
    shown = draft.shown(path)
    if shown is None:
        return []
    return [
        {"start": shown.units(one.start), "end": shown.units(one.end), "text": with_line_feeds(one.text)}
        for one in sorted(edits, reverse=True)
    ]
