"""The requests: each a question of an editor about a document, answered by editing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from carbonroad.base.texts.visible import visible
from carbonroad.editing.answers import Refusal
from carbonroad.editing.completing.ask import MOST
from carbonroad.editing.completing.at_cursor import complete
from carbonroad.editing.folding import folds
from carbonroad.editing.formatting import formatted
from carbonroad.editing.hints import hints
from carbonroad.editing.hovering.at_cursor import hover
from carbonroad.editing.navigation import definition, highlights, references
from carbonroad.editing.renaming.at_cursor import rename, rename_at
from carbonroad.editing.symbols import find_symbols, symbols
from carbonroad.lsp import converting
from carbonroad.lsp.actions import code_actions, resolve
from carbonroad.lsp.asked import Asked, asked
from carbonroad.wording.saying import said_in

if TYPE_CHECKING:
    from carbonroad.lsp.server import Server

_REFUSED = -32803
"""The protocol's RequestFailed: asked for rightly, and yet not possible."""
Answer = Callable[["Server", Any], Any]


def _completion(one: Asked, params: lsp.CompletionParams) -> lsp.CompletionList:
    found = complete(one.roadmap, one.path, one.offset(params.position), one.lang)
    items = [converting.completion(item, one.lines, one.server.client) for item in found]
    dated = any(item.kind == "deadline" for item in found)  # the examples are of the year that is typed
    return lsp.CompletionList(is_incomplete=dated or len(items) >= MOST, items=items)


def _hover(one: Asked, params: lsp.HoverParams) -> lsp.Hover | None:
    found = hover(one.roadmap, one.path, one.offset(params.position), one.lang)
    if found is None:
        return None
    contents = converting.markup(found.markdown, one.server.client.hover_forms)
    return lsp.Hover(contents, one.lines.range(found.span.start, found.span.end))


def _definition(one: Asked, params: lsp.DefinitionParams) -> list[lsp.Location]:
    span = definition(one.roadmap, one.path, one.offset(params.position))
    return [] if span is None else [one.location(span)]


def _references(one: Asked, params: lsp.ReferenceParams) -> list[lsp.Location]:
    declared = params.context.include_declaration
    others = one.server.every_roadmap()
    found = references(
        one.roadmap, one.path, one.offset(params.position), declaration=declared, others=others
    )
    return [one.location(span) for span in found]


def _highlights(one: Asked, params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight]:
    found = highlights(one.roadmap, one.path, one.offset(params.position))
    return [
        lsp.DocumentHighlight(
            one.lines.range(place.start, place.end),
            lsp.DocumentHighlightKind.Write if place.declares else lsp.DocumentHighlightKind.Read,
        )
        for place in found
    ]


def _prepare_rename(one: Asked, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
    found = rename_at(one.roadmap, one.path, one.offset(params.position))
    if found is None:
        return None
    if isinstance(found, Refusal):
        raise _refused(one, found)
    span, name = found
    return lsp.PrepareRenamePlaceholder(one.location(span).range, name)


def _rename(one: Asked, params: lsp.RenameParams) -> lsp.WorkspaceEdit:
    others = one.server.every_roadmap()
    found = rename(one.roadmap, one.path, one.offset(params.position), params.new_name, others=others)
    if isinstance(found, Refusal):
        raise _refused(one, found)
    return one.edit(found)


def _symbols(
    one: Asked, params: lsp.DocumentSymbolParams
) -> list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]:
    del params
    found = symbols(one.roadmap, one.path, one.lang)
    if one.server.client.nested_symbols:
        return [converting.symbol(symbol, one.lines) for symbol in found]
    return converting.flat(found, one.location)


def _folding(one: Asked, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    del params
    return [converting.folding(fold, one.lines) for fold in folds(one.roadmap, one.path)]


def _hints(one: Asked, params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
    found = hints(one.roadmap, one.path, *one.between(params.range), one.lang)
    return [converting.hint(hint, one.lines) for hint in found]


def _formatting(one: Asked, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit]:
    del params  # how far to indent is the form's to say
    return converting.text_edits(formatted(one.roadmap, one.path), one.lines)


def _workspace_symbols(server: "Server", params: lsp.WorkspaceSymbolParams) -> list[lsp.SymbolInformation]:
    place = server.locations.placing(None)
    found = find_symbols(server.every_roadmap(), params.query, server.lang)
    return [converting.found_symbol(symbol, place) for symbol in found]


def _refused(one: Asked, refusal: Refusal) -> JsonRpcException:
    sentences = [said_in(one.server.words, said) for said in (refusal.message, refusal.help) if said]
    return JsonRpcException(message=visible(" ".join(sentences)), code=_REFUSED)


def _about(answer: Callable[[Asked, Any], Any]) -> Answer:
    """Make a handler of an answer about one document; nothing is answered about what is no roadmap's."""

    def handle(server: "Server", params: Any) -> Any:
        one = asked(server, params.text_document)
        return None if one is None else answer(one, params)

    return handle


REQUESTS: dict[str, Answer] = {
    lsp.TEXT_DOCUMENT_COMPLETION: _about(_completion),
    lsp.TEXT_DOCUMENT_HOVER: _about(_hover),
    lsp.TEXT_DOCUMENT_DEFINITION: _about(_definition),
    lsp.TEXT_DOCUMENT_REFERENCES: _about(_references),
    lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: _about(_highlights),
    lsp.TEXT_DOCUMENT_PREPARE_RENAME: _about(_prepare_rename),
    lsp.TEXT_DOCUMENT_RENAME: _about(_rename),
    lsp.TEXT_DOCUMENT_CODE_ACTION: _about(code_actions),
    lsp.CODE_ACTION_RESOLVE: resolve,
    lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _about(_symbols),
    lsp.TEXT_DOCUMENT_FOLDING_RANGE: _about(_folding),
    lsp.TEXT_DOCUMENT_INLAY_HINT: _about(_hints),
    lsp.TEXT_DOCUMENT_FORMATTING: _about(_formatting),
    lsp.WORKSPACE_SYMBOL: _workspace_symbols,
}
