"""What a progress statement says first."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from carbonroad.compute.reviews.period_review import PeriodReview
from carbonroad.compute.reviews.review import Review, by_day, due_entries
from carbonroad.views.shared.words import Words
from carbonroad.wording import marked

_OUTCOMES = marked(("{n} done", "{n} late or missed", "{n} not recorded", "{n} still open"))
_STATES = (
    ("done", "reached-early"),
    ("late", "missed", "not-reached"),
    ("unreported",),
    ("at-risk", "on-track", "planned"),
)
"""What came of what is due: the states that each of the outcomes counts."""


def finding(words: Words, made: PeriodReview) -> str:
    """Return what came of what is due in the period."""
    w, period = words.w, words.period(made.period)
    due = [one for one in made.fell_due if one.binding]
    if not due:
        return w("Nothing is due in {period}.", period=period)
    found = Counter(one.state for one in due)
    numbers = (sum(found[state] for state in states) for states in _STATES)
    return w.plural(
        "{n} item is due in {period}: {outcomes}.",
        "{n} items are due in {period}: {outcomes}.",
        len(due),
        period=period,
        outcomes=words.listing(w(english, n=n) for english, n in zip(_OUTCOMES, numbers, strict=True) if n),
    )


def remarks(words: Words, made: PeriodReview, now: Review) -> Iterator[str]:
    """Yield what must be known besides: what is open from before, what is next, what counts nowhere."""
    w = words.w
    found = Counter(one.state for one in made.earlier)
    bad = found["late"] + found["missed"] + found["not-reached"]
    if bad:
        yield w.plural(
            "{n} item from before is late or missed.", "{n} items from before are late or missed.", bad
        )
    if found["unreported"]:
        yield w.plural(
            "The outcome of {n} item from before is not recorded.",
            "The outcome of {n} items from before is not recorded.",
            found["unreported"],
        )
    coming = sum(one.binding for one in made.next_due)
    if coming:
        yield w.plural(
            "{n} item is due in {period}.",
            "{n} items are due in {period}.",
            coming,
            period=words.period(made.coming),
        )
    else:
        yield from _next(words, now)
    yield from _left_out(words, now)


def standing(words: Words, now: Review) -> Iterator[str]:
    """Yield how a roadmap stands: what is late or missed, what is due next, what is not recorded."""
    w, states = words.w, now.tally.states
    bad = states["late"] + states["missed"] + states["not-reached"]
    if not now.items:
        yield w("Nothing stands here yet.")
    if bad:
        yield w.plural(
            "{n} of {all} items is late or missed.",
            "{n} of {all} items are late or missed.",
            bad,
            all=now.tally.all,
        )
    silent = states["unreported"]
    if silent and bad:  # of how many is said
        yield w.plural(
            "{n} is past due with no outcome recorded.", "{n} are past due with no outcome recorded.", silent
        )
    elif silent:
        yield w.plural(
            "{n} of {all} items is past due with no outcome recorded.",
            "{n} of {all} items are past due with no outcome recorded.",
            silent,
            all=now.tally.all,
        )
    if now.items and not bad and not silent:
        yield w.plural(
            "{n} of {all} items is done.", "{n} of {all} items are done.", states["done"], all=now.tally.all
        )
    yield from _next(words, now)
    yield from _left_out(words, now)


def _left_out(words: Words, now: Review) -> Iterator[str]:
    if now.left_out:
        yield words.w.plural(
            "{n} more is superseded or dropped.", "{n} more are superseded or dropped.", now.left_out
        )


def _next(words: Words, now: Review) -> Iterator[str]:
    """The next deadline of all, however far ahead it is."""
    ahead = due_entries(words.facts, now.items, now.as_of, date.max)
    if not ahead:
        return
    first = min(ahead, key=by_day)
    if first.day is not None and first.days is not None:
        yield words.w(
            "Next due, {when} ({day}): {what}{more}.",
            when=words.in_days(first.days, "today"),
            day=words.day(first.day),
            what=words.name(first.item),
            more=_more(words, sum(one.day == first.day for one in ahead) - 1),
        )


def _more(words: Words, n: int) -> str:
    return words.w(" and {n} more", n=n) if n else ""
