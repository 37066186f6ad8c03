"""Files to text: what cannot be read is a finding, and positions agree with editors."""

import hashlib
import os
from pathlib import Path

import pytest

from carbonroad.findings import Finding, Severity
from carbonroad.source import text as module
from carbonroad.source.text import SourceText, from_string, inside, read, read_for_display
from carbonroad.source.yaml.nodes import Mapping, Scalar, is_null
from carbonroad.source.yaml.parse import parse


def test_bom_is_stripped_and_remembered(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: b\n")
    source = read(file, "shown.yaml")
    assert isinstance(source, SourceText)
    assert (source.text, source.bom, source.path) == ("a: b\n", True, "shown.yaml")
    assert source.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_only_ordinary_line_ends_count() -> None:
    source = from_string("a\u2028b\x85c\r\nd\re\nf")
    assert [source.position(offset) for offset in (0, 5, 7, 9, 11)] == [
        (1, 1),
        (1, 6),
        (2, 1),
        (3, 1),
        (4, 1),
    ]
    assert [source.line(number) for number in (1, 2, 3, 4, 5, 0)] == ["a\u2028b\x85c", "d", "e", "f", "", ""]


@pytest.mark.parametrize("name", ["missing.yaml", ".", "bad\x00name"])
def test_what_is_no_readable_file_is_a_finding(tmp_path: Path, name: str) -> None:
    finding = read(os.path.join(tmp_path, name), "x.yaml")  # noqa: PTH118
    assert isinstance(finding, Finding)
    assert (finding.name, finding.severity) == ("unreadable-file", Severity.error)


def test_a_file_above_the_limit_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    (tmp_path / "a.yaml").write_text("x" * 11, encoding="utf-8")
    finding = read(tmp_path / "a.yaml")
    assert isinstance(finding, Finding)
    assert finding.name == "too-large"
    assert "11 bytes" in finding.message


def test_a_refused_file_can_still_be_shown_at_the_place(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("a: ok\nb: 钢\n".encode("gbk"))
    finding, shown = read(file), read_for_display(file)
    assert isinstance(finding, Finding)
    assert shown is not None
    assert shown.position(finding.span.start) == (2, 4)


def test_links_are_followed_before_the_folder_is_judged(tmp_path: Path) -> None:
    root, other = tmp_path / "roadmap", tmp_path / "other"
    root.mkdir()
    other.mkdir()
    (other / "a.yaml").write_text("a: b\n", encoding="utf-8")
    (root / "link.yaml").symlink_to(other / "a.yaml")
    assert inside(root, root / "own.yaml")
    assert not inside(root, root / "link.yaml")
    assert not inside(root, tmp_path / "roadmap-2" / "a.yaml")


def test_nothing_tilde_and_null_are_null_unless_quoted() -> None:
    root = parse(from_string("a:\nb: ~\nc: null\nd: ''\ne: 'null'\nf: no\n")).root
    assert isinstance(root, Mapping)
    assert [is_null(value) for _, value in root.pairs] == [True, True, True, False, False, False]


def test_words_that_yaml_converts_elsewhere_stay_text() -> None:
    typed = ["NO", "2030-06-30", "017", "1:30", "1.10", "yes", "0x1F"]
    root = parse(from_string("".join(f"k{n}: {word}\n" for n, word in enumerate(typed)))).root
    assert root is not None
    assert [value.text for _, value in root.pairs if isinstance(value, Scalar)] == typed


def test_severities_are_ordered() -> None:
    assert Severity.info < Severity.warning < Severity.error
    assert max(Severity) is Severity.error
    assert Severity.error >= Severity.error


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_a_finding_and_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "a.yaml"
    os.mkfifo(pipe)
    finding = read(pipe)
    assert isinstance(finding, Finding)
    assert (finding.name, bool(finding.help)) == ("unreadable-file", True)
    assert read_for_display(pipe) is None


def test_a_link_in_a_circle_is_a_finding_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("a.yaml")
    finding = read(tmp_path / "a.yaml")
    assert isinstance(finding, Finding)
    assert (finding.name, bool(finding.help)) == ("unreadable-file", True)
