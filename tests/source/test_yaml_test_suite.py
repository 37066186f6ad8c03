"""The inputs of the public YAML test suite: none of them makes an exception or a place outside the file."""

import json
from pathlib import Path

import pytest
from either_parser import parse_by
from soundness import check_bytes

from carbonroad.source.text import from_string

INPUTS: dict[str, str] = json.loads(
    (Path(__file__).resolve().parents[1] / "data" / "yaml-test-suite" / "inputs.json").read_text("utf-8")
)


def test_the_suite_is_there() -> None:
    assert len(INPUTS) > 350


@pytest.mark.parametrize("case", INPUTS)
def test_input_of_the_suite_is_survived(case: str) -> None:
    check_bytes(INPUTS[case].encode())
    parse_by(from_string(INPUTS[case]), libyaml=False)
