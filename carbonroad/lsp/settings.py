"""What an editor or a call says of language and data date."""

from collections.abc import Callable
from datetime import date

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.times.periods import parse_period
from carbonroad.wording import wording

SECTION = "carbonroad"
_TAG = lazy_pattern(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Start(NamedTuple):
    """What the call says.

    Attributes:
        today: Gives the present day.
        lang: Of `--lang`; empty where it is left out.
        usual_lang: Of the environment, for where nobody says more.
        as_of: Of `--as-of`.
        debug: Whether tracebacks are written to standard error.
    """

    today: Callable[[], date]
    lang: str = ""
    usual_lang: str = ""
    as_of: date | None = None
    debug: bool = False


class Wanted(NamedTuple):
    """What settings of an editor ask for.

    Attributes:
        lang: A language tag, empty where none is given.
        as_of: The data date.
        faults: What cannot be understood, in sentences.
    """

    lang: str = ""
    as_of: date | None = None
    faults: tuple[str, ...] = ()


def wanted_of(settings: object, today: Callable[[], date]) -> Wanted:
    """Read `{"lang": …, "asOf": …}`; the keys may stand below `carbonroad`, and others are nobody's fault."""
    if isinstance(settings, dict) and isinstance(settings.get(SECTION), dict):
        settings = settings[SECTION]
    if not isinstance(settings, dict):
        return Wanted()
    faults = []
    lang, day = settings.get("lang") or "", settings.get("asOf") or ""
    if not isinstance(lang, str) or (lang and not _TAG.fullmatch(lang)):
        faults.append(say('"{tag}" is no language tag; write such as en, zh or zh-Hans.', tag=str(lang)))
        lang = ""
    as_of = None
    if isinstance(day, str) and day.strip().lower() == "today":
        as_of = today()
    elif day:
        period = parse_period(day) if isinstance(day, str) else None
        if period is None or isinstance(period, Refusal):
            faults.append(say('"{words}" is no day; write such as 2026-11-22, or today.', words=str(day)))
        else:
            as_of = period.last
    return Wanted(lang, as_of, tuple(faults))


def language(start: Start, wanted: Wanted, locale: str) -> str:
    """Return the language to speak.

    The call's, else that of the editor's settings, else of the environment, else the editor's own if there is
    a catalogue for it, else English.
    """
    asked = start.lang or wanted.lang or start.usual_lang
    if asked:
        return asked
    tag = locale.replace("_", "-").partition(".")[0]
    known = _TAG.fullmatch(tag) is not None and not wording(tag).english
    return tag if known else "en"
