"""What is told of a value under the mouse: how it was understood, so that a writer sees what was meant."""

from collections.abc import Iterable

from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.times.deadline_value import Deadline
from carbonroad.base.times.deadlines import deadline_by
from carbonroad.base.times.durations import parse_duration
from carbonroad.base.times.periods import Period, parse_period
from carbonroad.base.values.money import parse_money
from carbonroad.base.values.quantities import parse_value
from carbonroad.base.values.value import Value
from carbonroad.editing.hovering.item_help import days_ahead
from carbonroad.editing.hovering.labels import key_name
from carbonroad.editing.hovering.markdown import escaped, paragraphs, points
from carbonroad.editing.hovering.target_help import in_other_unit
from carbonroad.link.dates import Calendar
from carbonroad.link.system import Item, System
from carbonroad.model.items import Actual, Indicator, Target
from carbonroad.read.vocabulary.item_shapes import INDICATOR
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.views.schedule.phrases import length_words
from carbonroad.views.shared.conversions import conversion, converted
from carbonroad.views.shared.tracks import goal_level, track_of
from carbonroad.views.shared.units import digits, joined
from carbonroad.views.shared.words import Words
from carbonroad.wording import Wording


def understood(typed: str, *told: str, equal: Iterable[str] = (), remarks: Iterable[str] = ()) -> str:
    """Return what was typed with what it means, in Markdown; what is given is plain words.

    Args:
        typed: As written.
        told: What it means.
        equal: The same amount in other units.
        remarks: Stand below it.
    """
    same = "".join(typed.split())
    meant = dict.fromkeys(escaped(one) for one in told if one and "".join(one.split()) != same)
    head = " → ".join((f"**{escaped(typed)}**", *meant))
    head += "".join(f" = {one}" for one in dict.fromkeys(escaped(one) for one in equal if one))
    return paragraphs(head, points(escaped(one) for one in remarks if one))


def deadline_words(node: Node) -> tuple[Scalar | None, str]:
    """Return the author's words of a deadline, None for none, and the day that is given for them, if any."""
    if not isinstance(node, Mapping):
        return node if isinstance(node, Scalar) else None, ""
    names = SHAPES["deadline"].names
    given = {names.get(key.text): value for key, value in node.pairs if isinstance(value, Scalar)}
    return given.get("words"), given["by"].text if "by" in given else ""


def read_deadline(system: System, typed: str, by: str = "") -> Deadline | None:
    """Return a deadline as this roadmap reads its words; None where they are no deadline."""
    calendar = Calendar(system.phases, exclusive=system.before_means == "exclusive")
    found = deadline_by(typed, by) if by else calendar.read(typed)
    return None if isinstance(found, Refusal) else found


def deadline_help(words: Words, typed: str, by: str = "", item: Item | None = None) -> str:
    """Return how a deadline was understood; empty for words that are none.

    Args:
        words: The roadmap in the reader's language.
        typed: The author's words.
        by: The day that the author gives for them, if any.
        item: The item whose deadline it is: a condition may have been met.
    """
    deadline = read_deadline(words.system, typed, by)
    if deadline is None:
        return ""
    own = item.deadline if item is not None else None
    if own is None or own.words != deadline.words:
        item = own = None
    remarks = [_kind(words, deadline, item)]
    if own is not None and own.kind == "conditional" != deadline.kind and item is not None:
        waits = words.named(item.condition) if item.condition is not None else own.condition
        remarks.append(words.w("Binds once “{what}” is finished.", what=waits))
    if deadline.strive:
        remarks.append(words.w("Striven for: it can be not reached, but never missed."))
    return understood(typed, deadline_span(words, deadline, item), remarks=remarks)


def deadline_span(words: Words, deadline: Deadline, item: Item | None = None) -> str:
    """Return the days of a deadline: the last, or first and last; empty where it has none."""
    w = words.w
    if deadline.kind == "conditional" or (item is not None and deadline.base_kind is not None):
        due = words.facts.due[item.ref] if item is not None else None
        day = None if due is None else due.latest or due.expected
        return (
            "" if day is None else w("expected {day}", day=day) if due is None or due.waits_for else str(day)
        )
    if deadline.kind == "each":
        coming = next((one.last for one in deadline.instances if one.last >= words.system.as_of), None)
        return "" if coming is None else w("next on {day}", day=coming)
    if deadline.kind == "from":
        return w("from {first} on", first=deadline.earliest) if deadline.earliest else ""
    if deadline.earliest is None or deadline.kind in ("by", "before"):
        return "" if deadline.latest is None else str(deadline.latest)
    return f"{deadline.earliest} – {deadline.latest}"


def _kind(words: Words, deadline: Deadline, item: Item | None) -> str:
    """One sentence on how words of this kind are read."""
    w, system = words.w, words.system
    if deadline.kind == "before" and system.before_means == "exclusive":
        return w("“Before” does not count the period named: this roadmap says so under before_means.")
    if deadline.kind == "during":
        names = [words.text(one.title) for one in system.phases if one.id in deadline.periods]
        return f"{w('Phase')}{w(': ')}{words.listing(names)}" if names else ""
    if deadline.kind == "each":
        return w("Due again and again: {n} times in all.", n=len(deadline.instances))
    if deadline.kind == "conditional":
        known = item.condition if item is not None else None
        what = deadline.condition or "" if known is None else words.named(known)
        return w("Counts from when “{what}” is finished.", what=what)
    return w(_KINDS.get(deadline.kind, ""))


_KINDS = {
    "before": "“Before” counts the period named too: it is met on its last day.",
    "around": "“Around” leaves a year on either side, for a month or a quarter three months.",
    "none": "A standing rule without an end; it is never past due.",
    "not-stated": "The source gives no date; it is never past due.",
}


def target_value_help(words: Words, item: Item, typed: str, *, stretch: bool = False) -> str:
    """Return how the value of a target was understood, with its unit and in one that the reader knows."""
    w, target = words.w, item.written
    value = target.stretch if isinstance(target, Target) and stretch else getattr(target, "value", None)
    if not isinstance(value, Value):
        return ""
    if not value.understood:
        remark = w("These words are shown as they are; nothing is computed with them.")
        return understood(typed, remarks=[remark])
    remarks = []
    if value.strive:
        remarks.append(w("Striven for: it can be not reached, but never missed."))
    if value.kind == "around":
        remarks.append(w("“Around”: undecided within 5% of the number."))
    track = track_of(words, item)
    level = "" if stretch or track is None else goal_level(words, item, track)
    said = words.stretch(item) if stretch else words.value(item)
    other = "" if stretch else in_other_unit(conversion(words, item))
    exact = _in_field(item.indicator, typed, value, w)
    return understood(typed, said, level.strip("（）"), equal=(exact, other), remarks=remarks)


def _in_field(indicator: Indicator | None, typed: str, value: Value, w: Wording) -> str:
    """A level in the unit of its field, where it was typed in another one or with a number word."""
    unit = None if indicator is None else indicator.unit
    if unit is None or value.change or value.multiple:
        return ""
    ends = [digits(end) for end in dict.fromkeys((value.low, value.high)) if end is not None]
    if all(end in typed for end in ends) or all(end.replace(",", "") in typed for end in ends):
        return ""
    return joined("–".join(ends), unit.text, w)


def measured_help(words: Words, indicator: Indicator, actual: Actual) -> str:
    """Return how a measured value was understood, with its unit and in one that the reader knows."""
    w = words.w
    value = parse_value(actual.words, indicator.unit, change=False)
    other = ""
    if isinstance(value, Value) and indicator.unit is not None:
        other = in_other_unit(converted(value, actual.words.strip(), indicator.unit, w))
    when = f"{key_name(w, INDICATOR, 'actual')}{w(': ')}{words.period(actual.period)}"
    remarks = [when, *([w("An estimate.")] if actual.estimate else [])]
    exact = _in_field(indicator, actual.words, value, w) if isinstance(value, Value) else ""
    said = words.measured_of(indicator, actual)
    return understood(actual.words, said, equal=(exact, other), remarks=remarks)


def day_help(words: Words, typed: str, *, first: bool) -> str:
    """Return the day that a date field means; empty for what is no date."""
    found = parse_period(typed)
    if not isinstance(found, Period):
        return ""
    day = found.first if first else found.last
    days = (day - words.system.as_of).days
    ahead = [days_ahead(words, days)] if days > 0 else []
    return understood(typed, str(day), remarks=ahead) if ahead or str(day) != typed.strip() else ""


def duration_help(words: Words, typed: str, item: Item | None = None, *, signed: bool = False) -> str:
    """Return how a duration or a lag was understood; empty for what is none.

    Args:
        words: The roadmap in the reader's language.
        typed: As written.
        item: The work that takes so long: its computed dates are told.
        signed: Whether it is a lag.
    """
    found = parse_duration(typed, signed=signed)
    if isinstance(found, Refusal):
        return ""
    length = length_words(words, found)
    said = words.w("{length} earlier: an overlap", length=length) if found.count < 0 else length
    activity = words.facts.schedule.activities.get(item.ref) if item is not None else None
    if activity is None or activity.early_start is None or activity.early_finish is None:
        return understood(typed, said)
    return understood(typed, said, f"{activity.early_start} – {activity.early_finish}")


def money_help(words: Words, typed: str) -> str:
    """Return how a cost was understood; empty for what is none."""
    found = parse_money(typed)
    if isinstance(found, Refusal):
        return ""
    amount = f"{found.amount:,.15g} {found.currency}"
    return understood(typed, words.w("around {n}", n=amount) if found.around else amount)
