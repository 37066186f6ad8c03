"""What the program promises of any bytes, whoever wrote them; `examine` fails where one is not kept.

An input is the text of an industry file. Behind a line `=====` may follow the roadmap's `carbonroad.yaml`,
and behind another one its baseline.
"""

import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from carbonroad.checking.baseline import read_baseline
from carbonroad.checking.fixing import fix
from carbonroad.compute.changes.compare import compare
from carbonroad.export import ALL, Exported
from carbonroad.findings import Finding, Severity, Span, sort_key
from carbonroad.formatting.text import formatted
from carbonroad.project import Project, load
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE
from carbonroad.render.formats import ALL as FORMATS
from carbonroad.render.site.choice import Choice
from carbonroad.render.site.site import Site, languages_of
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText, from_bytes
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.source.yaml.parse import parse

TODAY = date(2026, 11, 22)
DIVIDER = b"\n=====\n"
STEEL, TOP = "fuzzed/steel.yaml", "fuzzed/carbonroad.yaml"
_ROOM = 40
"""Roadmaps with more items are not rendered: many small inputs find more than a few large ones."""
_NEVER_WRITTEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""A carriage return is a blank for whoever reads HTML and XML; in Markdown it would begin a line."""
Texts = dict[str, SourceText | Finding]


class Input(NamedTuple):
    """The parts of an input; without a top file the industry file stands alone."""

    industry: bytes
    top: bytes | None = None
    baseline: bytes | None = None

    @classmethod
    def of(cls, data: bytes) -> "Input":
        return cls(*data.replace(b"\r\n=====\r\n", DIVIDER).split(DIVIDER, 2))

    def load(self, texts: Texts | None = None) -> Project:
        """The roadmap, of these texts or its own."""
        folder = Folder("fuzzed", "fuzzed", TOP, {"steel": STEEL})
        if self.top is None:
            folder = Folder("steel", STEEL, None, {"steel": STEEL})
        return load(folder, None, TODAY, texts=self.texts() if texts is None else texts)

    def texts(self) -> Texts:
        found: Texts = {STEEL: from_bytes(self.industry, STEEL)}
        return found if self.top is None else {TOP: from_bytes(self.top, TOP), **found}


def examine(data: bytes, *, pages: bool = True) -> None:
    """Put an input through everything that reads what others wrote; `pages` are made of small ones only."""
    given = Input.of(data)
    texts = {path: text for path, text in given.texts().items() if isinstance(text, SourceText)}
    for text in texts.values():
        _nodes_stand_where_they_are_read(text)
    project = given.load()
    again = given.load()
    _findings_are_sound(project, {path: len(text.text) for path, text in texts.items()})
    assert _told(again) == _told(project), "the same input gives other findings"
    _repairs_do_no_harm(given, texts, project.findings)
    _formatting_keeps_the_meaning(given, texts, project)
    found = compare(project.system, project.facts, again.system, again.facts).changes
    assert not found, found[0]
    if pages and project.items <= _ROOM and not project.errors:
        _outputs_are_clean(project)
    if given.baseline is not None:
        _baseline_is_read_or_refused(given.baseline)


def _findings_are_sound(project: Project, sizes: dict[str, int]) -> None:
    """In order, in whole sentences, and at places that are there."""
    assert list(project.findings) == sorted(project.findings, key=sort_key)
    for finding in (*project.findings, *project.suppressed):
        assert str(finding.message).endswith((".", "?", "。", "？")), finding
        for span in (finding.span, *(other.span for other in finding.related)):
            assert 0 <= span.start <= span.end <= _size(project, span, sizes), finding
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= _size(project, finding.span, sizes), finding


def _size(project: Project, span: Span, sizes: dict[str, int]) -> int:
    if span.path in sizes:
        return sizes[span.path]
    source = project.text(span.path)
    return sys.maxsize if source is None else len(source.text)


def _nodes_stand_where_they_are_read(source: SourceText) -> None:
    """A plain value on one line is the text at its place, also where the text was mended to be read on."""
    parsed = parse(source)
    if parsed.root is None or parsed.holes:
        return
    whole = not any(finding.severity is Severity.error for finding in parsed.findings)
    for scalar in _scalars(parsed.root, set()):
        assert 0 <= scalar.start <= scalar.end <= len(source.text), scalar
        written = source.text[scalar.start : scalar.end]
        if whole and not scalar.style and scalar.text and written.isprintable():
            assert written == scalar.text, scalar


def _scalars(node: Node, seen: set[int]) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif id(node) not in seen:
        seen.add(id(node))
        inner = [one for pair in node.pairs for one in pair] if isinstance(node, Mapping) else node.items
        for one in inner:
            yield from _scalars(one, seen)


def _repairs_do_no_harm(given: Input, texts: dict[str, SourceText], before: Sequence[Finding]) -> None:
    """After `--fix` no file that could be read cannot be, no rule has more errors, nothing is left to do."""
    if len(texts) < len(given.texts()) or not any(finding.fix for finding in before):
        return

    def check(now: Any) -> Sequence[Finding]:
        return given.load(dict(now)).findings

    fixed = fix(texts, check, lambda finding: finding.fix is not None and finding.fix.safe)
    now = {**texts, **fixed.texts}
    after = check(now)
    for path in texts:
        assert _unread(after, path) <= _unread(before, path), (path, fixed.done)
    again = fix(now, check, lambda finding: finding.fix is not None and finding.fix.safe)
    assert not again.texts, [finding.name for finding in again.done]


def _unread(findings: Sequence[Finding], path: str) -> int:
    return sum(
        finding.severity is Severity.error and finding.code.startswith("CR0") and finding.span.path == path
        for finding in findings
    )


def _formatting_keeps_the_meaning(given: Input, texts: dict[str, SourceText], project: Project) -> None:
    """What `fmt` writes, it writes again, and it exports the same or has the same errors."""
    for path, source in texts.items():
        shape = TOP_FILE if path == TOP else LONE_FILE if given.top is None else INDUSTRY_FILE
        made = formatted(source, shape)
        if not isinstance(made, str) or made == source.text:
            continue
        tidy = SourceText(path, made, bom=source.bom)
        assert formatted(tidy, shape) == made, f"formatting {path} twice is not formatting it once"
        if len(texts) == len(given.texts()):
            assert _exported(given.load({**texts, path: tidy})) == _exported(project), path


def _exported(project: Project) -> list[object]:
    """What other programs get; of a roadmap with errors, the errors."""
    if project.errors:
        errors = [one for one in project.findings if one.severity is Severity.error]
        return sorted((one.code, one.pointer, str(one.message)) for one in errors)
    made = ALL[0].write(Exported(project.system, project.facts, "0", "en")).values()
    return [re.sub(r'"fingerprint": "\w+"', "", data.decode()) for data in made]


def _outputs_are_clean(project: Project) -> None:
    """Documents can be made, hold no control characters, and drawings are XML."""
    every = tuple(form.name for form in FORMATS if form.module or form.pictures)
    files: dict[str, bytes] = {}
    Site(project, languages_of(project.system)[:1], Choice(formats=every)).make(files.update)
    for path, made in files.items():
        text = made.decode()
        found = _NEVER_WRITTEN.search(text)
        assert found is None, (path, found)
        assert not path.endswith(".md") or "\r" not in text, path
        if path.endswith(".svg"):
            ET.fromstring(text)  # noqa: S314 - it is what we wrote


def _baseline_is_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "carbonroad-baseline.json")  # noqa: PTH118
        Path(path).write_bytes(data)
        read = read_baseline(path)
        assert (read.finding is None) or not read.entries
        if read.finding is not None and read.source is not None:
            assert 0 <= read.finding.span.start <= read.finding.span.end <= len(read.source.text)


def _told(project: Project) -> list[object]:
    return [(one.code, one.span, one.pointer, str(one.message), one.fix) for one in project.findings]
