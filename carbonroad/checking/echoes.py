"""What would only repeat another finding: something missing that is written, but was found wrong there."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping

from carbonroad.findings import Finding, Severity, Span
from carbonroad.rules import scope_of

_TOO_LONG = "text-too-long"
"""What is said of a value that was cut: what is left of it says nothing."""
_UNKNOWN = frozenset(("unknown-item", "unknown-indicator"))
"""What is said of a name that nothing has: it may have meant any item."""
_OF_SIGNS: Mapping[str, str] = {"names-in-one-string": "full-width-separator", "unknown-key": "odd-space"}
"""By rule of reading: what is said of one sign in the words that it would speak of."""
_ITEM = re.compile(r"\w+\[[^\]]*\]")
_KEY = re.compile(r"[a-z_]+")


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without those that speak of what an error stands for already."""
    found = list(findings)
    faults = _Faults(found)
    return [one for one in found if not faults.echoed_by(one)]


class _Faults:
    """Where errors stand, and what is said of single signs.

    Args:
        findings: Of one roadmap.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._is_any_name_unknown = False
        self._too_long = set[Span]()
        self._root_keys = set[str]()
        self._keys: dict[tuple[str, str], set[str]] = {}
        self._signs: dict[tuple[str, str], list[int]] = {}
        for finding in findings:
            self._add(finding)
        for starts in self._signs.values():
            starts.sort()

    def _add(self, finding: Finding) -> None:
        name, span = finding.name, finding.span
        if name in _OF_SIGNS.values():
            self._signs.setdefault((span.path, name), []).append(span.start)
        if name == _TOO_LONG:
            self._too_long.add(span)
        if finding.severity is not Severity.error:
            return
        self._is_any_name_unknown |= name in _UNKNOWN
        self._root_keys.update(_KEY.findall(finding.pointer)[:1])
        item = _ITEM.match(finding.pointer)
        if item is not None:
            keys = _KEY.findall(finding.pointer, item.end())
            self._keys.setdefault((span.path, item[0]), set()).update(keys)

    def echoed_by(self, finding: Finding) -> bool:
        """Whether a finding would only repeat one of these."""
        name, span = finding.name, finding.span
        if span in self._too_long and name != _TOO_LONG:
            return True
        if name in _OF_SIGNS:
            starts = self._signs.get((span.path, _OF_SIGNS[name]), [])
            place = bisect_left(starts, span.start)
            return place < len(starts) and starts[place] < span.end
        scope = scope_of(name)
        if scope is None:
            return False
        if scope.absence == "name" and self._is_any_name_unknown:
            return True
        return bool(scope.misses) and not self._wrong_keys(finding).isdisjoint(scope.misses)

    def _wrong_keys(self, finding: Finding) -> set[str]:
        """The keys that are written but wrong: of the item that a finding points to, and at the root."""
        item = _ITEM.match(finding.pointer)
        own = self._keys.get((finding.span.path, item[0])) if item is not None else None
        return self._root_keys if own is None else self._root_keys | own
