"""Nothing is shouted at somebody who is in the middle of a word, and after a pause nothing is left unsaid."""

from pathlib import Path

import lsp_roadmaps
import pytest
from lsp_editor import Editor, editor, names
from lsprotocol import types as lsp

pytestmark = pytest.mark.asyncio


class _Typist:
    """Types at one place of a document, and sees what is shown after each sign."""

    def __init__(self, one: Editor, path: Path, line: int, character: int = 0) -> None:
        self.one, self.path, self.line, self.character = one, path, line, character

    async def type(self, text: str) -> list[str]:
        """Type sign by sign; the names of all rules that were shown of the file on the way."""
        seen: list[str] = []
        for sign in text:
            self.one.type(self.path, (self.line, self.character), sign)
            self.line, self.character = (
                (self.line + 1, 0) if sign == "\n" else (self.line, self.character + 1 + (sign > "\uffff"))
            )
            seen += names(await self.one.findings(self.path))
        return seen


_BODY = "title: Lake District\nlanguages: [en]\nas_of: 2026-11-22\nbefore_means: inclusive\nowner: env\n"
_NEW = (
    f"carbonroad: 1\n{_BODY}organisations:\n  env:\n    title: Ministry\nmilestones:\n"
    "  - id: peak\n    title: 𠮷 Peak\n    deadline: before 2030\n    source: plan\n"
)
_NEW_ZH = (
    "格式: 1\n标题: 云岭省路线图\n语言: [zh]\n数据截至: 2026-11-22\n年前口径: 含当年\n负责: 发改委\n"
    "单位:\n  发改委:\n    标题: 省发展改革委\n来源:\n  方案:\n    标题: 实施方案\n里程碑:\n  - 编号: 达峰\n"
    "    标题: 𠮷碳达峰\n    期限: 2030年前\n    总目标: 达峰\n    来源: 方案\n"
)


@pytest.mark.parametrize(
    ("text", "lang", "shown"),
    [
        (_NEW, "en", {"unknown-source"}),  # of sources there are none: that is wrong from the first letter on
        (_NEW_ZH, "zh", {"declared-and-never-used"}),
    ],
)
async def test_a_first_roadmap_is_typed_without_being_shouted_at(
    tmp_path: Path, text: str, lang: str, shown: set[str]
) -> None:
    top = tmp_path / "carbonroad.yaml"
    top.write_text("", encoding="utf-8")
    async with editor(tmp_path, arguments=("--lang", lang)) as one:
        one.open(top)
        assert names(await one.findings(top)) == ["empty-file"]
        assert set(await _Typist(one, top, 0).type(text)) <= shown | {"empty-file"}


async def test_what_was_shown_stays_while_a_key_is_typed(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    steel, power = folder / "steel.yaml", folder / "power.yaml"
    steel.write_text(lsp_roadmaps.STEEL.replace("power.P1", "power.P7"), encoding="utf-8")
    async with editor(folder) as one:
        one.open(power)
        await one.settled(steel, lambda found: names(found) == ["unknown-item"])
        text = lsp_roadmaps.POWER.replace("  - {", "  - {id: P2, title: Later, source: plan}\n  - {")
        one.write(power, text)
        assert names(await one.findings(power)) == ["missing-key"]
        (place,) = [found.range for found in await one.findings(power)]
        one.type(power, (3, 0), "\n")
        assert names(await one.findings(power)) == ["missing-key"]
        assert await _Typist(one, power, 3).type("not") == ["missing-key"] * 3
        (found,) = await one.findings(power)
        assert (found.range.start.line, found.range.start.character) == (
            place.start.line + 1,
            place.start.character,
        )
        assert all(names(list(told.diagnostics)) == ["unknown-item"] for told in one.told[steel.as_uri()])
        await one.settled(power, lambda found: "syntax-error" in names(found))  # after a pause


async def test_half_a_word_is_told_after_a_pause_and_a_wrong_one_at_once(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    power = folder / "power.yaml"
    text = lsp_roadmaps.POWER
    line = text[: text.index("owner")].count("\n")
    async with editor(folder) as one:
        one.open(power)
        await one.findings(power)
        one.type(power, (line, 7), "m", (line, 11))
        assert await one.findings(power) == []
        await one.settled(power, lambda found: names(found) == ["unknown-organisation"])
        one.type(power, (line, 7), "ii", (line, 8))
        assert names(await one.findings(power)) == ["unknown-organisation"]
        one.type(power, (line, 7), "miit", (line, 9))
        assert await one.findings(power) == []
        one.type(power, (line, 7), "mitt", (line, 11))
        assert names(await one.findings(power)) == ["unknown-organisation"]


async def test_what_is_saved_half_typed_is_told_at_once(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    power = folder / "power.yaml"
    async with editor(folder) as one:
        one.open(power)
        await one.findings(power)
        one.type(power, (3, 0), "not\n")
        one.type(power, (3, 3), "e")
        assert await one.findings(power) == []
        one.client.text_document_did_save(
            lsp.DidSaveTextDocumentParams(text_document=lsp.TextDocumentIdentifier(power.as_uri()))
        )
        await one.settled(power, lambda found: names(found) == ["syntax-error"])
