"""What an editor can do, as it says when it starts the server."""

from dataclasses import dataclass
from typing import Any

from lsprotocol import types as lsp

_ENCODINGS = tuple(one.value for one in lsp.PositionEncodingKind)
_ASKS_AGAIN = ("visual studio code", "vscode", "vscodium", "code - oss", "cursor", "windsurf")
"""Beginnings of the names of editors that know the command `editor.action.triggerSuggest`."""


def _at(said: object, names: str) -> object:
    """What is said in some depth of the capabilities; None where a level above is left out."""
    for name in names.split("."):
        said = getattr(said, name, None)
    return said


@dataclass(frozen=True, slots=True)
class Client:
    """What one editor can do.

    Attributes:
        encoding: How it counts characters.
        text: What it does with documents.
        workspace: What it does with folders.
        progress: Whether it shows how far work is.
        hover_forms: What it shows under the mouse, Markdown or plain text; empty where it does not say.
        help_forms: What it shows beside completions.
        snippets: Whether completions may have places to fill in.
        keeps_indentation: Whether it can be told to insert lines as they are.
        asks_again: Whether it can be told to ask for completions anew.
        nested_symbols: Whether symbols may hold others.
        versions: Whether edits may name the version of the document that they are for.
        literal_actions: Whether actions are more than commands.
        resolves_edits: Whether it asks for an action's edits when it is chosen.
        prepares_rename: Whether it asks what would be renamed.
        watches: Whether it can be asked to tell of changed files.
        configuration: Whether it can be asked for settings.
        dynamic_configuration: Whether it can be asked to tell of changed settings.
        folders: Whether it has several folders open at once.
        related, tags, described, data: What its diagnostics may carry beside the message.
    """

    encoding: str
    text: lsp.TextDocumentClientCapabilities
    workspace: lsp.WorkspaceClientCapabilities
    progress: bool
    hover_forms: tuple[lsp.MarkupKind, ...]
    help_forms: tuple[lsp.MarkupKind, ...]
    snippets: bool
    keeps_indentation: bool
    asks_again: bool
    nested_symbols: bool
    versions: bool
    literal_actions: bool
    resolves_edits: bool
    prepares_rename: bool
    watches: bool
    configuration: bool
    dynamic_configuration: bool
    folders: bool
    related: bool
    tags: tuple[lsp.DiagnosticTag, ...]
    described: bool
    data: bool


def client_of(params: lsp.InitializeParams) -> Client:
    """Read what an editor says of itself."""
    said = params.capabilities
    text = said.text_document or lsp.TextDocumentClientCapabilities()
    space = said.workspace or lsp.WorkspaceClientCapabilities()
    name = (params.client_info.name if params.client_info else "").lower()
    return Client(
        encoding=_encoding(said.general),
        text=text,
        workspace=space,
        progress=bool(_at(said, "window.work_done_progress")),
        hover_forms=_listed(_at(text, "hover.content_format")),
        help_forms=_listed(_at(text, "completion.completion_item.documentation_format")),
        snippets=bool(_at(text, "completion.completion_item.snippet_support")),
        keeps_indentation=lsp.InsertTextMode.AsIs
        in _listed(_at(text, "completion.completion_item.insert_text_mode_support.value_set")),
        asks_again=name.startswith(_ASKS_AGAIN),
        nested_symbols=bool(_at(text, "document_symbol.hierarchical_document_symbol_support")),
        versions=bool(_at(space, "workspace_edit.document_changes")),
        literal_actions=bool(_at(text, "code_action.code_action_literal_support")),
        resolves_edits=bool(_at(text, "code_action.data_support"))
        and "edit" in _listed(_at(text, "code_action.resolve_support.properties")),
        prepares_rename=bool(_at(text, "rename.prepare_support")),
        watches=bool(_at(space, "did_change_watched_files.dynamic_registration")),
        configuration=bool(space.configuration),
        dynamic_configuration=bool(_at(space, "did_change_configuration.dynamic_registration")),
        folders=bool(space.workspace_folders),
        related=bool(_at(text, "publish_diagnostics.related_information")),
        tags=_listed(_at(text, "publish_diagnostics.tag_support.value_set")),
        described=bool(_at(text, "publish_diagnostics.code_description_support")),
        data=bool(_at(text, "publish_diagnostics.data_support")),
    )


def _listed(said: object) -> tuple[Any, ...]:
    return tuple(said) if isinstance(said, list | tuple) else ()


def _encoding(general: lsp.GeneralClientCapabilities | None) -> str:
    """The first of the encodings that it likes and we know; UTF-16 where it names none."""
    for one in (general.position_encodings if general else None) or ():
        word = str(getattr(one, "value", one))
        if word in _ENCODINGS:
            return word
    return lsp.PositionEncodingKind.Utf16.value
