"""The findings of a file as an editor shows them: on a line, in the reader's language, with what to write."""

from carbonroad.base.texts.visible import visible
from carbonroad.editing.answers import Diagnostic, DiagnosticTag
from carbonroad.editing.text_lines import line_end
from carbonroad.findings import Finding, Related, Span
from carbonroad.source.text import SourceText
from carbonroad.wording import Wording
from carbonroad.wording.saying import finding_in, sentences
from carbonroad.workspace.roadmap import Roadmap

_TAGS: dict[str, tuple[DiagnosticTag, ...]] = {
    "declared-and-never-used": ("unnecessary",),
    "redundant-link": ("unnecessary",),
    "unused-anchor": ("unnecessary",),
    "unused-suppression": ("unnecessary",),
    "depends-on-dropped": ("deprecated",),
    "depends-on-superseded": ("deprecated",),
    "superseded-by-dropped": ("deprecated",),
}


def diagnostics(roadmap: Roadmap, path: str, lang: str) -> list[Diagnostic]:
    """Return what is found in one file of a roadmap, in the order of the text.

    Args:
        roadmap: The roadmap that the file belongs to.
        path: The file.
        lang: The reader's language.
    """
    words = sentences(lang)
    return [_diagnostic(roadmap, finding, words) for finding in roadmap.findings(path)]


def _diagnostic(roadmap: Roadmap, finding: Finding, words: Wording) -> Diagnostic:
    source = roadmap.source(finding.span.path)
    told = finding_in(words, finding, None if source is None else source.text)
    return Diagnostic(
        shown_span(source, finding.span),
        finding.severity,
        finding.code,
        finding.name,
        _message(told),
        finding,
        tuple(
            Related(shown_span(roadmap.source(one.span.path), one.span), visible(one.message))
            for one in told.related
        ),
        _TAGS.get(finding.name, ()),
        finding.fix is not None,
    )


def _message(told: Finding) -> str:
    message = "\n".join(map(visible, (told.message, *told.notes)))
    return f"{message}\n→ {visible(told.help)}" if told.help else message


def shown_span(source: SourceText | None, span: Span) -> Span:
    """Return the part of a range that an editor marks: on its first line, and at least a character.

    What concerns a file as a whole is marked on the first line that says something.
    """
    if source is None or not source.text:
        return span
    text = source.text
    start, end = min(span.start, len(text)), min(span.end, len(text))
    if (start, end) == (0, 0):
        start = len(text) - len(text.lstrip())
        end = len(text)
    while start < end and text[start] in " \t\r\n":
        start += 1
    stop = line_end(text, start)
    end = min(end, stop)
    if end > start:
        return Span(span.path, start, start + len(text[start:end].rstrip()))
    if start < stop:
        return Span(span.path, start, start + 1)
    return (
        Span(span.path, start - 1, start)
        if start and text[start - 1] not in "\r\n"
        else _onwards(span, text, start)
    )


def _onwards(span: Span, text: str, start: int) -> Span:
    """A place on an empty line: the line end itself, else the last character of the file."""
    return Span(span.path, start, start + 1) if start < len(text) else Span(span.path, start - 1, start)
