"""A page of the playground without a browser: asks the server as the page's scripts do."""

import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Any

import httpx

from carbonroad.live.preview import Preview
from carbonroad.live.roadmaps import Asked
from carbonroad.render.site.choice import Choice
from carbonroad.serve.app import create_app
from carbonroad.serve.settings import Settings
from carbonroad.serve.streams import Streams
from carbonroad.source.folder import NoRoadmap, find_roadmaps

TODAY = date(2026, 11, 23)
DRAFT = "0f0e0d0c-0000-4000-8000-000000000001"
TOKEN = "a-token-of-this-test"  # noqa: S105
HOST = "http://127.0.0.1:8000"
BELOW = "/_carbonroad/playground"


class Page:
    """One page of the playground.

    Args:
        folder: The roadmap that is served; None for the example alone.
        edit: Whether it may save.
    """

    def __init__(self, folder: Path | None = None, *, edit: bool = False) -> None:
        self.settings = Settings(8000, "", "", edit, TOKEN, lambda: TODAY)
        preview = None
        if folder is not None:

            def find() -> list[Asked] | NoRoadmap:
                found = find_roadmaps(str(folder))
                return found if isinstance(found, NoRoadmap) else [Asked(one) for one in found]

            preview = Preview(find, [str(folder)], Choice(), clock=lambda: "09:30", today=lambda: TODAY)
            preview.look()
        self.faults: list[Exception] = []
        self.app = create_app(preview, self.settings, Streams(), told=self.faults.append)
        self.version = 0

    def send(self, method: str, path: str, **given: Any) -> httpx.Response:
        """The server's answer to a request as it is."""

        async def answered() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url=HOST) as client:
                return await client.request(method, path, **given)

        return asyncio.run(answered())

    def get(self, path: str, **headers: str) -> httpx.Response:
        """The answer to a request of a page, a script or a file below the playground."""
        return self.send(
            "GET", f"{BELOW}/{path}", headers={key.replace("_", "-"): one for key, one in headers.items()}
        )

    def post(self, name: str, value: Any, **headers: str) -> httpx.Response:
        """The answer to a request as the page makes it; an empty header is left out."""
        own = {
            "Content-Type": "application/json",
            "Origin": HOST,
            "Carbonroad-Token": TOKEN,
            "Sec-Fetch-Site": "same-origin",
        }
        own |= {key.replace("_", "-"): one for key, one in headers.items()}
        kept = {key: one for key, one in own.items() if one}
        return self.send("POST", f"{BELOW}/{name}", content=json.dumps(value).encode(), headers=kept)

    def ask(self, name: str, /, **value: Any) -> dict[str, Any]:
        """The value that the server answers with."""
        self.version += 1
        answer = self.post(name, {"draft": DRAFT, "version": self.version, **value})
        assert answer.status_code == 200, answer.text
        assert not self.faults
        return answer.json()

    def open(self, **value: Any) -> dict[str, dict[str, Any]]:
        """Open the draft; its files by name."""
        return {file["name"]: file for file in self.ask("open", **value)["files"]}
