"""What a page may do, said in the page itself: show its own words and styles, and nothing else."""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from carbonroad.base.texts.said import say
from carbonroad.render.faults import RenderFault

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; style-src-elem 'sha256-{digest}'; "
    "style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
"""No script, picture, frame, request or form, and no style element but the page's own.

Attributes set widths and labels. A browser that does not know the two finer words takes `style-src`.
"""
_NAMED = 'http-equiv="Content-Security-Policy" content="default-src \'none\''


def page_policy(style: str) -> Markup:
    """Return the Content-Security-Policy of a page with one style element.

    Args:
        style: What stands in the element, to the letter.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return Markup(_POLICY.format(digest=digest))  # noqa: S704  # no user's words in it


def check_policy(own: str | None, name: str, text: str) -> None:
    """Refuse a frame of the user's that lets a page do more.

    Args:
        own: The user's folder of templates; None without one.
        name: The template's name.
        text: What it made.

    Raises:
        RenderFault: Naming the template.
    """
    if own is not None and _NAMED not in text[: max(text.find("<style"), 0)]:
        raise RenderFault(
            say("{file} has no Content-Security-Policy before its styles.", file=f"{own}/{name}"),
            say("copy that line from the shipped template"),
        )
