"""The line that counts, and the table of findings by rule."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.findings import Severity
from carbonroad.report.results import Results
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in


class RuleCount(NamedTuple):
    """How often a rule was broken, and how many of these findings have a safe repair."""

    code: str
    name: str
    severity: str
    times: int
    fixable: int


def severity_word(severity: Severity) -> Said:
    """Return the word that a finding begins with."""
    match severity:
        case Severity.error:
            return say("error")
        case Severity.warning:
            return say("warning")
        case Severity.info:
            return say("info")


def summary(results: Results, words: Wording, *, hidden: bool = False) -> str:
    """Return the counts in words: 3 errors, 1 warning in 2 of 11 files. `hidden`: infos were not shown."""
    return said_in(words, _summary(results, hidden=hidden))


def verdict(results: Results, words: Wording, *, infos: bool) -> str:
    """Return the counts for who has no command line at hand. `infos`: infos are shown beside them."""
    if infos or results.count(Severity.error) or results.count(Severity.warning):
        return summary(results, words)
    files, idle = _files(results), _idle(results)
    if idle:
        said = say("No errors and no warnings in {files} ({extra}).", files=files, extra=_joined(idle))
        return said_in(words, said)
    return said_in(words, say("No errors and no warnings in {files}.", files=files))


def _summary(results: Results, *, hidden: bool) -> Said:
    files = _files(results)
    extra = _extra(results, hidden=hidden)
    if not results.total:
        return (
            say("No findings in {files} ({extra}).", files=files, extra=extra)
            if extra
            else say("No findings in {files}.", files=files)
        )
    counts = _counts(results)
    touched = len(results.tally.touched)
    if touched > results.files:  # a finding about the folder, or about a file that was left out
        if extra:
            return say("{counts} ({extra}).", counts=counts, extra=extra)
        return say("{counts}.", counts=counts)
    if extra:
        return say(
            "{counts} in {touched} of {files} ({extra}).",
            counts=counts,
            touched=touched,
            files=files,
            extra=extra,
        )
    return say("{counts} in {touched} of {files}.", counts=counts, touched=touched, files=files)


def _files(results: Results) -> Said:
    files = say_count("{n} file", "{n} files", results.files)
    if results.roadmaps < 2:
        return files
    files = say_count("{n} file", "{n:,} files", results.files)
    return say("{files} in {n:,} roadmaps", files=files, n=results.roadmaps)


def _counts(results: Results) -> Said:
    parts = []
    if number := results.count(Severity.error):
        parts.append(say_count("{n} error", "{n} errors", number))
    if number := results.count(Severity.warning):
        parts.append(say_count("{n} warning", "{n} warnings", number))
    if number := results.count(Severity.info):
        parts.append(say_count("{n} info", "{n} infos", number))
    return _joined(parts)


def _extra(results: Results, *, hidden: bool) -> Said | None:
    """How to see what is not shown, what `--fix` can mend, and what does not count."""
    infos = results.count(Severity.info) if hidden else 0
    unseen = [say_count("-v shows the info", "-v shows the infos", infos)] if infos else []
    mended = []
    if number := results.tally.safe:
        mended.append(say("{n} fixable with --fix", n=number))
    if number := results.tally.unsafe:
        mended.append(say("{n} fixable with --unsafe-fixes", n=number))
    groups = [_joined(group) for group in (unseen, mended, _idle(results)) if group]
    if not groups:
        return None
    whole = groups[0]
    for group in groups[1:]:
        whole = say("{first}; {next}", first=whole, next=group)
    return whole


def _idle(results: Results) -> list[Said]:
    """What does not count, though it was found."""
    idle = []
    baselined = results.tally.baselined
    if number := results.tally.suppressed - baselined:
        idle.append(say("{n} suppressed", n=number))
    if baselined:
        idle.append(say("{n} in the baseline", n=baselined))
    return idle


def _joined(parts: list[Said]) -> Said:
    whole = parts[0]
    for part in parts[1:]:
        whole = say("{first}, {next}", first=whole, next=part)
    return whole


def counts_by_rule(results: Results) -> list[RuleCount]:
    """Return how often each rule was broken, the commonest first."""
    rows = [RuleCount(*rule, *numbers) for rule, numbers in results.tally.rules.items()]
    return sorted(rows, key=lambda row: (-row.times, row.code, row.severity))


def statistics(results: Results, words: Wording) -> list[str]:
    """Return a line for each rule: how often, code, severity, whether `--fix` mends it, name."""
    from carbonroad.base.texts.visible import columns

    rows = counts_by_rule(results)
    if not rows:
        return []
    said = {level.value: said_in(words, severity_word(level)) for level in Severity}
    wide = max(columns(word) for word in said.values())
    width = len(str(rows[0].times))
    any_fixable = any(row.fixable for row in rows)
    lines = []
    for row in rows:
        level = said[row.severity] + " " * (wide - columns(said[row.severity]))
        mark = ("[*] " if row.fixable == row.times else "[-] " if row.fixable else "    ") * any_fixable
        lines.append(f"{row.times:>{width}}  {row.code}  {level}  {mark}{row.name}")
    if any_fixable:
        lines.append("")
        lines.append(said_in(words, say("[*] fixable with --fix, [-] some of them")))
    return lines
