"""`carbonroad serve`: a preview that follows every save."""

from typing import TYPE_CHECKING, Annotated

import typer

from carbonroad.base.texts.said import say, say_count
from carbonroad.cli.console import Console
from carbonroad.cli.language import spoken
from carbonroad.cli.options.common import (
    AsOf,
    Colour,
    ColourOption,
    Debug,
    Language,
    Quiet,
    Verbose,
    data_date,
)

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Sequence

    from carbonroad.live.preview import Preview, State
    from carbonroad.live.roadmaps import Asked
    from carbonroad.serve.settings import Settings
    from carbonroad.source.folder import NoRoadmap

EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
}
"""Addresses that open a file in an editor."""
_NO_EDITORS = ("javascript:", "data:", "vbscript:", "file:", "blob:")


def serve(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Roadmap folders, folders of roadmaps, or one file of a roadmap, to which pages are then "
            "limited. Default: the nearest roadmap from here upwards.",
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            "--port", metavar="N", min=0, max=65535, help="Default: 8000, or the next that is free; 0: any."
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Let the playground save to the roadmap's files.")
    ] = False,
    sample: Annotated[
        bool, typer.Option("--sample", help="Try a small sample in the playground; no roadmap is needed.")
    ] = False,
    editor: Annotated[
        str | None,
        typer.Option(
            "--editor",
            metavar="NAME|URL",
            help="Link findings to an editor: vscode, vscodium, cursor, zed, idea, or an address with "
            "{path}, {line} and {column}.",
        ),
    ] = None,
    templates: Annotated[
        str | None,
        typer.Option("--templates", metavar="DIR", help="Your own templates and styles, before ours."),
    ] = None,
    as_of: AsOf = None,
    lang: Language = None,
    color: ColourOption = Colour.auto,
    quiet: Quiet = False,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Show a roadmap's pages in the browser, and what is found in it, as they are after every save.

    \b
    Examples:
      carbonroad serve                        the nearest roadmap, at http://127.0.0.1:8000/
      carbonroad serve roadmaps/china --open  and open the browser
      carbonroad serve roadmaps --lang zh     all roadmaps, in Chinese
      carbonroad serve --editor vscode        findings lead to file and line in the editor
      carbonroad serve --edit                 the playground may save
      carbonroad serve --sample               try it without a roadmap

    Nobody but this machine can reach it, and no file is written unless --edit says so. Ctrl-C ends it.
    Needs: pip install "carbonroad[serve]".
    """  # noqa: D301 - click keeps the lines after this mark as they are
    console = Console(color.value, quiet=quiet, verbose=verbose)
    from carbonroad.cli.options.extras import need

    need(console, "serve")
    if sample and paths:
        console.refuse(say("--sample shows no roadmap of yours."), say("leave out the path, or --sample"))
    from secrets import token_urlsafe

    from carbonroad.cli.clock import present_day
    from carbonroad.cli.ending import end_cleanly
    from carbonroad.serve.settings import Settings

    end_cleanly()
    address = _editor(console, editor)
    preview = None if sample else _preview(console, list(paths or []), templates, as_of)
    opened = _opened(console, port)
    number = opened.getsockname()[1]
    _run(
        console,
        Settings(number, lang or "", address, edit, token_urlsafe(32), present_day, data_date(as_of)),
        preview,
        opened,
        open_=open_,
        debug=debug,
    )


def _run(
    console: Console,
    settings: "Settings",
    preview: "Preview | None",
    opened: "socket.socket",
    *,
    open_: bool,
    debug: bool,
) -> None:
    from carbonroad.serve.app import create_app
    from carbonroad.serve.running import run
    from carbonroad.serve.streams import Streams

    told, streams = _telling(console, debug=debug), Streams()
    app = create_app(preview, settings, streams, told=told)
    where = say("Preview at {address}  (Ctrl-C ends it)", address=settings.address)
    console.result(f"{spoken(where)}\n")
    if preview is not None:
        _tell_state(console, preview.state)
        preview.tell(lambda state: _tell_state(console, state))
    if open_:
        _open(settings.address)
    run(app, opened, preview, streams, told)


def _preview(console: Console, paths: list[str], templates: str | None, as_of: str | None) -> "Preview":
    """Return what is shown, looked at once."""
    from carbonroad.cli.clock import present_day, time_of_day
    from carbonroad.cli.rendering.publishing import look_at_templates
    from carbonroad.cli.roadmaps.choosing import choose, roadmaps_named
    from carbonroad.cli.roadmaps.ready import parts_of
    from carbonroad.live.preview import Preview
    from carbonroad.live.roadmaps import Asked
    from carbonroad.render.site.choice import Choice
    from carbonroad.source.folder import NoRoadmap

    roadmaps_named(console, paths)
    if templates is not None:
        look_at_templates(console, templates)

    def find() -> "Sequence[Asked] | NoRoadmap":
        found = choose(paths)
        if isinstance(found, NoRoadmap):
            return found
        return [
            Asked(one.folder, tuple(part for part in parts_of(one) if part != "top"), one.listed)
            for one in found
        ]

    console.progress(say("reading {names}", names=", ".join(paths) or "…"))
    choice = Choice(templates=templates)
    preview = Preview(find, paths, choice, clock=time_of_day, today=present_day, as_of=data_date(as_of))
    preview.look()
    console.progress("")
    return preview


def _opened(console: Console, port: int | None) -> "socket.socket":
    from carbonroad.base.os_reasons import reason_of
    from carbonroad.serve.running import HOST, open_socket

    try:
        return open_socket(port)
    except OSError as error:
        console.refuse(
            say(
                "{host}:{port} cannot be used: {reason}.", host=HOST, port=port or 0, reason=reason_of(error)
            ),
            say("choose another port, or leave out --port"),
        )


def _editor(console: Console, asked: str | None) -> str:
    """Return the address that opens an editor; empty without one."""
    if asked is None:
        return ""
    address = EDITORS.get(asked, asked)
    scheme = address.lower().partition(":")[0]
    known = scheme and scheme.replace("-", "").replace("+", "").isalnum() and ":" in address
    if not known or "{path}" not in address or f"{scheme}:" in _NO_EDITORS:
        console.refuse(
            say('--editor does not know "{word}".', word=asked),
            say(
                "write one of {names}, or an address such as {example}",
                names=", ".join(EDITORS),
                example=EDITORS["vscode"],
            ),
        )
    return address


def _telling(console: Console, *, debug: bool) -> "Callable[[Exception], None]":
    """Return what says, in one line, which fault of the program a request has run into."""
    from carbonroad.cli.ending import named_fault, show_traceback

    def told(fault: Exception) -> None:
        if debug:
            show_traceback(fault)
        console.verdict(named_fault(fault))

    return told


def _tell_state(console: Console, state: "State") -> None:
    """Say how many errors there are, whenever that changes what is shown."""
    errors = sum(len(one.errors) for one in state.standings)
    if errors:
        console.note(
            say_count(
                "{at} {n} error; the page says where.",
                "{at} {n} errors; the page says where.",
                errors,
                at=state.at,
            )
        )
    else:
        console.detail(say("{at} read", at=state.at))


def _open(address: str) -> None:
    """Open the browser, without waiting for it."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
