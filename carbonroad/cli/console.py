"""What a run says, and where: results on standard output, everything else on standard error."""

import codecs
import io
import os
import sys
from typing import NoReturn, TextIO

import typer

from carbonroad.base.os_reasons import reason_of
from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import inert, visible
from carbonroad.cli.codes import USAGE
from carbonroad.cli.language import spoken

_STAND_IN = "carbonroad.stand-in"


class Console:
    """The two streams of a run."""

    def __init__(self, colour: str = "auto", *, quiet: bool = False, verbose: bool = False) -> None:
        self._colour = colour
        self._progress = 0
        self.quiet = quiet
        self.verbose = verbose

    @property
    def colour(self) -> bool:
        """Whether results are coloured."""
        return self._coloured(sys.stdout)

    @property
    def error_colour(self) -> bool:
        """Whether findings on standard error are coloured."""
        return self._coloured(sys.stderr)

    def _coloured(self, stream: TextIO | None) -> bool:
        if self._colour != "auto":
            return self._colour == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or (
            _is_terminal(stream) and os.environ.get("TERM") != "dumb"
        )

    @property
    def terminal(self) -> bool:
        """Whether results go to a terminal."""
        return _is_terminal(sys.stdout)

    @property
    def width(self) -> int:
        """Columns for an excerpt: the terminal's, or 100 where there is none."""
        if not _is_terminal(sys.stdout):
            return 100
        try:
            return max(20, os.get_terminal_size(sys.stdout.fileno()).columns - 10)
        except OSError:
            return 100

    @property
    def columns(self) -> int:
        """Columns for a line of prose: the terminal's, or 80 where there is none."""
        return 80 if not _is_terminal(sys.stdout) else self.width + 10

    def result(self, text: str | bytes) -> bool:
        """Write to standard output; if nobody reads it any more (`| head`), say nothing.

        Bytes are written as they are, whatever the encoding and the line ends of standard output: what
        programs read, and the text of files.

        Returns:
            Whether it is still read.
        """
        self.progress("")
        if sys.stdout is None:
            self.refuse(say("Standard output is closed."), say("leave it open, or write to a file with -o"))
        try:
            return write(sys.stdout, text)
        except OSError as error:
            forget(sys.stdout)
            reason = reason_of(error)
            self.refuse(
                say("Standard output cannot be written: {reason}.", reason=reason), say("make room for it")
            )

    def note(self, text: str) -> None:
        """Write a line on standard error, unless quiet."""
        if not self.quiet:
            self.progress("")
            write(sys.stderr, f"{visible(spoken(text))}\n")

    def verdict(self, text: str) -> None:
        """Write why the run ends as it does on standard error, quiet or not."""
        self.progress("")
        write(sys.stderr, f"{visible(spoken(text))}\n")

    def detail(self, text: str) -> None:
        """Write a line on standard error if more is wanted (`-v`)."""
        if self.verbose:
            self.note(text)

    def progress(self, text: str) -> None:
        """Replace the line of progress on a terminal; nothing elsewhere."""
        if not _is_terminal(sys.stderr) or self.quiet or not (text or self._progress):
            return
        shown = visible(spoken(text))[:78]
        write(sys.stderr, f"\r{shown.ljust(self._progress)}" + ("" if shown else "\r"))
        self._progress = len(shown)

    def refuse(self, message: str, help_: str = "") -> NoReturn:
        """Say why the run cannot go on and what to do, and leave."""
        self.progress("")
        complain(message, help_)
        raise typer.Exit(USAGE)


def complain(message: str, help_: str = "") -> None:
    """Write what is wrong with the call, and the way out, on standard error."""
    lines = [say("error: {message}", message=message)]
    if help_:
        lines.append(say("help: {help}", help=help_))
    write(sys.stderr, "".join(f"{visible(spoken(line))}\n" for line in lines))


def write(stream: TextIO | None, text: str | bytes) -> bool:
    """Write and flush: bytes as they are, of text nothing that a service would take for a command.

    A pipe that was closed ends quietly; the exit code stays what it was.

    What standard error does not take is lost: there is nowhere left to say so.

    Returns:
        Whether it is still read.
    """
    if stream is None:
        return True
    try:
        if isinstance(text, bytes):
            stream.flush()
            stream.buffer.write(text)
        else:
            stream.write(inert(text))
        stream.flush()
    except OSError as error:
        if stream is not sys.stderr and not isinstance(error, BrokenPipeError):
            raise
        forget(stream)
        return False
    return True


def forget(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, now and when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def prepare_streams() -> None:
    """Let no character of a file's name or text stop the output."""
    codecs.register_error(_STAND_IN, _standing_in)
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _take_places()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_STAND_IN)


def _take_places() -> None:
    """Open what was closed, so that no file of the run takes the place of standard output or error."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _standing_in(error: UnicodeError) -> tuple[str, int]:
    from carbonroad.cli.standins import standing_in  # hardly any run needs it

    return standing_in(error)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
