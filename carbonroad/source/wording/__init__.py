"""Every sentence of the reader's findings, in one place so that another language can follow."""

from carbonroad.source.wording.files import FILES
from carbonroad.source.wording.signs import SIGNS
from carbonroad.source.wording.syntax import SYNTAX
from carbonroad.source.wording.values import VALUES
from carbonroad.source.wording.words import Wording

__all__ = ["WORDS"]

WORDS: dict[str, Wording] = {**FILES, **SYNTAX, **VALUES, **SIGNS}
