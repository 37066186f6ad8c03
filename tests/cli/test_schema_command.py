"""`carbonroad schema`: the JSON Schema on standard output or in a file."""

import json
from pathlib import Path

import pytest

from carbonroad.cli.run import run


def test_the_schema_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert {"milestones", "里程碑", "phases"} <= set(schema["properties"])


def test_the_schema_for_one_kind_of_file_goes_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "deep" / "industry.json"
    assert run(["schema", "--for", "industry", "-o", str(file)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert str(file) in said.err
    assert "phases" not in json.loads(file.read_text("utf-8"))["properties"]


def test_the_schema_is_the_same_in_every_language(capsys: pytest.CaptureFixture[str]) -> None:
    made = []
    for language in ("en", "zh", "fr"):
        assert run(["schema", "--lang", language]) == 0
        made.append(capsys.readouterr().out)
    assert made[0] == made[1] == made[2]


@pytest.mark.parametrize("call", [["schema", "--for", "tops"], ["schema", "-o", ""]])
def test_a_wrong_call_is_refused(call: list[str]) -> None:
    assert run(call) == 2


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "-o", str(tmp_path)]) == 2
    assert "cannot be written" in capsys.readouterr().err
