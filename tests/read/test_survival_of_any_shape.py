"""No shape of YAML makes loading raise: any value under any field, and real files with torn lines."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from roadmap_files import TODAY, load_files

from carbonroad.export import ALL as EXPORTS
from carbonroad.export import Exported
from carbonroad.project import Project, load
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.folder import find_roadmaps

QUIET = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
SCALARS = (
    "~", "''", "x", "2030", "by 2030", "before 2030", "every year", "after M1", "M1",
    "steel.M1", "top.M1", "1e999", "-1", "≥15", "-18 %", "none", "done", "9 months",
    "120亿 CNY", "a、b and 3 others", "《x》#1", "9999-12-31", "0001-01-01", "{words: x}", "true",
    "total, of 3", "2026..2030", "{en: a, zh: b}", "{2030: 3}", "[a, [b]]", "[]", "{}", "[~]",
    "{id: M1}", "{year: 2020, value: 3}", "{2030: {value: 3, deadline: none}}",
    "{2030: [1, 2]}", "[{id: M1}]", "{1: 2}",
)  # fmt: skip
KEYS = sorted({key for shape in SHAPES.values() for field in shape.fields for key in (field.name, *field.zh)})
LISTS = ("milestones", "indicators", "works", "measures", "phases", "revisions")
MAPS = ("organisations", "sources")


def field_lines() -> list[tuple[str, str]]:
    """(shape, field) pairs: every field of the vocabulary."""
    return [(shape.name, field.name) for shape in SHAPES.values() for field in shape.fields]


def with_field(shape: str, field: str, value: str) -> str:
    """A file in which one field of one kind of map has some value."""
    base = {"id": "M1", "title": "T", "deadline": "2030", "unit": "Mt", "years": "2026..2030"}
    known = {f.name for f in SHAPES[shape].fields}
    entries = {**{k: v for k, v in base.items() if k in known}, field: value}
    inner = "{" + ", ".join(f"{key}: {text}" for key, text in entries.items()) + "}"
    holder = {
        "milestone": "milestones: [%s]", "indicator": "indicators: [%s]", "work": "works: [%s]",
        "measure": "measures: [%s]", "phase": "phases: [%s]", "revision": "revisions: [%s]",
        "organisation": "organisations: {a: %s}", "document": "sources: {a: %s}",
        "pathway": "pathway: %s", "drawing": "drawing: %s",
        "target": "indicators: [{id: e, title: E, unit: Mt, targets: {2030: %s}}]",
        "actual": "indicators: [{id: e, title: E, unit: Mt, actual: {2030: %s}}]",
        "baseline": "indicators: [{id: e, title: E, unit: Mt, baseline: %s}]",
        "after": "works: [{id: M1, title: T, after: %s}]",
        "citation": "works: [{id: M1, title: T, source: %s}]",
        "report": "works: [{id: M1, title: T, reports: [%s]}]",
        "deadline": "works: [{id: M1, title: T, deadline: %s}]",
    }.get(shape)  # fmt: skip
    return (holder % inner if holder else f"{field}: {value}") + "\n"


def use(project: Project) -> None:
    """Compute and export everything: what is lazy must not raise either."""
    for form in (form for form in EXPORTS if not form.binary):  # workbooks hold what csv holds, and take long
        made = form.write(Exported(project.system, project.facts, "0", "en"))
        assert made or form.many  # of nothing there may be no file
    for finding in project.findings:
        assert finding.message
        assert 0 <= finding.span.start <= finding.span.end


@pytest.mark.parametrize(("shape", "field"), field_lines(), ids=lambda name: name)
def test_any_value_under_any_field_is_survived(tmp_path: Path, shape: str, field: str) -> None:
    texts = [with_field(shape, field, value) for value in SCALARS]
    if shape == "top":
        for number, text in enumerate(texts):
            folder = tmp_path / str(number)
            folder.mkdir()
            use(load_files(folder, {"carbonroad.yaml": text}))
        return
    files = {f"f{number}.yaml": text for number, text in enumerate(texts)}
    if shape == "industry":
        files["carbonroad.yaml"] = "title: Plan\n"
    project = load_files(tmp_path, files)
    use(project)
    assert len(project.system.parts) == len(files)


TREES = st.recursive(
    st.sampled_from(SCALARS),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda found: "[" + ", ".join(found) + "]")
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4).map(
            lambda found: "{" + ", ".join(f"{key}: {value}" for key, value in found.items()) + "}"
        )
    ),
    max_leaves=12,
)


@QUIET
@given(top=st.dictionaries(st.sampled_from(KEYS), TREES, max_size=6), lower=st.lists(TREES, max_size=3))
def test_any_tree_of_known_keys_is_survived(
    tmp_path_factory: pytest.TempPathFactory, top: dict[str, str], lower: list[str]
) -> None:
    files = {"carbonroad.yaml": "".join(f"{key}: {value}\n" for key, value in top.items())}
    for name, tree in zip(("steel", "copper", "top"), lower, strict=False):
        files[f"{name}.yaml"] = f"milestones: {tree}\nindicators: {tree}\nworks: {tree}\npathway: {tree}\n"
    use(load_files(tmp_path_factory.mktemp("any"), files))


def torn(text: str, random: Random) -> str:
    """A file with some of its lines deleted, doubled, moved, cut or replaced."""
    lines = text.splitlines()
    for _ in range(random.randint(1, 12)):
        at = random.randrange(len(lines))
        act = random.randrange(5)
        if act == 0:
            del lines[at]
        elif act == 1:
            lines.insert(at, lines[random.randrange(len(lines))])
        elif act == 2:
            lines[at] = lines[at][: random.randrange(len(lines[at]) + 1)]
        elif act == 3:
            head = lines[at].partition(":")[0]
            lines[at] = f"{head}: {random.choice(SCALARS)}"
        else:
            lines[at] = "  " + lines[at]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("seed", range(12))
def test_real_files_with_torn_lines_are_survived(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    source = Path(__file__).parents[2] / "roadmaps" / "china"
    files = sorted(source.glob("*.yaml"))
    assert len(files) > 5
    torn_ones = {path.name for path in random.sample(files, 3)} | (
        {"carbonroad.yaml"} if seed % 3 == 0 else set()
    )
    for path in files:
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(
            torn(text, random) if path.name in torn_ones else text, encoding="utf-8"
        )
    found = find_roadmaps(str(tmp_path))
    assert isinstance(found, list)
    project = load(found[0], date(2026, 11, 22), TODAY)
    assert len(project.system.parts) >= len(files) - len(torn_ones)
    use(project)
