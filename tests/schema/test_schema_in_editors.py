"""Editors find mistakes by the schema at the right line, and nothing in files that are right."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from editor import Question, ask, ask_in, labels, shown, vscode_settings

from carbonroad.findings import Severity
from carbonroad.formatting.text import formatted
from carbonroad.project import load_text
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, TOP_FILE
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.schema.json_schema import FILES, schema_text
from carbonroad.source.text import from_string
from carbonroad.starting.roadmap_files import example_files


def init_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call `carbonroad init` in a folder."""
    command = [sys.executable, "-m", "carbonroad", "init", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")


ROADMAPS = Path(__file__).resolve().parent.parent.parent / "roadmaps"


@pytest.fixture(name="schemas", scope="module")
def _schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("schemas")
    for wanted in FILES:
        (folder / f"{wanted}.json").write_text(schema_text(wanted), encoding="utf-8")
    return {wanted: str(folder / f"{wanted}.json") for wanted in FILES}


def _files() -> list[tuple[str, str]]:
    """The real roadmaps and the examples of `init`, each in both languages of keys."""
    found = [(str(path), path.read_text("utf-8")) for path in sorted(ROADMAPS.glob("*/*.yaml"))]
    for language in ("en", "zh"):
        found += [(f"/{language}/{name}", text) for name, text in example_files(language).items()]
    made = []
    for path, text in found:
        made.append((path, text))
        shape = TOP_FILE if path.endswith("carbonroad.yaml") else INDUSTRY_FILE
        for keys in ("en", "zh"):
            written = formatted(from_string(text, path), shape, keys)
            assert isinstance(written, str), written
            made.append((path, written))
    return made


def test_right_files_have_no_diagnostics(schemas: dict[str, str], tmp_path: Path) -> None:
    questions = []
    for number, (path, text) in enumerate(_files()):
        kind = "top" if path.endswith("carbonroad.yaml") else "industry"
        # Some editors are set to YAML 1.1, where 2030-06-30 is a date and NO a boolean.
        questions.append(
            Question(path, text, schemas["any" if number % 2 else kind], ("1.2", "1.1")[number % 3 == 0])
        )
    assert any(
        "期限:" in one.text and "编号:" in one.text and one.path.endswith("steel.yaml") for one in questions
    )
    found = {
        (one.path, message)
        for one, answer in zip(questions, ask(questions, tmp_path), strict=True)
        for message in shown(one, answer)
    }
    assert found == set()


ODD_BUT_RIGHT = """\
region: NO
industry: ~
languages: [en, no]
note:
phases: []
organisations:
  miit: {title: NO}
  on: {title: {en: 2030, zh: 1.10}, short: [017, on]}
sources: {doc: {title: 1e3, issued: 2030-06-30, number: 1.10}}
validate: {severity: {no-source: OFF, CR3: warning}, fail-on: never, select: all, x-mine: {any: [1]}}
x-whatever: {anything: [1, {a: b}]}
milestones:
  - id: 1
    title: 2030
    deadline: 2030
    owner: NO
    status: Done
    finished: 2030-06-30
    goal: 达峰
    after: [1, {id: 2, type: Informs}]
  - {id: 达峰, 标题: {zh: 达峰}, 期限: {原话: 本届任期内, 不晚于: 2027-12}, 完成日期: {2026: 2026-12-20}}
indicators:
  - id: x
    title: on
    unit: {en: '%', zh: 个}
    change: TRUE
    baseline: {en: peak level, zh-Hans: 峰值}
    actual: {2030-06-30: 5, 2024: {value: 3, estimate: 是}}
    targets:
      2026..2030: {value: '≥15', baseline: 2020}
      2030:
      2035: [{id: a, value: 3}, 4]
  - {id: y, title: y, 计量单位: t, baseline: {year: 2020, value: 15.6}, 依据: [a, {id: b, clause: 3.2}]}
works:
  - {id: w, title: w, takes: 9个月, progress: 40%, start: 2026, cost: 120亿 CNY}
pathway: {unit: Mt, actual: {2020: 3, 2021年: 4}, target: {2030: -1.5}}
"""


def test_what_yaml_types_differently_is_no_mistake(schemas: dict[str, str], tmp_path: Path) -> None:
    questions = [Question("/odd.yaml", ODD_BUT_RIGHT, schemas["any"], version) for version in ("1.2", "1.1")]
    for one, answer in zip(questions, ask(questions, tmp_path), strict=True):
        assert shown(one, answer) == []


_ITEM = "milestones:\n  - id: a\n    title: b\n    deadline: 2030\n"
BROKEN = {
    "unknown key": (_ITEM + "    ownr: miit\n", 5, "ownr", "not allowed"),
    "unknown key of a file": ("title: x\nmilestone:\n  - id: a\n", 2, "milestone", "not allowed"),
    "unknown Chinese key": (
        "里程碑:\n  - 编号: a\n    标题: b\n    期限: 2030\n    时限: 2031\n",
        5,
        "时限",
        "not allowed",
    ),
    "unknown word": (_ITEM + "    status: finishd\n", 5, "finishd", "按期推进"),
    "unknown Chinese word": (_ITEM + "    状态: 完工\n", 5, "完工", "已完成"),
    "missing key": ("milestones:\n  - id: a\n    title: b\n", 2, "i", "deadline"),
    "missing key in Chinese": ("里程碑:\n  - 编号: a\n    标题: b\n", 2, "编", "deadline"),
    "empty key": ("milestones:\n  - id: a\n    title: b\n    deadline:\n", 4, "", "Incorrect type"),
    "map for a list": ("milestones:\n  id: a\n  title: b\n", 2, "id: a", "dash"),
    "list for a value": (_ITEM.replace("2030", "[2030]"), 4, "[2030]", "Incorrect type"),
    "map for a name": (_ITEM + "    owner: {a: b}\n", 5, "{a: b}", "Incorrect type"),
    "no language": ("title: {english!: Steel}\n", 1, "english!", "not allowed"),
    "duration without a unit": ("works:\n  - {id: a, title: b, takes: 9}\n", 2, "9", "9 months"),
    "too much progress": ("works:\n  - {id: a, title: b, progress: 120}\n", 2, "120", "100"),
    "key of a link": ("works:\n  - {id: a, title: b, after: {id: c, lagg: 3d}}\n", 2, "lagg", "not allowed"),
    "relation in a list": (
        "works:\n  - {id: a, title: b, after: [x, {id: c, type: XX}]}\n",
        2,
        "XX",
        "informs",
    ),
    "key of a target": (
        "indicators:\n  - id: a\n    title: b\n    unit: t\n    targets:\n      2030: {value: 1, valeu: 5}\n",
        6,
        "valeu",
        "not allowed",
    ),
    "target in a list": (
        "indicators:\n  - id: a\n    title: b\n    unit: t\n    targets: {2030: [{id: x y, value: 1}]}\n",
        5,
        "x y",
        "no blanks",
    ),
    "deadline in words": (_ITEM.replace("2030", "{words: x, bi: 3}"), 4, "bi", "not allowed"),
    "evidence": (_ITEM + "    source:\n      - a\n      - {id: s, evidence: read}\n", 7, "read", "memory"),
    "year of a series": ("pathway:\n  unit: Mt\n  actual: {20: 3}\n", 3, "20", "not allowed"),
    "id with a blank": (
        "milestones:\n  - id: carbon peak\n    title: b\n    deadline: 2030\n",
        2,
        "carbon peak",
        "no blanks",
    ),
    "setting": ("validate:\n  severity: {no-source: of}\n", 2, "of", "关闭"),
    "unknown setting": ("validate:\n  selct: CR3\n", 2, "selct", "not allowed"),
    "format": ("carbonroad: 2\n", 1, "2", "Valid values: 1"),
}


def test_mistakes_are_found_at_their_place(schemas: dict[str, str], tmp_path: Path) -> None:
    questions = [Question(f"/{name}.yaml", text, schemas["any"]) for name, (text, *_) in BROKEN.items()]
    wrong = {}
    for (name, (_, line, marked, words)), one, answer in zip(
        BROKEN.items(), questions, ask(questions, tmp_path), strict=True
    ):
        found = shown(one, answer)
        if [entry[:2] for entry in found] != [(line, marked)] or words not in found[0][2]:
            wrong[name] = found
    assert wrong == {}


def test_the_program_finds_the_same_mistakes() -> None:
    for name, (text, line, *_) in BROKEN.items():
        project = load_text(text.encode(), "<stdin>", None, date(2026, 11, 22))
        errors = [one for one in project.findings if one.severity is Severity.error]
        found = project.text("<stdin>")
        assert found is not None
        assert line in {found.position(one.span.start)[0] for one in errors}, (name, errors)


def test_the_program_reads_the_odd_file_too() -> None:
    project = load_text(ODD_BUT_RIGHT.encode(), "<stdin>", None, date(2026, 11, 22))
    assert [(one.name, one.message) for one in project.findings if one.code.startswith("CR1")] == []


def test_the_top_file_and_an_industry_have_different_keys(schemas: dict[str, str], tmp_path: Path) -> None:
    text = "phases: []\n"
    questions = [Question("/a.yaml", text, schemas[wanted]) for wanted in ("top", "industry")]
    top, industry = (
        shown(one, answer) for one, answer in zip(questions, ask(questions, tmp_path), strict=True)
    )
    assert top == []
    assert [entry[1] for entry in industry] == ["phases"]


@pytest.fixture(name="begun", params=["roadmaps", "十五五 路线图/全国 (1+N)"])
def _begun(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A project that `init` has begun; its roadmap's folder is named by the parameter."""
    project = tmp_path / "a project"
    project.mkdir()
    assert init_in(project, request.param).returncode == 0
    return project / request.param


def test_the_first_line_that_init_writes_leads_to_the_schema(begun: Path) -> None:
    questions = [
        (path, Question(path.name, text.split("\n", 1)[0] + "\ntitel: x\n"))
        for path in sorted(begun.glob("*.yaml"))
        for text in [path.read_text("utf-8")]
    ]
    assert len(questions) == 3
    answers = ask_in(begun, {}, questions)
    for (_, one), answer in zip(questions, answers, strict=True):
        assert [entry[:2] for entry in shown(one, answer)] == [(2, "titel")]


def test_the_settings_that_init_writes_lead_to_the_schema(begun: Path) -> None:
    project = begun.parent if begun.name == "roadmaps" else begun.parent.parent
    names = {"carbonroad.yaml": "phases: []\n", "steel.yaml": "code: S\n", "新行业.yaml": "代号: S\n"}
    questions = [
        (begun / name, Question(name, f"{line}titel: x\n", hover=(0, 1))) for name, line in names.items()
    ]
    answers = ask_in(project, vscode_settings(project), questions)
    for (_, one), answer in zip(questions, answers, strict=True):
        assert [entry[:2] for entry in shown(one, answer)] == [(2, "titel")], one
        assert answer["hover"] is not None


def test_the_engine_is_silent_beside_the_language_server(begun: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "editors" / "vscode.md").read_text("utf-8")
    written = next(
        json.loads(one) for one in re.findall(r"(?s)```json\n(.+?)```", page) if "yaml.validate" in one
    )
    settings = {"yaml": {key.partition(".")[2]: value for key, value in written.items()}}
    path = begun / "steel.yaml"
    question = Question(path.name, path.read_text("utf-8") + "titel: x\n\n", complete=(0, 0), hover=(3, 2))
    (loud,) = ask_in(begun, {}, [(path, question)])
    (silent,) = ask_in(begun, settings, [(path, question)])
    assert shown(question, loud)
    assert (shown(question, silent), labels(silent), silent["hover"]) == ([], set(), None)


def test_what_init_writes_has_no_diagnostics_in_an_editor(tmp_path: Path) -> None:
    for folder, *source in (
        ("路线图",),
        ("copy/china", "--from", "china"),
        ("copy/france", "--from", "france"),
    ):
        assert init_in(tmp_path, folder, *source).returncode == 0
    files = sorted(tmp_path.rglob("*.yaml"))
    assert len(files) == 3 + 11 + 5
    questions = [(path, Question(path.name, path.read_text("utf-8"))) for path in files]
    answers = ask_in(tmp_path, vscode_settings(tmp_path), questions)
    for (path, one), answer in zip(questions, answers, strict=True):
        assert shown(one, answer) == [], path


def test_an_editor_proposes_keys_and_words_in_both_languages(schemas: dict[str, str], tmp_path: Path) -> None:
    keys, words, rules = ask(
        [
            Question("/a.yaml", "milestones:\n  - id: a\n    \n", schemas["any"], complete=(2, 4)),
            Question("/b.yaml", "milestones:\n  - id: a\n    status: \n", schemas["any"], complete=(2, 12)),
            Question("/c.yaml", "validate:\n  severity:\n    \n", schemas["any"], complete=(2, 4)),
        ],
        tmp_path,
    )
    assert {"deadline", "期限", "owner", "负责"} <= labels(keys)
    assert "依据" not in labels(keys), "a second Chinese name is read, not proposed"
    status = ENUMERATIONS["status"].words
    assert {spelling for word, chinese in status.items() for spelling in (word, *chinese)} <= labels(words)
    assert "no-source" in labels(rules)


def test_an_editor_explains_a_key(schemas: dict[str, str], tmp_path: Path) -> None:
    (answer,) = ask([Question("/a.yaml", _ITEM, schemas["any"], hover=(3, 6))], tmp_path)
    text = answer["hover"].contents.value
    for said in ("Until when, in the author's words.", "期限，用文件的原话。", "2030年底前", "15th FYP"):
        assert said in text


_KEY = re.compile(r"(?m)^ *(?:- )?([a-z_]+): ")
_LANGUAGES = ("en", "zh")
"""Keys of a text in several languages: any tag may stand there, so no line of the schema explains one."""


def _somewhere(text: str, number: int) -> tuple[int, int, str]:
    """Line and character, from 0, of one of the keys in a text, and the key."""
    keys = [key for key in _KEY.finditer(text) if key[1] not in _LANGUAGES]
    one = keys[number * 7919 % len(keys)]
    return text.count("\n", 0, one.start(1)), one.start(1) - text.rfind("\n", 0, one.start(1)) - 1, one[1]


def test_an_editor_explains_and_proposes_keys_in_the_real_roadmaps(
    schemas: dict[str, str], tmp_path: Path
) -> None:
    questions, keys = [], []
    for number, path in enumerate(sorted(ROADMAPS.glob("*/*.yaml"))):
        text = path.read_text("utf-8")
        line, character, key = _somewhere(text, number)
        if re.search(r"(?m)^(works|工程|工作包):", text) is None:
            begun = f"{text.rstrip()}\n工程:\n  - 编号: w\n    标题: w\n    \n"
            questions.append(Question(path.name, begun, schemas["any"], complete=(begun.count("\n") - 1, 4)))
        questions.append(Question(path.name, text, schemas["any"], hover=(line, character + 1)))
        keys.append(key)
    answers = ask(questions, tmp_path)
    told = [answer["hover"].contents.value for answer in answers if "hover" in answer]
    assert [f"`{key}`" in text for key, text in zip(keys, told, strict=True)] == [True] * len(keys)
    proposed = [labels(answer) for answer in answers if "completions" in answer]
    assert len(proposed) > 3
    for found in proposed:
        assert {"takes", "工期", "for", "支撑"} <= found
        assert not found & {"编号", "标题"}, "keys that stand there already"
