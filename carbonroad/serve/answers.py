"""Answers with all that keeps a browser from doing more with them than it should."""

from hashlib import sha256
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from carbonroad.render.formats import ALL as FORMATS

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
    **{form.name: form.media for form in FORMATS},
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
}


def made_file(request: Request, data: bytes, path: str) -> Response:
    """Answer with a file that `render` would write, or that it is the one that the browser has."""
    tag = f'"{sha256(data).hexdigest()[:32]}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={**COMMON, "ETag": tag})
    headers = {**COMMON, "Content-Security-Policy": _MADE, "ETag": tag}
    media = _MEDIA.get(path.rpartition(".")[2], "application/octet-stream")
    return Response(data, headers=headers, media_type=media)


def download(data: bytes, name: str) -> Response:
    """Answer with a file that the browser is to keep under a name."""
    headers = {**COMMON, "Content-Security-Policy": _MADE}
    headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, headers=headers, media_type="application/octet-stream")


def own_page(html: str) -> Response:
    """Answer with a page of our own."""
    headers = {**COMMON, "Content-Security-Policy": _OWN}
    return Response(html.encode(), headers=headers, media_type=_MEDIA["html"])


def asset(data: bytes, ending: str) -> Response:
    """Answer with a script or a style sheet of ours."""
    return Response(data, headers={**COMMON, "Content-Security-Policy": _NOTHING}, media_type=_MEDIA[ending])


def json(value: Any, status: int = 200) -> Response:
    """Answer a script of ours."""
    return JSONResponse(value, status, {**COMMON, "Content-Security-Policy": _NOTHING})


def plain(sentence: str, status: int) -> Response:
    """Answer with one sentence."""
    return PlainTextResponse(f"{sentence}\n", status, {**COMMON, "Content-Security-Policy": _NOTHING})
