"""The formats of a workbook's cells, each made once."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_HEAD, _COMPUTED, _LINE = "#D9E1F2", "#EDEDED", "#BFBFBF"
_DAYS = {"day": "yyyy-mm-dd", "month": "yyyy-mm", "year": "yyyy"}
_MOST_DECIMALS = 6
TONES = {
    "late": {"bg_color": "#F8CBAD"},
    "missed": {"bg_color": "#F8CBAD"},
    "at-risk": {"bg_color": "#FFE699"},
    "done": {"bg_color": "#C6E0B4"},
    "reached-early": {"bg_color": "#C6E0B4"},
    "unreported": {"italic": True, "font_color": "#595959"},
    "superseded": {"font_strikeout": True, "font_color": "#595959"},
    "dropped": {"font_strikeout": True, "font_color": "#595959"},
}
"""How statuses look; their words say the same."""


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: "Workbook", *, chinese: bool) -> None:
        self._book, self._chinese = book, chinese
        self._font = {"font_name": "宋体" if chinese else "Calibri", "font_size": 10 if chinese else 11}
        self._make = cache(self._new)
        self.default = self._make()
        self.title = self._make(("bold", True), ("font_size", 16))
        self.link = self._make(("font_color", "#0563C1"), ("underline", 1), ("valign", "top"))

    def _new(self, *properties: tuple[str, object]) -> "Format":
        return self._book.add_format({**self._font, **dict(properties)})

    def head(self, *, computed: bool) -> "Format":
        """Return the format of a header: grey where the column follows from others."""
        return self._make(
            ("bold", True),
            ("italic", computed and not self._chinese),
            ("text_wrap", True),
            ("valign", "vcenter"),
            ("bg_color", _COMPUTED if computed else _HEAD),
            ("bottom", 2),
            ("bottom_color", _LINE),
        )

    def text(self, *, quoted: bool = False) -> "Format":
        """Return the format of words; `quoted` keeps a program from ever reading them as a formula."""
        return self._cell(("text_wrap", True), *((("quote_prefix", True),) if quoted else ()))

    def day(self, size: str) -> "Format":
        """Return the format of a day, month or year."""
        return self._cell(("num_format", _DAYS[size]), ("align", "left"))

    def number(self, value: float, *, percent: bool = False) -> "Format":
        """Return the format of a number, which shows the digits that it has."""
        digits = repr(value).partition("e")[0].partition(".")[2].rstrip("0")
        decimals = min(len(digits), _MOST_DECIMALS)
        form = ("0" if percent else "#,##0") + ("." + "0" * decimals if decimals else "")
        return self._cell(("num_format", form + "%" if percent else form))

    def whole(self) -> "Format":
        """Return the format of a year or a count."""
        return self._cell(("num_format", "0"))

    def tone(self, key: str) -> "Format":
        """Return what a status adds to its cell's format."""
        return self._book.add_format(TONES[key])

    def _cell(self, *properties: tuple[str, object]) -> "Format":
        return self._make(("valign", "top"), ("bottom", 4), ("bottom_color", _LINE), *properties)
