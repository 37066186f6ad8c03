"""Whatever reader made a draft: files can have the names of its industries and hold its texts."""

from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.findings import Finding, Span, found
from carbonroad.importing.codes import BY_NAME
from carbonroad.importing.draft import Draft, Entries, Value
from carbonroad.importing.ids import slug
from carbonroad.read.files import RESERVED
from carbonroad.read.kinds import ID

_LONGEST = 100
_NEVER = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_TOP = "carbonroad"


def safe(draft: Draft) -> Draft:
    """Return a draft whose industries cannot be written elsewhere, and whose texts every file can hold.

    A part's name becomes the name of a file, and comes from a file that a stranger has made.
    """
    top = _clean_map(draft.top)
    taken: set[str] = {_TOP}
    renamed: dict[str, str] = {}
    parts: dict[str, Entries] = {}
    for name, entries in draft.parts.items():
        new = _file_name(name, taken)
        taken.add(new.casefold())
        parts[new] = _clean_map(entries)
        if new != name:
            renamed[name] = new
    alone = top.get("industry")
    if isinstance(alone, str) and (new := _file_name(alone, {_TOP})) != alone:
        top["industry"] = renamed[alone] = new
    listed = top.get("industries")
    if renamed and isinstance(listed, list):
        top["industries"] = list(parts)
    path = draft.sources[0].path if draft.sources else ""
    findings = tuple(_told(path, old, new) for old, new in renamed.items())
    return Draft(top, parts, (*draft.findings, *findings), draft.sources)


def _file_name(name: str, taken: set[str]) -> str:
    """The name, if a file can have it everywhere and none of those taken is alike; else one made of it."""
    folded = name.casefold()
    fits = ID.fullmatch(name) and len(name) <= _LONGEST and not _NEVER.search(name)
    if fits and folded not in RESERVED and folded not in taken:
        return name
    made = slug(_NEVER.sub("", name))[:_LONGEST] or "industry"
    return free_name(f"industry-{made}" if made.casefold() in RESERVED else made, taken)


def _told(path: str, old: str, new: str) -> Finding:
    message = say(
        '"{name}" cannot be the name of a file; the industry is called {new}.', name=old[:80], new=new
    )
    help_ = say("choose a better name in the draft: that of the file and of its line in industries")
    return found(BY_NAME["kept-aside"], Span(path, 0, 0), message, help_=help_)


def _clean_map(entries: Entries) -> Entries:
    return {_NEVER.sub("", key): _clean(value) for key, value in entries.items()}


def _clean(value: Value) -> Value:
    if isinstance(value, str):
        return _NEVER.sub("", value)
    return [_clean(one) for one in value] if isinstance(value, list) else _clean_map(value)
