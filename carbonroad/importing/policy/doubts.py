"""What stays open in a policy text, as findings with the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import Said, say
from carbonroad.findings import Finding, found
from carbonroad.importing.codes import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carbonroad.importing.policy.parts import Doubt
    from carbonroad.importing.texts.paragraphs import Paragraph

_LONGEST = 80


def finding_of(doubt: Doubt, paragraphs: Sequence[Paragraph], clause: str) -> Finding:
    """Say a doubt at its words."""
    words = _cut(doubt.place.words(paragraphs))
    message, help_ = _said(doubt.rule, words, _cut(doubt.about))
    span = paragraphs[doubt.place.paragraph].place(doubt.place.start, doubt.place.end)
    return found(BY_NAME[doubt.rule], span, message, pointer=clause, help_=help_)


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"


def _said(rule: str, words: str, about: str) -> tuple[Said, Said]:
    if rule == "deadline-unclear":
        return _deadline(words, about)
    if rule in ("number-without-unit", "number-unclear", "indicator-unclear"):
        return _number(rule, words)
    if rule in ("owner-unclear", "deadline-unreadable", "sentence-unclear"):
        return _words(rule, words)
    if rule == "table-left-out":
        return (
            say("The table that begins here is left out: it is no sentence."),
            say("read the file once more with `--as table`"),
        )
    if rule == "nothing-found":
        return (
            say("This paragraph looks like a task, and no item was found in it."),
            say("add a milestone, an indicator or a work for it, if it asks for one"),
        )
    return (
        say("No deadline, no number to reach and no task was found in this text."),
        say("if the plan is a table, use `--as table`; else begin with `carbonroad init`"),
    )


def _number(rule: str, words: str) -> tuple[Said, Said]:
    if rule == "number-without-unit":
        return (
            say('"{words}" has a number without a unit.', words=words),
            say("the draft says `unit: 1`; write the unit, or leave 1 where it is a plain ratio"),
        )
    if rule == "number-unclear":
        return (
            say('The number in "{words}" is not understood as a value.', words=words),
            say("add it to an indicator's `targets` in digits, such as 100 or ≥100"),
        )
    return (
        say('What the number in "{words}" measures is not clear.', words=words),
        say("check the indicator's title in the draft, or add the target yourself"),
    )


def _words(rule: str, words: str) -> tuple[Said, Said]:
    if rule == "owner-unclear":
        return (
            say('"{words}" stands where a body should and does not look like one.', words=words),
            say("if it is a body, add it to `owner`, `lead` or `support`; the draft leaves it out"),
        )
    if rule == "deadline-unreadable":
        return (
            say('"{words}" names no date that can be computed.', words=words),
            say("write the day where it is known; the draft says `not stated` and keeps the words"),
        )
    return (
        say('What is to be reached in "{words}" is not clear.', words=words),
        say("read the sentence and write what it asks for, or take the item out of the draft"),
    )


def _deadline(words: str, about: str) -> tuple[Said, Said]:
    if about == "past":
        return (
            say('The date of "{words}" lies before the document itself.', words=words),
            say("it is taken for history and left out; add it if it is a deadline"),
        )
    if about == "several":
        return (
            say('Which of the deadlines around it governs "{words}" is not clear.', words=words),
            say("the draft says `deadline: not stated`; write the one that is meant"),
        )
    return (
        say('No deadline governs "{words}".', words=words),
        say("the draft says `deadline: not stated`; if the sentence before it gives one, write it"),
    )
