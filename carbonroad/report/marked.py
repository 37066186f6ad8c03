"""Findings with what each is known by from run to run."""

from collections.abc import Callable, Iterator

from carbonroad.checking.fingerprints import fingerprints
from carbonroad.findings import Finding
from carbonroad.report.results import Results
from carbonroad.source.text import SourceText


def marked(results: Results, text: Callable[[str], SourceText | None]) -> Iterator[tuple[Finding, str]]:
    """Yield every finding, those that do not count too, with its fingerprint; no two are the same in a run.

    Args:
        results: The run's.
        text: The text of a file by its path as shown.
    """
    seen: dict[bytes, int] = {}
    for found in results.merged():
        yield from zip(found, fingerprints(found, text, seen), strict=True)
