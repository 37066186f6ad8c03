"""Mermaid files: within its limits, what is left out is said, and no word of a stranger acts."""

from pathlib import Path

from roadmap_files import load_files
from small_roadmap import two_fields

from carbonroad.export import BY_NAME, Exported, Options
from carbonroad.export.mermaid_export import MOST_CHARACTERS, MOST_EDGES
from carbonroad.project import Project


def files(project: Project, **options: object) -> tuple[dict[str, str], list[str]]:
    exported = Exported(project.system, project.facts, "1.0", "en", Options(**options))  # type: ignore[arg-type]
    made = BY_NAME["mermaid"].write(exported)
    return {name: data.decode() for name, data in made.items()}, [
        str(one) for one in BY_NAME["mermaid"].notes(exported)
    ]


def test_the_whole_and_each_industry_have_a_file(tmp_path: Path) -> None:
    project = two_fields(tmp_path)
    made, notes = files(project)
    name = project.system.name
    assert {f"{name}.mmd", f"{name}-links.mmd", f"{name}-steel.mmd", f"{name}-steel-links.mmd"} <= set(made)
    assert f"{name}-top-links.mmd" in made, "a work of an industry serves its goal"
    whole = made[f"{name}.mmd"].splitlines()
    assert "    section Steel" in whole
    assert "    [steel.M1] Steel peaks :milestone, 2030-12-31, 0d" in whole
    assert "%% without a day, not in the chart (2): steel.M5, steel.W2" in whole
    assert "    [W1] Build furnaces :2028-01-01, 2028-09-30" in made[f"{name}-steel.mmd"].splitlines()
    assert any("power.P1 Green certificates" in line for line in made[f"{name}-steel-links.mmd"].splitlines())
    assert notes == []
    assert set(files(project, parts=("power",))[0]) == {f"{name}-power.mmd", f"{name}-power-links.mmd"}


def test_limits_of_mermaid_are_kept_and_said(tmp_path: Path) -> None:
    items = [
        f"  - {{id: M{n}, title: A title of some length that many roadmaps have {n}, deadline: by 2030"
        + (f", after: M{n - 1}}}" if n else "}")
        for n in range(900)
    ]
    project = load_files(tmp_path, "owner: MIIT\nmilestones:\n" + "\n".join(items) + "\n")
    made, notes = files(project)
    assert all(len(text) <= MOST_CHARACTERS for text in made.values())
    bars, arrows = (made[f"{project.system.name}-steel{end}.mmd"].splitlines() for end in ("", "-links"))
    drawn = sum(":milestone" in line for line in bars)
    assert 300 < drawn < 900
    assert 100 < sum(" --> " in line for line in arrows) <= MOST_EDGES
    assert bars[-1].startswith(f"%% left out, beyond what Mermaid draws ({900 - drawn}): steel.M{drawn}, ")
    assert any(f"-steel.mmd: {900 - drawn} are left out" in note for note in notes)
    assert any("-steel-links.mmd: " in note for note in notes)


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    title = r'"%%{init: {}}%%; click n1 \"javascript:x\" # </script> \u202e --> n9\nsection X: 2030"'
    project = load_files(
        tmp_path,
        f"""
        owner: MIIT
        milestones:
          - {{id: a, title: {title}, deadline: by 2030}}
          - {{id: b, title: {title}, deadline: by 2031, after: a}}
        """,
    )
    made, _ = files(project)
    bars = made[f"{project.system.name}-steel.mmd"].splitlines()
    assert [line for line in bars if line.count(":") > 1 and not line.startswith("%%{init")] == []
    assert not any("%%" in line or "#" in line or "\u202e" in line for line in bars[1:])
    assert any("n9 section X" in line for line in bars)  # a title of two lines is one line
    arrows = made[f"{project.system.name}-steel-links.mmd"].splitlines()
    assert arrows[-1] == "    n1 --> n2"
    boxes = arrows[1:-1]
    assert [line.count('"') for line in boxes] == [2, 2]
    assert not any(sign in line for line in boxes for sign in ("<", "\\", "\u202e", "&"))
