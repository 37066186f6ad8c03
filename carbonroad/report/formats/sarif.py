"""Findings as a SARIF 2.1.0 log, such as code scanning reads."""

from collections.abc import Iterator

from carbonroad import __version__
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Fix, Severity, Span
from carbonroad.report.json_text import Json, encode, lines
from carbonroad.report.line_hash import LineHashes
from carbonroad.report.marked import marked
from carbonroad.report.one_line import one_line
from carbonroad.report.repository import ROOT_NAME, Repository
from carbonroad.report.results import Places, Results, Style, forget_oldest
from carbonroad.report.sarif_rules import LEVELS, rules
from carbonroad.report.told import told
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# A value may be as long as a file.
_CONTEXT = 6
"""Lines of a file, at most, that stand in the log around a place."""
_SNIPPET = 1000
"""Characters, at most, of each such excerpt."""


def pieces(results: Results, style: Style) -> Iterator[str]:
    """Yield one log with one run; findings that do not count are in it, marked as suppressed."""
    writer = _Writer(results, style)
    driver: Json = {
        "name": "carbonroad",
        "version": __version__,
        "semanticVersion": __version__,
        "language": _language(style.words),
        "rules": rules(results.all, style.words),
    }
    writer.indexes = {rule["id"]: index for index, rule in enumerate(driver["rules"])}
    members = {
        "tool": {"driver": driver},
        "language": driver["language"],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            ROOT_NAME: {"description": {"text": said_in(style.words, say("The root of the repository."))}}
        },
        "invocations": [writer.invocation()],
    }
    yield f'{{"$schema": "{_SCHEMA}",\n"version": "2.1.0",\n"runs": [{{'
    yield "".join(f'"{name}": {encode(value)},\n' for name, value in members.items())
    yield '"artifacts": '
    yield from lines(
        {"location": writer.artifact(path), "roles": ["analysisTarget"]} for path in results.paths
    )
    yield ',\n"results": '
    yield from lines(
        writer.result(finding, fingerprint) for finding, fingerprint in marked(results, writer.places.text)
    )
    yield "}]}\n"


def _language(words: Wording) -> str:
    return "en" if words.english else words.tag.split("-")[0].lower()


class _Writer:
    """Writes the parts of a run; each file is read once."""

    def __init__(self, results: Results, style: Style) -> None:
        self.places = Places(results.text)
        self.indexes: dict[str, int] = {}
        self._results = results
        self._words = style.words
        self._repository = Repository(style.root)
        self._hashes: dict[str, LineHashes | None] = {}

    def invocation(self) -> Json:
        """The run succeeded, whatever it found; a file that was not read as a whole is told of."""
        broken = dict.fromkeys(
            finding.span.path
            for finding in self._results.findings
            if finding.severity is Severity.error and finding.code.startswith("CR0")
        )
        said = said_in(self._words, say("This file could not be read as a whole; the rest is unchecked."))
        notices = [
            {
                "level": "error",
                "message": {"text": said},
                "locations": [{"physicalLocation": {"artifactLocation": self.artifact(path)}}],
            }
            for path in broken
        ]
        return {"executionSuccessful": True, "toolExecutionNotifications": notices}

    def result(self, finding: Finding, fingerprint: str) -> Json:
        location: Json = {"physicalLocation": self.physical(finding.span) | self._context(finding.span)}
        if finding.pointer:
            location["logicalLocations"] = [{"fullyQualifiedName": one_line(finding.pointer)}]
        result: Json = {
            "ruleId": finding.code,
            "ruleIndex": self.indexes[finding.code],
            "level": LEVELS[finding.severity],
            "message": {"text": _message(told(finding, self._words))},
            "locations": [location],
            "partialFingerprints": self._prints(finding, fingerprint),
        }
        if finding.related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": self.physical(other.span),
                    "message": {"text": _message(other.message)},
                }
                for number, other in enumerate(finding.related, 1)
            ]
        if finding.fix is not None:
            result["fixes"] = [self._fix(finding.fix, finding.span.path)]
        if finding.suppressed is not None:
            kind = "external" if finding.suppressed.how == "baseline" else "inSource"
            reason = one_line(finding.suppressed.reason)
            result["suppressions"] = [{"kind": kind} | ({"justification": reason} if reason else {})]
        return result

    def _context(self, span: Span) -> Json:
        """The lines around a place, for viewers that do not have the file."""
        text = self.places.text(span.path)
        if text is None or not text.text:
            return {}
        (first, _), (last, _) = (self.places.position(span.path, at) for at in span[1:])
        first, last = max(1, first - 1), min(len(text.line_starts), last + 1)
        starts = (*text.line_starts[first - 1 : last + 1], len(text.text))
        if last - first > _CONTEXT or starts[last - first + 1] - starts[0] > _SNIPPET:
            return {}
        snippet = {"text": "\n".join(text.line(number) for number in range(first, last + 1))}
        return {"contextRegion": {"startLine": first, "endLine": last, "snippet": snippet}}

    def physical(self, span: Span) -> Json:
        return {"artifactLocation": self.artifact(span.path), "region": self.region(span)}

    def artifact(self, path: str) -> Json:
        location = {"uri": self._repository.uri(path)}
        return location | ({"uriBaseId": ROOT_NAME} if self._repository.has(path) else {})

    def region(self, span: Span) -> Json:
        (line, column), (last, after) = (self.places.position(span.path, at) for at in span[1:])
        region: Json = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}
        text = self.places.text(span.path)
        if text is not None and 0 < span.end - span.start <= _SNIPPET:
            region["snippet"] = {"text": text.text[span.start : span.end]}
        return region

    def _fix(self, fix: Fix, path: str) -> Json:
        replacements: list[Json] = []
        for edit in fix.edits:
            replacement: Json = {"deletedRegion": self.region(Span(path, edit.start, edit.end))}
            if edit.text:
                replacement["insertedContent"] = {"text": edit.text}
            replacements.append(replacement)
        return {
            "description": {"text": _message(fix.title)},
            "artifactChanges": [{"artifactLocation": self.artifact(path), "replacements": replacements}],
        }

    def _prints(self, finding: Finding, fingerprint: str) -> Json:
        path = finding.span.path
        if path not in self._hashes:
            text = self.places.text(path)
            forget_oldest(self._hashes)
            self._hashes[path] = None if text is None else LineHashes(text)
        hashes = self._hashes[path]
        own = {"carbonroad/v1": fingerprint}
        if hashes is None:
            return own
        line, _ = self.places.position(path, finding.span.start)
        return {"primaryLocationLineHash": hashes.of(line)} | own


def _message(text: str) -> str:
    """A sentence as SARIF's plain text, in which brackets before parentheses would be a link."""
    shown = one_line(text)
    last = shown.rfind("](")
    return shown if last < 0 else shown[:last].replace("[", "\\[") + shown[last:]
