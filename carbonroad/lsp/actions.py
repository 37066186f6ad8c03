"""What can be done about the text at the cursor, as the protocol has it."""

from typing import TYPE_CHECKING

from lsprotocol import types as lsp

from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import visible
from carbonroad.editing.acting.at_cursor import actions, fix_all
from carbonroad.editing.answers import Action
from carbonroad.lsp.asked import Asked, asked
from carbonroad.lsp.capabilities import FIX_ALL
from carbonroad.lsp.diagnostics import SOURCE
from carbonroad.wording.saying import said_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.lsp.server import Server


def code_actions(one: Asked, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Return what can be done in a range; what takes another check only where it is asked for by its kind."""
    only = params.context.only
    found = []
    if only is None or any(_within(kind, only) for kind in ("quickfix", "refactor.rewrite", "refactor")):
        start, end = one.between(params.range)
        found += [
            _action(one, action, params.context.diagnostics)
            for action in actions(one.roadmap, one.path, start, end, one.lang)
            if _within(action.kind, only) and not action.url
        ]
    if only is not None and _within(FIX_ALL, only):
        every = fix_all(one.roadmap, one.path, one.lang)
        if every is not None:
            found.append(_action(one, every, (), FIX_ALL))
    elif only is None and one.server.client.resolves_edits and _repairable(one):
        title = said_in(one.server.words, say("Repair everything that is safe to repair in this file"))
        uri = params.text_document.uri
        found.append(lsp.CodeAction(title=title, kind=FIX_ALL, data={"uri": uri}))
    return found


def resolve(server: "Server", action: lsp.CodeAction) -> lsp.CodeAction:
    """Return a chosen action with its edits."""
    data = action.data
    uri = data.get("uri") if isinstance(data, dict) else None
    one = asked(server, lsp.TextDocumentIdentifier(uri)) if isinstance(uri, str) else None
    every = None if one is None else fix_all(one.roadmap, one.path, one.lang)
    if one is not None:
        action.edit = one.edit(every.edits if every is not None else {})
    return action


def _within(kind: str, only: "Sequence[lsp.CodeActionKind | str] | None") -> bool:
    """Whether a kind is asked for, by its name or the beginning of it."""
    if only is None:
        return True
    names = [str(getattr(one, "value", one)) for one in only]
    return any(not name or kind == name or kind.startswith(f"{name}.") for name in names)


def _repairable(one: Asked) -> bool:
    return any(found.fix is not None and found.fix.safe for found in one.roadmap.findings(one.path))


def _action(one: Asked, action: Action, shown: "Sequence[lsp.Diagnostic]", kind: str = "") -> lsp.CodeAction:
    places = {
        (found.code, one.lines.position(found.span.start).line) for found in action.findings if found.span
    }
    mended = [
        found
        for found in shown
        if found.source == SOURCE and (str(found.code), found.range.start.line) in places
    ]
    return lsp.CodeAction(
        title=visible(action.title),
        kind=kind or action.kind,
        diagnostics=mended or None,
        is_preferred=action.preferred or None,
        edit=one.edit(action.edits),
    )
