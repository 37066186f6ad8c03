"""What stands in for characters that the encoding of a stream lacks: one of the same width, much alike."""

_PUNCTUATION = {
    "†": "*",
    "−": "-",
    "–": "-",
    "—": "-",
    "·": ".",
    "…": ".",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "×": "x",
    "→": ">",
    "\xa0": " ",
}


def standing_in(error: UnicodeError) -> tuple[str, int]:
    r"""Return what to write instead and where to go on, as an error handler of `codecs`: at worst \u2020."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from carbonroad.views.shared.signs import SIGNS

    known = _PUNCTUATION | {sign.shown: sign.plain for sign in SIGNS.values()}
    lacking = error.object[error.start : error.end]
    written = (known.get(c) or c.encode("ascii", "backslashreplace").decode("ascii") for c in lacking)
    return "".join(written), error.end
