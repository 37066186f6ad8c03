"""Findings reach an editor as it types: of unsaved text, of every file concerned, in its language."""

import shutil
from pathlib import Path

import lsp_roadmaps
import pytest
from lsp_editor import CODE, capable, codes, editor, marked, names, utf16
from lsprotocol import types as lsp

pytestmark = pytest.mark.asyncio


async def test_the_roadmaps_of_these_tests_have_no_faults(tmp_path: Path) -> None:
    english, chinese = lsp_roadmaps.english(tmp_path / "en"), lsp_roadmaps.chinese(tmp_path)
    async with editor(english, chinese) as one:
        for folder in (english, chinese):
            for path in sorted(folder.glob("*.yaml")):
                one.open(path)
                assert await one.findings(path) == []
        assert one.log == []


@pytest.mark.parametrize(
    ("encoding", "units"), [("utf-8", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")]
)
async def test_a_place_is_counted_as_the_editor_counts(tmp_path: Path, encoding: str, units: str) -> None:
    steel = lsp_roadmaps.english(tmp_path) / "steel.yaml"
    async with editor(tmp_path, capabilities=capable(CODE, encoding)) as one:
        assert one.offered.position_encoding == encoding
        one.open(steel)
        text = lsp_roadmaps.STEEL.replace("for: top.peak", "for: top.peek")
        one.write(steel, text)
        (found,) = await one.findings(steel)
        row = text.split("\n")[found.range.start.line]
        width = len("a".encode(units))
        place = slice(found.range.start.character * width, found.range.end.character * width)
        assert row.encode(units)[place].decode(units) == "top.peek"
        before = row[: row.index("top.peek")].encode(units)
        line, character = found.range.start.line, len(before) // width
        one.type(steel, (line, character), "top.peak", (line, character + 8))
        assert await one.findings(steel) == []


async def test_what_is_typed_in_one_file_is_found_in_another(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    async with editor(folder) as one:
        one.open(folder / "power.yaml")
        assert await one.findings(folder / "power.yaml") == []
        one.replace(folder / "power.yaml", "id: P1", "id: P9")
        await one.settled(folder / "steel.yaml", lambda found: codes(found) != [])
        (found,) = one.told[(folder / "steel.yaml").as_uri()][-1].diagnostics
        assert marked(lsp_roadmaps.STEEL, found.range) == "power.P1"
        assert found.source == "carbonroad"
        assert one.told[(folder / "steel.yaml").as_uri()][-1].version is None
        one.replace(folder / "power.yaml", "id: P9", "id: P1")
        await one.settled(folder / "steel.yaml", lambda found: found == [])
        assert (folder / "power.yaml").read_text("utf-8") == lsp_roadmaps.POWER


@pytest.mark.parametrize(
    ("arguments", "environment", "said", "settings", "chinese"),
    [
        ((), {}, {}, {}, False),
        (("--lang", "zh"), {}, {"locale": "en"}, {}, True),
        (("--lang", "en"), {"CARBONROAD_LANG": "zh"}, {"locale": "zh-cn"}, {}, False),
        ((), {"CARBONROAD_LANG": "zh"}, {"locale": "en-us"}, {}, True),
        ((), {}, {"locale": "zh-cn"}, {}, True),
        ((), {}, {"locale": "fr"}, {}, False),
        ((), {}, {"initialization_options": {"lang": "zh"}}, {}, True),
        ((), {}, {"locale": "zh-cn"}, {"carbonroad": {"lang": "en"}}, False),
    ],
)
async def test_the_language_is_the_calls_the_settings_or_the_editors(
    tmp_path: Path, arguments, environment, said, settings, chinese
) -> None:
    steel = lsp_roadmaps.english(tmp_path) / "steel.yaml"
    async with editor(
        tmp_path, arguments=arguments, environment=environment, settings=settings, **said
    ) as one:
        one.open(steel, lsp_roadmaps.STEEL.replace("top.peak", "top.peek"))
        await one.settled(steel, lambda found: bool(found) and ("没有" in found[0].message) is chinese)


async def test_the_data_date_is_the_calls_or_the_settings(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    for arguments, options in (
        (("--as-of", "2027-03-01"), None),
        ((), {"asOf": "2027-03-01"}),
        (("--as-of", "2027-03-01"), {"asOf": "2026-01-01"}),
    ):
        async with editor(folder, arguments=arguments, initialization_options=options) as one:
            one.open(folder / "power.yaml")
            assert names(await one.findings(folder / "power.yaml")) == ["outcome-not-recorded"]
    async with editor(folder, initialization_options={"asOf": "soon", "lang": 7}) as one:
        one.open(folder / "power.yaml")
        assert await one.findings(folder / "power.yaml") == []
        assert [line for line in one.log if "soon" in line]


async def test_nothing_is_found_in_what_is_no_roadmaps_file(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path / "plans")
    other = tmp_path / "compose.yaml"
    other.write_text("services:\n  web: {image: nginx}\n", encoding="utf-8")
    async with editor(tmp_path) as one:
        one.open(other)
        one.open("untitled:Untitled-1", "a: 1\n")
        one.open("vscode-vfs://github/a/b.yaml", "a: 1\n")
        one.open(folder / "steel.yaml")
        assert await one.findings(folder / "steel.yaml") == []
        assert one.told[other.as_uri()] == one.told["vscode-vfs://github/a/b.yaml"] == []
        assert await one.at(lsp.TEXT_DOCUMENT_HOVER, other, 0, 0) is None
        assert await one.at(lsp.TEXT_DOCUMENT_HOVER, "untitled:Untitled-1", 0, 0) is None
        assert one.log == []


async def test_a_saved_file_and_one_that_changed_on_disk_count(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    steel, power = folder / "steel.yaml", folder / "power.yaml"
    async with editor(folder) as one:
        watched = [way for way in one.registered if way.method == lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES]
        one.open(steel)
        assert await one.findings(steel) == []
        assert len(watched) == 1 or one.registered
        power.write_text(lsp_roadmaps.POWER.replace("P1", "P9"), encoding="utf-8")
        one.changed_on_disk(power)
        await one.settled(steel, bool)
        power.write_text(lsp_roadmaps.POWER, encoding="utf-8")
        one.client.text_document_did_save(
            lsp.DidSaveTextDocumentParams(text_document=lsp.TextDocumentIdentifier(uri=power.as_uri()))
        )
        await one.settled(steel, lambda found: found == [])


async def test_a_closed_document_is_the_files_again(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    steel, power = folder / "steel.yaml", folder / "power.yaml"
    async with editor(folder) as one:
        one.open(steel)
        one.open(power, lsp_roadmaps.POWER.replace("P1", "P9"))
        await one.settled(steel, bool)
        one.close(power)
        await one.settled(steel, lambda found: found == [])


async def test_files_outside_every_open_folder_are_shown_while_they_are_open(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path / "elsewhere")
    (tmp_path / "here").mkdir()
    steel = folder / "steel.yaml"
    async with editor(tmp_path / "here") as one:
        one.open(steel, lsp_roadmaps.STEEL.replace("top.peak", "top.peek").replace("power.P1", "power.P9"))
        assert len(await one.findings(steel)) == 2
        one.close(steel)
        await one.settled(steel, lambda found: found == [])


async def test_findings_of_a_folder_come_and_go_with_it(tmp_path: Path) -> None:
    first, second = lsp_roadmaps.english(tmp_path / "a"), lsp_roadmaps.english(tmp_path / "b")
    for folder in (first, second):
        (folder / "power.yaml").write_text(lsp_roadmaps.POWER.replace("P1", "P9"), encoding="utf-8")
    async with editor(first) as one:
        await one.settled(first / "steel.yaml", bool)
        assert one.told[(second / "steel.yaml").as_uri()] == []
        event = lsp.WorkspaceFoldersChangeEvent(
            added=[lsp.WorkspaceFolder(uri=second.as_uri(), name="b")],
            removed=[lsp.WorkspaceFolder(uri=first.as_uri(), name="a")],
        )
        one.client.workspace_did_change_workspace_folders(lsp.DidChangeWorkspaceFoldersParams(event=event))
        await one.settled(second / "steel.yaml", bool)
        await one.settled(first / "steel.yaml", lambda found: found == [])


async def test_a_folder_removed_and_put_back_under_it(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path / "plans")
    steel, power = folder / "steel.yaml", folder / "power.yaml"
    async with editor(tmp_path) as one:
        one.open(steel)
        assert await one.findings(steel) == []
        shutil.rmtree(folder)
        one.changed_on_disk(steel, power, folder / "carbonroad.yaml")
        for number in range(3):
            one.type(steel, (0, 0), f"# {number}\n")
            await one.at(lsp.TEXT_DOCUMENT_HOVER, steel, 1, 3)
            await one.labels(steel, 1, 3)
        lsp_roadmaps.english(folder)
        power.write_text(lsp_roadmaps.POWER.replace("P1", "P9"), encoding="utf-8")
        one.changed_on_disk(steel, power, folder / "carbonroad.yaml")
        await one.settled(steel, lambda found: len(found) == 1)
        folder.rename(tmp_path / "renamed")
        one.changed_on_disk(steel, tmp_path / "renamed" / "steel.yaml")
        await one.settled(tmp_path / "renamed" / "steel.yaml", lambda found: len(found) == 1)
        assert one.log == []


async def test_a_chinese_folder_with_blanks_percent_and_hash_signs(tmp_path: Path) -> None:
    folder = lsp_roadmaps.chinese(tmp_path)
    steel, power = folder / "钢铁.yaml", folder / "电力.yaml"
    async with editor(folder, arguments=("--lang", "zh")) as one:
        one.open(steel)
        assert await one.findings(steel) == []
        one.replace(steel, "电力.绿证", "电力.绿正")
        (found,) = await one.findings(steel)
        text = lsp_roadmaps.STEEL_ZH.replace("电力.绿证", "电力.绿正")
        assert marked(text, found.range) == "电力.绿正"
        assert "电力.绿证" in found.message
        one.open(power)
        assert utf16(text, "电力.绿正") == (found.range.start.line, found.range.start.character)


async def test_an_editor_that_shows_little_is_sent_little(tmp_path: Path) -> None:
    steel = lsp_roadmaps.english(tmp_path) / "steel.yaml"
    bare = lsp.ClientCapabilities(text_document=lsp.TextDocumentClientCapabilities())
    async with editor(tmp_path, capabilities=bare) as one:
        one.open(steel, lsp_roadmaps.STEEL.replace("id: M2", "id: M1"))
        found = await one.findings(steel)
        assert found
        assert all(not one.related_information and not one.data and not one.tags for one in found)
        assert one.registered == []
        offered = one.offered
        assert not offered.hover_provider
        assert not offered.completion_provider
        assert not offered.code_action_provider
        assert offered.text_document_sync.change == lsp.TextDocumentSyncKind.Incremental
