"""The canonical order of keys: what, until when, what for, who, after what, how it went, by which source.

It differs from the vocabulary's order, which is the reference's, where hand-written files read better so.
"""

from functools import cache

from carbonroad.read.vocabulary.shape import Shape

_DUTIES = "owner lead support owner_basis"
_CONTENT = "pathway measures milestones indicators works revisions drawing"
_HEAD = "languages as_of before_means"
_DECLARED = "industries phases organisations sources"

ORDER: dict[str, str] = {
    "top": f"carbonroad title note region parent {_HEAD} {_DUTIES} {_DECLARED} {_CONTENT} validate",
    "industry": f"industry code title note {_DUTIES} {_CONTENT}",
    "file": f"carbonroad industry code title note region {_HEAD} {_DUTIES} {_DECLARED} {_CONTENT} validate",
    "milestone": (
        f"id title deadline nature goal indicator for measure {_DUTIES} after if status finished reports"
        " superseded_by source note"
    ),
    "work": (
        f"id title takes start finish deadline for measure {_DUTIES} after if deliverable acceptance cost"
        " status progress started finished reports superseded_by source note"
    ),
    "indicator": (
        f"id title unit nature better baseline change parent for measure {_DUTIES} targets allocation actual"
        " variable source note"
    ),
    "target": (
        f"id value stretch baseline change deadline nature {_DUTIES} status finished superseded_by"
        " source note"
    ),
    "pathway": "unit gas scope variable actual target reference source note",
}
"""By the name of the shape. What is not named here stands in the vocabulary's order."""

LAST = 1_000
"""The rank of a key that the format does not know: behind all that it knows, in the writer's order."""


@cache
def ranks(shape: Shape) -> dict[str, int]:
    """Return the place of every spelling of every key of a map."""
    names = ORDER.get(shape.name, "").split()
    place = {name: number for number, name in enumerate(names)}
    return {
        key: place.get(field.name, len(names) + shape.fields.index(field))
        for key, field in shape.by_key.items()
    }
