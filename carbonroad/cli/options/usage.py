"""What is wrong with a call, in our own words: the parser of the command line speaks English only."""

from collections.abc import Sequence
from typing import Any

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.nearest import nearest
from carbonroad.base.texts.said import Said, say

_VALUE = lazy_pattern(r"^'?(.*?)'? is not ")
_EXTRA = lazy_pattern(r"^Got unexpected extra arguments?(?:\(s\))? \((.*)\)\.?$")
_COMMAND = lazy_pattern(r"^No such command '(.*?)'\.")


def explain(error: Any, commands: Sequence[str]) -> tuple[str, str]:
    """Return what a usage error says, and the way out.

    Args:
        error: As the parser raised it; its classes are known by name, because there are two copies of them.
        commands: What the program can be called with.
    """
    context = getattr(error, "ctx", None)
    call = context.command_path if context is not None else "carbonroad"
    way_out: Said = say("{call} --help shows what can be written", call=call)
    message = str(getattr(error, "format_message", error.__str__)()).strip()
    match type(error).__name__:
        case "NoSuchOption":
            known = _options(context) or tuple(error.possibilities or ())
            return say("There is no option {option}.", option=error.option_name), _meant(
                nearest(error.option_name, known), way_out
            )
        case "BadOptionUsage":
            return say("{option} needs a value.", option=error.option_name), way_out
        case "MissingParameter":
            return say("{option} is missing.", option=_parameter(error)), way_out
        case "BadParameter":
            return _bad_value(error, way_out)
    command = _COMMAND.match(message)
    if command is not None:
        said = say('There is no command "{word}".', word=command[1])
        return said, _meant(nearest(command[1], commands), way_out)
    extra = _EXTRA.match(message)
    if extra is not None:
        message = say('There is no place for "{words}" in this call.', words=extra[1])
    return message, way_out


def _bad_value(error: Any, way_out: Said) -> tuple[str, str]:
    option = _parameter(error)
    if isinstance(error.message, Said):
        return say("{option}: {problem}", option=option, problem=error.message), way_out
    value = _VALUE.match(error.message)
    if value is None:
        return say("{option}: {problem}", option=option, problem=error.message), way_out
    known = [str(getattr(choice, "value", choice)) for choice in getattr(error.param.type, "choices", ())]
    if known:
        said = say('{option} does not know "{word}".', option=option, word=value[1])
        return said, _meant(nearest(value[1], known), say("there are: {names}", names=", ".join(known)))
    said = say('{option} takes a number, not "{word}".', option=option, word=value[1])
    return said, say("write a whole number, such as {example}", example=20)


def _meant(close: str | None, otherwise: Said) -> Said:
    return say('did you mean "{close}"?', close=close) if close else otherwise


def _parameter(error: Any) -> str:
    """The option as it is typed, or the argument."""
    names = [name for name in getattr(error.param, "opts", ()) if name.startswith("--")]
    return names[0] if names else str(getattr(error.param, "name", "") or "")


def _options(context: Any) -> tuple[str, ...]:
    if context is None:
        return ()
    return tuple(name for one in context.command.get_params(context) for name in one.opts if name[:2] == "--")
