"""Which lone YAML files are ours: an editor tells of every one that it has open, whatever wrote it."""

import os

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.source.text import SourceText

ROADMAPS = "roadmaps"
"""A folder of this name holds roadmaps, as for the command line."""
_HIGHEST = 8
"""Folders above a file that are looked at."""
_OURS = "carbonroad|industry|milestones|before_means|works"
_CHINESE = (
    "格式|行业|代号|标题|地区|上级路线图|数据截至|年前口径|时期|单位|来源|负责|牵头|路径|指标|举措|里程碑"
    "|工程|工作包|修订"
)
_MAYBE = "indicators|measures|pathway|organisations|phases|owner_basis|revisions"
_KEY = lazy_pattern(
    rf"(?m)^(?:(?P<quote>['\"]?)(?:{_OURS}|{_CHINESE}|(?P<maybe>{_MAYBE}))(?P=quote)[ \t]*[:：](?=\s|\Z)"
    r"|#[ \t]*yaml-language-server:[ \t]*\$schema=[^\r\n]*carbonroad)"
)
_ENOUGH = 2


def is_ours(path: str, source: SourceText) -> bool:
    """Whether a YAML file without a top file beside it is one of ours.

    It is where it lies in or below a folder `roadmaps` of its repository, names our schema, or has at the
    margin a key that others do not use (`industry`, `milestones`, any Chinese one), or two that few use.
    """
    if roadmaps_above(os.path.dirname(path)) is not None:
        return True
    seen = set[str]()
    for match in _KEY.finditer(source.text):
        if match["maybe"] is None:
            return True
        seen.add(match["maybe"])
        if len(seen) >= _ENOUGH:
            return True
    return False


def roadmaps_above(folder: str) -> str | None:
    """Return the nearest folder `roadmaps`, this one or above it, as far as the repository goes."""
    here = folder
    for _ in range(_HIGHEST):
        if os.path.basename(here) == ROADMAPS:
            return here
        above = os.path.dirname(here)
        if above == here or os.path.exists(os.path.join(here, ".git")):
            return None
        here = above
    return None
