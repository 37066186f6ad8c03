"""Every feature, in an English and a Chinese roadmap, with characters beyond the BMP before the place."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, NamedTuple

import lsp_roadmaps
import pytest
import pytest_asyncio
from lsp_editor import Editor, capable, editor, marked, utf16
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Case(NamedTuple):
    """An editor with one of the roadmaps, and how things are called in it."""

    editor: Editor
    folder: Path
    words: dict[str, str]

    @property
    def steel(self) -> Path:
        return self.folder / self.words["steel.yaml"]

    @property
    def power(self) -> Path:
        return self.folder / self.words["power.yaml"]

    def text(self, path: Path) -> str:
        return path.read_text("utf-8")

    def place(self, path: Path, word: str, after: str = "") -> tuple[int, int]:
        return utf16(self.text(path), word, after=after)

    async def at(self, method: str, path: Path, word: str, after: str = "", **parts: Any) -> Any:
        return await self.editor.at(method, path, *self.place(path, word, after), **parts)

    def shown(self, location: lsp.Location) -> tuple[str, str]:
        path = next(one for one in self.folder.glob("*.yaml") if one.as_uri() == location.uri)
        return path.name, marked(self.text(path), location.range)


_ENGLISH = {
    "steel.yaml": "steel.yaml", "power.yaml": "power.yaml", "power.P1": "power.P1", "P1": "P1",
    "M1": "M1", "after": "after:", "for": "for:", "works": "works", "W1": "W1",
    "key": "deadline", "title": "Certificates", "owner": "owner", "body": "ndrc",
}  # fmt: skip
_CHINESE = {
    "steel.yaml": "钢铁.yaml", "power.yaml": "电力.yaml", "power.P1": "电力.绿证", "P1": "绿证",
    "M1": "钢铁达峰", "after": "前置:", "for": "支撑:", "works": "工程", "W1": "电炉",
    "key": "期限", "title": "绿证", "owner": "负责", "body": "发改委",
}  # fmt: skip


async def _cases(made: Path, lang: str, words: dict[str, str]) -> AsyncIterator[Case]:
    async with editor(made, arguments=("--lang", lang)) as one:
        yield Case(one, made, words)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def english_editor(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Case]:
    made = lsp_roadmaps.english(tmp_path_factory.mktemp("english"))
    async for case in _cases(made, "en", _ENGLISH):
        yield case


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chinese_editor(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Case]:
    made = lsp_roadmaps.chinese(tmp_path_factory.mktemp("chinese"))
    async for case in _cases(made, "zh", _CHINESE):
        yield case


@pytest_asyncio.fixture(loop_scope="module", params=["english", "chinese"])
async def case(
    request: pytest.FixtureRequest, english_editor: Case, chinese_editor: Case
) -> AsyncIterator[Case]:
    """One of the editors, as after a start with two files open as they are on disk."""
    found = {"english": english_editor, "chinese": chinese_editor}[request.param]
    for path in (found.steel, found.power):
        found.editor.open(path)
    yield found
    assert found.editor.log == []


async def test_definition_leads_to_the_declaration_in_another_file(case: Case) -> None:
    words = case.words
    found = await case.at(lsp.TEXT_DOCUMENT_DEFINITION, case.steel, words["P1"], words["after"])
    assert [case.shown(one) for one in found] == [(words["power.yaml"], words["P1"])]
    found = await case.at(lsp.TEXT_DOCUMENT_DEFINITION, case.steel, words["M1"], words["after"])
    assert [case.shown(one) for one in found] == [(words["steel.yaml"], words["M1"])]
    assert await case.at(lsp.TEXT_DOCUMENT_DEFINITION, case.steel, words["key"]) == []


async def test_references_with_and_without_the_declaration(case: Case) -> None:
    words = case.words
    for declared in (True, False):
        context = lsp.ReferenceContext(include_declaration=declared)
        found = await case.at(lsp.TEXT_DOCUMENT_REFERENCES, case.power, words["P1"], context=context)
        assert {case.shown(one)[0] for one in found} == {words["steel.yaml"]} | (
            {words["power.yaml"]} if declared else set()
        )


async def test_highlights_tell_the_declaration_from_its_uses(case: Case) -> None:
    words = case.words
    found = await case.at(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, case.steel, words["M1"], words["after"])
    kinds = [one.kind for one in found]
    assert kinds == [lsp.DocumentHighlightKind.Write, lsp.DocumentHighlightKind.Read]
    assert {marked(case.text(case.steel), one.range) for one in found} == {words["M1"]}


async def test_hover_tells_of_the_place_with_its_range(case: Case) -> None:
    words = case.words
    found = await case.at(lsp.TEXT_DOCUMENT_HOVER, case.steel, words["P1"], words["after"])
    assert found.contents.kind == lsp.MarkupKind.Markdown
    assert words["title"] in found.contents.value
    assert "2026-12-01" in found.contents.value or "1 December 2026" in found.contents.value
    assert marked(case.text(case.steel), found.range) == words["P1"]


async def test_completion_offers_ids_and_keys(case: Case) -> None:
    words, one = case.words, case.editor
    line, character = case.place(case.steel, words["power.P1"])
    assert words["power.P1"] in await one.labels(case.steel, line, character)
    text = case.text(case.power)
    one.write(case.power, f"{text}  - \n")
    last = text.count("\n")
    found = await one.at(lsp.TEXT_DOCUMENT_COMPLETION, case.power, last, 4)
    assert found.items
    one.write(case.power, f"{text}  - {{")
    found = await one.at(lsp.TEXT_DOCUMENT_COMPLETION, case.power, last, 5)
    assert any(item.label.startswith(words["key"]) for item in found.items)
    assert all(item.text_edit.range.start.line == last for item in found.items)


async def test_an_accepted_completion_stands_where_it_belongs(case: Case) -> None:
    words, one = case.words, case.editor
    line, character = case.place(case.steel, words["power.P1"])
    width = len(words["power.P1"])
    one.type(case.steel, (line, character), words["power.P1"][:1], (line, character + width))
    found = await one.at(lsp.TEXT_DOCUMENT_COMPLETION, case.steel, line, character + 1)
    item = next(item for item in found.items if item.label == words["power.P1"])
    one.send(
        case.steel,
        lsp.TextDocumentContentChangePartial(range=item.text_edit.range, text=item.text_edit.new_text),
    )
    assert await one.findings(case.steel) == []
    found = await one.at(lsp.TEXT_DOCUMENT_DEFINITION, case.steel, line, character + width - 1)
    assert [case.shown(place) for place in found] == [(words["power.yaml"], words["P1"])]


async def test_rename_over_all_files_with_versions(case: Case) -> None:
    words, one = case.words, case.editor
    at = case.place(case.steel, words["power.P1"])
    at = at[0], at[1] + len(words["power.P1"]) - 1
    ready = await one.at(lsp.TEXT_DOCUMENT_PREPARE_RENAME, case.steel, *at)
    assert ready.placeholder == words["P1"]
    made = await one.at(lsp.TEXT_DOCUMENT_RENAME, case.steel, *at, new_name="Q9")
    versions = {change.text_document.uri: change.text_document.version for change in made.document_changes}
    assert versions == {path.as_uri(): one.version(path) for path in (case.steel, case.power)}
    for change in made.document_changes:
        path = case.steel if change.text_document.uri == case.steel.as_uri() else case.power
        backwards = sorted(change.edits, key=lambda edit: edit.range.start, reverse=True)
        one.send(
            path,
            *(
                lsp.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)
                for edit in backwards
            ),
        )
    assert await one.findings(case.steel) == await one.findings(case.power) == []
    found = await one.at(lsp.TEXT_DOCUMENT_DEFINITION, case.steel, *at)
    assert [(place.uri, place.range.start.line) for place in found] == [
        (case.power.as_uri(), case.place(case.power, words["P1"])[0])
    ]


async def test_what_cannot_be_renamed_is_refused_in_a_sentence(case: Case) -> None:
    words = case.words
    with pytest.raises(JsonRpcException) as refused:
        await case.at(lsp.TEXT_DOCUMENT_RENAME, case.power, words["P1"], new_name="a b")
    assert refused.value.code == -32803
    assert refused.value.message
    assert refused.value.message.isascii() is (words is _ENGLISH)


async def test_a_quick_fix_leaves_nothing_of_its_finding(case: Case) -> None:
    words, one = case.words, case.editor
    one.open(case.steel, case.text(case.steel).replace(f"{words['after']} ", f"{words['after'][:-1]}："))
    shown = [found for found in await one.findings(case.steel) if found.data["fixable"]]
    context = lsp.CodeActionContext(diagnostics=shown)
    found = await one.ask(lsp.TEXT_DOCUMENT_CODE_ACTION, case.steel, range=shown[0].range, context=context)
    (fix,) = [action for action in found if action.is_preferred]
    assert fix.kind == lsp.CodeActionKind.QuickFix
    assert [str(item.code) for item in fix.diagnostics] == [str(shown[0].code)]
    (change,) = fix.edit.document_changes
    assert change.text_document.version == one.version(case.steel)
    edits = [lsp.TextDocumentContentChangePartial(range=e.range, text=e.new_text) for e in change.edits]
    one.send(case.steel, *edits)
    assert await one.findings(case.steel) == []


async def test_fix_all_by_its_kind_and_when_it_is_chosen(case: Case) -> None:
    one = case.editor
    one.open(case.power, case.text(case.power).replace(f"{case.words['key']}: ", f"{case.words['key']}：", 1))
    shown = [found for found in await one.findings(case.power) if found.data["fixable"]]
    assert shown
    nowhere = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
    context = lsp.CodeActionContext(diagnostics=[], only=[lsp.CodeActionKind.SourceFixAll])
    (every,) = await one.ask(lsp.TEXT_DOCUMENT_CODE_ACTION, case.power, range=nowhere, context=context)
    assert every.kind == "source.fixAll.carbonroad"
    context = lsp.CodeActionContext(diagnostics=[])
    offered = await one.ask(lsp.TEXT_DOCUMENT_CODE_ACTION, case.power, range=nowhere, context=context)
    (lazy,) = [action for action in offered if action.kind == every.kind]
    assert lazy.edit is None
    assert (await one.client.code_action_resolve_async(lazy)).edit == every.edit
    (change,) = every.edit.document_changes
    one.send(
        case.power,
        *(lsp.TextDocumentContentChangePartial(range=e.range, text=e.new_text) for e in change.edits),
    )
    assert await one.findings(case.power) == []


async def test_document_symbols_hold_one_another(case: Case) -> None:
    (found,) = await case.editor.ask(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, case.steel)
    listed = [child.name for section in found.children for child in section.children or ()]
    assert any(case.words["M1"] in name for name in listed)
    assert any(case.words["W1"] in name for name in listed)
    text = case.text(case.steel)
    assert marked(text, found.children[0].children[0].selection_range) == case.words["M1"]


async def test_a_symbol_is_found_over_all_files(case: Case) -> None:
    found = await case.editor.client.workspace_symbol_async(lsp.WorkspaceSymbolParams(query=case.words["M1"]))
    assert case.shown(found[0].location) == (case.words["steel.yaml"], case.words["M1"])


async def test_a_section_can_be_folded_from_its_key(case: Case) -> None:
    found = await case.editor.ask(lsp.TEXT_DOCUMENT_FOLDING_RANGE, case.steel)
    first = case.place(case.steel, case.words["works"])[0]
    assert first in {one.start_line for one in found}


async def test_inlay_hints_are_those_of_the_range_that_is_seen(case: Case) -> None:
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(10_000, 10_000))
    found = await case.editor.ask(lsp.TEXT_DOCUMENT_INLAY_HINT, case.steel, range=whole)
    assert any("2030-12-31" in one.label for one in found)
    line = found[0].position.line
    row = lsp.Range(lsp.Position(line, 0), lsp.Position(line, 10_000))
    some = await case.editor.ask(lsp.TEXT_DOCUMENT_INLAY_HINT, case.steel, range=row)
    assert list(some) == [one for one in found if one.position.line == line]


async def test_formatting_gives_the_edits_of_fmt(case: Case) -> None:
    one = case.editor
    text = case.text(case.power)
    one.write(case.power, text.replace("\n  - {", "\n    -   {"))
    options = lsp.FormattingOptions(tab_size=8, insert_spaces=False)
    edits = await one.ask(lsp.TEXT_DOCUMENT_FORMATTING, case.power, options=options)
    assert edits
    backwards = sorted(edits, key=lambda edit: edit.range.start, reverse=True)
    one.send(
        case.power,
        *(lsp.TextDocumentContentChangePartial(range=e.range, text=e.new_text) for e in backwards),
    )
    assert not await one.ask(lsp.TEXT_DOCUMENT_FORMATTING, case.power, options=options)
    assert await one.findings(case.power) == []


async def test_completion_in_a_file_that_does_not_parse(case: Case) -> None:
    words, one = case.words, case.editor
    text = case.text(case.steel)
    line, character = case.place(case.steel, words["power.P1"])
    broken = text[: text.index(words["power.P1"])] + words["power.P1"][:1]
    one.write(case.steel, broken)
    assert words["power.P1"] in await one.labels(case.steel, line, character + 1)
    assert await one.findings(case.steel)


async def test_an_editor_with_flat_symbols_and_plain_edits(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    said = capable()
    said.text_document.document_symbol = lsp.DocumentSymbolClientCapabilities()
    said.text_document.hover = lsp.HoverClientCapabilities(content_format=[lsp.MarkupKind.PlainText])
    said.text_document.completion = lsp.CompletionClientCapabilities()
    said.text_document.rename = lsp.RenameClientCapabilities()
    said.workspace.workspace_edit = lsp.WorkspaceEditClientCapabilities()
    async with editor(folder, capabilities=said) as one:
        steel = folder / "steel.yaml"
        one.open(steel)
        assert one.offered.rename_provider is True
        found = await one.ask(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, steel)
        assert {type(symbol) for symbol in found} == {lsp.SymbolInformation}
        at = utf16(lsp_roadmaps.STEEL, "P1")
        hover = await one.at(lsp.TEXT_DOCUMENT_HOVER, steel, *at)
        assert hover.contents.kind == lsp.MarkupKind.PlainText
        made = await one.at(lsp.TEXT_DOCUMENT_RENAME, steel, *at, new_name="Q9")
        assert made.document_changes is None
        assert set(made.changes) == {steel.as_uri(), (folder / "power.yaml").as_uri()}
        items = (await one.at(lsp.TEXT_DOCUMENT_COMPLETION, steel, 4, 5)).items
        assert all("${" not in item.text_edit.new_text and not item.command for item in items)
        assert all(item.insert_text_format == lsp.InsertTextFormat.PlainText for item in items)
