"""Titles of drafted items: short, cut where a clause ends."""

_LONGEST_TITLE = 120
_BREAKS = "；;。，,、：: "


def cut_title(title: str) -> str:
    """A title of a bearable length, cut where a clause or a word ends."""
    plain = " ".join(title.split()).strip(" ，,、；;：:")
    if len(plain) <= _LONGEST_TITLE:
        return plain
    head = plain[:_LONGEST_TITLE]
    for signs in (_BREAKS[:4], _BREAKS[4:6], _BREAKS[6:]):
        place = max(head.rfind(sign) for sign in signs)
        if place >= _LONGEST_TITLE // 3:
            return head[:place].rstrip(_BREAKS)
    return head
