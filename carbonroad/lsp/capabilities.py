"""What the server offers to an editor: only what that editor can use."""

from lsprotocol import types as lsp

from carbonroad.lsp.client import Client

_TRIGGERS = (" ", ":", "：", "[", "{", ",", "，", "、", ".", "@", "#", '"', "'")
"""Signs after which other things may be typed, also as Chinese keyboards write them.

Not the line end: who leaves a line empty would take what is proposed.
"""
FIX_ALL = "source.fixAll.carbonroad"
_KINDS = (lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.RefactorRewrite, FIX_ALL)
_WATCHED = ("**/*.yaml", "**/*.yml", "**/carbonroad-baseline.json")
_WATCHING = "watched-files"
_CONFIGURATION = "configuration"


def capabilities(client: Client) -> lsp.ServerCapabilities:
    """Return what is offered."""
    text, space = client.text, client.workspace
    return lsp.ServerCapabilities(
        position_encoding=lsp.PositionEncodingKind(client.encoding),
        text_document_sync=lsp.TextDocumentSyncOptions(
            open_close=True,
            change=lsp.TextDocumentSyncKind.Incremental,
            save=lsp.SaveOptions(include_text=False),
        ),
        completion_provider=lsp.CompletionOptions(trigger_characters=list(_TRIGGERS))
        if text.completion
        else None,
        hover_provider=_if(text.hover),
        definition_provider=_if(text.definition),
        references_provider=_if(text.references),
        document_highlight_provider=_if(text.document_highlight),
        document_symbol_provider=_if(text.document_symbol),
        workspace_symbol_provider=_if(space.symbol),
        folding_range_provider=_if(text.folding_range),
        inlay_hint_provider=_if(text.inlay_hint),
        document_formatting_provider=_if(text.formatting),
        rename_provider=_renaming(client),
        code_action_provider=_actions(client),
        workspace=lsp.WorkspaceOptions(
            workspace_folders=lsp.WorkspaceFoldersServerCapabilities(
                supported=True, change_notifications=True
            )
        )
        if client.folders
        else None,
    )


def registrations(client: Client) -> list[lsp.Registration]:
    """Return what an editor is asked to tell of."""
    found = []
    if client.watches:
        watchers = [lsp.FileSystemWatcher(glob_pattern=one) for one in _WATCHED]
        found.append(
            lsp.Registration(
                id=_WATCHING,
                method=lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                register_options=lsp.DidChangeWatchedFilesRegistrationOptions(watchers=watchers),
            )
        )
    if client.dynamic_configuration:
        found.append(
            lsp.Registration(
                id=_CONFIGURATION,
                method=lsp.WORKSPACE_DID_CHANGE_CONFIGURATION,
                register_options=lsp.DidChangeConfigurationRegistrationOptions(section="carbonroad"),
            )
        )
    return found


def _if(known: object) -> bool | None:
    """Offered, or left out."""
    return True if known is not None else None


def _renaming(client: Client) -> lsp.RenameOptions | bool | None:
    if client.text.rename is None:
        return None
    return lsp.RenameOptions(prepare_provider=True) if client.prepares_rename else True


def _actions(client: Client) -> lsp.CodeActionOptions | None:
    if client.text.code_action is None or not client.literal_actions:
        return None
    return lsp.CodeActionOptions(code_action_kinds=_KINDS, resolve_provider=client.resolves_edits or None)
