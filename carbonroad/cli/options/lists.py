"""Options that take several words: repeated, or separated by commas."""

from collections.abc import Sequence

from carbonroad.base.texts.nearest import nearest
from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console

Lists = list[str] | None


def read_list(
    console: Console,
    option: str,
    words: Lists,
    known: Sequence[str] = (),
    default: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Return the words of an option, each once; a word that is not known ends the run."""
    found = [word.strip() for several in words or () for word in several.replace("，", ",").split(",")]
    for word in found:
        check_word(console, option, word, known)
    return tuple(dict.fromkeys(found)) or default


def check_word(console: Console, option: str, word: str, known: Sequence[str]) -> None:
    """Refuse a word that is not among the known ones; without known ones, an empty word."""
    if word in known or (word and not known):
        return
    close = nearest(word, known)
    console.refuse(
        say('{option} does not know "{word}".', option=option, word=word),
        say('did you mean "{close}"?', close=close)
        if close
        else say("there are: {names}", names=", ".join(known))
        if known
        else say("write a name"),
    )
