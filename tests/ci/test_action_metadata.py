"""action.yml: what it says of itself, and that nothing of a stranger's can become a part of its scripts."""

import re
from pathlib import Path

from action_steps import ACTION, ROOT
from ci_schemas import faults

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")


def test_it_is_as_github_says_that_an_action_is() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert faults("github-actions", text) == []
    assert faults("github-actions", text.replace("shell: bash", "", 1))
    assert faults("github-actions", text.replace("using: composite", "using: shell"))


def test_scripts_hold_no_expressions() -> None:
    scripts = [one for one in ACTION["runs"]["steps"] if "run" in one]
    assert len(scripts) == 2
    for one in scripts:
        assert "${{" not in one["run"]
        assert one["shell"] == "bash"
        assert one["run"].startswith("set -euo pipefail\n")


def test_every_input_reaches_a_step_and_is_declared() -> None:
    steps = str([{key: text for key, text in one.items() if key != "run"} for one in ACTION["runs"]["steps"]])
    used = set(re.findall(r"inputs\.([\w-]+)", steps))
    assert used == set(ACTION["inputs"])
    for name, one in ACTION["inputs"].items():
        assert one["description"], name
        assert isinstance(one.get("default", ""), str), name


def test_it_asks_for_no_secret_and_pins_what_it_uses() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert not re.search(r"secrets\.|github\.token|GITHUB_TOKEN", text)
    used = re.findall(r"uses: (.+)", text)
    assert len(used) == 2
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", one) for one in used)


def test_the_page_lists_inputs_and_outputs() -> None:
    rows = re.findall(r"^\| (`[\w-]+`(?:, `[\w-]+`)*) \|(.*)\|$", PAGE, re.MULTILINE)
    named = [name for first, _ in rows for name in re.findall(r"`([\w-]+)`", first)]
    assert named == [*ACTION["inputs"], *ACTION["outputs"]]
    usual = {first.strip("`"): rest.split("|")[-1].strip().strip("`") for first, rest in rows}
    for name, one in ACTION["inputs"].items():
        default = one.get("default", "")
        assert usual[name] == default or (not default and not usual[name].startswith("`")), name


def test_its_folder_holds_what_it_calls() -> None:
    for one in ACTION["runs"]["steps"]:
        for path in re.findall(r"\$GITHUB_ACTION_PATH/([\w/.]+)", one.get("run", "")):
            assert (ROOT / path).is_file()
    assert Path(ROOT / "tools" / "action" / "run.py").is_file()
