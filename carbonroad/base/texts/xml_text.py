"""Text as XML may hold it, which shows nothing that acts on who looks at the file."""

import re
from typing import Final

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.visible import UNSEEN

_NO_CHARACTER: Final = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", re.ASCII)
_UNSEEN: Final = lazy_pattern(f"[{UNSEEN}]")
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})


def xml_text(text: str) -> str:
    """Return text for an element or an attribute; what is no character of XML is replaced by U+FFFD.

    Signs that cannot be seen stand by their numbers, which mean the same.
    """
    written = _NO_CHARACTER.sub("\ufffd", text).translate(_ESCAPES)
    if written.isascii() and "\x7f" not in written:
        return written
    return _UNSEEN.sub(lambda found: f"&#{ord(found[0])};", written)


def xml_attributes(**values: object) -> str:
    """Return attributes by their names, a blank before each."""
    return "".join(f' {name}="{xml_text(str(value))}"' for name, value in values.items())
