"""Words of strangers in what an editor shows as it is told: nothing turns the direction or hides."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lsp_editor import editor
from lsprotocol import types as lsp

from carbonroad.base.texts.visible import visible

pytestmark = pytest.mark.asyncio
_TOP = r"""carbonroad: 1
title: "\u202Etop <img src=x>"
before_means: inclusive
organisations:
  X: {title: "![x](http://evil.example/a.png) \u202Ebody"}
sources:
  S1: {title: "[a](command:x) \e]8;;http://evil.example\a", url: "https://example.org/"}
"""
_STEEL = r"""title: "S \u202Esteel"
owner: X
milestones:
  - {id: M1, title: "<b>\u202Et", deadline: by 2030, source: S1}
  - {id: "M2\u202E", title: "t\u2066", deadline: "by 20\u202Ex0", after: M1, owner: "no\u202E body"}
  - {id: M3, title: t, deadline: by 2029, own@er: X, after: M1}
""".replace("@", "\u202e")


def _shown(value: Any, key: str = "") -> Iterator[str]:
    """The texts that an editor shows as they are, not those that it writes or compares."""
    if isinstance(value, str):
        if key in {"label", "detail", "title", "message", "name", "container_name", "tooltip", "value"}:
            yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _shown(one, key)
    elif hasattr(value, "__attrs_attrs__"):
        for attribute in value.__attrs_attrs__:
            yield from _shown(getattr(value, attribute.name), attribute.name)


async def test_what_an_editor_shows_turns_nothing_around(tmp_path: Path) -> None:
    (tmp_path / "carbonroad.yaml").write_text(_TOP, "utf-8")
    steel = tmp_path / "steel.yaml"
    steel.write_text(_STEEL, "utf-8")
    async with editor(tmp_path, arguments=("--lang", "en")) as one:
        one.open(steel)
        told: list[Any] = [await one.findings(steel)]
        lines = _STEEL.split("\n")
        for line, text in enumerate(lines):
            for character in range(0, len(text), 5):
                told.append(await one.at(lsp.TEXT_DOCUMENT_COMPLETION, steel, line, character))
                told.append(await one.at(lsp.TEXT_DOCUMENT_HOVER, steel, line, character))
        whole = lsp.Range(lsp.Position(0, 0), lsp.Position(len(lines), 0))
        context = lsp.CodeActionContext(diagnostics=[])
        told.append(await one.ask(lsp.TEXT_DOCUMENT_CODE_ACTION, steel, range=whole, context=context))
        told.append(await one.ask(lsp.TEXT_DOCUMENT_INLAY_HINT, steel, range=whole))
        told.append(await one.ask(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, steel))
        told.append(await one.client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query="")))
        assert one.log == []
    texts = list(_shown(told))
    assert any("\\u202e" in text for text in texts)
    assert [text for text in texts if any(visible(line) != line for line in text.split("\n"))] == []
