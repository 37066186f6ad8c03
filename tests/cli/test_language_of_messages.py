"""What a run says to its user stands in one language, also where the call itself is wrong."""

from pathlib import Path

import pytest

from carbonroad.cli.run import run
from carbonroad.report import BY_NAME

PLAN = "title: Steel\nmilestones:\n  - {id: M1, title: Peak, deadline: by 2030, after: M9, owner: MIIT}\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "steel.yaml").write_text(PLAN)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["validate", "nowhere"], "错误：nowhere不存在。\n建议：检查路径\n"),
        (["validate", "--fromat"], "错误：没有--fromat这个选项。\n建议：是不是“--format”？\n"),
        (["validat"], "错误：没有“validat”这个命令。\n建议：是不是“validate”？\n"),
        (["validate", "--fail-on", "eror"], "错误：--fail-on不认识“eror”。\n建议：是不是“error”？\n"),
        (["validate", "--max-findings", "many"], "错误：--max-findings后面应为数字，而不是“many”。\n"),
        (["validate", "--format", "jsn"], "错误：“jsn”不是格式名。\n建议：是不是“json”？"),
        (["render", "--to", "htm"], "错误：--to不认识“htm”。\n建议：是不是“html”？\n"),
        (["export", "-o", ""], "错误：-o没有指明文件。\n"),
    ],
)
def test_refusals_are_said_in_chinese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.setenv("CARBONROAD_LANG", "zh")
    assert run(arguments) == 2
    assert capsys.readouterr().err.startswith(says)


def test_option_goes_before_the_variable(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARBONROAD_LANG", "zh")
    for arguments in (["--lang", "en"], ["--lang=en"], ["--lang", "en-GB"]):
        assert run(["validate", "nowhere", *arguments]) == 2
        assert capsys.readouterr().err.startswith("error: nowhere does not exist.\n")
    monkeypatch.delenv("CARBONROAD_LANG")
    assert run(["validate", "nowhere"]) == 2
    assert capsys.readouterr().err.startswith("error: ")


@pytest.mark.parametrize("tag", ["zh", "zh-Hans", "zh-CN", "ZH"])
def test_reports_and_findings_in_chinese(capsys: pytest.CaptureFixture[str], tag: str) -> None:
    for name in BY_NAME:
        assert run(["validate", "steel.yaml", "--lang", tag, "--format", name]) == 1
        text = capsys.readouterr().out
        assert "没有" in text
        assert "There is no" not in text


def test_language_without_a_catalogue_is_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "steel.yaml"]) == 1
    english = capsys.readouterr().out
    assert run(["validate", "steel.yaml", "--lang", "fr"]) == 1
    assert capsys.readouterr().out == english
    assert run(["validate", "nowhere", "--lang", "fr"]) == 2
    assert capsys.readouterr().err.startswith("error: nowhere does not exist.")


def test_keys_of_machine_formats_stay(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate", "steel.yaml", "--lang", "zh", "--format", "json"]) == 1
    assert '"severity": "error"' in capsys.readouterr().out


def test_render_speaks_the_first_of_its_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "nowhere", "--lang", "zh,en"]) == 2
    assert capsys.readouterr().err.startswith("错误：")
