"""Checks of single fields beyond their kind: a region, an address, a weight."""

import re
from functools import lru_cache

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Edit, Fix
from carbonroad.model.terms import Words
from carbonroad.read.phrases import replace
from carbonroad.read.reader import Opened, Reader
from carbonroad.source.yaml.nodes import Node, Scalar

_REGION = lazy_pattern(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?|[A-Z]{3}", re.ASCII)
_ADDRESS = lazy_pattern(r"https?://[^\s/]\S*|mailto:(?>[^\s@]+@)\S+", re.IGNORECASE)
_BARE_HOST = lazy_pattern(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?", re.IGNORECASE | re.ASCII)


def check_region(reader: Reader, opened: Opened) -> None:
    """Report a region that has not the form of an ISO 3166 code."""
    node = opened.values.get("region")
    if not isinstance(node, Scalar) or _REGION.fullmatch(node.text.strip()):
        return
    upper = node.text.strip().upper()
    fits = upper.isascii() and _REGION.fullmatch(upper) is not None
    reader.report(
        "not-a-region",
        reader.span(node),
        say('"{region}" is not a code of ISO 3166.', region=node.text.strip()),
        pointer=opened.place.at("region"),
        label=say("two letters expected"),
        help_=say('write "{code}"', code=upper)
        if fits
        else say("write the country's two letters, such as CN or FR, or a region's code, such as CN-GD"),
        fix=replace(reader.words(node), upper, safe=True) if fits else None,
    )


def check_url(reader: Reader, node: Node | None, pointer: str) -> None:
    """Report an address that no browser opens: a link is made of it on every page."""
    if not isinstance(node, Scalar) or _is_address(node.text):
        return
    text = node.text.strip()
    bare = _BARE_HOST.fullmatch(text) is not None
    reader.report(
        "not-a-web-address",
        reader.span(node),
        say('"{address}" is not a web address.', address=text),
        pointer=pointer,
        label=say("https://… expected"),
        help_=say("write https://{address}", address=text)
        if bare
        else say("write the whole address, such as https://www.gov.cn/…; other words belong under note"),
        fix=_with_https(reader.words(node)) if bare else None,
    )


@lru_cache(maxsize=1 << 12)
def _is_address(text: str) -> bool:
    """Whether a text is an address; remembered, because many items name one page."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def _with_https(words: Words) -> Fix | None:
    place = words.inner
    if place is None:
        return None
    title = say("write https://{address}", address=words.text.strip())
    return Fix(title, False, (Edit(place.start, place.start, "https://"),))


def check_weight(reader: Reader, opened: Opened, weight: float | None) -> None:
    """Report a phase's weight on the time axis that gives it no room."""
    if weight is None or weight > 0:
        return
    node = opened.values["zoom"]
    reader.report(
        "out-of-range",
        reader.span(node),
        say("{value} is not above 0.", value=f"{weight:g}"),
        pointer=opened.place.at("zoom"),
        label=say("out of range"),
        help_=say("write how much wider than the others the phase is drawn, such as 2; or leave it out"),
    )
