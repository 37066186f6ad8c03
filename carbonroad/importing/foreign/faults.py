"""What is wrong with a foreign file as a whole: the findings, and the one way in which reading ends early."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.texts.said import Said, all_of, say
from carbonroad.findings import Span, found
from carbonroad.importing.codes import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carbonroad.findings import Finding


class CannotRead(Exception):  # noqa: N818 - control flow inside this folder, never seen outside
    """Carries the finding that ends the reading of a file or a sheet."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def whole(name: str) -> Span:
    """The place of a finding that concerns a file as a whole."""
    return Span(name, 0, 0)


def unsupported(name: str, message: Said, help_: Said) -> Finding:
    """A kind of file that is not read, and how to save it as one that is."""
    return found(BY_NAME["unsupported-file"], whole(name), message, help_=help_)


def protected(name: str) -> Finding:
    """A file that opens with a password."""
    return found(
        BY_NAME["password-protected"],
        whole(name),
        say("{name} is protected with a password, so nothing in it can be read.", name=name),
        help_=say(
            "open it with the password and save a copy without one (Excel, Word: File > Info > Protect > "
            "Encrypt with Password, empty the field; WPS: File > Document Encryption)"
        ),
    )


def damaged(name: str, why: Said) -> Finding:
    """A file that is not what it claims to be, or is cut off."""
    return found(
        BY_NAME["damaged-file"],
        whole(name),
        say("{name} is damaged: {why}.", name=name, why=why),
        help_=say("open it in the program that made it and save it anew, or fetch it again"),
    )


def over_limit(name: str, message: Said, help_: Said) -> Finding:
    """A file, or a sheet, that holds more than is read."""
    return found(BY_NAME["import-limit"], whole(name), message, help_=help_)


def with_entities(name: str) -> Finding:
    """XML that declares a document type, by which a few bytes can become gigabytes or fetch other files."""
    return found(
        BY_NAME["document-type-declared"],
        whole(name),
        say("{name} declares a document type (<!DOCTYPE>), as no office program does.", name=name),
        help_=say("do not trust the file; open it in the program that made it and save it anew"),
    )


def left_out(name: str, parts: Iterable[Said]) -> Finding:
    """What stands in a file and was not looked at."""
    return found(
        BY_NAME["part-not-read"],
        whole(name),
        say("Not looked at, neither run nor fetched: {parts}.", parts=all_of(list(dict.fromkeys(parts)))),
    )
