"""From what was read to a draft in the format's own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import parse_deadline
from carbonroad.importing.draft import DUTIES, Draft, Entries, Value
from carbonroad.importing.ids import Ids
from carbonroad.importing.policy.dates import PLANS
from carbonroad.importing.policy.doubts import finding_of
from carbonroad.importing.policy.indicators import Indicators
from carbonroad.importing.policy.parts import Document, Doubt, Item, Place, When
from carbonroad.importing.policy.titles import cut_title
from carbonroad.importing.policy.works import work_entries

if TYPE_CHECKING:
    from carbonroad.base.times.named_periods import NamedPeriod
    from carbonroad.findings import Finding
    from carbonroad.importing.options import Options
    from carbonroad.importing.policy.parts import Reading
    from carbonroad.importing.texts.paragraphs import Text

_SOURCE = "text"


class Drafting:
    """Builds the entries of one draft."""

    def __init__(self, reading: Reading, text: Text) -> None:
        self._reading = reading
        self._paragraphs = text.paragraphs
        self._source = text.source
        self.doubts: list[Doubt] = list(reading.doubts)
        self.phases = _phases(reading)
        ids = Ids()
        names = dict.fromkeys(name for item in reading.items for name in item.duties.bodies)
        self._bodies = {name: ids.named(name) for name in names}
        self._measures: dict[int, tuple[str, Item]] = {}

    def entries(self) -> Entries:
        """The measures, milestones, indicators and works."""
        measures: list[Value] = []
        milestones: list[Value] = []
        works: list[Value] = []
        indicators = Indicators(self)
        for item in self._reading.items:
            if item.kind == "measure":
                key = f"A{len(measures) + 1}"
                self._measures[item.section] = (key, item)
                measures.append(
                    {"id": key, "title": cut_title(item.title), **self.duties(item), **self.cited(item)}
                )
        for item in self._reading.items:
            if item.kind == "work":
                works.append({"id": f"W{len(works) + 1}", **work_entries(self, item)})
            elif item.kind == "milestone" or (item.kind == "target" and not _is_dated(item.when)):
                milestones.append({"id": f"M{len(milestones) + 1}", **self._milestone(item)})
            elif item.kind == "target":
                indicators.add(item)
        made: Entries = {
            "measures": measures,
            "milestones": milestones,
            "indicators": indicators.entries(),
            "works": works,
        }
        return {key: value for key, value in made.items() if value}

    def _milestone(self, item: Item) -> Entries:
        quote = item.place.words(self._paragraphs)
        title = item.title if item.kind == "milestone" else quote
        made: Entries = {"title": cut_title(title), **self.deadline(item.when, item.place)}
        if item.quantity is not None:
            made["x-value"] = item.quantity.words
        return {**made, **self.common(item)}

    def common(self, item: Item) -> Entries:
        """The measure, the duties that are not the measure's, and the source."""
        key, measure = self._measure_of(item.section)
        joined: Entries = {"measure": key} if key else {}
        own = {} if measure and measure.duties == item.duties else self.duties(item)
        return {**joined, **own, **self.cited(item)}

    def _measure_of(self, section: int) -> tuple[str, Item | None]:
        sections = self._reading.parents
        while section >= 0:
            if section in self._measures:
                return self._measures[section]
            section = sections[section]
        return "", None

    def duties(self, item: Item) -> Entries:
        """Bodies by their ids."""
        made: Entries = {}
        for part, names in zip(DUTIES, item.duties, strict=True):
            ids: list[Value] = [self._bodies[name] for name in names]
            if ids:
                made[part] = ids[0] if len(ids) == 1 else ids
        return made

    def cited(self, item: Item) -> Entries:
        """The exact words and where they stand."""
        quote = item.place.words(self._paragraphs)
        made: Entries = {"id": _SOURCE}
        if item.clause:
            made["clause"] = item.clause
        return {"source": {**made, "quote": quote.strip(), "evidence": "seen"}}

    def deadline(self, when: When | None, place: Place) -> Entries:
        """The deadline as written, where it is one that the draft can date."""
        if when is None:
            return {"deadline": "not stated"}
        known = when.deadline
        if known is None or known.kind == "conditional":
            at = Place(place.paragraph, when.start, when.end)
            self.doubts.append(Doubt("deadline-unreadable", at))
            return {"deadline": "not stated", "note": when.words}
        words = " ".join(known.words.split())
        if isinstance(parse_deadline(words, self.phases), Deadline):
            return {"deadline": words}
        if known.kind == "each":
            self.doubts.append(Doubt("deadline-unreadable", Place(place.paragraph, when.start, when.end)))
            return {"deadline": "not stated", "note": words}
        by = known.latest or known.earliest
        return (
            {"deadline": {"words": words, "by": by.isoformat()}}
            if by
            else {"deadline": "not stated", "note": words}
        )

    def organisations(self) -> Entries:
        """Every body once."""
        return {key: {"title": name} for name, key in self._bodies.items()}

    def top(self, document: Document, options: Options) -> Entries:
        """What stands at the head of the draft."""
        about: Entries = {"title": cut_title(document.title) or self._source.path.rsplit("/", 1)[-1]}
        about |= {
            key: value
            for key, value in (
                ("number", document.number),
                ("publisher", document.publisher),
                ("issued", document.issued),
            )
            if value
        }
        made: Entries = {
            "carbonroad": "1",
            "title": cut_title(options.title or document.title) or str(about["title"]),
            "languages": [self._reading.language],
            "owner_basis": "stated",
        }
        if self.phases:
            made["phases"] = [
                {"id": one.id, "title": one.titles[0], "years": f"{one.first.year}..{one.last.year}"}
                for one in self.phases
            ]
        if self._bodies:
            made["organisations"] = self.organisations()
        made["sources"] = {_SOURCE: about}
        return made


def draft_of_reading(reading: Reading, text: Text, options: Options) -> Draft:
    """Return the draft of what was read, with all that stayed open as findings."""
    if not reading.items:
        findings = [*text.findings]
        if text.paragraphs:
            nothing = Doubt("nothing-in-text", Place(0, 0, len(text.paragraphs[0].text)))
            findings.append(finding_of(nothing, text.paragraphs, ""))
        return Draft({}, {}, tuple(findings), (text.source,))
    drafting = Drafting(reading, text)
    content = drafting.entries()
    top = drafting.top(reading.document, options)
    parts: dict[str, Entries] = {}
    if options.industry:
        parts[options.industry] = {"industry": options.industry, "title": options.industry, **content}
        top["industries"] = [options.industry]
    else:
        top |= content
    doubts = sorted(set(drafting.doubts), key=lambda doubt: (doubt.place, doubt.rule))
    findings = [*text.findings, *(_finding(doubt, text, reading) for doubt in doubts)]
    return Draft(top, parts, tuple(findings), (text.source,))


def _finding(doubt: Doubt, text: Text, reading: Reading) -> Finding:
    return finding_of(doubt, text.paragraphs, reading.clauses[doubt.place.paragraph])


def _is_dated(when: When | None) -> bool:
    """Whether a target has a year to stand under."""
    return when is not None and when.deadline is not None and when.deadline.kind != "conditional"


def _phases(reading: Reading) -> tuple[NamedPeriod, ...]:
    """The five-year plans that deadlines name, each under the words that the text has for it."""
    used: dict[str, NamedPeriod] = {}
    for item in reading.items:
        deadline = item.when.deadline if item.when else None
        if deadline is None:
            continue
        for name in deadline.periods:
            plan = next(one for one in PLANS if one.id == name)
            fitting = (
                title
                for title in plan.titles
                if isinstance(parse_deadline(deadline.words, (plan._replace(titles=(title,)),)), Deadline)
            )
            title = next(fitting, plan.titles[0 if reading.language == "zh" else 2])
            used.setdefault(name, plan._replace(titles=(title,)))
    return tuple(used[name] for name in sorted(used))
