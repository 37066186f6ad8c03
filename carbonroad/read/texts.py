"""Readers of texts: one string, or a map of languages; and of the languages themselves."""

from carbonroad.base.record import make_record
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.model.terms import Words
from carbonroad.model.text import Text
from carbonroad.read.phrases import did_you_mean, replace
from carbonroad.read.reader import Reader
from carbonroad.source.yaml.nodes import MERGE, Mapping, Node, Scalar, Sequence, is_null

TAG = lazy_pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_COMMON = frozenset(("en", "zh"))
LONGEST_TITLE = 200
_TEXT = say("text, or a map of languages such as {en: …, zh: …}")
_WORDS = say("text")


def read_text(reader: Reader, node: Node, pointer: str) -> Text | None:
    """Read one string, or a map of language tags to strings."""
    if isinstance(node, Scalar):
        return make_record(Text, ((("", node.text),),))
    if isinstance(node, Sequence):
        reader.wrong_type(node, _TEXT, pointer)
        return None
    entries = []
    for key, value in node.pairs:
        if key.text == MERGE:
            continue  # reported with the syntax
        if key.text not in _COMMON and not TAG.fullmatch(key.text):
            report_tag(
                reader,
                reader.words(key),
                f"{pointer}.{key.text}",
                say("a text is one string, or a map such as {en: Steel, zh: 钢铁}"),
            )
        elif isinstance(value, Scalar):
            if value.text.strip() and not is_null(value):
                entries.append((key.text, value.text))
            elif value.style:  # an empty value without quotes was found with the syntax
                _blank(reader, value, key.text, f"{pointer}.{key.text}")
        else:
            reader.wrong_type(value, _WORDS, f"{pointer}.{key.text}")
    if not node.pairs:
        _blank(reader, node, "", pointer)
    return Text(tuple(entries)) if entries else None


def _blank(reader: Reader, node: Node, tag: str, pointer: str) -> None:
    reader.report(
        "missing-key",
        reader.span(node),
        say("This text is blank in {tag}.", tag=tag)
        if tag
        else say("Here stands a map without any language."),
        pointer=pointer,
        label=say("nothing to read"),
        help_=say(
            "write the words, or leave the language out" if tag else "write {en: …, zh: …}, or one string"
        ),
    )


def report_tag(reader: Reader, words: Words, pointer: str, help_: str) -> None:
    """Report a word that is no language tag; an underscore in one is meant as a hyphen."""
    tag = words.text.strip()
    meant = tag.replace("_", "-")
    reader.report(
        "not-a-language",
        words.span,
        say('"{tag}" is not a language tag.', tag=tag),
        pointer=pointer,
        label=say("en, zh, zh-Hans … expected"),
        help_=did_you_mean([meant]) if TAG.fullmatch(meant) else help_,
        fix=replace(words, meant, safe=True) if TAG.fullmatch(meant) else None,
    )


def is_in_languages(node: Node) -> bool:
    """Whether a map holds one text in several languages: every key is a language tag."""
    keys = [key.text for key, _ in node.pairs if key.text != MERGE] if isinstance(node, Mapping) else []
    return bool(keys) and all(TAG.fullmatch(key) for key in keys)


def read_short_text(reader: Reader, node: Node, pointer: str) -> Text | None:
    """Read a text that stands whole on every page, and so must end somewhere."""
    text = read_text(reader, node, pointer)
    for _, words in () if text is None else text.entries:
        if len(words) > LONGEST_TITLE:
            _report_long(reader, node, pointer)
            break
    return text


def _report_long(reader: Reader, node: Node, pointer: str) -> None:
    texts = [(pointer, node)]
    if isinstance(node, Mapping):
        texts = [(f"{pointer}.{key.text}", value) for key, value in node.pairs]
    for at, value in texts:
        if isinstance(value, Scalar) and len(value.text) > LONGEST_TITLE:
            reader.report(
                "text-too-long",
                reader.span(value),
                say(
                    "This text has {n:,} characters; up to {most:,} fit on the pages.",
                    n=len(value.text),
                    most=LONGEST_TITLE,
                ),
                pointer=at,
                label=say("too long"),
                help_=say("write the gist here and the rest under note"),
            )


def read_texts(reader: Reader, node: Node, pointer: str) -> tuple[Text, ...] | None:
    """Read one text or a list of texts."""
    nodes = node.items if isinstance(node, Sequence) else [node]
    texts = (read_text(reader, n, pointer) for n in nodes if not is_null(n))
    return tuple(text for text in texts if text is not None)
