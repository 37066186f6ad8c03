"""What `import` says at its end: what was made, what to look at, and the next command."""

from typing import TYPE_CHECKING

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import Said, all_of, say, say_count
from carbonroad.cli.console import Console
from carbonroad.cli.language import words
from carbonroad.findings import Severity
from carbonroad.starting.checked_draft import Drafted

if TYPE_CHECKING:
    from carbonroad.importing.draft import Draft, Entries

_PLAIN = lazy_pattern(r"[\w./\\:~-]+")


def tell(console: Console, draft: "Draft", drafted: Drafted, output: str | None) -> None:
    """Say in a few lines what was made, what to look at, and what to do next.

    Args:
        console: Where to say so.
        draft: What was read.
        drafted: The same, checked and as written.
        output: What `-o` names; None for standard output.
    """
    parts = [draft.top, *draft.parts.values()]
    counts = [
        say_count("{n} milestone", "{n} milestones", _count(parts, "milestones")),
        say_count("{n} work", "{n} works", _count(parts, "works")),
        say_count("{n} indicator", "{n} indicators", _count(parts, "indicators")),
    ]
    targets = sum(
        len(one["targets"])
        for part in parts
        for one in _items(part, "indicators")
        if isinstance(one.get("targets"), dict)
    )
    if targets:
        counts.append(say_count("{n} target", "{n} targets", targets))
    made = all_of([one for one in counts if not one.startswith("0 ")] or [say("no items")])
    if output is None:
        console.note(say("Made a draft with {made}.", made=made))
    else:
        files = say_count("in {n} file", "in {n} files", len(drafted.texts))
        console.note(say("Wrote {path} ({files}): {made}.", path=output, files=files, made=made))
    _tell_checks(console, drafted)
    if output is not None:
        asked = "" if words().english else f" --lang {words().tag}"
        console.note(say("Next: {command}", command=f"carbonroad validate {_quoted(output)}{asked}"))


def _quoted(path: str) -> str:
    """The path as every terminal takes it; that of Windows knows no single quotes."""
    return path if _PLAIN.fullmatch(path) else f'"{path}"'


def _tell_checks(console: Console, drafted: Drafted) -> None:
    """Say what the usual checks find in the draft, by rule."""
    warnings = [one for one in drafted.project.findings if one.severity is Severity.warning]
    errors = drafted.project.errors
    if errors:
        console.note(say_count("The draft has {n} error.", "The draft has {n} errors.", errors))
    if not warnings:
        console.note(say("The checks find nothing wrong with it."))
        return
    by_rule: dict[str, int] = {}
    for one in warnings:
        by_rule[one.name] = by_rule.get(one.name, 0) + 1
    called = _names_of_rules()
    listed: list[Said] = [
        say("{rule} ({n})", rule=called.get(rule, rule), n=n)
        for rule, n in sorted(by_rule.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    console.note(
        say_count(
            "The checks find {n} thing to look at: {rules}.",
            "The checks find {n} things to look at: {rules}.",
            len(warnings), rules=all_of(listed),
        )
    )  # fmt: skip


def _names_of_rules() -> dict[str, str]:
    """What rules are called, by name, where that is not their name itself."""
    if not words().chinese:
        return {}
    from carbonroad.checking.rule_pages import pages

    return {page.rule.name: page.title_zh for page in pages()}


def _items(part: "Entries", key: str) -> "list[Entries]":
    value = part.get(key, [])
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _count(parts: "list[Entries]", key: str) -> int:
    return sum(len(_items(part, key)) for part in parts)
