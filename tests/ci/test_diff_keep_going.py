"""`carbonroad diff --keep-going`: what changed is said also where the new version has errors."""

from pathlib import Path

import pytest

from carbonroad.cli.run import run

TOP = "title: Plan\nas_of: 2026-01-31\nbefore_means: inclusive\n"
STEEL = "title: Steel\nowner: none\nmilestones:\n  - {id: M1, title: Half of it, deadline: by 2030}\n"
BROKEN = STEEL.replace("by 2030", "by 2030, after: gone")


@pytest.fixture(autouse=True)
def _versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, steel in (("old", STEEL), ("new", BROKEN.replace("by 2030", "by 2032"))):
        Path(name).mkdir()
        Path(name, "carbonroad.yaml").write_text(TOP, "utf-8")
        Path(name, "steel.yaml").write_text(steel, "utf-8")


def test_without_it_a_version_with_errors_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "old", "new"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "CR2" in told.err


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "warning: new has errors in new/steel.yaml; what could not be read there may look dropped."),
        ("zh", "警告：new的new/steel.yaml有错误；其中无法读取的内容可能看似取消。"),
    ],
)
def test_with_it_the_page_says_so_and_the_code_stays(
    lang: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", "old", "new", "--keep-going", "--format", "md", "--lang", lang]) == 1
    said = capsys.readouterr()
    assert f"**{told}**" in said.out
    assert told in said.err
    assert "steel.M1" in said.out


def test_without_errors_it_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("new/steel.yaml").write_text(STEEL.replace("by 2030", "by 2032"), "utf-8")
    assert run(["diff", "old", "new"]) == 0
    usual = capsys.readouterr()
    assert run(["diff", "old", "new", "--keep-going"]) == 0
    assert capsys.readouterr() == usual


def test_errors_in_both_are_told_of_both(capsys: pytest.CaptureFixture[str]) -> None:
    Path("old/steel.yaml").write_text(BROKEN, "utf-8")
    assert run(["diff", "old", "new", "--keep-going"]) == 1
    said = capsys.readouterr().out
    assert (
        "old has errors in old/steel.yaml; what could not be read there may be missing or look added." in said
    )
    assert "new has errors in new/steel.yaml; what could not be read there may look dropped." in said


def test_of_many_files_with_errors_a_few_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(30):
        Path(f"new/part-{number:02}.yaml").write_text("title: [\n", "utf-8")
    assert run(["diff", "old", "new", "--keep-going", "--lang", "zh"]) == 1
    told = capsys.readouterr().err
    assert "new/part-09.yaml和另外21个文件有错误" in told
    assert "part-10" not in told
