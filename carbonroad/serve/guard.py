"""What stands before every request: only our own address, only our own pages, only paths without tricks."""

from collections.abc import Callable
from secrets import compare_digest
from typing import Final

from starlette.types import ASGIApp, Receive, Scope, Send

from carbonroad.base.texts.said import say
from carbonroad.serve.answers import plain
from carbonroad.serve.settings import OWN, PLAYGROUND, Settings

TOKEN: Final = b"carbonroad-token"
"""The header that a request brings which changes something."""
_READING = ("GET", "HEAD")
_CHANGING = ("POST", "PUT")
_NO_OTHER = {b"same-origin", b"none"}
"""Who may have sent a request, as browsers say: a page of ours, or the user."""
_LONGEST = 2000
"""Bytes of an address."""
_ODD = (b"\\", b"//", b"%00", b"%2e", b"%2f", b"%5c", b"/./", b"/../")


class Guard:
    """Lets through what our own pages ask, and answers everything else itself.

    A page of another site can make a browser send requests here, also under a name that leads to this
    machine. So the name must be our own, and what changes something must come from our own page.

    Args:
        app: What answers.
        settings: Of the server.
        spoken: Says a sentence in the user's language.
    """

    def __init__(self, app: ASGIApp, settings: Settings, spoken: Callable[[str], str]) -> None:
        self._app = app
        self._hosts = settings.hosts
        self._origins = frozenset(f"http://{host}" for host in settings.hosts)
        self._token = settings.token.encode()
        self._spoken = spoken

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        refused = self._refused(scope)
        if refused is None:
            await self._app(scope, receive, send)
            return
        sentence, status = refused
        await plain(self._spoken(sentence), status)(scope, receive, send)

    def _refused(self, scope: Scope) -> tuple[str, int] | None:
        """Why a request is not let through, and the status; None for one that is."""
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1 or hosts[0].decode("latin-1").lower() not in self._hosts:
            return say("This server answers at its own address alone."), 421
        method, path = scope["method"], scope["path"]
        raw = (scope.get("raw_path") or path.encode()).partition(b"?")[0]
        if _is_odd(raw, path):
            return say("There is no such page."), 404
        if method in _READING:
            ours = _may_read(scope)
        elif method in _CHANGING and path.startswith(PLAYGROUND):
            ours = self._is_ours(scope)
        else:
            return say("Pages can be read here, and nothing else."), 405
        return None if ours else (say("This request does not come from a page of this server."), 403)

    def _is_ours(self, scope: Scope) -> bool:
        """Whether a request that changes something comes from a page of ours."""
        headers = _headers(scope)
        origin = headers.get(b"origin", [])
        site = headers.get(b"sec-fetch-site", [])
        token = headers.get(TOKEN, [])
        return (
            len(origin) == 1
            and origin[0].decode("latin-1") in self._origins
            and (not site or site == [b"same-origin"])
            and len(token) == 1
            and bool(self._token)
            and compare_digest(token[0], self._token)
        )


def _may_read(scope: Scope) -> bool:
    """Whether a request that only reads is no other site's.

    Another site cannot read our answers; but it could let each of its visitors' browsers ask for pages that
    take long to make, or for all streams that there are. A link that leads to a page of ours is followed.
    """
    headers = _headers(scope)
    if _NO_OTHER.issuperset(headers.get(b"sec-fetch-site", ())):
        return True
    path = scope["path"]
    return (
        headers.get(b"sec-fetch-mode") == [b"navigate"]
        and headers.get(b"sec-fetch-dest") == [b"document"]
        and (path == PLAYGROUND or not path.startswith(OWN))
    )


def _headers(scope: Scope) -> dict[bytes, list[bytes]]:
    """The headers of a request; one may stand there more than once."""
    headers: dict[bytes, list[bytes]] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name, []).append(value)
    return headers


def _is_odd(raw: bytes, path: str) -> bool:
    """Whether a path is written so that someone might take it for another one."""
    small = raw.lower()
    return (
        len(raw) > _LONGEST
        or not raw.startswith(b"/")
        or any(sign in small for sign in _ODD)
        or small.endswith((b"/..", b"/."))
        or any(part in (".", "..") for part in path.split("/"))
        or any(ord(char) < 32 or char in "\\\x7f" for char in path)
    )
