"""The language in which a run speaks to its user."""

import os
from contextvars import ContextVar

from carbonroad.wording import Wording, wording
from carbonroad.wording.saying import said_in

_OPTION = "--lang"
_VARIABLE = "CARBONROAD_LANG"
_asked: ContextVar[str] = ContextVar("asked", default="")


def ask_for(arguments: list[str]) -> None:
    """Take the language from a call: `--lang`, of several the first, else the variable, else English.

    It is looked for before the call is understood, so that what is wrong with the call is said in it too.
    """
    asked = os.environ.get(_VARIABLE, "")
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == _OPTION:
            asked = "".join(arguments[index + 1 : index + 2])
        elif argument.startswith(f"{_OPTION}="):
            asked = argument.partition("=")[2]
    _asked.set(asked.replace("，", ",").partition(",")[0].strip())


def words() -> Wording:
    """Return the wording of sentences in the run's language; English where there is no catalogue."""
    return wording(_asked.get(), catalogue="findings")


def spoken(sentence: str) -> str:
    """Return a sentence in the run's language."""
    return said_in(words(), sentence)
