"""What makes `status` fail: words of `--fail-on`, and how many items they are about."""

from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import Said, say, say_count
from carbonroad.cli.console import Console
from carbonroad.cli.options.lists import Lists, check_word, read_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from carbonroad.base.times.durations import Duration
    from carbonroad.compute.facts import Facts
    from carbonroad.compute.reviews.review import Review
    from carbonroad.link.system import System

_SAID: dict[str, "Callable[[int], Said]"] = {
    "late": lambda n: say_count("{n} item is late", "{n} items are late", n),
    "missed": lambda n: say_count("{n} item is missed", "{n} items are missed", n),
    "not-reached": lambda n: say_count("{n} target is not reached", "{n} targets are not reached", n),
    "unreported": lambda n: say_count(
        "the outcome of {n} item is not recorded", "the outcomes of {n} items are not recorded", n
    ),
    "at-risk": lambda n: say_count("{n} item is at risk", "{n} items are at risk", n),
    "off-track": lambda n: say_count(
        "{n} item is off the line to its target", "{n} items are off the line to their targets", n
    ),
    "cannot-be-met": lambda n: say_count(
        "{n} item cannot be met as planned", "{n} items cannot be met as planned", n
    ),
    "forecast-late": lambda n: say_count(
        "{n} item is forecast to miss its deadline", "{n} items are forecast to miss their deadlines", n
    ),
    "behind-plan": lambda n: say_count(
        "{n} work is past its planned finish", "{n} works are past their planned finish", n
    ),
}
_DUE = "due"
WORDS = (*_SAID, _DUE)
"""What `--fail-on` takes; `due` takes a time as well: `due:30d`."""


class Failing(NamedTuple):
    """One word of `--fail-on`; `ahead` is how far ahead `due` looks, None for as far as the lists do."""

    word: str
    ahead: "Duration | None" = None


def read_failing(console: Console, typed: Lists) -> tuple[Failing, ...]:
    """Return the words of `--fail-on`; one that is not known ends the run."""
    found = []
    for text in read_list(console, "--fail-on", typed):
        word, colon, time = text.partition(":")
        if word == _DUE and colon:
            found.append(Failing(_DUE, read_time(console, "--fail-on", time)))
            continue
        check_word(console, "--fail-on", text, WORDS)
        found.append(Failing(word))
    return tuple(found)


def read_time(console: Console, option: str, text: str) -> "Duration":
    """Return a time such as 30d or 3mo; what is none ends the run."""
    from carbonroad.base.texts.refusal import Refusal
    from carbonroad.base.times.durations import parse_duration

    time = parse_duration(text)
    if isinstance(time, Refusal):
        console.refuse(
            say("{option}: {problem}", option=option, problem=time.message),
            say("write such as 30d, 6w or 3mo"),
        )
    return time


def day_ahead(as_of: date, time: "Duration") -> date:
    """Return the last day of a time from the data date on; never later than the calendar goes."""
    from carbonroad.base.texts.refusal import Refusal
    from carbonroad.base.times.durations import end_midnight

    midnight = end_midnight(as_of.toordinal() + 1, time)
    return date.max if isinstance(midnight, Refusal) else date.fromordinal(midnight - 1)


def failures(words: tuple[Failing, ...], system: "System", facts: "Facts", now: "Review") -> list[Said]:
    """Return what fails a roadmap, in words."""
    found = []
    for one in words:
        if one.word != _DUE:
            count = len(now.lists[one.word])
            if count:
                found.append(_SAID[one.word](count))
            continue
        until, count = now.until, len(now.lists[_DUE])
        if one.ahead is not None:
            from carbonroad.compute.reviews.review import due_entries

            until = day_ahead(system.as_of, one.ahead)
            count = len(due_entries(facts, now.items, system.as_of, until))
        if count:
            found.append(
                say_count("{n} item is due by {day}", "{n} items are due by {day}", count, day=until)
            )
    return found
