"""`carbonroad init`: files that validate and render at once; nothing is ever overwritten."""

import json
from pathlib import Path

import pytest
import yaml

from carbonroad.cli.run import run

ROADMAPS = Path(__file__).resolve().parent.parent.parent / "roadmaps"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _tree(folder: str = ".") -> dict[str, bytes]:
    root = Path(folder)
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_empty_folder_becomes_a_roadmap_without_findings(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "--lang", language]) == 0
    said = capsys.readouterr().out
    assert "carbonroad validate" in said
    assert "carbonroad render" in said
    assert run(["validate", "--fail-on", "info"]) == 0
    assert run(["render"]) == 0
    assert Path("build/index.html").is_file()


def test_the_chinese_example_has_chinese_keys_and_words() -> None:
    assert run(["init", "--lang", "zh", "-q"]) == 0
    texts = [path.read_text("utf-8") for path in Path("roadmaps").glob("*.yaml")]
    assert len(texts) == 3
    for text in texts:
        keys = [
            line.split(":")[0].strip(" -")
            for line in text.splitlines()
            if ":" in line and "#" not in line[:1]
        ]
        assert [key for key in keys if key.isascii() and key.isalpha()] == []
        assert "示例" in text.splitlines()[1]


def test_two_runs_write_the_same_and_the_second_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    before = _tree()
    capsys.readouterr()
    assert run(["init"]) == 0
    assert _tree() == before
    assert "nothing was written" in capsys.readouterr().err


def test_a_roadmap_that_is_there_is_refused_and_left(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "-q"]) == 0
    Path("roadmaps/power.yaml").write_text("title: Mine\n", encoding="utf-8")
    before = _tree()
    for call in (["init"], ["init", "--from", "china"], ["init", "--title", "Other"]):
        assert run(call) == 2
        assert "holds a roadmap already; nothing was written" in capsys.readouterr().err
    assert _tree() == before


@pytest.mark.parametrize(
    "there", ["roadmaps/oil.yaml", "roadmaps/china/carbonroad.yaml", "roadmaps/steel.yaml"]
)
def test_any_file_of_a_roadmap_is_a_reason_to_refuse(there: str) -> None:
    Path(there).parent.mkdir(parents=True)
    Path(there).write_text("title: Mine\n", encoding="utf-8")
    assert run(["init"]) == 2
    assert list(_tree()) == [there]


def test_settings_that_are_there_stay(capsys: pytest.CaptureFixture[str]) -> None:
    Path(".vscode").mkdir()
    Path(".vscode/settings.json").write_text("{}", encoding="utf-8")
    assert run(["init"]) == 0
    assert Path(".vscode/settings.json").read_text("utf-8") == "{}"
    assert "Left as it is, because it stands there already: .vscode/settings.json" in capsys.readouterr().err
    assert Path("roadmaps/carbonroad.yaml").is_file()


def test_the_title_and_the_industries_can_be_given() -> None:
    title = 'City: "roadmap" #1'
    assert (
        run(["init", "plans", "--title", title, "--industries", "steel,cement", "--industries", "1-fine"])
        == 0
    )
    assert {path.name for path in Path("plans").glob("*.yaml")} == {
        "carbonroad.yaml",
        "steel.yaml",
        "cement.yaml",
        "1-fine.yaml",
    }
    top = yaml.safe_load(Path("plans/carbonroad.yaml").read_text("utf-8"))
    assert (top["title"], top["industries"]) == (title, ["steel", "cement", "1-fine"])
    assert run(["validate", "plans", "--fail-on", "info"]) == 0


def test_industries_in_chinese_have_no_findings() -> None:
    assert run(["init", "--lang", "zh", "--industries", "水泥，化工"]) == 0
    assert run(["validate", "--fail-on", "info"]) == 0


@pytest.mark.parametrize("name", ["a b", "index", "top", "../x", "carbonroad", "总体"])
def test_a_name_that_no_industry_can_have_is_refused(name: str) -> None:
    assert run(["init", "--industries", name]) == 2
    assert _tree() == {}


@pytest.mark.parametrize("name", ["china", "france"])
def test_a_shipped_roadmap_is_copied(name: str) -> None:
    assert run(["init", "copy", "--from", name]) == 0
    for path in (ROADMAPS / name).glob("*.yaml"):
        first, _, rest = Path("copy", path.name).read_text("utf-8").partition("\n")
        assert first.startswith("# yaml-language-server: $schema=.schema/")
        assert rest == path.read_text("utf-8")
    assert run(["validate", "copy"]) == 0


def test_the_help_names_every_roadmap_that_comes_with_the_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["init", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    names = sorted(path.parent.name for path in ROADMAPS.glob("*/carbonroad.yaml"))
    assert f"Copy a roadmap that comes with the program: {' or '.join(names)}." in told


def test_a_copy_has_its_own_title_and_industries(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--from", "china", "--title", "Mine"]) == 2
    assert run(["init", "--from", "chin"]) == 2
    assert 'did you mean "china"' in capsys.readouterr().err
    assert _tree() == {}


def test_a_file_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    Path("roadmaps").write_text("", encoding="utf-8")
    assert run(["init"]) == 2
    assert "roadmaps is a file" in capsys.readouterr().err
    assert run(["init", ""]) == 2


def test_editors_are_told_which_schema_is_for_which_file() -> None:
    assert run(["init", "plans/city", "-q"]) == 0
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert settings == {
        "./plans/city/.schema/top.json": "plans/city/carbonroad.yaml",
        "./plans/city/.schema/industry.json": ["plans/city/*.yaml", "!plans/city/carbonroad.yaml"],
    }
    for name in settings:
        assert json.loads(Path(name).read_text("utf-8"))["$schema"].endswith("draft-07/schema#")
    for path in Path("plans/city").glob("*.yaml"):
        kind = "top" if path.name == "carbonroad.yaml" else "industry"
        assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema=.schema/{kind}.json\n")


def test_editor_files_belong_to_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert run(["init", "--ci", "github", "-q"]) == 0
    assert (tmp_path / ".vscode/settings.json").is_file()
    assert "carbonroad validate sub/roadmaps" in (tmp_path / ".github/workflows/carbonroad.yml").read_text(
        "utf-8"
    )


CI = {
    "github": ".github/workflows/carbonroad.yml",
    "gitlab": ".gitlab-ci.yml",
    "pre-commit": ".pre-commit-config.yaml",
}


def test_ci_files_come_to_a_roadmap_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    Path("roadmaps").mkdir()
    Path("roadmaps/steel.yaml").write_text("title: Mine\n", encoding="utf-8")
    Path(CI["gitlab"]).write_text("mine: 1\n", encoding="utf-8")
    assert run(["init", "--ci", "github,gitlab"]) == 0
    assert "it stays as it is" in capsys.readouterr().err
    assert [path.name for path in Path("roadmaps").glob("*.yaml")] == ["steel.yaml"]
    assert Path(CI["github"]).is_file()
    assert Path(CI["gitlab"]).read_text("utf-8") == "mine: 1\n"


def test_a_folder_of_roadmaps_gets_the_files_of_ci_alone() -> None:
    assert run(["init", "roadmaps/china", "--from", "china", "-q"]) == 0
    before = set(_tree())
    assert run(["init", "--ci", "github"]) == 0
    assert set(_tree()) - before == {CI["github"]}


def test_a_folder_that_cannot_be_written_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    Path("plans").write_text("", encoding="utf-8")
    assert run(["init", "plans/city"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_unknown_check_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "--ci", "githb"]) == 2
    assert 'did you mean "github"' in capsys.readouterr().err
    assert _tree() == {}


def test_without_a_roadmap_validate_points_to_init(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["validate"]) == 2
    assert "carbonroad init" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("more", [[], ["--industries", "cement,steel", "--title", "A: b"]])
def test_what_it_writes_is_in_canonical_form(language: str, more: list[str]) -> None:
    assert run(["init", "--lang", language, *more]) == 0
    assert run(["fmt", "--check"]) == 0
