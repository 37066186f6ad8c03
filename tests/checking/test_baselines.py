"""The baseline: what it holds, what it hides, and what damages it."""

import json
import time
from pathlib import Path

import pytest
from checked import PLAN, STEEL, loaded, names, roadmap
from hypothesis import given, settings
from hypothesis import strategies as st

from carbonroad.checking.baseline import FILE, Entry, read_baseline, report_stale, written
from carbonroad.project import Project


def write(project: Project, path: Path) -> None:
    (path / FILE).write_text(written(project.baseline_entries()), encoding="utf-8")


def test_what_it_holds_does_not_count_and_what_is_new_does(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL)
    write(loaded(path), path)
    project = loaded(path)
    assert names(project.findings) == []
    assert [(f.name, f.suppressed) for f in project.suppressed] == [
        ("no-owner", ("baseline", "")), ("no-source", ("baseline", "")),
    ]  # fmt: skip
    new = STEEL + STEEL.removeprefix("milestones:\n").replace("M1", "M2").replace("Peak", "Another")
    assert {f.pointer for f in loaded(roadmap(path, steel=f"# moved\n\n{new}")).findings} == {
        "milestones[M2].owner", "milestones[M2].source",
    }  # fmt: skip


def test_what_was_repaired_is_told_until_it_is_taken_out(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL)
    write(loaded(path), path)
    project = loaded(roadmap(path, steel=f"owner: MIIT\n{STEEL}"))
    (finding,) = project.findings
    assert (finding.name, finding.severity.value) == ("stale-baseline-entry", "info")
    text = project.text(finding.span.path)
    assert text is not None
    assert json.loads(text.text[finding.span.start : finding.span.end])["rule"] == "no-owner"
    write(project, path)
    assert names(loaded(path).findings) == []


def test_nothing_is_called_repaired_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL)
    write(loaded(path), path)
    project = loaded(roadmap(path, steel=STEEL.replace("Peak", '"Peak')))
    assert "stale-baseline-entry" not in names(project.findings)


def test_what_always_counts_and_what_is_about_the_checks_is_not_taken_in(tmp_path: Path) -> None:
    top = f"{PLAN}organisations: {{miit: {{title: Ministry}}}}\nvalidate: {{ignore: [no-such-rule]}}\n"
    path = roadmap(tmp_path, top=top, steel=f"owner: mitt\n{STEEL}", cement='title: "Cement\n')
    project = loaded(path)
    assert {"CR0", "CR2", "CR9"} <= {finding.code[:3] for finding in project.findings}
    assert [entry.rule for entry in project.baseline_entries()] == ["unknown-organisation"]


def test_an_error_of_reading_counts_though_someone_wrote_it_in(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL + "    title: Again\n")
    project = loaded(path)
    assert names(project.found).count("duplicate-key") == 1
    from carbonroad.checking.fingerprints import fingerprints

    marks = fingerprints(project.found, project.text)
    (path / FILE).write_text(
        written(
            Entry("steel.yaml", f.code, f.name, "", "", m) for f, m in zip(project.found, marks, strict=True)
        )
    )
    assert names(loaded(path).findings) == ["duplicate-key"]


def test_what_a_comment_suppresses_needs_no_entry(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL.replace("M1\n", "M1  # carbonroad: ignore[no-owner] -- x\n"))
    assert [entry.rule for entry in loaded(path).baseline_entries()] == ["no-source"]


def test_a_file_that_stands_alone_shares_its_folder(tmp_path: Path) -> None:
    for name in ("steel", "cement"):
        (tmp_path / f"{name}.yaml").write_text(STEEL)
    write(loaded(tmp_path), tmp_path)
    assert len(read_baseline(str(tmp_path / FILE)).entries) == 4
    for name in ("steel", "cement"):
        project = loaded(tmp_path / f"{name}.yaml")
        assert (project.findings, len(project.suppressed), project.stale) == ((), 2, ())


def test_text_is_the_same_for_the_same_entries_and_an_entry_a_line(tmp_path: Path) -> None:
    entries = loaded(roadmap(tmp_path, steel=STEEL, cement=STEEL)).baseline_entries()
    text = written(entries)
    assert text == written(reversed(entries)) == written(entries + entries)
    assert [Entry(**one) for one in json.loads(text)["findings"]] == sorted(entries)
    assert sum(line.startswith('  {"path": ') for line in text.split("\n")) == len(entries) == 4
    assert json.loads(written([])) == {"format": 1, "findings": []}


def entry(**parts: object) -> bytes:
    usual = Entry("steel.yaml", "CR502", "no-owner", "", "", "a")._asdict()
    return json.dumps({"format": 1, "findings": [{**usual, **parts}]}).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"<<<<<<< HEAD\n{}", b"[]", b"null", b"{}", b'{"format": 2, "findings": []}', b'{"format": 1}',
        b'{"format": 1, "findings": {}}', b'{"format": 1, "findings": [1]}',
        b'{"format": 1, "findings": [{}]}',
        entry(path=1), entry(path="\x1b[31m"), entry(value="\ud800"), entry(fingerprint=""), entry(rule=None),
        b"[" * 200_000, b'{"a":' * 100_000, b"1" * 10_000, b"\xff\xfe{}", b"\x00", "基线".encode("gbk"),
    ],
)  # fmt: skip
def test_damaged_one_is_one_finding_and_hides_nothing(data: bytes, tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL)
    (path / FILE).write_bytes(data)
    project = loaded(path)
    assert names(project.findings) == ["unreadable-baseline", "no-owner", "no-source"]
    finding = project.findings[0]
    text = project.text(finding.span.path)
    assert 0 <= finding.span.start <= finding.span.end <= (len(text.text) if text is not None else 0)
    assert project.suppressed == ()


def test_a_folder_or_nothing_in_its_place(tmp_path: Path) -> None:
    path = roadmap(tmp_path, steel=STEEL)
    (path / FILE).mkdir()
    assert names(loaded(path).findings)[0] == "unreadable-baseline"
    (path / FILE).rmdir()
    (path / FILE).symlink_to(tmp_path / "nowhere")
    assert names(loaded(path).findings)[0] == "unreadable-baseline"
    assert "unreadable-baseline" not in names(loaded(path, baseline="").findings)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("findings", "format", *Entry._fields)), inner)
    ),
    max_leaves=20,
)


@given(
    st.dictionaries(st.sampled_from(("findings", "format")), JSON | st.just(1) | st.lists(JSON, max_size=3))
)
@settings(max_examples=60)
def test_no_json_stops_the_reading(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    path = tmp_path_factory.mktemp("baseline") / FILE
    path.write_text(json.dumps(value))
    read = read_baseline(str(path))
    assert (read.finding is None) == (read.entries != () or value == {"findings": [], "format": 1})


def test_a_long_baseline_on_one_line_takes_no_longer_than_its_length(tmp_path: Path) -> None:
    """It took a minute: each entry that is not found any more looked for its place in the whole file."""
    entry = {"path": "a.yaml", "code": "CR201", "rule": "r", "pointer": "p", "value": "v"}
    found = [{**entry, "fingerprint": f"f{number}"} for number in range(50_000)]
    path = tmp_path / "carbonroad-baseline.json"
    path.write_text(json.dumps({"format": 1, "findings": found}))
    baseline = read_baseline(str(path))
    began = time.perf_counter()
    stale = report_stale(baseline, baseline.entries)
    assert time.perf_counter() - began < 15
    text = path.read_text()
    assert text[stale[-1].span.start : stale[-1].span.end] == '"f49999"'


def test_a_baseline_that_is_no_file_says_so(tmp_path: Path) -> None:
    finding = read_baseline(str(tmp_path)).finding
    assert finding is not None
    assert "folder" in finding.message or "directory" in finding.message
