"""Reading on after a syntax error: each is reported and mended in memory, so that the rest can be read."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import yaml

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.source.misread.quoting import line_start
from carbonroad.source.syntax import conflicts
from carbonroad.source.syntax.explain import case_of, explain
from carbonroad.source.syntax.mend import block_above, mend, rest_of_file, whole_line
from carbonroad.source.syntax.mended import Mended, Patch
from carbonroad.source.yaml.build import Builder, StopReading
from carbonroad.source.yaml.holes import Loss
from carbonroad.source.yaml.lines import blanked, end_of, next_line
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from carbonroad.findings import Finding

MOST_ERRORS = 50
_MOST_READ = 4_000_000  # characters, over all the times that a file is read again
_BOMBS = frozenset(("too-deep", "too-many-nodes"))
_VAGUE = frozenset(("syntax-error", "bad-indentation"))
"""What lines below one another have in common: the first of them says it."""


class Recovered(NamedTuple):
    """What could be read of a file with syntax errors.

    Attributes:
        root: Its map; None where nothing could be read.
        builder: Of the last reading; None likewise.
        findings: One for each error.
        losses: What was blanked out; the tree still holds what stands for it.
        touched: Regions, in whole lines, that were changed in memory; what is found there is no news.
    """

    root: Mapping | None
    builder: Builder | None
    findings: list[Finding]
    losses: list[Loss]
    touched: list[tuple[int, int]]


def recover(path: str, text: str, *, fast: bool) -> Recovered:
    """Read a text that has a syntax error as far as that is honest."""
    return _Recovery(path, text, fast=fast).run()


class _Recovery:
    def __init__(self, path: str, text: str, *, fast: bool) -> None:
        self.path = path
        self.original = text
        self.text = text
        self.fast = fast
        self.findings: list[Finding] = []
        self.losses: list[Loss] = []
        self.patches: dict[int, Patch] = {}
        self.touched: list[tuple[int, int]] = []
        self.last = ""
        self.tries: dict[int, int] = {}
        self.separators: list[int] = []

    def run(self) -> Recovered:
        """Read and mend by turns."""
        self.part_conflicts()
        most = max(3, min(MOST_ERRORS, _MOST_READ // (len(self.text) + 1)))
        for _ in range(3 * most):
            builder = Builder(self.path, self.text, fast=self.fast)
            try:
                root = builder.document()
            except StopReading as stop:
                finding, flow = stop.finding, -1
                if finding.name in _BOMBS:
                    return self.nothing(finding)
            except yaml.YAMLError as error:
                case = case_of(self.path, self.text, error, fast=self.fast)
                finding = explain(case)
                flow = next((at for at, is_flow in case.trail.opened if is_flow), -1)
            else:
                if not self.goes_on(builder, root):
                    return self.read(builder, root)
                continue
            self.step(finding, flow)
            if len(self.findings) >= most:
                break
        return self.stop()

    def part_conflicts(self) -> None:
        """Both versions of lines that git could not merge are left out."""
        for finding, start, end in islice(conflicts.find(self.path, self.text), MOST_ERRORS):
            self.findings.append(finding)
            column = conflicts.column(self.text, start, end)
            self.apply(
                Mended(blanked(self.text, start, end), (Loss(start, end, "lines", column),), {}, end), start
            )

    def step(self, finding: Finding, flow: int) -> None:
        """Report one error, unless it is only the consequence of another, and mend it."""
        at = finding.span.start if flow < 0 else min(flow, finding.span.start)
        line = line_start(self.text, min(at, len(self.text)))
        times = self.tries[line] = self.tries.get(line, 0) + 1
        if times == 1:
            mended = mend(self.text, finding, flow, len(self.findings))
        elif times == 2:
            mended = whole_line(self.text, line)
        else:
            mended = block_above(self.text, line) if times == 3 else rest_of_file(self.text, line)
        if not self.is_consequence(finding):
            self.findings.append(finding)
        self.last = finding.name
        if mended.text == self.text and times < 4:
            self.step_again(finding, flow)
            return
        if not mended.lost and mended.text != self.text:
            self.tries[line] -= 1  # another sign of the line may be wrong too
        self.apply(mended, line)

    def step_again(self, finding: Finding, flow: int) -> None:
        """Mend with more force what did not change."""
        self.touch(*finding.span[1:])
        self.step(finding, flow)

    def apply(self, mended: Mended, start: int) -> None:
        """Take over a mended text."""
        self.text = mended.text
        self.losses += mended.lost
        self.patches.update(mended.patches)
        self.touch(min([start, *(loss.start for loss in mended.lost)]), mended.end)

    def touch(self, start: int, end: int) -> None:
        """Remember that lines were changed in memory."""
        self.touched.append((line_start(self.text, start), end_of(self.text, max(start, end))))

    def is_consequence(self, finding: Finding) -> bool:
        """Whether an error lies where one was mended, or repeats the one on the line above."""
        if in_regions(self.touched, finding.span.start) or self.names_what_was_lost(finding):
            return True
        if finding.name not in _VAGUE or finding.name != self.last or not self.touched:
            return False
        end = self.touched[-1][1]
        following = next_line(self.text, line_start(self.text, end))
        return following != -1 and not self.text[following : finding.span.start].strip()

    def names_what_was_lost(self, finding: Finding) -> bool:
        """Whether it is an alias whose anchor was not read."""
        alias = self.original[finding.span.start : finding.span.end]
        if finding.name != "reserved-sign" or not alias.startswith("*") or len(alias) == 1:
            return False
        return any("&" + alias[1:] in self.original[loss.start : loss.end] for loss in self.losses)

    def goes_on(self, builder: Builder, root: Node | None) -> bool:
        """Whether what follows a line of `---` may be read as one document with what stands above it."""
        marker = next((f for f in builder.findings if f.name == "second-document"), None)
        if marker is None:
            return bool(self.separators) and self.undo_separators(root)
        start = line_start(self.text, marker.span.start)
        if not in_regions(self.touched, start):
            self.findings.append(marker)
        alone = self.text[start : end_of(self.text, start)].strip() in ("---", "...")
        self.separators.append(start)
        if alone and len(self.separators) < MOST_ERRORS:
            end = end_of(self.text, start)
            self.apply(Mended(blanked(self.text, start, end), (), {}, end), start)
        else:
            self.apply(rest_of_file(self.text, start), start)
        return True

    def undo_separators(self, root: Node | None) -> bool:
        """A second document with the keys of the first is one of its own, and is left out."""
        if not isinstance(root, Mapping):
            return False
        first = self.separators[0]
        names = [key.text for key, _ in root.pairs]
        self.separators.clear()
        if len(set(names)) == len(names) and root.start < first:
            return False
        self.findings = [f for f in self.findings if f.span.start <= first or f.name == "second-document"]
        self.apply(rest_of_file(self.text, first), first)
        return True

    def read(self, builder: Builder, root: Node | None) -> Recovered:
        """The tree, without what was blanked out."""
        if not isinstance(root, Mapping):
            return Recovered(None, None, self.findings, [], self.touched)
        _put_back(root, self.patches)
        builder.findings = [f for f in builder.findings if self.is_sound(f)]
        return Recovered(root, builder, self.findings, self.losses, self.touched)

    def is_sound(self, finding: Finding) -> bool:
        """An anchor may be meant by an alias that was not read, and a line be one that was mended."""
        if finding.name == "second-document" or in_regions(self.touched, finding.span.start):
            return False
        if finding.name != "unused-anchor":
            return True
        name = "*" + self.original[finding.span.start + 1 : finding.span.end]
        return not any(name in self.original[loss.start : loss.end] for loss in self.losses)

    def stop(self) -> Recovered:
        """Give up on the rest of a file with too many errors; what stands above is still read."""
        last = max(self.findings, key=lambda finding: finding.span.start, default=None)
        if last is None:
            return Recovered(None, None, [], [], [])
        note = say("Reading stopped here; what follows in this file was not checked.")
        self.findings[self.findings.index(last)] = last._replace(notes=(*last.notes, note))
        self.apply(rest_of_file(self.text, last.span.start), last.span.start)
        builder = Builder(self.path, self.text, fast=self.fast)
        try:
            root = builder.document()
        except (StopReading, yaml.YAMLError):
            return Recovered(None, None, self.findings, [], self.touched)
        return self.read(builder, root)

    def nothing(self, finding: Finding) -> Recovered:
        """A file that is a bomb rather than a roadmap is not read."""
        return Recovered(None, None, [*self.findings, finding], [], self.touched)


def in_regions(regions: list[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of the regions."""
    return any(start <= offset <= end for start, end in regions)


def _put_back(root: Mapping, patches: dict[int, Patch]) -> None:
    """Give scalars that were cut short their own text and place again."""
    if not patches:
        return
    waiting: list[Node] = [root]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            own = patches.get(node.start)
            if own is not None and node.text[:1] >= "\ue000":
                node.text, node.start, node.end = own
        elif id(node) not in seen:
            seen.add(id(node))
            if isinstance(node, Sequence):
                waiting += node.items
            else:
                waiting += (each for pair in node.pairs for each in pair)
                node.start = min(node.start, *(key.start for key, _ in node.pairs), node.start)
