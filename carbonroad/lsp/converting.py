"""What editing answers, in the protocol's form."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from lsprotocol import types as lsp

from carbonroad.base.texts.visible import visible
from carbonroad.editing.answers import Completion, Folding, Hint, Symbol
from carbonroad.findings import Edit, Span
from carbonroad.lsp.client import Client
from carbonroad.lsp.positions import Lines

_COMPLETION_KINDS = {
    "key": lsp.CompletionItemKind.Property,
    "id": lsp.CompletionItemKind.Reference,
    "organisation": lsp.CompletionItemKind.Class,
    "phase": lsp.CompletionItemKind.Event,
    "source": lsp.CompletionItemKind.File,
    "industry": lsp.CompletionItemKind.Module,
    "word": lsp.CompletionItemKind.EnumMember,
    "deadline": lsp.CompletionItemKind.Value,
    "snippet": lsp.CompletionItemKind.Snippet,
    "file": lsp.CompletionItemKind.File,
}
_SYMBOL_KINDS = {
    "roadmap": lsp.SymbolKind.Package,
    "industry": lsp.SymbolKind.Module,
    "section": lsp.SymbolKind.Namespace,
    "milestone": lsp.SymbolKind.Event,
    "work": lsp.SymbolKind.Function,
    "indicator": lsp.SymbolKind.Number,
    "target": lsp.SymbolKind.Constant,
    "measure": lsp.SymbolKind.Property,
    "phase": lsp.SymbolKind.Enum,
    "organisation": lsp.SymbolKind.Class,
    "source": lsp.SymbolKind.File,
    "pathway": lsp.SymbolKind.Variable,
}
_ASK_AGAIN = lsp.Command(title="", command="editor.action.triggerSuggest")


def markup(text: str, forms: Sequence[lsp.MarkupKind]) -> lsp.MarkupContent | str:
    """Return Markdown in the best form that an editor takes; bare text for one that says nothing of forms."""
    if not forms:
        return text
    markdown = lsp.MarkupKind.Markdown
    return lsp.MarkupContent(markdown if markdown in forms else forms[0], text)


def completion(found: Completion, lines: Lines, client: Client) -> lsp.CompletionItem:
    """Return one thing that may be typed."""
    filled = found.snippet and client.snippets
    text = found.insert if filled else found.plain
    return lsp.CompletionItem(
        label=visible(found.label),
        kind=_COMPLETION_KINDS[found.kind],
        detail=visible(found.detail) or None,
        documentation=markup(found.documentation, client.help_forms) if found.documentation else None,
        sort_text=found.sort or None,
        filter_text=found.filter or found.label,
        insert_text_format=lsp.InsertTextFormat.Snippet if filled else lsp.InsertTextFormat.PlainText,
        insert_text_mode=lsp.InsertTextMode.AsIs if client.keeps_indentation else None,
        text_edit=lsp.TextEdit(lines.range(*found.replace), text),
        command=_ASK_AGAIN if found.again and client.asks_again else None,
    )


def symbol(found: Symbol, lines: Lines) -> lsp.DocumentSymbol:
    """Return one thing that a file declares, with what it holds."""
    return lsp.DocumentSymbol(
        name=visible(found.name) or "-",
        detail=visible(found.detail) or None,
        kind=_SYMBOL_KINDS[found.kind],
        range=lines.range(found.span.start, found.span.end),
        selection_range=lines.range(found.selection.start, found.selection.end),
        children=[symbol(child, lines) for child in found.children] or None,
    )


def flat(
    found: Iterable[Symbol], place: Callable[[Span], lsp.Location], holder: str = ""
) -> list[lsp.SymbolInformation]:
    """Return symbols one after the other, each with what holds it."""
    listed = []
    for one in found:
        listed.append(
            lsp.SymbolInformation(
                location=place(one.selection),
                name=visible(one.name) or "-",
                kind=_SYMBOL_KINDS[one.kind],
                container_name=visible(holder) or None,
            )
        )
        listed += flat(one.children, place, one.name)
    return listed


def found_symbol(found: Symbol, place: Callable[[Span], lsp.Location]) -> lsp.SymbolInformation:
    """Return a symbol of a search over all files; its detail says whose it is."""
    return lsp.SymbolInformation(
        location=place(found.selection),
        name=visible(found.name) or "-",
        kind=_SYMBOL_KINDS[found.kind],
        container_name=visible(found.detail) or None,
    )


def folding(found: Folding, lines: Lines) -> lsp.FoldingRange:
    """Return lines that can be folded."""
    kind = lsp.FoldingRangeKind.Comment if found.kind == "comment" else lsp.FoldingRangeKind.Region
    return lsp.FoldingRange(
        start_line=lines.position(found.start).line, end_line=lines.position(found.end).line, kind=kind
    )


def hint(found: Hint, lines: Lines) -> lsp.InlayHint:
    """Return words that are shown and not written."""
    return lsp.InlayHint(
        position=lines.position(found.offset),
        label=visible(found.text),
        tooltip=visible(found.tooltip) or None,
        padding_left=True,
    )


def text_edits(edits: Iterable[Edit], lines: Lines) -> list[lsp.TextEdit]:
    """Return changes of one text."""
    return [lsp.TextEdit(lines.range(edit.start, edit.end), edit.text) for edit in edits]


def workspace_edit(
    changes: Mapping[str, Sequence[Edit]],
    client: Client,
    lines: Callable[[str], Lines],
    document: Callable[[str], tuple[str, int | None]],
) -> lsp.WorkspaceEdit:
    """Return changes of several files.

    Args:
        changes: By path.
        client: Whether versions may be named.
        lines: The lines of a file.
        document: The address and, of an open document, the version of a file.
    """
    edits = {document(path): text_edits(edits, lines(path)) for path, edits in changes.items() if edits}
    if not client.versions:
        return lsp.WorkspaceEdit(changes={uri: made for (uri, _), made in edits.items()})
    return lsp.WorkspaceEdit(
        document_changes=[
            lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri, version), list(made))
            for (uri, version), made in edits.items()
        ]
    )
