"""What a roadmap says of its own checks, under `validate:`."""

from carbonroad.base.record import NamedTuple
from carbonroad.base.texts.said import all_of, any_of, say
from carbonroad.checking.bench import Bench
from carbonroad.checking.rulebook import Selector
from carbonroad.findings import Severity
from carbonroad.model.place import Place
from carbonroad.read.reader import Reader
from carbonroad.read.vocabulary.settings_shape import VALIDATE
from carbonroad.read.vocabulary.words import ENUMERATIONS
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence, is_null

OFF = "off"


class Level(NamedTuple):
    """A severity for some rules; None for `off`."""

    rules: Selector
    severity: Severity | None


class FileIgnore(NamedTuple):
    """Rules that do not count in the files of a name; `*` stands for any letters of it."""

    pattern: str
    rules: tuple[Selector, ...]


class Settings(NamedTuple):
    """The settings of one roadmap, or of one call.

    Attributes:
        select: The only rules that count; None for all.
        ignore: Rules that do not.
        files: Rules that do not in some files.
        levels: Severities by rule.
        fail_on: A severity's name or `never`; empty where nothing is said.
        most: How many findings to show; None where nothing is said.
    """

    select: tuple[Selector, ...] | None = None
    ignore: tuple[Selector, ...] = ()
    files: tuple[FileIgnore, ...] = ()
    levels: tuple[Level, ...] = ()
    fail_on: str = ""
    most: int | None = None


def read_settings(bench: Bench, node: Node, files: frozenset[str]) -> Settings:
    """Read the value of `validate`; what is wrong with it is reported.

    Args:
        bench: Where findings go.
        node: As written.
        files: The names of the roadmap's files, without ending.
    """
    if not isinstance(node, Mapping):
        if not is_null(node):
            bench.wrong(
                node, say('"validate" takes settings.'), "validate", say("write such as severity: below it")
            )
        return Settings()
    reader = Reader(bench.path)
    opened = reader.open(node, VALIDATE, "validate")
    if opened is None:
        return Settings()
    for finding in reader.findings:
        if finding.name == "unknown-key":
            bench.unknown_setting(finding)
        else:
            bench.findings.append(finding)
    values, place = opened.values, opened.place
    return Settings(
        select=_selectors(bench, values["select"], place.at("select"), ignored=False)
        if "select" in values
        else None,
        ignore=_selectors(bench, values["ignore"], place.at("ignore")) if "ignore" in values else (),
        files=_file_ignores(bench, values.get("per_file_ignores"), place, files),
        levels=_levels(bench, values.get("severity"), place),
        fail_on=_word(bench, values["fail_on"], "fail_on", place.at("fail_on"))
        if "fail_on" in values
        else "",
        most=_number(bench, values.get("max_findings"), place.at("max_findings")),
    )


def _selectors(bench: Bench, node: Node, pointer: str, *, ignored: bool = True) -> tuple[Selector, ...]:
    """Read one rule or a list of rules, which are to be ignored or selected."""
    nodes = node.items if isinstance(node, Sequence) else [node]
    found: list[Selector] = []
    for one in nodes:
        if not isinstance(one, Scalar):
            bench.wrong(one, say("Here stands no rule."), pointer, say("write codes or names of rules"))
            continue
        for named in bench.named(one, pointer):
            if ignored:
                bench.check_fixed(named, pointer)
            found.append(named.rules)
    return tuple(found)


def _levels(bench: Bench, node: Node | None, place: Place) -> tuple[Level, ...]:
    pointer = place.at("severity")
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        help_ = say("write the rule, then its level, such as no-source: off")
        bench.wrong(node, say('"severity" takes a level for each rule.'), pointer, help_)
        return ()
    found = []
    for key, value in node.pairs:
        if key.text.startswith("x-"):
            continue
        names = bench.named(key, pointer, split=False)
        word = _word(bench, value, "level", f"{pointer}[{key.text}]")
        severity = None if word in (OFF, "") else Severity[word]
        for named in names if word else ():
            if severity is not Severity.error:
                bench.check_fixed(named, pointer)
            found.append(Level(named.rules, severity))
    return tuple(found)


def _file_ignores(
    bench: Bench, node: Node | None, place: Place, files: frozenset[str]
) -> tuple[FileIgnore, ...]:
    pointer = place.at("per_file_ignores")
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        help_ = say("write the file's name, then the rules, such as steel: [no-source]")
        bench.wrong(node, say('"per_file_ignores" takes rules for each file.'), pointer, help_)
        return ()
    found = []
    for key, value in node.pairs:
        pattern = stem(key.text.strip())
        if not any(matches(pattern, file) for file in files):
            _unknown_file(bench, key, files, pointer)
        found.append(FileIgnore(pattern, _selectors(bench, value, f"{pointer}[{key.text}]")))
    return tuple(found)


def _unknown_file(bench: Bench, key: Scalar, files: frozenset[str], pointer: str) -> None:
    from carbonroad.base.texts.nearest import nearest

    close = nearest(stem(key.text), sorted(files))
    known = all_of(sorted(files)[:20])
    bench.wrong(
        key,
        say('No file of the roadmap is called "{name}".', name=key.text),
        pointer,
        say('did you mean "{close}"?', close=close) if close else say("its files: {files}", files=known),
        label=say("no such file"),
    )


def _word(bench: Bench, node: Node, name: str, pointer: str) -> str:
    words = ENUMERATIONS[name]
    text = node.text.strip() if isinstance(node, Scalar) else ""
    known = words.by_word.get(text) or words.by_word.get(text.lower())
    if known is None:
        message = (
            say('"{word}" is not a level.', word=text)
            if isinstance(node, Scalar)
            else say("Here stands no level.")
        )
        bench.wrong(node, message, pointer, say("write {words}", words=any_of(tuple(words.words))))
    return known or ""


def _number(bench: Bench, node: Node | None, pointer: str) -> int | None:
    if node is None:
        return None
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if text.isdecimal() and len(text) < 10:
        return int(text)
    message = (
        say('"{word}" is not a number of findings.', word=text)
        if isinstance(node, Scalar)
        else say("Here stands no number of findings.")
    )
    bench.wrong(node, message, pointer, say("write a whole number; 0 shows all"))
    return None


def stem(file: str) -> str:
    """Return a file's name without folder and ending, as an industry is called."""
    import posixpath
    import unicodedata

    name = unicodedata.normalize("NFC", posixpath.basename(file.replace("\\", "/")))
    for ending in (".yaml", ".yml"):
        name = name.removesuffix(ending)
    return name


def matches(pattern: str, name: str) -> bool:
    """Whether a file's name fits a pattern."""
    from fnmatch import fnmatchcase

    return fnmatchcase(name, pattern)
