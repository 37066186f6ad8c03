"""Findings as bytes, and back: for other processes, for the cache, and to keep many in little room.

A sentence is its template and values, so it can still be said in another language. The bytes are
`marshal`'s, which is no format for what a stranger wrote: read only what this program has made.
"""

import marshal
import zlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from carbonroad.base.texts.said import Said
from carbonroad.findings import Edit, Finding, Fix, Related, Severity, Span, Suppressed

_SMALL = 500
"""Bytes that are not worth compressing."""
_PLAIN, _PACKED = b"\0", b"\1"
_BASIC = frozenset((str, int, float, bool, type(None)))


def pack(value: Any) -> bytes:
    """Return a value of tuples, texts, bytes and numbers as bytes."""
    data = marshal.dumps(value)
    return _PLAIN + data if len(data) < _SMALL else _PACKED + zlib.compress(data, 1)


def unpack(data: bytes) -> Any:
    """Return what `pack` has packed."""
    return marshal.loads(data[1:] if data[:1] == _PLAIN else zlib.decompress(data[1:]))  # noqa: S302 - see above


def pack_findings(findings: Iterable[Finding], suppressed: Iterable[Finding]) -> bytes:
    """Return findings that count and findings that do not as bytes; none at all are no bytes."""
    both = [plain_finding(one) for one in findings], [plain_finding(one) for one in suppressed]
    return pack(both) if any(both) else b""


def unpack_findings(data: bytes) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return what `pack_findings` has packed."""
    if not data:
        return (), ()
    findings, suppressed = unpack(data)
    return tuple(map(_found, findings)), tuple(map(_found, suppressed))


def plain_finding(finding: Finding) -> tuple[Any, ...]:
    """Return a finding as tuples, texts and numbers."""
    fix, why = finding.fix, finding.suppressed
    return (
        finding.code,
        finding.name,
        finding.severity.value,
        _text(finding.message),
        tuple(finding.span),
        _text(finding.pointer),
        _text(finding.label),
        tuple((tuple(other.span), _text(other.message)) for other in finding.related),
        tuple(_text(note) for note in finding.notes),
        _text(finding.help),
        None if fix is None else (_text(fix.title), fix.safe, tuple(tuple(edit) for edit in fix.edits)),
        None if why is None else (why.how, _text(why.reason)),
    )


def _found(packed: tuple[Any, ...]) -> Finding:
    code, name, severity, message, span, pointer, label, related, notes, help_, fix, why = packed
    return Finding(
        code,
        name,
        Severity(severity),
        _said(message),
        Span(*span),
        _said(pointer),
        _said(label),
        tuple(Related(Span(*place), _said(text)) for place, text in related),
        tuple(_said(note) for note in notes),
        _said(help_),
        None if fix is None else Fix(_said(fix[0]), fix[1], tuple(Edit(*edit) for edit in fix[2])),
        None if why is None else Suppressed(why[0], _said(why[1])),
    )


def _text(text: str) -> Any:
    """A text as it is; a sentence as a tuple of five."""
    if isinstance(text, Said):
        values = tuple((name, _value(value)) for name, value in text.values.items())
        return (str.__str__(text), text.template, text.many, text.number, values)
    return str(text)


def _value(value: object) -> Any:
    if isinstance(value, Said):
        return _text(value)
    if type(value) in _BASIC:
        return value
    return (value.toordinal(),) if type(value) is date else str(value)


def _said(packed: Any) -> str:
    if isinstance(packed, str):
        return packed
    text, template, many, number, values = packed
    said = Said(text)
    said.template, said.many, said.number = template, many, number
    said.values = {name: _known(value) for name, value in values}
    return said


def _known(packed: Any) -> object:
    if not isinstance(packed, tuple):
        return packed
    return _said(packed) if len(packed) > 1 else date.fromordinal(packed[0])
