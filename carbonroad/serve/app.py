"""The server as one ASGI application: the shell, the pages it frames, what it is told, and the playground."""

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from carbonroad.base.texts.said import say
from carbonroad.live.preview import Preview
from carbonroad.render.faults import RenderFault
from carbonroad.serve import answers
from carbonroad.serve.faults import Faults
from carbonroad.serve.guard import Guard
from carbonroad.serve.playground.routes import routes as playground_routes
from carbonroad.serve.settings import OWN, PLAYGROUND, Settings
from carbonroad.serve.shell import assets, language, shell_page
from carbonroad.serve.shown_state import state_shown
from carbonroad.serve.streams import Streams
from carbonroad.wording.saying import said_in, sentences


def create_app(
    preview: Preview | None,
    settings: Settings,
    streams: Streams,
    *,
    told: Callable[[Exception], None],
) -> Starlette:
    """Return the application.

    Args:
        preview: What is shown; None where only the sample is tried.
        settings: What is asked for.
        streams: Tell the pages that are open of changes.
        told: Called with a fault of the program, which a request has run into.
    """
    words = sentences(settings.lang)
    routes: list[BaseRoute] = [Route(f"{OWN}assets/{{name}}", _asset), *playground_routes(preview, settings)]
    routes += (
        _Served(preview, settings, streams).routes() if preview is not None else [Route("/", _to_sample)]
    )
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(Faults, told=told),
            Middleware(Guard, settings=settings, spoken=lambda sentence: said_in(words, sentence)),
        ],
        exception_handlers={404: _nowhere, 405: _nowhere},
    )
    app.router.redirect_slashes = False
    return app


class _Served:
    """What answers for a preview."""

    def __init__(self, preview: Preview, settings: Settings, streams: Streams) -> None:
        self._preview = preview
        self._settings = settings
        self._streams = streams

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/", self.shell),
            Route(f"{OWN}pages/{{path:path}}", self.page),
            Route(f"{OWN}state", self.state),
            Route(f"{OWN}events", self.events),
            Route("/{path:path}.html", self.shell),
        ]

    async def shell(self, request: Request) -> Response:
        """The page that frames a page: any that may come to be, for it may not be there yet."""
        publication, asked = self._preview.state.publication, request.path_params.get("path", "")
        if request.url.path.startswith(OWN):
            return answers.plain(say("There is no such page."), 404)
        path = f"{asked}.html" if asked else publication.first_in(self._settings.lang)
        lang = self._settings.lang or publication.language(path)
        page = shell_page(path, lang, fixed=bool(self._settings.lang), playground=True)
        return answers.own_page(page)

    async def page(self, request: Request) -> Response:
        """A file as `render` writes it."""
        path = request.path_params["path"]
        try:
            data = await run_in_threadpool(self._preview.file, path)
        except RenderFault as fault:
            words = sentences(self._settings.lang)
            return answers.plain(" ".join(said_in(words, one) for one in (fault.message, fault.help)), 500)
        if data is None:
            return answers.plain(say("There is no such page."), 404)
        return answers.made_file(request, data, path)

    async def state(self, request: Request) -> Response:
        """How everything stands, for the page that is being looked at."""
        asked, state = request.query_params, self._preview.state
        lang = language(self._settings.lang or asked.get("lang", ""))
        version, path = self._streams.name(state.number), asked.get("page", "")
        shown = await run_in_threadpool(state_shown, state, self._settings, version, path, lang)
        return answers.json(shown)

    async def events(self, request: Request) -> Response:
        """The stream of changes."""
        if self._streams.full:
            return answers.plain(say("Too many pages are open."), 503)
        headers = {**answers.COMMON, "X-Accel-Buffering": "no"}
        if request.method == "HEAD":
            return Response(headers=headers, media_type="text/event-stream")
        events = self._streams.events(self._preview.state.number)
        return StreamingResponse(events, headers=headers, media_type="text/event-stream")


async def _asset(request: Request) -> Response:
    """A script or a style sheet of ours."""
    name = request.path_params["name"]
    found = assets().get(name)
    if found is None:
        return answers.plain(say("There is no such page."), 404)
    return answers.asset(found, name.rpartition(".")[2])


async def _to_sample(_: Request) -> Response:
    return RedirectResponse(PLAYGROUND, 307, answers.COMMON)


async def _nowhere(_: Request, __: Exception) -> Response:
    return answers.plain(say("There is no such page."), 404)
