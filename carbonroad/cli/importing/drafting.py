"""What `import` reads, checks, writes and tells."""

import os
import sys
from contextlib import nullcontext, redirect_stdout
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say, say_count
from carbonroad.cli.console import Console
from carbonroad.cli.importing.told import tell
from carbonroad.cli.language import words
from carbonroad.cli.options.checks import MOST
from carbonroad.cli.options.extras import need
from carbonroad.cli.options.formats import Look, Wanted, write_reports
from carbonroad.cli.validating.found import failing_level
from carbonroad.findings import Finding, Severity, sort_key
from carbonroad.report.results import Results
from carbonroad.source.folder import TOP_FILE
from carbonroad.starting.checked_draft import settle

if TYPE_CHECKING:
    from carbonroad.importing.draft import Draft
    from carbonroad.importing.options import Options

Outcome = Literal["read", "failed", "nothing"]


class Call(NamedTuple):
    """What a call asks for, beside how the file is read.

    Attributes:
        file: As named.
        output: What `-o` names; None for standard output.
        keys: `en` or `zh`; empty for that of the list.
        fail_on: From which severity on a finding makes the run fail; empty for error.
        as_of: The data date asked for.
        reports: The formats of findings, and where they go.
        most: How many findings are shown; None for as many as usual.
    """

    file: str
    output: str | None
    keys: str
    fail_on: str
    as_of: date | None
    reports: list[Wanted]
    most: int | None

    @property
    def failing(self) -> Severity | None:
        """From which severity on findings make the run fail; None for never."""
        return failing_level(self.fail_on)


_NOT_WRITTEN = frozenset((".xlsx", ".xls", ".csv", ".json", ".html", ".docx", ".txt", ".md", ".xml", ".ics"))
"""Endings that name no folder: whoever writes one wants something else."""


def check_target(console: Console, output: str | None) -> None:
    """Refuse an output that stands there already, before any work is done."""
    if output is None:
        return
    if not output.strip():
        console.refuse(say("-o names no file."), say("write such as {example}", example="-o roadmaps/city"))
    if Path(output).suffix.lower() in _NOT_WRITTEN:
        console.refuse(
            say("An import writes YAML, not {ending}.", ending=Path(output).suffix),
            say("write such as {example}", example="-o roadmaps/city, -o city.yaml"),
        )
    target = Path(output)
    if not is_one_file(output) and target.is_dir() and not any(target.iterdir()):
        return
    _refuse_existing(console, target, output)


def is_one_file(output: str) -> bool:
    """Whether `-o` names a file, and not a folder."""
    return output.lower().endswith((".yaml", ".yml"))


def _refuse_existing(console: Console, path: Path, shown: str) -> None:
    if os.path.lexists(path):
        console.refuse(
            say("{path} is there already; nothing was written.", path=shown),
            say("name a new folder or file with -o; an import never overwrites"),
        )


def read_file(console: Console, file: str, options: "Options", *, table: bool) -> "Draft":
    """Read a file, or the CSV files of a folder; a file that cannot be read ends as a draft of nothing."""
    from carbonroad.importing.draft import Draft
    from carbonroad.importing.foreign.look import MAX_BYTES, look
    from carbonroad.importing.readers import EXTRAS, Foreign, draft_of
    from carbonroad.source.text import inside

    paths = sorted(Path(file).glob("*.csv")) if Path(file).is_dir() else [Path(file)]
    if not paths:
        console.refuse(
            say("{folder} holds no csv files.", folder=file),
            say("name a file, or a folder of exported csv files"),
        )
    foreign: list[Foreign] = []
    left = MAX_BYTES
    for path in paths:
        if path != Path(file) and path.is_symlink() and not inside(file, str(path)):
            console.refuse(
                say("{path} is a link that leads out of the folder.", path=path.as_posix()),
                say("put a copy of the file in its place"),
            )
        data = _bytes(console, path)
        left -= len(data)
        if left < 0:
            console.refuse(
                say("The files of {folder} have more than {n} MB.", folder=file, n=MAX_BYTES // 1_000_000),
                say("import them one by one"),
            )
        name = file if len(paths) == 1 and path == Path(file) else path.as_posix()
        kind = look(data, name)
        if isinstance(kind, Finding):
            return Draft({}, {}, (kind,))
        if kind in EXTRAS:
            extra, modules = EXTRAS[kind]
            need(console, extra, *modules)
        foreign.append(Foreign(data, name, kind, table))
    console.progress(say("reading {path}", path=file))
    return draft_of(tuple(foreign), Path(file).stem or "draft", options)


def _bytes(console: Console, path: Path) -> bytes:
    from carbonroad.importing.foreign.look import MAX_BYTES
    from carbonroad.source.text import read_data

    data = read_data(str(path), path.as_posix(), MAX_BYTES)
    if isinstance(data, Finding):
        console.refuse(data.message, data.help)
    return data


def finish(console: Console, draft: "Draft", call: Call) -> Outcome:
    """Check a draft, write it, and tell what was made and what to look at."""
    if draft.empty:
        _report(console, draft.findings, draft, call)
        console.verdict(say("Nothing was read from {file}.", file=call.file))
        return "nothing"
    from carbonroad.cli.clock import today

    keys = call.keys or ("zh" if draft.chinese else "en")
    name = _name(draft, call.output)
    drafted = settle(draft, keys, name, call.as_of, today())
    findings = (*draft.findings, *drafted.findings)
    if call.output is None and draft.parts:
        console.refuse(
            say_count(
                "The draft has {n} industry, which is a file of its own.",
                "The draft has {n} industries, each a file of its own.",
                len(draft.parts),
            ),
            say("name a new folder, such as -o {folder}", folder=f"roadmaps/{Path(call.file).stem}"),
        )
    _report(console, findings, draft, call)
    if call.output is None:
        console.result("".join(drafted.texts.values()).encode())
    else:
        _write(console, drafted.texts, call.output)
    tell(console, draft, drafted, call.output)
    level = call.failing
    every = (*findings, *drafted.project.findings)
    return "failed" if level is not None and any(one.severity >= level for one in every) else "read"


def _name(draft: "Draft", output: str | None) -> str:
    """What the one file of a draft is called; its name is the industry's where it is one."""
    industry = draft.top.get("industry")
    if output is not None and is_one_file(output):
        if industry != Path(output).stem:
            draft.top.pop("industry", None)
        return Path(output).name
    return f"{industry}.yaml" if isinstance(industry, str) else "draft.yaml" if output is None else TOP_FILE


def _report(console: Console, findings: tuple[Finding, ...], draft: "Draft", call: Call) -> None:
    """Write the findings: to standard output, unless the draft goes there."""
    texts = {source.path: source for source in draft.sources}
    ordered = tuple(sorted(findings, key=sort_key))
    if not ordered and all(one.name in ("full", "concise") and not one.file for one in call.reports):
        return
    paths = tuple(texts) or (call.file,)
    results = Results(ordered, paths, texts.get)
    look = Look(
        MOST if call.most is None else call.most,
        statistics=False,
        fail_on=call.failing or Severity.error,
        words=words(),
    )
    with redirect_stdout(sys.stderr) if call.output is None else nullcontext():
        write_reports(console, results, call.reports, look)


def _write(console: Console, texts: dict[str, str], output: str) -> None:
    from carbonroad.cli.ending import end_cleanly
    from carbonroad.cli.results.delivering import write_or_refuse

    end_cleanly()
    folder = Path(output).parent if is_one_file(output) else Path(output)
    for name in texts:
        _refuse_existing(console, folder / name, (folder / name).as_posix())
    for name, text in texts.items():
        write_or_refuse(console, str(folder / name), text.encode())
