"""What `show` is asked for, held against the roadmap: days, fields and statuses in the user's words."""

from datetime import date
from typing import TYPE_CHECKING

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console
from carbonroad.cli.options.lists import Lists, check_word, read_list

if TYPE_CHECKING:
    from carbonroad.link.system import System
    from carbonroad.views.show import Choice


_DATED = ("by", "before", "during")


class Asked(NamedTuple):
    """The filters as typed."""

    since: str | None
    until: str | None
    status: Lists


def choice_of(
    console: Console, asked: Asked, system: "System", parts: tuple[str, ...], *, outcomes: bool
) -> "Choice":
    """Return the choice; a word that the roadmap does not know ends the run.

    Args:
        console: Where a refusal is said.
        asked: The filters as typed.
        system: The roadmap.
        parts: What it is limited to; empty for all.
        outcomes: Whether what nobody reported on is listed.
    """
    from carbonroad.views.show import Choice

    since = None if asked.since is None else _days(console, "--since", asked.since, system)[0]
    until = None if asked.until is None else _days(console, "--until", asked.until, system)[1]
    if since is not None and until is not None and since > until:
        console.refuse(
            say("--since {since} is after --until {until}.", since=asked.since, until=asked.until),
            say("write the earlier of the two for --since"),
        )
    return Choice(parts, since, until, _statuses(console, asked.status), outcomes)


def _days(console: Console, option: str, words: str, system: "System") -> tuple[date, date]:
    """The first and the last day of what is written as a deadline is."""
    from carbonroad.base.texts.refusal import Refusal
    from carbonroad.link.dates import Calendar

    calendar = Calendar(system.phases, exclusive=system.before_means == "exclusive")
    found = calendar.read(words)
    if isinstance(found, Refusal) or found.kind not in _DATED or found.span is None or found.latest is None:
        phases = ", ".join(phase.id for phase in system.phases)
        form = say("write such as 2030, 2027-06 or end of 2027")
        console.refuse(
            say('{option}: "{words}" is no day, year or phase.', option=option, words=words),
            calendar.near(words)
            or (say("{form}, or a phase: {phases}", form=form, phases=phases) if phases else form),
        )
    return found.span.first, found.latest


def _statuses(console: Console, asked: Lists) -> tuple[str, ...]:
    """The statuses named: as the format writes them, or as the documents show them, in any language."""
    from carbonroad.read.vocabulary.words import ENUMERATIONS
    from carbonroad.views.shared.status_marks import STATUS_WORDS
    from carbonroad.wording import wording

    chinese = wording("zh")
    names = {key: key for key in STATUS_WORDS}
    for key, english in STATUS_WORDS.items():
        for name in (english, chinese(english), *ENUMERATIONS["status"].words.get(key, ())):
            names.setdefault(name, key)
    found = read_list(console, "--status", asked)
    for name in found:
        if name.casefold() not in names:
            check_word(console, "--status", name, list(STATUS_WORDS))
    return tuple(dict.fromkeys(names[name.casefold()] for name in found))
