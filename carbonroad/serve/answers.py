"""Answers with all that keeps a browser from doing more with them than it should."""

from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

COMMON = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_MADE = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
"""Of made pages: they say the same of themselves, and more; only our own pages may frame them."""
_OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Of our own pages: their own scripts and styles, from files, and nothing from anywhere else."""
_MEDIA = {
    "html": "text/html; charset=utf-8",
    "md": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
}


def made_file(data: bytes, ending: str, tag: str = "") -> Response:
    """Answer with a file that `render` would write, and its digest."""
    headers = {**COMMON, "Content-Security-Policy": _MADE}
    if tag:
        headers["ETag"] = tag
    return Response(data, headers=headers, media_type=_MEDIA.get(ending, "application/octet-stream"))


def unchanged(tag: str) -> Response:
    """Answer that a file is the one that the browser has."""
    return Response(status_code=304, headers={**COMMON, "ETag": tag})


def own_page(html: str, status: int = 200) -> Response:
    """Answer with a page of our own."""
    headers = {**COMMON, "Content-Security-Policy": _OWN}
    return Response(html.encode(), status, headers, _MEDIA["html"])


def asset(data: bytes, ending: str) -> Response:
    """Answer with a script or a style sheet of ours."""
    return Response(data, headers={**COMMON, "Content-Security-Policy": _NOTHING}, media_type=_MEDIA[ending])


def json(value: Any, status: int = 200) -> Response:
    """Answer a script of ours."""
    return JSONResponse(value, status, {**COMMON, "Content-Security-Policy": _NOTHING})


def plain(sentence: str, status: int) -> Response:
    """Answer with one sentence."""
    return PlainTextResponse(f"{sentence}\n", status, {**COMMON, "Content-Security-Policy": _NOTHING})
