"""Lists of bodies in English texts, and what looks like one."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern

_NOUN = (
    r"Ministry|Ministries|Department|Departments|Agency|Agencies|Authority|Authorities"
    r"|Council|Councils|Office|Board|Commission|Committee|Company|Companies"
    r"|Corporation|Service|Services|Institute|University|Directorate|Secretariat"
    r"|Administration|Administrations|Bureau|Utility|Utilities|Operator|Operators"
    r"|Municipality|Municipalities"
    r"|Government|Governments|District|Districts|Fund|Bank|Association|Chamber|Unit|Team"
    r"|Centre|Center|Force|Inspectorate|Regulator|Treasury|Mayor|Division"
    r"|Cabinet|Parliament|Trust|Federation|Union|Works|Partnership|Network|Group|Ltd"
    r"|Grid|Counties|Boroughs|Prefecture|Transit|Housing|Waterworks|Rail|Railways?|Manager|Director|Officer"
    r"|Coordinator|Minister|Secretary|Commissioner|Clerk|[A-Z][a-z]+(?:Co|Corp|Net|Rail|Grid|Power|Gas)"
)
_HAS_NOUN = lazy_pattern(rf"\b(?:{_NOUN})\b")
_LOWER_NOUN = lazy_pattern(
    r"\b(?:ministr(?:y|ies)|departments?|agenc(?:y|ies)|authorit(?:y|ies)|councils?"
    r"|municipalit(?:y|ies)|districts?|boroughs?|counties|operators?|utilit(?:y|ies)"
    r"|companies|governments?|associations?|universities)\b"
)
_ACRONYM = lazy_pattern(r"[A-Z][A-Z&]{1,7}")
_TITLE_WORD = lazy_pattern(r"(?:[A-Z][\w’'&/.-]*|of|for|and|the|on|de|in|&)\Z")
_SPLIT = lazy_pattern(
    r",\sand\s(?:the\s)?|;\s(?:and\s)?(?:the\s)?|,\s(?:the\s)?|\sand\s(?:the\s)?|\s&\s"
    r"|\sas\swell\sas\s(?:the\s)?|\s/\s"
)
_HEAD = lazy_pattern(rf"(?:{_NOUN})\b|\b(?:Region|City|Province|County|Town|State)\sof\s")


def names_in(text: str, *, strict: bool) -> tuple[tuple[str, ...], list[str]]:
    """Split a list of bodies.

    Args:
        text: Such as "the Ministry of Energy, Industry and Trade and the Grid Agency".
        strict: Whether each must have the word of a body; behind a label any name will do.

    Returns:
        The bodies, and what is none.
    """
    plain = text.strip(" .;,*_\n").removeprefix("the ").removeprefix("The ").removeprefix("by ")
    pieces: list[str] = []
    place, found_before = 0, ""
    for found in [*_SPLIT.finditer(plain), None]:
        piece = plain[place : found.start() if found else len(plain)]
        if pieces and found_before and not _stands_alone(pieces[-1], piece, found_before):
            pieces[-1] += found_before + piece
        else:
            pieces.append(piece)
        if found is None:
            break
        found_before, place = found[0], found.end()
    names: list[str] = []
    odd: list[str] = []
    for piece in pieces:
        name = piece.strip(" .;,*_\n").removeprefix("the ").removeprefix("and ")
        if name:
            (names if _is_body(name, strict=strict) else odd).append(name)
    return tuple(dict.fromkeys(names)), odd


def _stands_alone(before: str, piece: str, sign: str) -> bool:
    """Whether what stands behind "," or "and" is a body of its own: no "Trade" of Industry and Trade."""
    if ";" in sign or "the " in sign or "as well" in sign:
        return True
    first = piece.split(" and ", 1)[0].split(",", 1)[0].strip()
    if _ACRONYM.fullmatch(first):
        return True
    return bool(_HEAD.search(first) or _LOWER_NOUN.search(first)) or not (
        _HAS_NOUN.search(before) or " of " in before
    )


def _is_body(name: str, *, strict: bool) -> bool:
    words = name.split()
    if not words or len(words) > 14 or len(name) > 100:
        return False
    if _HAS_NOUN.search(name):
        return all(_TITLE_WORD.match(word.strip(",()")) for word in words) or (
            not strict and words[0][0].isupper()
        )
    if _ACRONYM.fullmatch(name):
        return True
    if strict:
        all_of = words[0].lower() in ("all", "district", "local", "municipal", "city", "regional")
        return bool(_LOWER_NOUN.fullmatch(words[-1].lower())) and len(words) <= (3 if all_of else 2)
    return (
        len(words) <= 7
        and (words[0][0].isupper() or bool(_LOWER_NOUN.search(name)))
        and not _VERB.search(name)
    )


_VERB = lazy_pattern(
    r"\b(?:will|shall|must|to\s[a-z]+|is|are|ensure|support|promote|develop|improve"
    r"|increase|reduce|prepare)\b"
)
