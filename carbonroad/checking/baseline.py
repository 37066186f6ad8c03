"""The baseline: findings that were there when it was written, kept in a file beside the roadmap."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.checking.bench import Bench
from carbonroad.checking.rulebook import is_fixed, rules
from carbonroad.findings import Finding, Span, Suppressed
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText, from_string, inside, read

FILE = "carbonroad-baseline.json"
_FORMAT = 1
_SHOWN = 80
"""Characters of a value that are kept, for who reads the file."""
_LINE = 10_000
"""Characters of a line before and behind a fingerprint that are looked at."""
_MARK = lazy_pattern(r'"fingerprint"[ \t]*:[ \t]*"([^"\\\n]*)"')


class Entry(NamedTuple):
    """One finding of the baseline, in the order of the file.

    Only the fingerprint is compared; the rest is for people.
    """

    path: str
    code: str
    rule: str
    pointer: str
    value: str
    fingerprint: str


class Baseline(NamedTuple):
    """A baseline as read.

    Attributes:
        path: As shown.
        source: Its text; None where there is no such file.
        entries: Without what could not be read.
        finding: Why it could not be read, where that is so.
    """

    path: str
    source: SourceText | None = None
    entries: tuple[Entry, ...] = ()
    finding: Finding | None = None


class Compared(NamedTuple):
    """Findings against a baseline.

    Attributes:
        kept: Findings that are new.
        suppressed: Those in the baseline.
        stale: Entries that nothing is found of any more.
    """

    kept: list[Finding]
    suppressed: list[Finding]
    stale: list[Entry]


def baseline_path(folder: Folder) -> str | None:
    """Return where a roadmap's baseline stands: beside its files; None for what is not on disk."""
    if not is_lone(folder):
        return os.path.join(folder.path, FILE)
    (path,) = folder.files.values()
    return os.path.join(os.path.dirname(path), FILE) if os.path.exists(path) else None


def is_lone(folder: Folder) -> bool:
    """Whether it is one file without a folder of its own."""
    return folder.top is None and tuple(folder.files.values()) == (folder.path,)


def baseline_of(
    folder: Folder, asked: str | None, texts: Mapping[str, SourceText] = MappingProxyType({})
) -> Baseline | None:
    """Return the baseline that was asked for, else the one beside the roadmap; None where there is none.

    Args:
        folder: The roadmap's.
        asked: A file; empty for none at all; None for the usual one.
        texts: What stands for what is on disk, by path as shown.
    """
    path = present_baseline(folder, asked)
    if path and asked is None and leads_outside(path):
        message = say("The baseline is a link that leads out of the roadmap's folder; it was not read.")
        return Baseline(path, from_string("", path), (), _unreadable(path, 0, 0, say("not read"), message))
    return read_baseline(path, texts.get(path)) if path else None


def leads_outside(path: str) -> bool:
    """Whether a file is a link that leads out of its folder."""
    return os.path.islink(path) and not inside(os.path.dirname(path) or ".", path)


def present_baseline(folder: Folder, asked: str | None) -> str | None:
    """Return where the baseline is that `baseline_of` reads; None or empty where there is none."""
    path = baseline_path(folder) if asked is None else asked
    return None if path and asked is None and not os.path.lexists(path) else path


def read_baseline(path: str, known: SourceText | None = None) -> Baseline:
    """Read a baseline, or what stands for it; one that is damaged is a finding and holds nothing."""
    source = known or read(path)
    if isinstance(source, Finding):
        message = say("The baseline cannot be used. {why}", why=source.message)
        return Baseline(path, None, (), _unreadable(path, 0, 0, source.label, message))
    import json

    try:
        loaded = json.loads(source.text)
    except json.JSONDecodeError as error:
        at = min(error.pos, len(source.text))
        return Baseline(path, source, (), _unreadable(path, at, at, say("this is not JSON")))
    except (ValueError, RecursionError):
        return Baseline(path, source, (), _unreadable(path, 0, 0, say("this is not JSON")))
    found = loaded.get("findings") if isinstance(loaded, dict) else None
    if not isinstance(found, list) or loaded.get("format") != _FORMAT:
        why = say("this version of the program reads format {format}", format=_FORMAT)
        return Baseline(path, source, (), _unreadable(path, 0, 0, why))
    entries = [_entry(one) for one in found]
    if None in entries:
        why = say("entry {number} is not one that the program wrote", number=entries.index(None) + 1)
        return Baseline(path, source, (), _unreadable(path, 0, 0, why))
    return Baseline(path, source, tuple(dict.fromkeys(one for one in entries if one is not None)))


def _entry(value: object) -> Entry | None:
    if not isinstance(value, dict):
        return None
    parts = [part for name in Entry._fields if isinstance(part := value.get(name), str)]
    if len(parts) < len(Entry._fields) or not all(part.isprintable() for part in parts):
        return None
    return Entry(*parts) if parts[-1] else None


def _unreadable(path: str, start: int, end: int, why: str, message: str = "") -> Finding:
    bench = Bench(path)
    bench.report(
        "unreadable-baseline",
        Span(path, start, end),
        message or say("The baseline cannot be used: {why}.", why=why),
        label=why,
        help_=say("take it from the version control, or write it anew with --write-baseline"),
    )
    return bench.findings[0]


def compare(
    found: Sequence[Finding], marks: Sequence[str], baseline: Baseline, files: Iterable[str] | None
) -> Compared:
    """Compare findings with a baseline.

    Args:
        found: Those that count.
        marks: Their fingerprints.
        baseline: As read.
        files: The files that were checked, as entries name them; None where all of the folder were.
    """
    known = {entry.fingerprint for entry in baseline.entries}
    kept, suppressed = [], []
    for finding, mark in zip(found, marks, strict=True):
        if mark in known and may_hold(finding):
            suppressed.append(finding._replace(suppressed=Suppressed("baseline")))
        else:
            kept.append(finding)
    here = set(marks)
    checked = None if files is None else set(files)
    stale = [
        entry
        for entry in baseline.entries
        if entry.fingerprint not in here and (checked is None or entry.path in checked)
    ]
    return Compared(kept, suppressed, stale)


def may_hold(finding: Finding) -> bool:
    """Whether a baseline may hold a finding: none that hides others, and none about the checks."""
    rule = rules().get(finding.code)
    return rule is not None and not is_fixed(rule) and not finding.code.startswith("CR9")


def report_stale(baseline: Baseline, stale: Sequence[Entry]) -> list[Finding]:
    """Return a finding for each entry that nothing is found of any more."""
    text = "" if baseline.source is None else baseline.source.text
    bench = Bench(baseline.path)
    places: dict[str, int] = {}
    for match in _MARK.finditer(text) if stale else ():
        places.setdefault(match[1], match.start(1) - 1)
    for entry in stale:
        bench.report(
            "stale-baseline-entry",
            Span(baseline.path, *_place(text, entry, places)),
            _not_found(entry),
            pointer=entry.pointer,
            label=say("repaired"),
            help_=say("carbonroad validate --prune-baseline removes it"),
        )
    return bench.findings


def _place(text: str, entry: Entry, places: Mapping[str, int]) -> tuple[int, int]:
    """Where an entry stands: its line, as the program writes it, else its fingerprint."""
    at = places.get(entry.fingerprint, 0)
    before = max(0, at - _LINE)  # all entries on one line would make each look at all
    start, end = text.rfind("\n", before, at) + 1, text.find("\n", at, at + _LINE)
    line = text[start:end] if start and end > 0 else ""
    inner = line.strip(" \t\r,")
    if inner.startswith("{") and inner.endswith("}"):
        start += line.index("{")
        return start, start + len(inner)
    return at, min(at + len(entry.fingerprint) + 2, len(text))


def _not_found(entry: Entry) -> str:
    if not entry.pointer:
        return say("{rule} in {file} is not found any more.", rule=entry.rule, file=entry.path)
    place = f"{entry.path}: {entry.pointer}"
    return say("{rule} at {place} is not found any more.", rule=entry.rule, place=place)


def entries_of(
    found: Sequence[Finding],
    judged: Sequence[Finding],
    text: Callable[[str], SourceText | None],
) -> list[Entry]:
    """Return what a baseline would hold that is written now.

    Args:
        found: Everything that was found: fingerprints are counted over it.
        judged: What counts, and what does not; what a comment suppresses needs no entry.
        text: The text of a file by its path as shown.
    """
    held = {
        _key(finding)
        for finding in judged
        if may_hold(finding) and (finding.suppressed is None or finding.suppressed.how == "baseline")
    }
    made = []
    from carbonroad.checking.fingerprints import fingerprints

    for finding, mark in zip(found, fingerprints(found, text), strict=True):
        if _key(finding) in held:
            file = _plain(file_name(finding.span.path))
            value = _plain(_words(finding, text(finding.span.path)))
            made.append(Entry(file, finding.code, finding.name, _plain(finding.pointer), value, mark))
    return made


def _key(finding: Finding) -> tuple[str, Span, str]:
    return finding.code, finding.span, finding.pointer


def file_name(path: str) -> str:
    """Return a file's name as entries have it."""
    return path.replace("\\", "/").rpartition("/")[2]


def _words(finding: Finding, source: SourceText | None) -> str:
    if source is None:
        return ""
    words = " ".join(source.text[finding.span.start : finding.span.end][: 4 * _SHOWN].split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _plain(text: str) -> str:
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def written(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline file: sorted, an entry a line, the same for the same entries."""
    import json

    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(set(entries))]
    inner = ",\n".join(f"  {line}" for line in lines)
    return (
        f'{{\n "format": {_FORMAT},\n "findings": [\n{inner}\n ]\n}}\n'
        if lines
        else (f'{{\n "format": {_FORMAT},\n "findings": []\n}}\n')
    )
