"""What findings say of values that YAML read otherwise than they were meant."""

from carbonroad.base.texts.said import sayable
from carbonroad.source.wording.words import Wording

_QUOTE = sayable("put the value in quotes: {quoted}")

VALUES: dict[str, Wording] = {
    "duplicate-key": Wording(
        "duplicate-key",
        sayable('The key "{key}" is given twice in one map.'),
        sayable("given again"),
        sayable("keep one of the two"),
    ),
    "merge-key": Wording(
        "merge-key",
        sayable("The merge key << is not allowed."),
        sayable("merge key"),
        sayable("write the keys out; defaults such as `owner` can stand at the top of the file"),
    ),
    "tag": Wording(
        "tag",
        sayable('The tag "{name}" is not allowed; every value is read as text.'),
        sayable("tag"),
        sayable("delete it"),
    ),
    "unused-anchor": Wording(
        "unused-anchor",
        sayable('The anchor "&{name}" is not used by any alias; its words are lost.'),
        sayable("read as a name, not as text"),
        _QUOTE,
    ),
    "key-not-text": Wording(
        "key-not-text",
        sayable("A key must be a text; here it is a list or a map."),
        sayable("used as a key"),
        sayable("if brackets belong to the text, put the value in quotes"),
    ),
    "key-template": Wording(
        "key-not-text",
        sayable("A key must be a text; {{ opens a map inside a map."),
        sayable("a map used as a key"),
        sayable("fill in the template, or put the value in quotes"),
    ),
    "emptied-by-comma": Wording(
        "emptied-value",
        sayable('The comma cuts the value; "{rest}" became a key without a value.'),
        sayable("cut off by the comma"),
        _QUOTE,
    ),
    "emptied-by-colon": Wording(
        "emptied-value",
        sayable('A blank is missing after the colon of "{key}", so it has no value.'),
        sayable("no blank after it"),
        sayable("write `{key}: {value}`"),
    ),
    "emptied": Wording(
        "emptied-value",
        sayable('The key "{key}" has no value.'),
        sayable("no value"),
        sayable("write its value, or delete the key"),
    ),
    "block-sign": Wording(
        "block-sign",
        sayable('A value that begins with "{sign}" opens a block of text below it.'),
        sayable("not read as text"),
        _QUOTE,
    ),
    "empty-block": Wording(
        "block-sign",
        sayable('The "{sign}" opens a block of text, and the block is empty.'),
        sayable("nothing belongs to it"),
        sayable("indent the text below it further than the key, or put the value in quotes: {quoted}"),
    ),
    "cut-by-comment": Wording(
        "cut-by-comment",
        sayable('The text from "{rest}" on is a comment: a blank before # ends the value.'),
        sayable("not part of the value"),
        sayable("put the value in quotes: {quoted}; if it is a comment, write a blank after #"),
    ),
    "typographic-quote": Wording(
        "typographic-quote",
        sayable("The quotes {open} and {close} are typographic ones, which YAML takes for letters."),
        sayable("not a quote for YAML"),
        sayable("write straight quotes: {quoted}"),
    ),
}
