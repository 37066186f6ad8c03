"""The server survives: text typed letter by letter, ten thousand edits, and messages that are none."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import lsp_roadmaps
import pytest
from lsp_editor import DAY, PATIENCE, editor, utf16
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

pytestmark = pytest.mark.asyncio
ROOT = Path(__file__).parent.parent.parent
_EDITS = 10_000
_MOST_GROWN = 8 * 1024 * 1024
"""Bytes: some eight times the allocator's play, a third of what keeping each checked state takes."""


def _said_on_the_command_line(folder: Path) -> list[tuple[str, int, int]]:
    """Code, line and column of what `validate` finds in a file, both from 0."""
    done = subprocess.run(
        [sys.executable, "-m", "carbonroad", "validate", folder, "--format", "json", "--lang", "en", "-q"],
        capture_output=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY},
    )
    found = json.loads(done.stdout)["findings"]
    return [
        (one["code"], one["range"]["start"]["line"] - 1, one["range"]["start"]["column"] - 1) for one in found
    ]


async def test_a_file_typed_letter_by_letter_is_answered_all_along(tmp_path: Path) -> None:
    folder = tmp_path / "france"
    copytree(ROOT / "roadmaps" / "france", folder)
    path = folder / "transport.yaml"
    text = path.read_text("utf-8")
    assert len(text) > 1000
    line, character = 0, 0
    async with editor(folder, arguments=("--lang", "en")) as one:
        one.open(path, "")
        for number, sign in enumerate(text):
            one.type(path, (line, character), sign)
            line, character = (line + 1, 0) if sign == "\n" else (line, character + 1 + (sign > "\uffff"))
            if number % 12 == 0:
                # Every question waits for its answer, so that each of these prefixes is really looked at.
                await one.at(lsp.TEXT_DOCUMENT_COMPLETION, path, line, character)
                await one.at(lsp.TEXT_DOCUMENT_HOVER, path, line, character // 2)
            if number % 60 == 0:
                await one.ask(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, path)
                await one.ask(lsp.TEXT_DOCUMENT_FOLDING_RANGE, path)
                await one.findings(path)
        found = await one.findings(path)
        assert one.log == []
        shown = [(str(each.code), each.range.start.line, each.range.start.character) for each in found]
    assert shown == _said_on_the_command_line(path)


async def test_ten_thousand_quick_edits_leave_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "france"
    copytree(ROOT / "roadmaps" / "france", folder)
    path = folder / "transport.yaml"
    word = "Greenhouse"
    line, character = utf16(path.read_text("utf-8"), word)
    async with editor(folder) as one:
        one.open(path)
        before = await one.findings(path)

        async def edit(count: int, burst: int) -> tuple[int, int]:
            """Type, so many without waiting; return bytes of memory then, and how often it was told."""
            told = len(one.told[path.as_uri()])
            for number in range(count):
                end = character + (5 if number else len(word))
                one.type(path, (line, character), f"{number:05}", (line, end))
                if number % burst == 0:
                    await one.findings(path)
            one.type(path, (line, character), word, (line, character + 5))
            assert await one.findings(path) == before
            return _resident(one.pid), len(one.told[path.as_uri()]) - told

        warm, _ = await edit(_EDITS // 5, 25)
        grown, told = await edit(_EDITS, 25)
        assert told > _EDITS / 50
        assert grown - warm < _MOST_GROWN
        _, told = await edit(_EDITS, _EDITS)
        assert told < _EDITS / 50
        assert one.log == []


def _resident(process: int) -> int:
    """Bytes of memory that a process has, where the system says so; 0 elsewhere."""
    known = Path(f"/proc/{process}/statm")
    return int(known.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if known.is_file() else 0


async def test_ranges_beyond_the_end_and_documents_that_are_not_open(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    steel, power = folder / "steel.yaml", folder / "power.yaml"
    async with editor(folder) as one:
        one.open(steel)
        one.type(steel, (5000, 9000), "# end\n", (6000, 1))
        one.type(steel, (0, 9000), " # first", (0, 9001))
        assert await one.findings(steel) == []
        for place in ((5000, 0), (0, 5000), (2, 1_000_000)):
            await one.at(lsp.TEXT_DOCUMENT_HOVER, steel, *place)
            await one.labels(steel, *place)
        one.type(power, (0, 0), "never opened")
        one.close(power)
        one.close(steel)
        one.type(steel, (0, 0), "closed: before\n")
        hover = await one.at(lsp.TEXT_DOCUMENT_HOVER, steel, *utf16(lsp_roadmaps.STEEL, "P1"))
        assert "Certificates" in hover.contents.value
        assert one.log == []


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
async def test_line_ends_of_every_kind_and_a_byte_order_mark(tmp_path: Path, ends: str) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    steel = folder / "steel.yaml"
    for mark in ("", "\ufeff"):
        text = mark + lsp_roadmaps.STEEL.replace("Market", "Mar\u2028ket").replace("\n", ends)
        async with editor(folder) as one:
            one.open(steel, text)
            await one.findings(steel)
            line, character = utf16(lsp_roadmaps.STEEL, "M2")
            (place,) = await one.at(
                lsp.TEXT_DOCUMENT_REFERENCES,
                steel,
                line,
                character,
                context=lsp.ReferenceContext(include_declaration=True),
            )
            assert (place.range.start.line, place.range.start.character) == (line, character)
            one.type(steel, (0, 0), "#\n")
            one.type(steel, (1, 0), "", (1, 0))
            await one.findings(steel)
            assert one.log == []


async def test_what_was_cancelled_is_answered_as_cancelled(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path)
    steel = folder / "steel.yaml"
    async with editor(folder) as one:
        one.open(steel)
        await one.findings(steel)
        params = lsp.DocumentSymbolParams(lsp.TextDocumentIdentifier(uri=steel.as_uri()))
        asked = []
        for number in range(200):
            sent = one.client.protocol.send_request(
                lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params, msg_id=f"n{number}"
            )
            asked.append(asyncio.wrap_future(sent))
            one.client.protocol.notify(lsp.CANCEL_REQUEST, lsp.CancelParams(id=f"n{number}"))
        answers = await asyncio.wait_for(asyncio.gather(*asked, return_exceptions=True), PATIENCE)
        refused = [answer for answer in answers if isinstance(answer, JsonRpcException)]
        assert {answer.code for answer in refused} == {-32800}
        assert len(refused) > 100
        assert await one.ask(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, steel)


class _Raw:
    """The server, spoken to by bytes."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "carbonroad", "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "SOURCE_DATE_EPOCH": DAY, **environment},
        )

    def say(self, *messages: object) -> tuple[list[dict], int, bytes]:
        """Say messages or bytes, end, and return the answers, the exit code and what is on standard error."""
        said = b"".join(one if isinstance(one, bytes) else _framed(one) for one in messages)
        out, error = self._server.communicate(said, timeout=PATIENCE)
        answers = []
        while out:
            head, _, rest = out.partition(b"\r\n\r\n")
            length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
            answers.append(json.loads(rest[:length]))
            out = rest[length:]
        return answers, self._server.returncode, error


def _framed(message: object) -> bytes:
    body = json.dumps(message, ensure_ascii=False).encode("utf-8")
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def _request(number: object, method: str, params: object = None) -> dict:
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


_BEGIN = (
    _request(0, "initialize", {"processId": None, "rootUri": None, "capabilities": {}}),
    {"jsonrpc": "2.0", "method": "initialized", "params": {}},
)
_END = (_request("end", "shutdown"), {"jsonrpc": "2.0", "method": "exit"})


async def test_messages_that_are_none_are_answered_and_passed_over() -> None:
    odd = (
        b"Content-Length: 9\r\n\r\nnot json!",
        b"content-length:4\r\nContent-Type: x\r\n\r\n[1]\n",
        b"Nonsense\r\n\r\nContent-Length: x\r\n\r\n",
        _framed({"id": 1, "method": "textDocument/hover"}),
        _framed({"jsonrpc": "2.0", "id": 2, "method": "textDocument/hover", "params": {"a": 1}}),
        _framed({"jsonrpc": "2.0", "id": 3, "method": "no/such", "params": {}}),
        _framed({"jsonrpc": "2.0", "method": "no/such", "params": {}}),
        _framed({"jsonrpc": "2.0", "id": 4, "method": 7}),
        _framed({"jsonrpc": "2.0", "id": 77, "result": None}),
        _framed({"jsonrpc": "2.0", "id": "x", "error": {"code": 1, "message": "m"}}),
        _framed({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"textDocument": 1}}),
        _framed(_request(5, "initialize", {"processId": None, "rootUri": None, "capabilities": {}})),
        _framed(_request(6, "textDocument/hover", _hover("file:///nowhere%00/a.yaml"))),
        _framed(_request(7, "textDocument/hover", _hover("http://[bad/a.yaml"))),
        _framed(_request(8, "workspace/symbol", {"query": ""})),
    )
    answers, code, error = _Raw().say(*_BEGIN, *odd, *_END)
    assert code == 0
    assert error == b""
    told = {str(one["id"]): one.get("error", {}).get("code") for one in answers if "method" not in one}
    assert told == {
        "0": None, "None": -32700, "1": -32600, "2": -32602, "3": -32601, "4": -32600, "5": -32600,
        "6": None, "7": None, "8": None, "end": None,
    }  # fmt: skip


def _hover(uri: str) -> dict:
    return {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}


async def test_the_order_of_the_protocol_and_its_exit_codes() -> None:
    early = _request(1, "textDocument/hover", _hover("file:///a.yaml"))
    answers, code, _ = _Raw().say(early, *_BEGIN, _END[0], early, _END[1])
    assert code == 0
    assert [(one["id"], one.get("error", {}).get("code")) for one in answers] == [
        (1, -32002), (0, None), ("end", None), (1, -32600),
    ]  # fmt: skip
    assert _Raw().say(*_BEGIN, _END[1])[1] == 1
    assert _Raw("--stdio").say(*_BEGIN, _END[0])[1] == 0
    assert _Raw().say(*_BEGIN, b"Content-Length: 1000\r\n\r\n{}")[1] == 1


async def test_a_fault_of_the_program_is_one_line_and_an_error(tmp_path: Path) -> None:
    folder = lsp_roadmaps.english(tmp_path / "plans")
    (tmp_path / "sitecustomize.py").write_text(
        "import carbonroad.editing.hovering.at_cursor as told\n"
        "def broken(*_):\n    print('on standard output')\n    raise RuntimeError('first line\\nsecond')\n"
        "told.hover = broken\n",
        encoding="utf-8",
    )
    where = f"{tmp_path}{os.pathsep}{ROOT}"
    uri = (folder / "steel.yaml").as_uri()
    asked = (*_BEGIN, _request(1, "textDocument/hover", _hover(uri)), _request(2, "no/such"), *_END)
    answers, code, error = _Raw("--lang", "zh", PYTHONPATH=where).say(*asked)
    assert code == 0
    assert error == b"on standard output\n"
    (line,) = [one["params"]["message"] for one in answers if one.get("method") == "window/logMessage"]
    assert "RuntimeError: first line second" in line
    assert not line.isascii()
    (broken,) = [one for one in answers if one.get("id") == 1]
    assert broken["error"]["code"] == -32603
    assert "Traceback" not in json.dumps(answers)
    assert b"Traceback" in _Raw("--debug", PYTHONPATH=where).say(*asked)[2]


async def test_a_call_that_cannot_be_meant_is_refused() -> None:
    for arguments, words in ((("--as-of", "soon"), b"soon"), (("--lang", "中文"), b"--lang")):
        answers, code, error = _Raw(*arguments).say()
        assert (answers, code) == ([], 2)
        assert words in error


async def test_progress_while_many_roadmaps_are_read(tmp_path: Path) -> None:
    for number in range(12):
        lsp_roadmaps.english(tmp_path / f"plan-{number}")
    async with editor(tmp_path) as one:
        await one.until(lambda: one.progress[-1:] == ["end"])
        assert one.progress[:2] == ["create", "begin"]
        assert "report" in one.progress
