"""Regular expressions that are compiled when first used: a run uses few of them, and starts sooner."""

import re
from typing import cast


class _LazyPattern:
    """Takes each method from the compiled pattern when it is first asked for, and keeps it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        found: object = getattr(re.compile(self._source, self._flags), name)
        self.__dict__[name] = found
        return found


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what has the attributes of `re.compile(source, flags)`, at almost no cost until one is used."""
    return cast("re.Pattern[str]", _LazyPattern(source, flags))
