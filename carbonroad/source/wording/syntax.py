"""What findings say of text that YAML cannot read."""

from carbonroad.base.texts.said import sayable
from carbonroad.source.wording.words import Wording

_QUOTE = sayable("put the value in quotes: {quoted}")

SYNTAX: dict[str, Wording] = {
    "syntax": Wording(
        "syntax-error",
        sayable("YAML cannot read the file from here."),
        sayable("reading stopped here"),
        sayable("compare this line and the line above with a file that works"),
    ),
    "no-colon": Wording(
        "syntax-error",
        sayable('The line "{line}" has no key: a colon and a blank are missing.'),
        sayable("expected `key: value`"),
        sayable(
            "write `key: value`; if the line continues the text above, indent it further than the key above"
        ),
    ),
    "colon-forgotten": Wording(
        "syntax-error",
        sayable('The colon after "{key}" is missing, so it is no key.'),
        sayable("no colon"),
        sayable("write `{key}:`"),
    ),
    "unindented-block": Wording(
        "bad-indentation",
        sayable("The text below `|` or `>` must be indented further than its key."),
        sayable("not indented"),
        sayable("put two blanks more before each line of the text"),
    ),
    "list-in-line": Wording(
        "syntax-error",
        sayable("A list cannot begin on the line of its key."),
        sayable("`- ` after the colon"),
        sayable("begin the list on the next line; if a minus is meant, leave out the blank behind it"),
    ),
    "empty-item": Wording(
        "syntax-error",
        sayable("There is nothing between two commas, or before a comma."),
        sayable("a value is missing here"),
        sayable("delete the comma that is too many"),
    ),
    "after-root": Wording(
        "syntax-error",
        sayable("The file goes on after its root has ended."),
        sayable("begins after the end"),
        sayable("a file is one map of keys and values; put everything into it"),
    ),
    "unclosed-quote": Wording(
        "unclosed-quote",
        sayable("The quote that opens here is not closed on its line."),
        sayable("opening quote"),
        sayable("close it with {quote} at the end of the value"),
    ),
    "unclosed-bracket": Wording(
        "unclosed-bracket",
        sayable('The bracket "{bracket}" that opens here is not closed.'),
        sayable("opening bracket"),
        sayable('write "{close}" at the end of the value'),
    ),
    "missing-comma": Wording(
        "unclosed-bracket",
        sayable('Inside "{bracket}", a comma or the closing "{close}" is missing before this.'),
        sayable("expected a comma or {close}"),
        sayable("separate the values by a comma and a blank"),
    ),
    "after-quote": Wording(
        "text-after-value",
        sayable("The value goes on after its closing quote."),
        sayable("text after the quote"),
        sayable("put quotes round the whole value: {quoted}"),
    ),
    "quote-twice": Wording(
        "text-after-value",
        sayable("The value is closed by one quote too many."),
        sayable("one quote too many"),
        sayable("delete this {quote}"),
    ),
    "apostrophe": Wording(
        "text-after-value",
        sayable("The quote here ends the value, but the text goes on."),
        sayable("text after the quote"),
        sayable("put the whole value in double quotes, or write the apostrophe twice"),
    ),
    "after-bracket": Wording(
        "text-after-value",
        sayable('The value goes on after its closing "{bracket}".'),
        sayable("text after the bracket"),
        sayable("put quotes round the whole value: {quoted}"),
    ),
    "indentation": Wording(
        "bad-indentation",
        sayable("This line has {blanks} blanks before it, which fits none of the lines above ({expected})."),
        sayable("expected {expected} blanks"),
        sayable("give all keys of one map the same indentation"),
    ),
    "item-among-keys": Wording(
        "bad-indentation",
        sayable("An item of a list stands where a key is wanted."),
        sayable("item among keys"),
        sayable("put a key above it, or give it the indentation of the list it belongs to"),
    ),
    "key-among-items": Wording(
        "bad-indentation",
        sayable("A list stands above, and this line begins where its items do, but without a `-`."),
        sayable("no item"),
        sayable(
            "write `- ` before it if it is the next item; if it belongs to the item above, give it the"
            " indentation of that item's keys"
        ),
    ),
    "dash-without-blank": Wording(
        "missing-space",
        sayable("A blank is missing after the `-`, so no item begins here."),
        sayable("no blank after it"),
        sayable("write `- ` before the item"),
    ),
    "keys-at-dash": Wording(
        "bad-indentation",
        sayable("The keys of the item above stand as far left as its `-`, so they do not belong to it."),
        sayable("not part of the item"),
        sayable("put two blanks before each key of an item, so that it stands below the first one"),
    ),
    "too-far-in": Wording(
        "bad-indentation",
        sayable('The line is indented further than "{above}" above, which already has a value.'),
        sayable("indented too far"),
        sayable("give it the indentation of the key above"),
    ),
    "swallowed-item": Wording(
        "bad-indentation",
        sayable("This item is indented further than the one above, so it became part of the text above."),
        sayable("read as text, not as an item"),
        sayable("give all items of one list the same indentation"),
    ),
    "missing-dash": Wording(
        "missing-dash",
        sayable('A new item begins with "{key}", but its `-` is missing.'),
        sayable("expected `- {key}`"),
        sayable("write `- ` before the first key of every item"),
    ),
    "second-colon": Wording(
        "second-colon",
        sayable("The value holds a second colon followed by a blank."),
        sayable("second colon"),
        _QUOTE,
    ),
    "key-in-value": Wording(
        "second-colon",
        sayable('The value goes on with "{key}", which looks like the next key.'),
        sayable("second colon"),
        sayable(
            'begin a new line before "{key}"; if it belongs to the text, put the value in quotes: {quoted}'
        ),
    ),
    "no-space": Wording(
        "missing-space",
        sayable('A blank is missing after the colon of "{key}".'),
        sayable("no blank after it"),
        sayable("write `{key}: {value}`"),
    ),
    "reserved-sign": Wording(
        "reserved-sign",
        sayable("A value may not begin with {sign} unless it is in quotes."),
        sayable("reserved by YAML"),
        _QUOTE,
    ),
    "reserved-alias": Wording(
        "reserved-sign",
        sayable('A value that begins with * is an alias, and nothing here is named "{name}".'),
        sayable("reserved by YAML"),
        _QUOTE,
    ),
    "directive": Wording(
        "reserved-sign",
        sayable("A line may not begin with {sign}."),
        sayable("reserved by YAML"),
        sayable("delete the line, or begin it with `# ` to make it a comment"),
    ),
    "path-escape": Wording(
        "bad-escape",
        sayable('In double quotes "{escape}" is one sign, so the path is not read as it is written.'),
        sayable("read as one sign"),
        sayable("write the backslash twice, or use single quotes"),
    ),
    "bad-escape": Wording(
        "bad-escape",
        sayable('In double quotes a backslash begins a sign, and there is no sign "{escape}".'),
        sayable("no such sign"),
        sayable("write the backslash twice, or use single quotes"),
    ),
    "numbered-item": Wording(
        "numbered-item",
        sayable('The item begins with "{number}"; an item of a list begins with `-`.'),
        sayable("a number, not a `-`"),
        sayable("write `- ` instead of the number, and the keys of the item below one another"),
    ),
    "not-a-colon": Wording(
        "not-a-colon",
        sayable('After "{key}" stands "{sign}" where a colon is wanted.'),
        sayable("not a colon"),
        sayable("write a colon and a blank: `{key}: …`"),
    ),
    "pasted-table": Wording(
        "pasted-table",
        sayable("This line is a row of a table, with {sign} between its columns; YAML knows no tables."),
        sayable("a row of a table"),
        sayable("write each row as an item: `- id: …`, with `title: …` and the other columns below it"),
    ),
    "wrong-comment-sign": Wording(
        "wrong-comment-sign",
        sayable('A comment begins with #, not with "{sign}".'),
        sayable("no comment for YAML"),
        sayable("write `# ` instead"),
    ),
}
