"""What is not installed with the program itself, looked for before it is used."""

from importlib.util import find_spec

from carbonroad.base.texts.said import say
from carbonroad.cli.console import Console

_NEEDED = {
    "serve": ("starlette", "uvicorn", "watchfiles"),
    "lsp": ("pygls", "lsprotocol"),
    "xlsx": ("xlsxwriter",),
    "docx": ("docx",),
    "ics": ("icalendar",),
}


def need(console: Console, extra: str, *modules: str) -> None:
    """Refuse a call that needs an extra which is not installed.

    Args:
        console: Where to say so.
        extra: Such as `serve`.
        modules: What of it is needed; all of it where none is named.
    """
    lacking = [name for name in modules or _NEEDED[extra] if find_spec(name) is None]
    if lacking:
        console.refuse(
            say("This needs {names}, which is not installed.", names=", ".join(lacking)),
            say("run {command}", command=f'pip install "carbonroad[{extra}]"'),
        )
