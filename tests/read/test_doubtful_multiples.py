"""A multiple that can be read in two ways is a finding that says how to write it."""

from pathlib import Path

import pytest
from roadmap_files import load_files


@pytest.mark.parametrize(
    ("words", "multiple"),
    [("up 6 times", True), ("下降2倍", True), ("world level", False), ("9" * 300, False)],
)
def test_the_help_is_about_multiples(tmp_path: Path, words: str, *, multiple: bool) -> None:
    text = f"""
    owner: MIIT
    indicators:
      - {{id: e, title: E, unit: GW, targets: {{2030: '{words}'}}}}
    """
    found = [one for one in load_files(tmp_path, text).findings if one.name == "value-not-understood"]
    assert [(one.help or "").startswith("a multiple is of") for one in found] == [multiple]
