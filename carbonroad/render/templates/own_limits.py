"""What a user's template may make at most: each way to a huge text or number is measured beforehand."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

LONGEST = 10_000_000
"""Characters of one text, or entries of one list, that a template makes."""
_WIDEST = 100_000
"""Of a format: the largest width or precision."""
_MOST_BITS = 10_000
_WIDE = re.compile(r"[0-9]{6}")


def check_size(size: int, what: str) -> None:
    """Refuse to make something too large.

    Raises:
        OverflowError: Naming what would make it.
    """
    if size > LONGEST:
        raise OverflowError(f"{what} would make something too large")


def check_operation(operator: str, left: Any, right: Any) -> None:
    """Refuse an operation whose result would be enormous.

    Raises:
        OverflowError: Naming the operator.
    """
    if isinstance(left, int) and isinstance(right, int):
        large = operator == "**" or left.bit_length() + right.bit_length() > _MOST_BITS
        check_size(LONGEST + 1 if large else 0, operator)
    elif operator == "%" and isinstance(left, str):
        _check_format(left, right if isinstance(right, tuple) else (right,), "%")
    elif operator == "+":
        check_size(_size(left) + _size(right), operator)
    elif operator == "**":
        check_size(LONGEST + 1, operator)
    elif operator == "*":
        count = right if isinstance(right, int) else left if isinstance(left, int) else 1
        check_size(max(_size(left), _size(right)) * count, operator)


def checked_call(function: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> tuple[Any, ...]:
    """Refuse a method of a text or a number whose result would be enormous; return its arguments.

    Raises:
        OverflowError: Naming the method.
    """
    function = getattr(function, "__wrapped__", function)  # the sandbox wraps `format`
    owner = getattr(function, "__self__", None)
    name = getattr(function, "__name__", "")
    if isinstance(owner, int) and name == "to_bytes":
        check_size(_number(args[:1]), name)
    if not isinstance(owner, str):
        return args
    if name in {"ljust", "rjust", "center", "zfill"}:
        check_size(_number(args[:1]), name)
    elif name == "expandtabs":
        check_size(len(owner) * max(1, _number((*args[:1], *kwargs.values()))), name)
    elif name == "replace" and len(args) > 1:
        _check_replace(owner, args[0], args[1], name)
    elif name == "join" and args:
        return (_joinable(owner, args[0], name),)
    elif name in {"format", "format_map"}:
        _check_format(owner, (*args, *kwargs.values()), name)
    elif name == "translate":
        check_size(LONGEST + 1, name)
    return args


def limited_filters(filters: Mapping[str, Callable[..., Any]]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield those filters that can make something large, each measuring what it is given first."""
    for name, check in _FILTERS.items():
        yield name, _limited(filters[name], check, name)


def _limited(
    made: Callable[..., Any], check: Callable[..., tuple[Any, ...]], name: str
) -> Callable[..., Any]:
    passes = getattr(made, "jinja_pass_arg", None)

    def limited(*args: Any, **kwargs: Any) -> Any:
        first = args[:1] if passes is not None else ()
        return made(*first, *check(name, *args[len(first) :], *kwargs.values()), **kwargs)

    if passes is not None:
        limited.jinja_pass_arg = passes  # type: ignore[attr-defined]
    return limited


def _wide(name: str, value: Any, *more: Any) -> tuple[Any, ...]:
    """A filter that fills up: of a text each line, of a list a column."""
    lines = value.count("\n") + 1 if isinstance(value, str) else 1
    numbers = [one for one in more if isinstance(one, int)]
    texts = [len(one) for one in more if isinstance(one, str)]
    check_size(max((*numbers, *texts, 0)) * lines, name)
    return (value, *more)


def _replace(name: str, value: Any, old: Any = "", new: Any = "", *more: Any) -> tuple[Any, ...]:
    _check_replace(str(value), old, new, name)
    return (value, old, new, *more)


def _join(name: str, value: Any, between: Any = "", *more: Any) -> tuple[Any, ...]:
    return (_joinable(str(between), value, name), between, *more)


def _format(name: str, value: Any, *more: Any) -> tuple[Any, ...]:
    _check_format(str(value), more, name)
    return (value, *more)


def _wrap(name: str, value: Any, *more: Any) -> tuple[Any, ...]:
    between = max((len(one) for one in more if isinstance(one, str)), default=1)
    check_size(len(str(value)) * (1 + between), name)
    return (value, *more)


_FILTERS: dict[str, Callable[..., tuple[Any, ...]]] = {
    "center": _wide,
    "indent": _wide,
    "batch": _wide,
    "slice": _wide,
    "replace": _replace,
    "join": _join,
    "format": _format,
    "wordwrap": _wrap,
}


def _check_replace(text: str, old: Any, new: Any, what: str) -> None:
    check_size(len(text) + text.count(str(old)) * len(str(new)), what)


def _joinable(between: str, parts: Iterable[Any], what: str) -> list[Any]:
    found: list[Any] = []
    size = 0
    for part in parts:
        found.append(part)
        size += len(between) + (len(part) if isinstance(part, str) else 1)
        check_size(size, what)
    return found


def _check_format(text: str, values: Iterable[Any], what: str) -> None:
    values = tuple(values)
    wide = any(isinstance(value, int) and abs(value) > _WIDEST for value in values) and re.search(
        r"\{[^}]*\{|\*", text
    )
    check_size(LONGEST + 1 if wide or _WIDE.search(text) else 0, what)
    check_size(
        len(text) + sum(_size(value) for value in values) * (1 + text.count("{") + text.count("%")), what
    )


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, bytes, list, tuple, dict)) else 0


def _number(values: Iterable[Any]) -> int:
    return max((value for value in values if isinstance(value, int)), default=0)
