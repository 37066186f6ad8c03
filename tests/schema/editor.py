"""yaml-language-server as editors run it, over standard input and output (`make editor` installs it)."""

import asyncio
import json
import os
import shutil
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lsprotocol import types as lsp
from pytest_lsp import LanguageClient, client_capabilities

_ROOT = Path(__file__).parent.parent.parent
_ENGINE = Path(os.environ.get("CARBONROAD_EDITOR_ENGINE") or _ROOT / ".venv" / "editor")
NO_EDITOR = "yaml-language-server is not installed (it needs Node.js and npm: `make editor`)"
_PATIENCE = 60
"""Seconds for one answer; far more than it takes, so that only a server that says nothing fails."""


class Question(NamedTuple):
    """A file that an editor shows, and what is asked of it.

    Attributes:
        path: Its name; below the folder that is open.
        text: What stands in the editor.
        schema: The schema that the editor's settings name for it; None where they name none.
        version: Of YAML, by the editor's settings.
        complete: Line and character, from 0.
        hover: Line and character, from 0.
    """

    path: str
    text: str
    schema: str | None = None
    version: str = "1.2"
    complete: tuple[int, int] | None = None
    hover: tuple[int, int] | None = None


Answer = dict[str, Any]


def ask(questions: Sequence[Question], folder: Path) -> list[Answer]:
    """Return what the server says to each file: diagnostics, completions, a hover.

    The files are not on disk; each has a folder of its own below `folder`, so that names may repeat.
    """
    answers: dict[int, Answer] = {}
    for version in sorted({one.version for one in questions}):
        mine = [number for number, one in enumerate(questions) if one.version == version]
        schemas = defaultdict(list)
        paths = [folder / str(number) / questions[number].path.lstrip("/") for number in mine]
        for number, path in zip(mine, paths, strict=True):
            schema = questions[number].schema
            if schema is not None:
                schemas[Path(schema).as_uri()].append(f"{path.parent.relative_to(folder).as_posix()}/*.yaml")
        settings = {"yaml": {"yamlVersion": version, "schemas": schemas}}
        asked = [(path, questions[number]) for number, path in zip(mine, paths, strict=True)]
        answers |= zip(mine, ask_in(folder, settings, asked), strict=True)
    return [answers[number] for number in range(len(questions))]


def ask_in(folder: Path, settings: Answer, asked: Sequence[tuple[Path, Question]]) -> list[Answer]:
    """Return what the server says to files of a folder that an editor has open with its settings."""
    node = shutil.which("node")
    program = _ENGINE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if node is None or not program.is_file():
        pytest.skip(NO_EDITOR)
    return asyncio.run(_ask((node, str(program), "--stdio"), folder, settings, asked))


async def _ask(
    command: Sequence[str], folder: Path, settings: Answer, asked: Sequence[tuple[Path, Question]]
) -> list[Answer]:
    client = LanguageClient(configuration={"": {**settings, "http": {}, "[yaml]": {}, "editor": {}}})
    told: dict[str, asyncio.Future[Sequence[lsp.Diagnostic]]] = {}

    @client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _published(params: lsp.PublishDiagnosticsParams) -> None:
        waiting = told.get(params.uri)
        if waiting is not None and not waiting.done():
            waiting.set_result(params.diagnostics)

    @client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
    def _registered(_: lsp.RegistrationParams) -> None:
        pass

    @client.feature(lsp.WORKSPACE_CONFIGURATION)
    def _asked(params: lsp.ConfigurationParams) -> list[Any]:
        return [client.get_configuration(section=item.section) for item in params.items]

    await client.start_io(*command)
    await client.initialize_session(
        lsp.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            root_uri=folder.as_uri(),
            workspace_folders=[lsp.WorkspaceFolder(uri=folder.as_uri(), name=folder.name)],
        )
    )
    answers = []
    for path, question in asked:
        uri = path.as_uri()
        told[uri] = asyncio.get_running_loop().create_future()
        item = lsp.TextDocumentItem(uri=uri, language_id="yaml", version=1, text=question.text)
        client.text_document_did_open(lsp.DidOpenTextDocumentParams(text_document=item))
        answers.append(await asyncio.wait_for(_answer(client, uri, question, told[uri]), _PATIENCE))
        client.text_document_did_close(
            lsp.DidCloseTextDocumentParams(text_document=lsp.TextDocumentIdentifier(uri=uri))
        )
    await client.shutdown_session()
    await client.stop()
    return answers


async def _answer(
    client: LanguageClient, uri: str, question: Question, told: asyncio.Future[Sequence[lsp.Diagnostic]]
) -> Answer:
    document = lsp.TextDocumentIdentifier(uri=uri)
    answer: Answer = {"diagnostics": await told}
    if question.complete is not None:
        found = await client.text_document_completion_async(
            lsp.CompletionParams(text_document=document, position=lsp.Position(*question.complete))
        )
        answer["completions"] = found.items if isinstance(found, lsp.CompletionList) else found or []
    if question.hover is not None:
        answer["hover"] = await client.text_document_hover_async(
            lsp.HoverParams(text_document=document, position=lsp.Position(*question.hover))
        )
    return answer


def vscode_settings(folder: Path) -> Answer:
    """Return what VS Code hands on of the settings that stand in a folder."""
    written = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    settings: Answer = {}
    for key, value in written.items():
        section, _, name = key.partition(".")
        settings.setdefault(section, {})[name] = value
    return settings


def shown(question: Question, answer: Answer) -> list[tuple[int, str, str]]:
    """Line (from 1), the marked text and the message of each diagnostic, in order of place."""
    lines = question.text.splitlines()
    found = []
    for one in answer["diagnostics"]:
        start, end = one.range.start, one.range.end
        row = lines[start.line]
        stop = end.character if end.line == start.line else len(row)
        found.append((start.line + 1, row[start.character : stop], one.message))
    return sorted(found)


def labels(answer: Answer) -> set[str]:
    """The names of what is proposed."""
    return {item.label for item in answer["completions"]}
