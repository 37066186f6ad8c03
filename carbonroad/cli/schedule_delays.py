"""What `schedule --delay` asks: an id, a sign of equality and a time, as `takes` and `lag` write it."""

from collections.abc import Sequence

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.dates import Duration, parse_duration
from carbonroad.cli.console import Console

_EXAMPLE = "--delay steel.W06=3mo"

Asked = tuple[str, Duration]


def read_delays(console: Console, typed: Sequence[str]) -> tuple[Asked, ...]:
    """Return (id as typed, time) of each; what is not understood ends the run."""
    return tuple(_read(console, one) for one in typed)


def _read(console: Console, typed: str) -> Asked:
    name, sign, time = typed.replace("＝", "=").partition("=")
    if not sign or not name.strip() or not time.strip():
        console.refuse(
            say('--delay: "{words}" is no id with a time.', words=typed),
            say("write such as {example}", example=_EXAMPLE),
        )
    length = parse_duration(time, signed=True)
    if isinstance(length, Refusal):
        console.refuse(say("{option}: {problem}", option="--delay", problem=length.message), length.hint)
    return name.strip(), length
