"""What `schedule --delay` asks: an id, a sign of equality and a time, as `takes` and `lag` write it."""

from collections.abc import Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.durations import Duration, parse_duration
from carbonroad.cli.console import Console

_EXAMPLE = "--delay steel.W06=3mo"


class AskedDelay(NamedTuple):
    """One what-if: an item by its id as typed, and how much later it comes."""

    item: str
    by: Duration


def read_delays(console: Console, typed: Sequence[str]) -> tuple[AskedDelay, ...]:
    """Return what is asked of each; what is not understood ends the run."""
    return tuple(_read(console, one) for one in typed)


def _read(console: Console, typed: str) -> AskedDelay:
    name, sign, time = typed.replace("＝", "=").partition("=")
    if not sign or not name.strip() or not time.strip():
        console.refuse(
            say('--delay: "{words}" is no id with a time.', words=typed),
            say("write such as {example}", example=_EXAMPLE),
        )
    length = parse_duration(time, signed=True)
    if isinstance(length, Refusal):
        console.refuse(say("{option}: {problem}", option="--delay", problem=length.message), length.hint)
    return AskedDelay(name.strip(), length)
