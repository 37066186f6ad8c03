"""What `--select`, `--ignore` and `--severity` say of the rules."""

from carbonroad.base.texts.said import any_of, say
from carbonroad.checking.rulebook import Selector, is_fixed, rules, selector, similar
from carbonroad.checking.settings import OFF, Level, Settings
from carbonroad.cli.console import Console
from carbonroad.cli.options.lists import Lists, read_list
from carbonroad.findings import Severity


def read_settings(
    console: Console,
    select: Lists,
    ignore: Lists,
    severity: Lists,
) -> Settings:
    """Return what the options say of the checks; what is no rule or level ends the run."""
    chosen = tuple(_selector(console, "--select", word) for word in read_list(console, "--select", select))
    return Settings(
        select=chosen if select else None,
        ignore=tuple(
            _changeable(console, "--ignore", word) for word in read_list(console, "--ignore", ignore)
        ),
        levels=tuple(_level(console, word) for word in read_list(console, "--severity", severity)),
    )


def _selector(console: Console, option: str, word: str) -> Selector:
    known = selector(word)
    if known is None:
        close = similar(word).one
        console.refuse(
            say('{option} does not know the rule "{word}".', option=option, word=word),
            say('did you mean "{close}"?', close=close)
            if close
            else say("write a rule's name, its code, or the beginning of codes, such as CR5"),
        )
    return known


def _changeable(console: Console, option: str, word: str) -> Selector:
    known = _selector(console, option, word)
    if all(is_fixed(rules()[code]) for code in known.codes):
        console.refuse(
            say("{word} always counts: without it the rest of the check means nothing.", word=word),
            say("repair what it reports"),
        )
    return known


def _level(console: Console, word: str) -> Level:
    name, equals, level = (part.strip() for part in word.partition("="))
    levels = (*(one.value for one in Severity), OFF)
    if not equals or level not in levels:
        console.refuse(
            say('--severity does not understand "{word}".', word=word),
            say(
                "write the rule, = and {levels}, such as {example}",
                levels=any_of(levels),
                example="no-source=off",
            ),
        )
    severity = None if level == OFF else Severity(level)
    if severity is Severity.error:
        return Level(_selector(console, "--severity", name), severity)
    return Level(_changeable(console, "--severity", name), severity)
