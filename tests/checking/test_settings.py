"""What `validate:` and a call say of the checks: which findings count, and how much."""

from pathlib import Path

import pytest
from checked import PLAN, STEEL, loaded, names, roadmap

from carbonroad.checking.rulebook import rules, selector, similar
from carbonroad.checking.settings import Level, Settings
from carbonroad.findings import Severity


def severities(path: Path, settings: Settings | None = None) -> dict[str, str]:
    return {finding.name: finding.severity.value for finding in loaded(path, settings).findings}


def said(settings: str) -> str:
    return PLAN + "validate:\n" + "".join(f"  {line}\n" for line in settings.split("\n"))


BOTH = {"no-owner": "warning", "no-source": "info"}


@pytest.mark.parametrize(
    ("settings", "counts"),
    [
        ("severity: {no-owner: error}", {**BOTH, "no-owner": "error"}),
        ("severity: {CR502: error}", {**BOTH, "no-owner": "error"}),
        ("severity: {CR5: error}", {"no-owner": "error", "no-source": "error"}),
        (
            "severity: {CR5: error, CR50: info, no-source: warning}",
            {"no-owner": "info", "no-source": "warning"},
        ),
        ("severity: {all: warning}", {"no-owner": "warning", "no-source": "warning"}),
        ("severity: {no-source: off}", {"no-owner": "warning"}),
        ("严重程度: {no-owner: 错误, no-source: 关闭}", {"no-owner": "error"}),
        ("ignore: [no-owner]", {"no-source": "info"}),
        ("ignore: no-owner, CR503", {}),
        ("忽略: no-owner、no-source", {}),
        ("select: [no-owner]", {"no-owner": "warning"}),
        ("启用: CR503", {"no-source": "info"}),
        ("select: [CR5]\nignore: [CR502]", {"no-source": "info"}),
        ("ignore: [CR5]\nselect: [CR502]", {"no-owner": "warning"}),
        ("ignore: [CR502]\nselect: [CR502]", {}),
        ("per_file_ignores: {steel: [no-owner]}", {"no-source": "info"}),
        ("per-file-ignores: {st*.yaml: no-owner, carbonroad: CR5}", {"no-source": "info"}),
        ("按文件忽略: {steel.yaml: [CR5]}", {}),
    ],
)
def test_settings_of_the_top_file_are_for_all_files(
    settings: str, counts: dict[str, str], tmp_path: Path
) -> None:
    assert severities(roadmap(tmp_path, top=said(settings), steel=STEEL)) == counts


def chosen(word: str) -> tuple:
    found = selector(word)
    assert found is not None
    return (found,)


@pytest.mark.parametrize(
    ("settings", "call", "counts"),
    [
        ("ignore: [no-owner]", Settings(select=chosen("no-owner")), {"no-owner": "warning"}),
        ("severity: {no-owner: off}", Settings(select=chosen("CR5")), BOTH),
        ("severity: {no-owner: off}", Settings(ignore=chosen("no-source")), {}),
        ("select: [no-owner]", Settings(ignore=chosen("no-owner")), {}),
        ("select: [no-owner]", Settings(select=chosen("no-source")), {"no-source": "info"}),
        ("severity: {no-owner: error}", Settings(levels=(Level(*chosen("CR502"), Severity.info),)),
         {**BOTH, "no-owner": "info"}),
        ("severity: {no-owner: off}", Settings(levels=(Level(*chosen("CR502"), Severity.info),)),
         {**BOTH, "no-owner": "info"}),
        ("severity: {no-owner: error}", Settings(levels=(Level(*chosen("CR502"), None),)),
         {"no-source": "info"}),
    ],
)  # fmt: skip
def test_a_call_overrides_the_file(
    settings: str, call: Settings, counts: dict[str, str], tmp_path: Path
) -> None:
    assert severities(roadmap(tmp_path, top=said(settings), steel=STEEL), call) == counts


def test_a_file_that_stands_alone_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "steel.yaml").write_text(f"title: Steel\nvalidate: {{ignore: [CR5]}}\n{STEEL}")
    (tmp_path / "cement.yaml").write_text(f"title: Cement\n{STEEL}")
    assert severities(tmp_path / "steel.yaml") == {}
    found = loaded(tmp_path).findings
    assert {Path(finding.span.path).name for finding in found} == {"cement.yaml"}


@pytest.mark.parametrize("word", ["CR010", "syntax-error", "CR00", "CR906"])
def test_what_always_counts_cannot_be_switched_off(word: str, tmp_path: Path) -> None:
    broken = STEEL.replace("by 2030", '"by 2030')
    usual = loaded(roadmap(tmp_path / "a", steel=broken)).errors
    assert usual
    for number, setting in enumerate(("ignore: [{}]", "severity: {{{}: off}}", "severity: {{{}: info}}")):
        project = loaded(roadmap(tmp_path / str(number), top=said(setting.format(word)), steel=broken))
        assert project.errors == usual
        assert "cannot-be-ignored" in names(project.findings)


def test_selecting_some_rules_hides_no_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL.replace("by 2030", '"by 2030'))
    assert loaded(path, Settings(select=chosen("no-owner"))).errors == loaded(path).errors > 0


def test_warnings_of_reading_can_be_switched_off(tmp_path: Path) -> None:
    unseen = STEEL.replace("Peak", "Pe\u200bak")
    assert "invisible-character" in names(loaded(roadmap(tmp_path / "a", steel=unseen)).findings)
    off = said("severity: {CR0: off}")
    assert "invisible-character" not in names(loaded(roadmap(tmp_path / "b", top=off, steel=unseen)).findings)


def test_mistyped_setting_is_repaired_and_read_all_the_same(tmp_path: Path) -> None:
    project = loaded(roadmap(tmp_path, top=said("ignroe: [CR5]"), steel=STEEL))
    (finding,) = project.findings
    assert (finding.name, finding.message) == ("unknown-setting", '"ignroe" is not a setting of the checks.')
    assert finding.fix is not None
    assert finding.fix.safe
    assert finding.fix.edits[0].text == "ignore"


@pytest.mark.parametrize(
    ("settings", "fail_on", "most"),
    [
        ("fail_on: warning\nmax_findings: 0", "warning", 0),
        ("不通过级别: 从不\n最多显示: 12", "never", 12),
        ("fail-on: info\nmax-findings: 3", "info", 3),
        ("ignore: []", "", None),
    ],
)
def test_settings_of_reports(settings: str, fail_on: str, most: int | None, tmp_path: Path) -> None:
    project = loaded(roadmap(tmp_path, top=said(settings)))
    assert (project.settings.fail_on, project.settings.most) == (fail_on, most)
    assert project.findings == ()


@pytest.mark.parametrize(("word", "code"), [("CR502", "CR502"), ("cr502", "CR502"), ("no-owner", "CR502"),
                                            ("No_Owner", "CR502"), (" no-owner ", "CR502")])  # fmt: skip
def test_a_rule_is_named_by_code_or_name(word: str, code: str) -> None:
    found = selector(word)
    assert found is not None
    assert found.codes == {code}


def test_a_prefix_means_its_family_and_all_means_all() -> None:
    family, every = selector("CR5"), selector("all")
    assert family is not None
    assert every is not None
    assert family.codes == {code for code in rules() if code.startswith("CR5")} != set()
    assert every.codes == set(rules())
    assert selector("CR7") is selector("owner") is selector("") is selector("CR5029") is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("no-onwer", "no-owner"),
        ("unknown-organization", "unknown-organisation"),
        ("no owner", "no-owner"),
        ("CR999", None),
    ],
)
def test_did_you_mean(word: str, meant: str | None) -> None:
    assert similar(word).one == meant


def test_a_mistyped_rule_in_select_does_not_hide_that_it_is_mistyped(tmp_path: Path) -> None:
    path = roadmap(tmp_path, top=said("select: [CR2, no-ownr]"))
    assert "unknown-rule" in names(loaded(path).findings)
