"""The one place of the server where a fault of the program becomes an answer: no request ends it."""

from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from carbonroad.base.texts.said import say
from carbonroad.serve.answers import plain


class Faults:
    """Answers a request that runs into a fault of the program, and tells of it.

    Args:
        app: What answers.
        told: Called with the fault.
    """

    def __init__(self, app: ASGIApp, told: Callable[[Exception], None]) -> None:
        self._app = app
        self._told = told

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as fault:  # noqa: BLE001 - as the docstring says
            self._told(fault)
            if not begun and scope["type"] == "http":
                answer = plain(say("The program has a fault; the terminal says which."), 500)
                await answer(scope, receive, send)


def kept_going(step: Callable[[], object], told: Callable[[Exception], None]) -> None:
    """Do one step of what goes on for ever, and tell of the fault that it runs into."""
    try:
        step()
    except Exception as fault:  # noqa: BLE001 - as above
        told(fault)
