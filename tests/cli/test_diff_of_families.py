"""`diff` says what changed in how roadmaps are related."""

import shutil
from pathlib import Path

import pytest

from carbonroad.cli.run import run

NESTED = Path(__file__).parents[1] / "data" / "nested"


@pytest.mark.parametrize(
    ("folder", "old", "new", "said"),
    [
        (
            "whole",
            "{method: mean, weights: output}",
            "{method: mean, weights: equal}",
            "mean; weights: equal",
        ),
        ("whole", "allocation: sum", "allocation: {method: sum, among: [north]}", "sum; among: north"),
        ("north", "    allocation: sum\n", "", "division among the roadmaps below"),
        ("bay", "parent: south", "parent: north", "south"),
    ],
)
def test_a_changed_relation_is_told(
    folder: str, old: str, new: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old", "new"):
        shutil.copytree(NESTED, tmp_path / name)
    top = tmp_path / "new" / folder / "carbonroad.yaml"
    text = top.read_text(encoding="utf-8")
    assert old in text
    top.write_text(text.replace(old, new, 1), encoding="utf-8")
    run(["diff", str(tmp_path / "old" / folder), str(tmp_path / "new" / folder)])
    assert said in capsys.readouterr().out
