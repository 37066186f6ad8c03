"""The playground's answers to its page: open a draft, check it, complete, explain, save, show its pages."""

import os
from collections.abc import Callable, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from carbonroad.base.texts.said import say
from carbonroad.base.texts.visible import visible
from carbonroad.serve import answers
from carbonroad.serve.playground.as_json import checked, files_of
from carbonroad.serve.playground.drafts import MOST_TYPED, Calls, Draft, Drafts, Original
from carbonroad.serve.playground.requests import Asked, Wrong, asked
from carbonroad.serve.playground.saving import Conflict, Saved, save
from carbonroad.serve.playground.texts import Shown
from carbonroad.source.folder import TOP_FILE
from carbonroad.source.text import SourceText
from carbonroad.starting.roadmap_files import example_files
from carbonroad.wording.saying import said_in, sentences
from carbonroad.workspace.roadmap import Roadmap

_MOST_COMPLETIONS = 200
Answer = dict[str, Any]


def example(lang: str) -> Original:
    """Return the example that `init` writes; it stands in no folder."""
    folder = os.path.abspath(os.path.join(os.sep, "carbonroad-example", lang))  # noqa: PTH100, PTH118
    texts = {os.path.join(folder, name): text for name, text in example_files(lang).items()}  # noqa: PTH118
    return Original(f"example-{lang}", os.path.join(folder, TOP_FILE), texts)  # noqa: PTH118


class Endpoints:
    """Answers requests about drafts.

    Args:
        originals: What can be copied, by name.
        calls: How drafts are checked and rendered.
        edit: Whether saving writes to disk.
    """

    def __init__(self, originals: Callable[[], Mapping[str, Original]], calls: Calls, *, edit: bool) -> None:
        self._originals = originals
        self._edit = edit
        self._drafts = Drafts(calls)

    def routes(self, below: str) -> list[Route]:
        """Return the routes of the answers below an address."""
        posts = {
            "open": self.open,
            "check": self.check,
            "complete": self.complete,
            "hover": self.hover,
            "save": self.save,
        }
        found = [Route(f"{below}/{name}", self._post(act), methods=["POST"]) for name, act in posts.items()]
        return [
            *found,
            Route(f"{below}/pages/{{draft}}/{{path:path}}", self.page),
            Route(f"{below}/files/{{draft}}/{{name}}", self.download),
        ]

    def _post(self, act: Callable[[Asked], Answer]) -> Callable[[Request], Any]:
        async def answer(request: Request) -> Response:
            one = await asked(request)
            if isinstance(one, Wrong):
                return answers.json({"wrong": one.reason}, one.status)
            draft = self._drafts.find(one.draft)
            if draft is not None:
                draft.wanted = max(draft.wanted, one.version)
            return answers.json({"version": one.version, **await run_in_threadpool(act, one)})

        return answer

    def open(self, one: Asked) -> Answer:
        """Open a draft, or find it again after the page was loaded anew; the page's own texts win."""
        originals = self._originals()
        original = originals.get(one.roadmap) or next(iter(originals.values()), None)
        if original is None:
            return {"gone": True}
        draft = self._drafts.open(one.draft, original)
        with draft.lock:
            draft.wanted = one.version
            draft.look()
            if one.whole:
                draft.type(one.texts, whole=True)
            found = checked(draft, draft.check(), one.lang)
            return {"roadmap": original.name, "files": files_of(draft, one.lang), **found}

    def check(self, one: Asked) -> Answer:
        """Take what was typed, and say what is found."""
        return self._with(one, lambda draft: checked(draft, draft.check(), one.lang))

    def _with(self, one: Asked, act: Callable[[Draft], Answer]) -> Answer:
        """Do something with a draft after what was typed is taken; of requests that wait the last counts."""
        draft = self._drafts.find(one.draft)
        if draft is None:
            return {"forgotten": True}
        with draft.lock:
            if one.look:
                draft.look()  # whatever becomes of this request: the next one must know
            if one.version < draft.wanted:
                return {"late": True}
            if not draft.type(one.texts, whole=one.whole):
                return {"most": MOST_TYPED}
            return act(draft)

    def _in_file(self, one: Asked, act: Callable[[Roadmap, str, Shown], Answer], otherwise: Answer) -> Answer:
        """Ask something of a place in a file of a draft; `otherwise` where there is no such file to read."""

        def ask(draft: Draft) -> Answer:
            roadmap, path = draft.roadmap, draft.paths.get(one.file, "")
            shown = draft.shown(path) if path else None
            return otherwise if roadmap is None or shown is None else act(roadmap, path, shown)

        return self._with(one, ask)

    def complete(self, one: Asked) -> Answer:
        """Say what can be written at the caret."""
        from carbonroad.editing.completing.at_cursor import complete

        def found(roadmap: Roadmap, path: str, shown: Shown) -> Answer:
            items = complete(roadmap, path, shown.offset(one.offset), one.lang)
            return {
                "items": [
                    {
                        "label": visible(item.label),
                        "insert": item.insert,
                        "start": shown.units(item.replace[0]),
                        "end": shown.units(item.replace[1]),
                        "kind": item.kind,
                        "detail": visible(item.detail),
                        "documentation": item.documentation,
                        "filter": item.filter or item.label,
                        "snippet": item.snippet,
                        "again": item.again,
                    }
                    for item in items[:_MOST_COMPLETIONS]
                ]
            }

        return self._in_file(one, found, {"items": []})

    def hover(self, one: Asked) -> Answer:
        """Say what stands at a place."""
        from carbonroad.editing.hovering.at_cursor import hover

        def found(roadmap: Roadmap, path: str, shown: Shown) -> Answer:
            told = hover(roadmap, path, shown.offset(one.offset), one.lang)
            if told is None:
                return {}
            start, end = shown.units(told.span.start), shown.units(told.span.end)
            return {"markdown": told.markdown, "start": start, "end": end}

        return self._in_file(one, found, {})

    def save(self, one: Asked) -> Answer:
        """Write a file to disk, where the server was started for it."""
        draft = self._drafts.find(one.draft)
        if draft is None:
            return {"forgotten": True}
        if not self._edit or one.file not in one.texts:
            return {"refused": "", "help": ""}
        with draft.lock:
            done = save(draft, one.file, one.texts[one.file], one.was)
            if isinstance(done, Saved):
                return {"digest": done.digest, **checked(draft, draft.check(), one.lang)}
        if isinstance(done, Conflict):
            return {"conflict": {"digest": done.digest, "theirs": done.theirs, "rows": done.rows}}
        words = sentences(one.lang)
        path = draft.paths.get(one.file, one.file)
        return {
            "refused": said_in(words, done.message).replace(path, one.file),
            "help": said_in(words, done.help),
        }

    async def page(self, request: Request) -> Response:
        """Return a page of a draft's last state without errors."""
        draft = self._drafts.find(request.path_params["draft"])
        path = request.path_params["path"]
        data = None if draft is None else await run_in_threadpool(_made, draft, path)
        if data is None:
            return _nowhere()
        return answers.made_file(request, data, path)

    async def download(self, request: Request) -> Response:
        """Return a file of a draft as it would be saved."""
        draft = self._drafts.find(request.path_params["draft"])
        name = request.path_params["name"]
        source = None if draft is None else await run_in_threadpool(_typed, draft, name)
        if source is None:
            return _nowhere()
        return answers.download(source.data, name)


def _nowhere() -> Response:
    return answers.plain(say("There is no such page."), 404)


def _typed(draft: Draft, name: str) -> SourceText | None:
    with draft.lock:
        path = draft.paths.get(name)
        return None if path is None else draft.source(path)


def _made(draft: Draft, path: str) -> bytes | None:
    with draft.lock:
        return None if draft.pages is None else draft.pages.file(path)
