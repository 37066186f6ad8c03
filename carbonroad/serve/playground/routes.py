"""The playground: a page to try changes of a roadmap on a copy, and to save them where that is wanted."""

import os
from collections.abc import Mapping
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from carbonroad.live.preview import Preview
from carbonroad.serve import answers
from carbonroad.serve.playground.drafts import Calls, Original
from carbonroad.serve.playground.endpoints import Endpoints, example
from carbonroad.serve.playground.words import playground_words
from carbonroad.serve.settings import PLAYGROUND, Settings
from carbonroad.serve.shell import language, pages
from carbonroad.serve.shell_words import LANGUAGES
from carbonroad.source.page_folders import page_folders


def routes(preview: Preview | None, settings: Settings) -> list[BaseRoute]:
    """Return the routes of the playground.

    Args:
        preview: What is served; None where only the example is tried.
        settings: Of the server.
    """
    calls = Calls(settings.today, settings.as_of)
    endpoints = Endpoints(partial(_originals, preview, settings.lang), calls, edit=settings.edit)
    shown = partial(_page, preview, settings)
    return [Route(PLAYGROUND, shown), *endpoints.routes(PLAYGROUND.rstrip("/"))]


async def _page(preview: Preview | None, settings: Settings, request: Request) -> Response:
    """The page itself."""
    asked = request.query_params
    tag = language(asked.get("lang") or settings.lang or asked.get("sample") or _preferred(request))
    words = playground_words()
    config = {
        "lang": tag,
        "words": words,
        "token": settings.token,
        "edit": settings.edit and preview is not None,
        "live": preview is not None,
        "roadmaps": list(_originals(preview, tag)),
    }
    html = pages().get_template("playground.html").render(lang=tag, title=words[tag]["title"], config=config)
    return answers.own_page(html)


def _preferred(request: Request) -> str:
    """The first language of the reader's browser that the page speaks."""
    found = request.headers.get("accept-language", "").lower().split(",")
    firsts = (one.partition(";")[0].strip().split("-")[0] for one in found)
    return next((one for one in firsts if one in LANGUAGES), LANGUAGES[0])


def _originals(preview: Preview | None, lang: str) -> Mapping[str, Original]:
    """What can be tried, by name: the roadmaps that are served, and the example, in this language first."""
    found: dict[str, Original] = {}
    if preview is not None:
        folders = preview.folders
        for name, folder in zip(page_folders(folders), folders, strict=True):
            path = folder.top or next(iter(folder.files.values()), None)
            if path is not None:
                found[name] = Original(name, os.path.abspath(path))  # noqa: PTH100  # links stay as they are
    first = language(lang)
    samples = (example(lang) for lang in sorted(LANGUAGES, key=lambda lang: lang != first))
    return found | {one.name: one for one in samples}
