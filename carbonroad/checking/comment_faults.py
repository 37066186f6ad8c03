"""What a suppression comment asks for, and what is wrong with how it is written."""

from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.checking.bench import Bench, Named
from carbonroad.checking.comments import Comment
from carbonroad.checking.rulebook import selector
from carbonroad.findings import Finding, Span
from carbonroad.source.yaml.nodes import Scalar

_WORD = lazy_pattern(r"\bCR\d{1,3}\b|\b[a-z]+(?:-[a-z0-9]+)+\b", 2)
_SEPARATOR = lazy_pattern(r"[,，、;；]")


class _Fault(NamedTuple):
    """What is wrong with a comment, and where."""

    rule: str
    at: tuple[int, int]
    message: str
    label: str
    help: str


class Active(NamedTuple):
    """A comment that may be applied: its rules, how many words name them, and which were of use."""

    comment: Comment
    rules: list[Named]
    words: int
    used: set[int]
    expired: bool
    hits: list[Finding]


def read_comment(bench: Bench, comment: Comment, text: str, as_of: date) -> Active | None:
    """Return a comment that is well written and has a reason; else say what it lacks."""
    if comment.rules is None:
        _malformed(bench, comment, text)
        return None
    first, last = comment.rules
    named = bench.named(Scalar(text[first:last], first, last), "")
    fault = _fault(comment, text)
    if fault is not None:
        bench.report(
            fault.rule, Span(comment.path, *fault.at), fault.message, label=fault.label, help_=fault.help
        )
        return None
    allowed = []
    for one in named:
        before = len(bench.findings)
        bench.check_fixed(one)
        if len(bench.findings) == before:
            allowed.append(one)
    expired = comment.until is not None and as_of > comment.until
    words = sum(bool(word.strip()) for word in _SEPARATOR.split(text[first:last]))
    return Active(comment, allowed, words, set(), expired, []) if allowed else None


def _fault(comment: Comment, text: str) -> _Fault | None:
    """Return what a comment with brackets lacks."""
    whole = comment.start, comment.end
    first, last = comment.rules or whole
    if not _SEPARATOR.sub("", text[first:last]).strip():
        return _Fault(
            "malformed-suppression",
            whole,
            say("This comment names no rule."),
            say("which rule?"),
            say("name the rule between the brackets, such as ignore[no-source]"),
        )
    if comment.until_at is not None and comment.until is None:
        return _Fault(
            "malformed-suppression",
            comment.until_at,
            say('"{words}" is not a day.', words=text[slice(*comment.until_at)]),
            say("not a day"),
            say("write such as until 2027-06-30; without an end leave it out"),
        )
    if comment.late:
        return _Fault(
            "malformed-suppression",
            whole,
            say("A comment for the whole file stands at its head, before the first key."),
            say("too late"),
            say("move it to the head of the file, or write ignore[…] for this line"),
        )
    if not any(sign.isalnum() for sign in comment.reason):
        return _Fault(
            "suppression-without-reason",
            whole,
            say("This comment suppresses findings but gives no reason, so it is not applied."),
            say("why?"),
            say("write the reason at its end: -- and why the finding is no mistake"),
        )
    return None


def _malformed(bench: Bench, comment: Comment, text: str) -> None:
    written = text[comment.start : comment.end]
    named = [word for word in _WORD.findall(written) if selector(word) is not None]
    bench.report(
        "malformed-suppression",
        Span(comment.path, comment.start, comment.end),
        say("This looks like a comment that suppresses findings, but it is not written as one."),
        label=say("not applied"),
        help_=say(
            "write # carbonroad: ignore[{rules}] -- and the reason",
            rules=", ".join(dict.fromkeys(named)) or "no-source",
        ),
    )
