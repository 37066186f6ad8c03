"""`--fix` and `--diff`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from carbonroad.base.texts.said import say, say_count
from carbonroad.cli.console import Console, complain
from carbonroad.cli.results.differences import show_difference
from carbonroad.cli.roadmaps.piped import PIPED
from carbonroad.cli.validating.loading import Loaded

if TYPE_CHECKING:
    from carbonroad.checking.fixing import Fixed
    from carbonroad.findings import Finding
    from carbonroad.source.text import SourceText


def repair(console: Console, loaded: Sequence[Loaded], *, unsafe: bool) -> tuple[bool, Loaded | None]:
    """Repair the files and say what was done; standard input's text goes to standard output.

    Returns:
        Whether every repair could be written, and standard input as it is now.
    """
    from carbonroad.cli.ending import end_cleanly

    end_cleanly()
    piped, complete = None, True
    for one in loaded:
        texts, fixed = _fix(one, unsafe=unsafe)
        if one.chosen is None:
            shown = {**texts, **fixed.texts}
            console.result(shown[PIPED].data if PIPED in shown else one.data)
            piped = one.again(shown)
        else:
            complete = _write(texts, fixed) and complete
        _tell(console, fixed)
    return complete, piped


def show_diff(console: Console, loaded: Sequence[Loaded], *, unsafe: bool) -> bool:
    """Show what repairs would change, and write nothing. Returns whether they would change anything."""
    count, files = 0, 0
    for one in loaded:
        texts, fixed = _fix(one, unsafe=unsafe)
        count += len(fixed.done)
        files += len(fixed.texts)
        for path, text in fixed.texts.items():
            show_difference(console, texts[path], text)
    if files:
        console.note(
            say(
                "Would fix {findings} in {files}.",
                findings=say_count("{n} finding", "{n:,} findings", count),
                files=say_count("{n} file", "{n} files", files),
            )
        )
    else:
        console.note(say("There is nothing to fix."))
    return files > 0


def _fix(one: Loaded, *, unsafe: bool) -> "tuple[dict[str, SourceText], Fixed]":
    """Return the texts as read and what repairs make of them; nothing is written."""
    from carbonroad.checking.fixing import fix
    from carbonroad.source.text import SourceText, from_bytes, read

    sources = (
        [from_bytes(one.data, PIPED)] if one.chosen is None else [read(path) for path in one.project.paths]
    )
    texts = {source.path: source for source in sources if isinstance(source, SourceText)}

    def wanted(finding: "Finding") -> bool:
        found = finding.fix
        return (
            found is not None
            and (found.safe or unsafe)
            and finding.span.path in texts
            and one.concerns(finding)
        )

    return texts, fix(texts, lambda now: one.again(now).project.findings, wanted)


def _write(texts: "dict[str, SourceText]", fixed: "Fixed") -> bool:
    from carbonroad.output import rewrite_file

    complete = True
    for path, text in fixed.texts.items():
        problem = rewrite_file(path, text.data, texts[path].sha256)
        if problem is not None:
            complete = False
            complain(problem.message, problem.help)
    return complete


def _tell(console: Console, fixed: "Fixed") -> None:
    """Say by file and rule what was repaired, and what was not because it would have broken something."""
    by_file: dict[str, dict[str, int]] = {}
    for finding in fixed.done:
        rules = by_file.setdefault(finding.span.path, {})
        rules[finding.name] = rules.get(finding.name, 0) + 1
    for path, rules in by_file.items():
        what = ", ".join(f"{name} ({number})" if number > 1 else name for name, number in rules.items())
        console.note(say("Fixed in {file}: {rules}", file=path, rules=what))
    for finding in fixed.left:
        console.note(
            say(
                "Not fixed in {file}: {rule}, because the repair would bring an error with it",
                file=finding.span.path,
                rule=finding.name,
            )
        )
