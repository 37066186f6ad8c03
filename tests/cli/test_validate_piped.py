"""`carbonroad validate -`: standard input as a file that stands alone."""

import json
import sys

import pytest
from standard_input import standard_input

from carbonroad.cli.run import run

WRONG = (
    "title: Steel\nowner: MIIT\nmilestones:\n"
    "  - {id: M1, title: Peak, deadline: by 2030, source: Plan, after: M9}\n"
)


@pytest.mark.parametrize("more", ["", "industry: steel\n"])
def test_standard_input_is_checked_as_a_file_that_stands_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, more: str
) -> None:
    standard_input(monkeypatch, (more + WRONG).encode())
    assert run(["validate", "-", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert [(f["path"], f["name"]) for f in document["findings"]] == [("<stdin>", "unknown-item")]
    assert document["findings"][0]["range"]["start"]["line"] == 4 + bool(more)


@pytest.mark.parametrize(
    "data", [b"", b"\x00", "标题".encode("gbk"), b"[" * 100_000, b"a: &a [*a]", b"\xff\xfe\x00"]
)
def test_damaged_standard_input_is_a_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    standard_input(monkeypatch, data)
    assert run(["validate", "-"]) == 1
    written = capsys.readouterr()
    assert "error[CR0" in written.out
    assert written.err == ""


def test_closed_standard_input_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["validate", "-"]) == 2
    assert "Standard input is closed" in capsys.readouterr().err
