"""The text of a comment: what matters first, never longer than a comment may be."""

import runpy

import pytest
from action_steps import ROOT

COMMENT = runpy.run_path(str(ROOT / "tools" / "action" / "comment.py"))
MARK, short_enough, whole = (COMMENT[name] for name in ("MARK", "short_enough", "whole"))

TABLE = "| Severity | Place |\n| --- | --- |\n"


def _findings(errors: int, warnings: int) -> str:
    rows = ["error"] * errors + ["warning"] * warnings
    lines = "".join(f"| {word} | steel.yaml:{n} |\n" for n, word in enumerate(rows))
    return f"### {errors} errors, {warnings} warnings\n\n{TABLE}{lines}"


def _heads(errors: int, warnings: int, changes: list[str]) -> list[str]:
    return [part.splitlines()[-1][:10] for part in whole(_findings(errors, warnings), changes, "also", "end")]


def test_errors_come_first_then_changes_then_the_rest() -> None:
    assert _heads(2, 3, ["# Plan"]) == ["### 2 erro", "| error | ", "## Plan", "also", "| warning ", "end"]
    assert _heads(0, 3, ["# Plan"]) == ["### 0 erro", "## Plan", "also", "| warning ", "end"]
    assert _heads(2, 0, ["# Plan"]) == ["### 2 erro", "| error | ", "## Plan", "end"]
    assert _heads(2, 3, []) == ["### 2 erro", "| warning ", "end"]


def test_many_errors_do_not_hide_the_changes() -> None:
    parts = whole(_findings(30, 1), ["# Plan"], "also", "")
    assert [part.count("| error |") for part in parts] == [0, 20, 0, 0, 10]
    assert parts[2] == "## Plan"


@pytest.mark.parametrize("rows", [1, 2500, 20000])
@pytest.mark.parametrize("pages", [1, 3, 40])
def test_a_comment_is_never_too_long(rows: int, pages: int) -> None:
    changes = [f"# Page {n}\n\n{'x' * 25_000}" for n in range(pages)]
    parts = whole(_findings(0, rows), changes, "also", "end")
    text = short_enough(parts, "and more")
    assert len(text) <= 60_000
    assert text.startswith(f"{MARK}\n\n### 0 errors, {rows} warnings\n\n")
    assert "# Page 0" in text
    assert ("and more" in text) == (pages > 2 or rows > 2000)
    assert all(line.endswith("|") for line in text.splitlines() if line.startswith("|"))
