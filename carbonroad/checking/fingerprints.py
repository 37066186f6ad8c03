"""What a finding is known by from run to run, though lines above it come and go."""

import posixpath
import unicodedata
from collections.abc import Callable, Sequence

from carbonroad.findings import Finding
from carbonroad.source.text import SourceText

_LONGEST = 400
"""Characters of a value that are compared: a map may be as long as a file."""
_DIGITS = 32


def fingerprints(
    findings: Sequence[Finding],
    text: Callable[[str], SourceText | None],
    seen: dict[bytes, int] | None = None,
) -> list[str]:
    """Return a fingerprint for each finding, in their order; no two are the same.

    It is of the rule's code, the file's name in its roadmap's folder, the pointer by ids, the value as
    written, and a number where all of these are the same. Neither lines nor messages take part: moved lines
    keep it, and so does another data date, another language, or another way of naming the folder.

    Args:
        findings: All of a roadmap, those that do not count too: the number is counted over them.
        text: The text of a file by its path as shown.
        seen: The numbers of the run so far, where it is about several roadmaps.
    """
    from hashlib import sha256

    known: dict[str, SourceText | None] = {}
    seen = {} if seen is None else seen
    made = [""] * len(findings)
    for index in sorted(range(len(findings)), key=lambda one: (findings[one].span, findings[one].code)):
        finding = findings[index]
        path = finding.span.path
        if path not in known:
            known[path] = text(path)
        key = (finding.code, _file(path), _normal(finding.pointer), _value(finding, known[path]))
        made_of = "\0".join(key).encode("utf-8", "surrogatepass")
        known_by = sha256(made_of).digest()[: _DIGITS // 2]
        seen[known_by] = seen.get(known_by, 0) + 1
        made[index] = sha256(b"%b\0%d" % (made_of, seen[known_by])).hexdigest()[:_DIGITS]
    return made


def _file(path: str) -> str:
    """The name in the roadmap's folder: all files of a roadmap stand in one."""
    return _normal(posixpath.basename(path.replace("\\", "/")))


def _value(finding: Finding, text: SourceText | None) -> str:
    """The words at the finding's place; how they are broken into lines says nothing."""
    if text is None:
        return ""
    span = finding.span
    return _normal(" ".join(text.text[span.start : min(span.end, span.start + _LONGEST)].split()))


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
