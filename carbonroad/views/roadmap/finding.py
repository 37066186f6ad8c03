"""The page's finding: the first sentence that applies, from what cannot be met to what is not known."""

from collections.abc import Iterator
from datetime import timedelta

from carbonroad.base.values.value import Value
from carbonroad.compute.item_state import is_void
from carbonroad.link.system import Item
from carbonroad.views.roadmap.gaps import gap_of
from carbonroad.views.roadmap.subject import Subject
from carbonroad.views.shared.values import level_words, value_words


def headline(subject: Subject) -> str:
    """Return the finding: one sentence."""
    return next(_sentences(subject), "") or subject.w("Nothing is due after the data date.")


def remark(subject: Subject) -> str:
    """Return what must be known besides: how many outcomes are not recorded, unless that is the finding."""
    silence = _not_recorded(subject)
    return "" if silence == headline(subject) else silence


def _live(subject: Subject) -> list[Item]:
    return [item for item in subject.items if item.listed and not is_void(item)]


def _sentences(subject: Subject) -> Iterator[str]:
    yield from _impossible(subject)
    yield from _late(subject)
    yield from _gap(subject)
    yield from _next(subject)
    silence = _not_recorded(subject)
    if silence:
        yield silence


def _impossible(subject: Subject) -> Iterator[str]:
    for item in _live(subject):
        activity = subject.facts.schedule.activities.get(item.ref)
        short = activity.total_float_days if activity is not None else None
        if subject.is_goal(item) and short is not None and short < 0:
            yield subject.w(
                "“{title}” cannot be met as planned: {n} days are missing.",
                title=subject.name(item),
                n=-short,
            )


def _late(subject: Subject) -> Iterator[str]:
    behind = [item for item in _live(subject) if subject.standing(item).status in ("late", "missed")]
    if not behind:
        return
    first = subject.name(behind[0])
    if len(behind) == 1:
        yield subject.w("1 item is late or missed: {title}.", title=first)
    else:
        yield subject.w("{n} items are late or missed, first of them: {title}.", n=len(behind), title=first)


def _gap(subject: Subject) -> Iterator[str]:
    pathway = subject.source.pathway if subject.source is not None else None
    gap = gap_of(subject, pathway)
    if gap is None or pathway is None or gap.least <= 0:
        return
    if gap.least == gap.most:
        size = level_words(pathway.unit, round(gap.size, 9), subject.w)
    else:
        ends = Value("", "range", gap.least, gap.most)
        size = value_words(ends, "", pathway.unit, subject.w)
    yield subject.w(
        "Current policy leaves a gap of {size} to the target of {year}.", size=size, year=gap.year
    )


def _next(subject: Subject) -> Iterator[str]:
    ahead = [
        (days, item)
        for item in _live(subject)
        if (days := subject.standing(item).days) is not None
        and days >= 0
        and subject.standing(item).status not in ("done", "dropped")
    ]
    if not ahead:
        return
    days, item = min(ahead, key=lambda pair: pair[0])
    same = sum(other == days for other, _ in ahead)
    when = subject.in_days(days, "today")
    day = subject.day(subject.system.as_of + timedelta(days))
    if same > 1:
        yield subject.w(
            "{n} items are due next, {when} ({day}), first of them: {title}.",
            n=same,
            when=when,
            day=day,
            title=subject.name(item),
        )
    else:
        yield subject.w(
            "Next due, {when} ({day}): {title}.",
            when=when,
            day=day,
            title=subject.name(item),
        )


def _not_recorded(subject: Subject) -> str:
    live = _live(subject)
    past = [
        item for item in live if (subject.standing(item).days or 0) < 0 or subject.standing(item).past_due
    ]
    silent = [item for item in live if subject.standing(item).status == "unreported"]
    if not silent:
        return ""
    return subject.w(
        "{n} of {m} outcomes due so far are not recorded.", n=len(silent), m=max(len(past), len(silent))
    )
