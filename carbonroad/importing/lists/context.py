"""What all rows of a list share: its language, bodies, documents, plans, and the findings so far."""

from dataclasses import dataclass, field

from carbonroad.base.texts.folding import fold
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.times.named_periods import NamedPeriod
from carbonroad.findings import Finding
from carbonroad.importing.draft import Entries, Value
from carbonroad.importing.lists.bodies import Directory
from carbonroad.importing.lists.cells import Problem, finding_at, words_of
from carbonroad.importing.lists.cells_dates import period_of
from carbonroad.importing.options import Options
from carbonroad.importing.sheets.tables import Cell

_WORDS = {
    "not stated": ("not stated", "未明确"),
    "none": ("none", "长期"),
    "join": ("; ", "；"),
    "colon": (": ", "："),
    "unit": ("not given", "未注明"),
    "marked": ("marked: {}", "有标记的时段：{}"),
    "others": ("others too, as written: {}", "另有其他单位（原文：{}）"),
}
"""What is written into a draft, in English and Chinese."""
_CLAUSE = lazy_pattern(
    r"(?:(?<=,)|(?<=\s))\s?(?:Art(?:icle|\.)|[Ss]ection|[Cc]hapter|[Cc]lause|[Pp]aragraph|pp?\.|§)"
    r" ?[\w.()-]++.*"
    r"|第[一二三四五六七八九十百\d]++(?:条|章|节|款|部分).*|[（(][一二三四五六七八九十]++[)）].*"
)
_DOCUMENTS = lazy_pattern(r"(?<=》)[、，,;；和及]|[;；\n]")
_LONGEST = 150


@dataclass(slots=True)
class Context:
    """Grows while rows are read.

    Attributes:
        options: What the user said.
        zh: Whether the list is Chinese.
        bodies: Those that it names.
        plans: The five-year plans that it names.
        sources: Documents by their title, as `sources` holds them.
        findings: What could not be read.
    """

    options: Options
    zh: bool
    bodies: Directory = field(default_factory=Directory)
    plans: set[int] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def word(self, key: str) -> str:
        """Return a word of the draft in its language."""
        return _WORDS[key][self.zh]

    def report(self, cell: Cell, problem: Problem) -> None:
        """Take note of what is wrong with a cell."""
        self.findings.append(finding_at(cell, problem))

    def labelled(self, header: str, words: str) -> str:
        """Return words with the header they stood under."""
        parts = header.rpartition(" > ")[2].split()
        name = ("" if any(sign > "\u2e80" for sign in header) else " ").join(parts)
        return f"{name}{self.word('colon')}{words}" if name else words

    @property
    def periods(self) -> tuple[NamedPeriod, ...]:
        """The plans named so far."""
        return tuple(period_of(plan) for plan in sorted(self.plans))

    def phases(self) -> list[Value]:
        """Return what stands under `phases`."""
        made: list[Value] = []
        for plan in sorted(self.plans):
            period = period_of(plan)
            title = f"“{period.titles[1]}”" if self.zh and len(period.titles) > 1 else period.titles[0]
            ident = self.phase_id(plan)
            made.append({"id": ident, "title": title, "years": f"{period.first.year}..{period.last.year}"})
        return made

    def phase_id(self, plan: int) -> str:
        """Return the id of a five-year plan."""
        period = period_of(plan)
        return period.titles[1] if self.zh and len(period.titles) > 1 else period.id

    def cited(self, cell: Cell) -> Value:
        """Return the documents that a cell names, declared under `sources`; empty where it names none."""
        made: list[Value] = []
        for part in _DOCUMENTS.split(cell.text):
            words = " ".join(part.split()).strip(" 。.")
            if not words:
                continue
            clause = _CLAUSE.search(words)
            title = words[: clause.start()].strip(" ，,、(（") if clause else words
            if not title or len(title) > _LONGEST:
                title, clause = words[:_LONGEST], None
            bare = (
                title.strip("《》")
                if title.startswith("《") and title.count("《") == 1 and title.endswith("》")
                else title
            )
            ident = self.sources.setdefault(bare, f"s{len(self.sources) + 1}")
            made.append(f"{ident}#{clause[0].strip()}" if clause else ident)
        return made[0] if len(made) == 1 else made or ""

    def documents(self) -> Entries:
        """Return what stands under `sources`."""
        return {ident: {"title": title} for title, ident in self.sources.items()}


def looks_chinese(texts: list[str]) -> bool:
    """Whether most of some texts are Chinese."""
    han = sum(any("\u4e00" <= sign <= "\u9fff" for sign in text) for text in texts if text.strip())
    return han * 2 > sum(1 for text in texts if text.strip())


def folded_words(cell: Cell) -> str:
    """Return a cell's words, folded, in small letters."""
    return fold(words_of(cell)).lower()
