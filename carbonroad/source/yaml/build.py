"""YAML events to nodes: a bounded recursive descent that keeps offsets and nothing else."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from carbonroad.base.texts.said import say
from carbonroad.source import limits
from carbonroad.source.found import found, repair
from carbonroad.source.limits import MAX_ALIASED, MAX_DEPTH, MAX_FINDINGS
from carbonroad.source.misread.quoting import quote_line, written
from carbonroad.source.misread.remarks import Remarks
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from carbonroad.findings import Finding


class StopReading(Exception):  # noqa: N818 - control flow inside this folder, never seen outside
    """Carries the finding that ends the reading of a file."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def events_of(text: str, *, fast: bool = yaml.__with_libyaml__) -> Callable[[], Any]:
    """The function that pulls the next event; libyaml's, or the pure parser's (7 times slower)."""
    if fast:
        from yaml._yaml import CParser

        return CParser(text).get_event
    return yaml.SafeLoader(text).get_event


def offset(mark: Any) -> int:
    """Code points before a mark of either parser."""
    return int(mark.index)


class Builder(Remarks):
    """Builds the nodes of one document from the events of a parser."""

    def __init__(self, path: str, text: str, *, fast: bool = yaml.__with_libyaml__) -> None:
        super().__init__()
        self.path = path
        self.text = text
        self.get = events_of(text, fast=fast)
        # No text without these signs has an anchor or a tag, and none this short too many nodes.
        self.bare = "&" not in text and "!" not in text
        self.large = 2 * len(text) > limits.MAX_NODES
        self.count = 0
        self.aliased = 0
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.unused: dict[str, tuple[int, Node]] = {}
        self.open: dict[str, int] = {}
        self.alias_end = 0  # of the last one read: what it stands for ended elsewhere

    def document(self) -> Node | None:
        """The root of the first document; None for an empty file."""
        get = self.get
        get()
        if not isinstance(get(), DocumentStartEvent):
            return None
        root = self.node(get(), 0)
        event = get()
        while not isinstance(event, StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                start, end = event.start_mark, event.end_mark
                self.findings.append(found(self.path, "second-document", offset(start), offset(end)))
                self.goes_on = True
                break
            event = get()
        self.report_unused()
        return root

    def node(self, event: Any, depth: int, *, item: bool = False) -> Node:
        """Any node, from the event that opens it."""
        kind: object = event.__class__
        if kind is AliasEvent:
            return self.alias(event)
        start = event.start_mark.index
        name = event.anchor
        before = self.count
        if name is not None:
            self.open[name] = start
        node: Node
        if kind is ScalarEvent:
            style, end, begin = event.style or "", event.end_mark.index, start
            if event.tag is None and name is not None and not style:
                begin = min(self.after_properties(start), end)
            node = Scalar(event.value, begin, end, style)
        elif kind is MappingStartEvent:
            node = self.mapping(start, event.flow_style, depth, item=item)
        else:
            node = self.sequence(start, event.flow_style, depth)
        if event.tag is not None:
            self.report_tag(start)
        if name is not None:
            self.open.pop(name, None)
            self.anchors[name] = (node, self.count - before + 1)
            self.unused[name] = (self.text.find("&", start), node)
        return node

    def mapping(self, start: int, flow: bool, depth: int, *, item: bool = False) -> Mapping:  # noqa: FBT001
        """A map; each pair costs two pulls and as little else as can be."""
        if depth > MAX_DEPTH:
            self.too_deep(start)
        get, bare, large = self.get, self.bare, self.large
        names: set[str] = set()
        pairs: list[tuple[Scalar, Node]] = []
        node = Mapping(pairs, start, start, flow)
        room = (limits.MAX_NODES - self.count) // 2
        value: Node
        while True:
            event = get()
            kind: object = event.__class__
            if kind is ScalarEvent and (bare or (event.anchor is None and event.tag is None)):
                text = event.value
                key = Scalar(text, event.start_mark.index, event.end_mark.index, event.style or "")
                names.add(text)
            elif kind is MappingEndEvent:
                break
            else:
                key = self.key(event, depth + 1)
                names.add(key.text)
            event = get()
            kind = event.__class__
            if kind is ScalarEvent and (bare or (event.anchor is None and event.tag is None)):
                text = event.value
                value = Scalar(text, event.start_mark.index, event.end_mark.index, event.style or "")
                if not text:
                    self.empties.append((node, len(pairs)))
            elif kind is MappingStartEvent and event.anchor is None and event.tag is None:
                value = self.mapping(event.start_mark.index, event.flow_style, depth + 1)
            else:
                value = self.node(event, depth + 1)
            pairs.append((key, value))
            if large and len(pairs) > room:
                self.too_many(key.start)
        self.count += 2 * len(pairs)
        if len(names) != len(pairs):
            self.doubled.append((node, item))
        node.end = event.end_mark.index if flow or not pairs else max(pairs[-1][1].end, self.alias_end)
        return node

    def sequence(self, start: int, flow: bool, depth: int) -> Sequence:  # noqa: FBT001
        """A list."""
        if depth > MAX_DEPTH:
            self.too_deep(start)
        get, bare, large = self.get, self.bare, self.large
        items: list[Node] = []
        room = limits.MAX_NODES - self.count
        while True:
            event = get()
            kind: object = event.__class__
            if kind is ScalarEvent and (bare or (event.anchor is None and event.tag is None)):
                start_mark, end_mark = event.start_mark, event.end_mark
                items.append(Scalar(event.value, start_mark.index, end_mark.index, event.style or ""))
            elif kind is SequenceEndEvent:
                break
            elif kind is MappingStartEvent and event.anchor is None and event.tag is None:
                items.append(self.mapping(event.start_mark.index, event.flow_style, depth + 1, item=True))
            else:
                items.append(self.node(event, depth + 1, item=True))
            if large and len(items) > room:
                self.too_many(event.start_mark.index)
        self.count += len(items)
        end = event.end_mark.index if flow or not items else max(items[-1].end, self.alias_end)
        return Sequence(items, start, end, flow)

    def key(self, event: Any, depth: int) -> Scalar:
        """A key that is not simply a scalar; one that is no text ends the reading."""
        node = self.node(event, depth)
        if isinstance(node, Scalar):
            return node
        wording = "key-template" if self.text.startswith("{{", node.start - 1) else "key-not-text"
        raise StopReading(found(self.path, wording, node.start, max(node.end, node.start + 1)))

    def alias(self, event: Any) -> Node:
        """The node that an alias stands for, counted as often as it stands."""
        name, start, end = event.anchor, event.start_mark.index, event.end_mark.index
        known = self.anchors.get(name)
        if name in self.open or known is None:
            wording = "alias-of-itself" if name in self.open else "reserved-alias"
            fix = None if name in self.open else quote_line(self.text, start)
            values = written(self.text, start)
            raise StopReading(found(self.path, wording, start, end, fix=fix, name=name, quoted=values))
        node, size = known
        self.unused.pop(name, None)
        self.alias_end = end
        self.count += size - 1
        self.aliased += size
        if self.aliased > MAX_ALIASED:
            raise StopReading(found(self.path, "too-many-aliased", start, end, limit=MAX_ALIASED))
        return node

    def too_deep(self, start: int) -> None:
        """End the reading before the interpreter's own stack ends it."""
        raise StopReading(found(self.path, "too-deep", start, start + 1, limit=MAX_DEPTH))

    def too_many(self, start: int) -> None:
        """End the reading of a file that is a bomb rather than a roadmap."""
        raise StopReading(found(self.path, "too-many-nodes", start, start + 1, limit=limits.MAX_NODES))

    def after_properties(self, start: int) -> int:
        """Where a plain scalar begins behind its anchor."""
        end = start
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        while end < len(self.text) and self.text[end] == " ":
            end += 1
        return end

    def report_tag(self, start: int) -> None:
        """A tag is refused: `!!str`, or a sentence that begins with `!`."""
        if len(self.findings) > MAX_FINDINGS:
            return
        at = self.text.find("!", start)
        end = at
        while end < len(self.text) and not self.text[end].isspace():
            end += 1
        name = self.text[at:end]
        if name.startswith(("!!", "!<")):
            fix = repair(say("remove {name}", name=name), (at, min(end + 1, len(self.text)), ""), safe=False)
            self.findings.append(found(self.path, "tag", at, end, fix=fix, name=name))
        else:
            fix_quote = quote_line(self.text, at)
            self.findings.append(
                found(
                    self.path,
                    "reserved-sign",
                    at,
                    at + 1,
                    fix=fix_quote,
                    sign="!",
                    quoted=written(self.text, at),
                )
            )

    def report_unused(self) -> None:
        """Anchors that no alias uses: mostly a title that begins with `&`."""
        for name, (at, node) in islice(self.unused.items(), MAX_FINDINGS + 1):
            fix = quote_line(self.text, at) if isinstance(node, Scalar) else None
            values = written(self.text, at)
            end = at + 1 + len(name)
            self.findings.append(
                found(self.path, "unused-anchor", at, end, fix=fix, name=name, quoted=values)
            )
