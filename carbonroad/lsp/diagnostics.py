"""Findings as the protocol has them."""

from collections.abc import Callable

from lsprotocol import types as lsp

from carbonroad.editing.answers import Diagnostic
from carbonroad.findings import Severity, Span
from carbonroad.lsp.client import Client

SOURCE = "carbonroad"
Place = Callable[[Span], lsp.Location]
_SEVERITIES = {
    Severity.error: lsp.DiagnosticSeverity.Error,
    Severity.warning: lsp.DiagnosticSeverity.Warning,
    Severity.info: lsp.DiagnosticSeverity.Information,
}
_TAGS = {"unnecessary": lsp.DiagnosticTag.Unnecessary, "deprecated": lsp.DiagnosticTag.Deprecated}


def diagnostic(found: Diagnostic, client: Client, place: Place) -> lsp.Diagnostic:
    """Return a finding with what the editor can show of it.

    Args:
        found: What was found.
        client: The editor.
        place: Where a span is for it.
    """
    tags = [_TAGS[tag] for tag in found.tags if _TAGS[tag] in client.tags]
    related = [lsp.DiagnosticRelatedInformation(place(one.span), one.message) for one in found.related]
    return lsp.Diagnostic(
        range=place(found.span).range,
        message=found.message,
        severity=_SEVERITIES[found.severity],
        code=found.code,
        source=SOURCE,
        tags=tags or None,
        related_information=related if client.related and related else None,
        data={"name": found.name, "fixable": found.fixable} if client.data else None,
    )
