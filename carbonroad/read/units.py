"""Reader of the unit of an indicator or a pathway."""

from functools import cache

from carbonroad.base.texts.nearest import Spelling
from carbonroad.base.texts.refusal import Refusal
from carbonroad.base.texts.said import say
from carbonroad.base.values.unit_table import SYMBOLS, WORDS
from carbonroad.base.values.units import Unit, parse_unit
from carbonroad.read.kinds import read_line, report_number
from carbonroad.read.phrases import did_you_mean, replace
from carbonroad.read.reader import Reader
from carbonroad.read.texts import read_text
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar


def read_unit(reader: Reader, node: Node | None, pointer: str) -> Unit | None:
    """Read `unit`: one string, or a map of languages.

    The values are in the first of them; another language's must convert to it, or name what is counted.
    """
    if node is None:
        return None
    if not isinstance(node, Mapping):
        text = read_line(reader, node, pointer)
        unit = parse_unit(text) if text else None
        if unit is not None and not unit.known:
            _report_unknown(reader, node, pointer)
        return unit
    texts = read_text(reader, node, pointer)
    if texts is None:
        return None
    names = tuple((tag, words.strip()) for tag, words in texts.entries)
    written = {key.text: value for key, value in node.pairs}
    unit = parse_unit(names[0][1])
    if not any(parse_unit(words).known for _, words in names):
        _report_unknown(reader, written[names[0][0]], f"{pointer}.{names[0][0]}")
    for tag, words in names[1:]:
        other = parse_unit(words)
        if unit.known and other.known and not _same_quantity(unit, other):
            _report_other(reader, written[tag], f"{pointer}.{tag}", unit, words)
    return unit._replace(names=names)


def _same_quantity(unit: Unit, other: Unit) -> bool:
    return unit.dimension == other.dimension or (unit.is_count and other.is_count)


def _report_other(reader: Reader, node: Node, pointer: str, unit: Unit, words: str) -> None:
    problem = Refusal(
        "unit",
        say('"{words}" does not convert to "{unit}".', words=words, unit=unit.text),
        say("write the same unit in this language too"),
    )
    report_number(reader, reader.span(node), problem, pointer)


def _report_unknown(reader: Reader, node: Node, pointer: str) -> None:
    if not isinstance(node, Scalar):
        return
    close = _nearest_unit(node.text.strip())
    reader.report(
        "unknown-unit",
        reader.span(node),
        say('The unit "{unit}" is not known: values in it cannot be converted or added up.', unit=node.text),
        pointer=pointer,
        label=say("unknown unit"),
        help_=did_you_mean([close])
        if close
        else say("write such as %, Mt, kWh/t, Mt CO2/yr, 万吨, 亿千瓦时; for what is counted, items or 个"),
        fix=replace(reader.words(node), close, safe=False) if close else None,
    )


def _nearest_unit(text: str) -> str | None:
    """The known unit that a mistyped one is nearest to, part by part: `kwh/t` is `kWh/t`."""
    known = [_nearest_part(part.strip()) for part in text.split("/")]
    close = "/".join(part for part in known if part is not None)
    return close if None not in known and parse_unit(close).known else None


def _nearest_part(part: str) -> str | None:
    """One side of a slash; what is measured may follow the unit: `mt CO2`."""
    if parse_unit(part).known:
        return part
    whole = _spelling().near(part).one
    first, blank, rest = part.partition(" ")
    if whole is not None or not blank:
        return whole
    close = _spelling().near(first).one
    return f"{close} {rest}" if close is not None else None


@cache
def _spelling() -> Spelling:
    return Spelling((*SYMBOLS, *WORDS))
