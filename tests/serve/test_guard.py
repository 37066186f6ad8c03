"""Nobody but our own pages is answered, and no path leads anywhere else: tried with raw requests."""

import asyncio
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from small_roadmap import two_fields

from carbonroad.live.preview import Preview
from carbonroad.live.roadmaps import Asked
from carbonroad.render.site.choice import Choice
from carbonroad.serve.app import create_app
from carbonroad.serve.settings import Settings
from carbonroad.serve.streams import MOST, Streams
from carbonroad.source.folder import find_roadmaps

OWN = (b"host", b"127.0.0.1:8000")
TOKEN = b"a-token-of-this-test"
Answer = tuple[int, dict[str, str], bytes]


class Raw:
    """The application, asked without a client that would tidy requests up."""

    def __init__(self, folder: Path) -> None:
        def find() -> list[Asked]:
            found = find_roadmaps(str(folder))
            assert isinstance(found, list)
            return [Asked(one) for one in found]

        self.preview = Preview(
            find, [str(folder)], Choice(), clock=lambda: "09:30", today=lambda: date(2026, 11, 22)
        )
        self.preview.look()
        self.faults: list[Exception] = []
        self.streams = Streams()
        settings = Settings(8000, token=TOKEN.decode())
        self.app = create_app(self.preview, settings, self.streams, told=self.faults.append)

    def ask(
        self,
        raw: bytes,
        method: str = "GET",
        headers: Iterable[tuple[bytes, bytes]] = (OWN,),
        path: str | None = None,
    ) -> Answer:
        from urllib.parse import unquote

        plain, _, query = raw.partition(b"?")
        scope: dict[str, Any] = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(plain.decode("latin-1")) if path is None else path,
            "raw_path": plain,
            "query_string": query,
            "root_path": "",
            "headers": list(headers),
            "client": ("127.0.0.1", 50000),
            "server": ("127.0.0.1", 8000),
        }
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(dict(message))

        asyncio.run(self.app(scope, receive, send))
        start, *bodies = sent
        told = {name.decode(): value.decode() for name, value in start["headers"]}
        return start["status"], told, b"".join(one.get("body", b"") for one in bodies)


@pytest.fixture(name="raw", scope="module")
def _raw(tmp_path_factory: pytest.TempPathFactory) -> Raw:
    folder = tmp_path_factory.mktemp("plan")
    two_fields(folder)
    (folder / "secret.html").write_text("a secret of this folder")
    (folder.parent / "beside.html").write_text("a secret beside it")
    if hasattr(os, "symlink"):
        (folder / "linked").symlink_to(folder.parent, target_is_directory=True)
    return Raw(folder)


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST:8000"])
def test_our_own_names_are_answered(raw: Raw, host: str) -> None:
    assert raw.ask(b"/", headers=[(b"host", host.encode())])[0] == 200


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        ["evil.example"],
        ["evil.example:8000"],
        ["127.0.0.1"],
        ["127.0.0.1:8001"],
        ["127.0.0.1.evil.example:8000"],
        ["localhost:8000@evil.example"],
        ["localhost:8000."],
        ["::1:8000"],
        ["0.0.0.0:8000"],
        ["127.0.0.1:8000", "evil.example"],
        [""],
    ],
)
def test_any_other_name_is_refused_whatever_is_asked(raw: Raw, hosts: list[str]) -> None:
    headers = [(b"host", host.encode()) for host in hosts]
    for path in (
        b"/",
        b"/_carbonroad/state",
        b"/_carbonroad/pages/index.html",
        b"/_carbonroad/assets/base.css",
    ):
        status, told, body = raw.ask(path, headers=headers)
        assert status == 421
        assert told["content-type"].startswith("text/plain")
        assert body == b"This server answers at its own address alone.\n"


def test_a_refusal_is_said_in_the_language_of_the_server(raw: Raw) -> None:
    app = create_app(raw.preview, Settings(8000, "zh"), Streams(), told=raw.faults.append)
    raw.app, kept = app, raw.app
    try:
        assert "本服务器" in raw.ask(b"/", headers=[(b"host", b"evil.example")])[2].decode()
    finally:
        raw.app = kept


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get"])
def test_pages_can_be_read_and_nothing_else(raw: Raw, method: str) -> None:
    for path in (b"/", b"/index.html", b"/_carbonroad/pages/index.html", b"/_carbonroad/state"):
        status, told, _ = raw.ask(path, method)
        assert status == 405
        assert "access-control-allow-origin" not in told


OURS = (
    OWN,
    (b"origin", b"http://127.0.0.1:8000"),
    (b"sec-fetch-site", b"same-origin"),
    (b"carbonroad-token", TOKEN),
)


def without(name: bytes) -> list[tuple[bytes, bytes]]:
    return [one for one in OURS if one[0] != name]


@pytest.mark.parametrize(
    "headers",
    [
        without(b"origin"),
        without(b"carbonroad-token"),
        [*without(b"origin"), (b"origin", b"http://evil.example")],
        [*without(b"origin"), (b"origin", b"null")],
        [*without(b"origin"), (b"origin", b"http://127.0.0.1:8001")],
        [*without(b"origin"), (b"origin", b"https://127.0.0.1:8000")],
        [*OURS, (b"origin", b"http://evil.example")],
        [*without(b"sec-fetch-site"), (b"sec-fetch-site", b"cross-site")],
        [*without(b"sec-fetch-site"), (b"sec-fetch-site", b"same-site")],
        [*without(b"carbonroad-token"), (b"carbonroad-token", b"")],
        [*without(b"carbonroad-token"), (b"carbonroad-token", b"another")],
        [*OURS, (b"carbonroad-token", b"another")],
    ],
)
def test_what_changes_something_must_come_from_our_own_page(
    raw: Raw, headers: list[tuple[bytes, bytes]]
) -> None:
    for method in ("POST", "PUT"):
        status, _, body = raw.ask(b"/_carbonroad/playground/save", method, headers)
        assert (status, body) == (403, b"This request does not come from a page of this server.\n")


def test_a_server_without_a_token_lets_nothing_be_changed(raw: Raw) -> None:
    app = create_app(raw.preview, Settings(8000), Streams(), told=raw.faults.append)
    raw.app, kept = app, raw.app
    try:
        headers = [*without(b"carbonroad-token"), (b"carbonroad-token", b"")]
        assert raw.ask(b"/_carbonroad/playground/save", "POST", headers)[0] == 403
    finally:
        raw.app = kept


PAGES = b"/_carbonroad/pages/"
_FOLLOWED = ((b"sec-fetch-mode", b"navigate"), (b"sec-fetch-dest", b"document"))
_EMBEDDED = {
    "image": ((b"sec-fetch-mode", b"no-cors"), (b"sec-fetch-dest", b"image")),
    "script": ((b"sec-fetch-mode", b"no-cors"), (b"sec-fetch-dest", b"script")),
    "fetch": ((b"sec-fetch-mode", b"cors"), (b"sec-fetch-dest", b"empty")),
    "frame": ((b"sec-fetch-mode", b"navigate"), (b"sec-fetch-dest", b"iframe")),
    "nothing": (),
    "twice": (*_FOLLOWED, (b"sec-fetch-dest", b"iframe")),
}


@pytest.mark.parametrize("site", [b"cross-site", b"same-site", b"", b"other"])
@pytest.mark.parametrize("kind", _EMBEDDED)
@pytest.mark.parametrize(
    "path",
    [
        b"/",
        PAGES + b"index.html",
        b"/_carbonroad/state",
        b"/_carbonroad/events",
        b"/_carbonroad/assets/base.css",
        b"/_carbonroad/playground/",
    ],
)
def test_another_site_cannot_make_a_browser_ask_for_anything(
    raw: Raw, site: bytes, kind: str, path: bytes
) -> None:
    status, _, body = raw.ask(path, headers=(OWN, (b"sec-fetch-site", site), *_EMBEDDED[kind]))
    assert (status, body) == (403, b"This request does not come from a page of this server.\n")


def test_a_link_of_another_site_to_a_page_is_followed_and_to_nothing_else(raw: Raw) -> None:
    headers = (OWN, (b"sec-fetch-site", b"cross-site"), *_FOLLOWED)
    for path in (b"/", b"/timetable.html", b"/_carbonroad/playground/"):
        assert raw.ask(path, headers=headers)[0] == 200
    for path in (PAGES + b"index.html", b"/_carbonroad/state", b"/_carbonroad/events"):
        assert raw.ask(path, headers=headers)[0] == 403


def test_two_words_about_who_asks_are_one_too_many(raw: Raw) -> None:
    sites = [(b"sec-fetch-site", one) for one in (b"same-origin", b"cross-site")]
    assert raw.ask(PAGES + b"index.html", headers=(OWN, *sites))[0] == 403


NASTY = [
    b"..",
    b"../steel.yaml",
    b"%2e%2e/steel.yaml",
    b"%2E%2E%2Fsteel.yaml",
    b"..%2fsteel.yaml",
    b"..%5csteel.yaml",
    b"..\\steel.yaml",
    b"steel%2f..%2f..%2fsteel.yaml",
    b"%252e%252e/steel.yaml",
    b"....//steel.yaml",
    b"./index.html",
    b"zh/../index.html",
    b"/etc/passwd",
    b"//etc/passwd",
    b"%2fetc%2fpasswd",
    b"etc/passwd",
    b"C:/Windows/win.ini",
    b"steel.yaml",
    b"carbonroad.yaml",
    b"secret.html",
    b"linked/beside.html",
    b"index.html%00",
    b"index.html%00.yaml",
    b"index.html/",
    b"index.html/..",
    b"%69ndex.html/../../steel.yaml",
    b"index.html\r\nx: y",
    b"\xff\xfe",
    b"a" * 5000,
    b"",
]


@pytest.mark.parametrize("path", NASTY, ids=lambda path: repr(path[:30]))
@pytest.mark.parametrize("base", [PAGES, b"/_carbonroad/assets/", b"/"], ids=["pages", "assets", "shell"])
def test_nothing_outside_the_made_pages_is_served(raw: Raw, base: bytes, path: bytes) -> None:
    status, told, body = raw.ask(base + path)
    shell = base == b"/" and (not path or path.endswith(b".html"))
    assert status in ((200, 404) if shell else (404,))
    assert b"secret" not in body.replace(b"secret.html", b"")
    assert b"carbonroad: 1" not in body
    assert told["x-content-type-options"] == "nosniff"
    assert raw.faults == []


def test_a_path_that_was_read_otherwise_than_it_was_written_is_refused(raw: Raw) -> None:
    assert raw.ask(b"/_carbonroad/pages/index.html", path="/_carbonroad/pages/../x")[0] == 404
    assert raw.ask(b"http://evil.example/", path="/")[0] == 404
    assert raw.ask(b"*", path="*")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        b"/",
        b"/index.html",
        PAGES + b"index.html",
        PAGES + b"timetable.md",
        b"/_carbonroad/state",
        b"/_carbonroad/assets/base.css",
        b"/nowhere",
        PAGES + b"nowhere.html",
    ],
)
def test_every_answer_keeps_the_browser_within_bounds(raw: Raw, path: bytes) -> None:
    _, told, _ = raw.ask(path)
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "no-referrer"
    assert told["cache-control"] == "no-store"
    assert told["cross-origin-resource-policy"] == "same-origin"
    policy = told["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert (
        "frame-ancestors 'self'" in policy
        if path.startswith(PAGES) and "text/plain; " not in told["content-type"]
        else "frame-ancestors '" in policy
    )
    scripts = [part for part in policy.split("; ") if part.startswith("script-src")]
    assert scripts in ([], ["script-src 'self'"])
    assert "access-control-allow-origin" not in told
    assert "server" not in told


def test_our_own_page_has_no_script_or_style_but_from_files(raw: Raw) -> None:
    body = raw.ask(b"/")[2].decode()
    assert "<style" not in body
    assert " style=" not in body
    assert " on" + "click" not in body
    assert body.count("<script") == body.count('<script type="application/json"') + body.count(
        ' src="/_carbonroad/'
    )


def test_a_path_in_our_own_page_cannot_end_its_script(raw: Raw) -> None:
    body = raw.ask(b"/%3C/script%3E%3Cimg%20src=x%3E.html")[2].decode()
    assert "<img" not in body


def test_a_request_that_is_no_request_of_pages_is_closed(raw: Raw) -> None:
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/", "raw_path": b"/", "headers": [OWN], "query_string": b""}
    asyncio.run(raw.app(scope, receive, send))
    assert sent == [{"type": "websocket.close", "code": 1008}]


def test_a_fault_of_the_program_is_one_answer_and_told(raw: Raw, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: str) -> bytes:
        raise ZeroDivisionError("of this test")

    monkeypatch.setattr(raw.preview, "file", fails)
    status, _, body = raw.ask(PAGES + b"index.html")
    assert (status, body) == (500, b"The program has a fault; the terminal says which.\n")
    assert [str(one) for one in raw.faults] == ["of this test"]
    raw.faults.clear()


def test_streams_are_bounded_and_end(raw: Raw) -> None:
    async def listen() -> list[bytes]:
        streams = Streams()
        open_ = [streams.events(1) for _ in range(MOST)]
        assert not streams.full
        first = [await anext(one) for one in open_]
        assert all(one.startswith(b"retry:") and b"event: state\ndata: " in one for one in first)
        assert streams.full
        streams.publish(2)
        later = [await anext(one) for one in open_]
        streams.end()
        for one in open_:
            assert [_ async for _ in one] in ([], [b": still here\n\n"])
        assert streams.full
        return later

    later = asyncio.run(listen())
    assert all(one.endswith(b"-2\n\n") for one in later)
    assert len({one.split(b"-")[0] for one in later}) == 1


def test_one_stream_too_many_is_told_so(raw: Raw, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(raw.streams), "full", property(lambda _: True))
    assert raw.ask(b"/_carbonroad/events")[0] == 503
