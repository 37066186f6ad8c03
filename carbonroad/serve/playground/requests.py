"""What the playground's page asks for: read from JSON, bounded, and of the right types."""

import json
import re
from typing import Any

from starlette.requests import Request

from carbonroad.base.record import NamedTuple

MOST_BYTES = 12_000_000
"""Of one request; as many characters as a draft may have, in Chinese and escaped."""
_KEY = re.compile(r"[0-9a-f-]{36}")


class Asked(NamedTuple):
    """One request of a page.

    Attributes:
        draft: The page's draft.
        roadmap: Which roadmap it is to be a copy of.
        lang: The language of the page.
        version: Counts the page's requests; late answers are dropped by it.
        texts: What text fields hold, by the files' names.
        whole: Whether every other file is as saved.
        look: Whether files may have changed on disk.
        file: The name of the file that it is about.
        offset: The caret, in UTF-16 units.
        was: The SHA-256 of the file that was read.
    """

    draft: str
    roadmap: str = ""
    lang: str = "en"
    version: int = 0
    texts: dict[str, str] = {}  # noqa: RUF012 - never changed
    whole: bool = False
    look: bool = False
    file: str = ""
    offset: int = 0
    was: str = ""


class Wrong(NamedTuple):
    """Why a request is not answered: the status, and why."""

    status: int
    reason: str


async def asked(request: Request) -> Asked | Wrong:
    """Read a request; everything that it may say has a type and a bound."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        return Wrong(415, "the body is to be application/json")
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > MOST_BYTES:
            return Wrong(413, "the body is too large")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return Wrong(400, "the body is no JSON")
    return _read(found) or Wrong(400, "the request is not understood")


def _read(found: Any) -> Asked | None:
    if not isinstance(found, dict):
        return None
    known = Asked("")._asdict()
    values = {name: found[name] for name in known if name in found}
    if any(type(value) is not type(known[name]) for name, value in values.items()):
        return None
    one = Asked(**({"draft": ""} | values))
    texts = all(isinstance(name, str) and isinstance(text, str) for name, text in one.texts.items())
    if not texts or not _KEY.fullmatch(one.draft) or not 0 <= one.offset <= MOST_BYTES:
        return None
    # Half of a pair of UTF-16 units is no character, and no file can hold it.
    return (
        one if all(_encodes(text) for text in (one.file, one.lang, *one.texts, *one.texts.values())) else None
    )


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
