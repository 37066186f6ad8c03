"""Every sentence of the reader's findings, in one place so that another language can follow."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """What a finding says; `{}` fields are filled in by whoever finds it."""

    rule: str
    message: str
    label: str = ""
    help: str = ""


_QUOTE = "put the value in quotes: {quoted}"

WORDS: dict[str, Words] = {
    "not-utf-8": Words(
        "not-utf-8",
        "The file is not UTF-8: byte {byte}, in line {line}, is not; it looks like {encoding}.",
        "first byte that is not UTF-8",
        "save the file again with the encoding UTF-8",
    ),
    "control-character": Words(
        "control-character",
        "The file holds the control character {char}, which no text may hold.",
        "{char}",
        "delete it; if there are many, the file may have been saved in another encoding",
    ),
    "too-large": Words(
        "too-large",
        "The file has {size} bytes; the limit is {limit} MB a file.",
        "",
        "split it into several files",
    ),
    "file-missing": Words(
        "unreadable-file", "There is no file {file}.", "", "check its name, or where it leads if it is a link"
    ),
    "file-is-folder": Words("unreadable-file", "{file} is a folder, not a file.", "", "name a file in it"),
    "file-forbidden": Words(
        "unreadable-file",
        "The file {file} may not be read by you.",
        "",
        "ask its owner for the right to read it",
    ),
    "file-unreadable": Words(
        "unreadable-file", "The file {file} cannot be read: {reason}.", "", "check the file, or take it away"
    ),
    "file-special": Words(
        "unreadable-file", "{file} is a pipe or a device, not a file.", "", "put a file in its place"
    ),
    "empty-file": Words(
        "empty-file", "The file is empty.", "", "begin with `title:` and `milestones:`, or delete the file"
    ),
    "root-text": Words(
        "no-mapping-at-root",
        "The whole file was read as one text: no line has a key, a colon and a blank.",
        "no `key: value` here",
        "write each line as `key: value`",
    ),
    "root-full-width": Words(
        "no-mapping-at-root",
        "The whole file was read as one text, because its colons are full-width (：).",
        "full-width colon",
        "write a plain colon and a blank: `{key}: …`",
    ),
    "root-no-space": Words(
        "no-mapping-at-root",
        "The whole file was read as one text, because no blank follows its colons.",
        "a blank is missing after this colon",
        "write `{key}: …`",
    ),
    "root-odd-space": Words(
        "no-mapping-at-root",
        "The whole file was read as one text, because the space after the colon is {char}.",
        "{char}, not a plain blank",
        "write a plain blank after the colon",
    ),
    "root-list": Words(
        "no-mapping-at-root",
        "The file is a list; a roadmap file is made of keys and values.",
        "the list begins here",
        "put a key above the list, such as `milestones:`",
    ),
    "second-document": Words(
        "second-document",
        "A second document begins here; one file holds one document.",
        "everything from here on was not read",
        "delete the line of `---`, or move what follows it to a file of its own",
    ),
    "too-deep": Words(
        "too-deep",
        "More than {limit} levels stand inside one another here.",
        "level {limit} is passed here",
        "close the brackets that were opened before",
    ),
    "too-many-nodes": Words(
        "too-many-nodes",
        "The file holds more than {limit:,} values.",
        "the limit is passed here",
        "split it into several files",
    ),
    "too-many-aliased": Words(
        "too-many-nodes",
        "Aliases (`*name`) repeat more than {limit:,} values in this file.",
        "the limit is passed here",
        "write the values out instead of repeating them by aliases",
    ),
    "alias-of-itself": Words(
        "too-many-nodes",
        'The alias "*{name}" stands inside what it names, which would repeat without end.',
        "stands inside &{name}",
        "write the value out",
    ),
    "syntax": Words(
        "syntax-error",
        "YAML cannot read the file from here: {problem}.",
        "reading stopped here",
        "compare this line and the line above with a file that works",
    ),
    "no-colon": Words(
        "syntax-error",
        'The line "{line}" has no key: a colon and a blank are missing.',
        "expected `key: value`",
        "write `key: value`; if the line continues the text above, indent it further than the key above",
    ),
    "unindented-block": Words(
        "bad-indentation",
        "The text below `|` or `>` must be indented further than its key.",
        "not indented",
        "put two blanks more before each line of the text",
    ),
    "list-in-line": Words(
        "syntax-error",
        "A list cannot begin on the line of its key.",
        "`- ` after the colon",
        "begin the list on the next line; if a minus is meant, leave out the blank behind it",
    ),
    "empty-item": Words(
        "syntax-error",
        "There is nothing between two commas, or before a comma.",
        "a value is missing here",
        "delete the comma that is too many",
    ),
    "after-root": Words(
        "syntax-error",
        "The file goes on after its root has ended.",
        "begins after the end",
        "a file is one map of keys and values; put everything into it",
    ),
    "unclosed-quote": Words(
        "unclosed-quote",
        "The quote that opens here is not closed on its line.",
        "opening quote",
        "close it with {quote} at the end of the value",
    ),
    "unclosed-bracket": Words(
        "unclosed-bracket",
        'The bracket "{bracket}" that opens here is not closed.',
        "opening bracket",
        'write "{close}" at the end of the value',
    ),
    "missing-comma": Words(
        "unclosed-bracket",
        'Inside "{bracket}", a comma or the closing "{close}" is missing before this.',
        "expected a comma or {close}",
        "separate the values by a comma and a blank",
    ),
    "after-quote": Words(
        "text-after-value",
        "The value goes on after its closing quote.",
        "text after the quote",
        "put quotes round the whole value: {quoted}",
    ),
    "apostrophe": Words(
        "text-after-value",
        "The quote here ends the value, but the text goes on.",
        "text after the quote",
        "put the whole value in double quotes, or write the apostrophe twice",
    ),
    "after-bracket": Words(
        "text-after-value",
        'The value goes on after its closing "{bracket}".',
        "text after the bracket",
        "put quotes round the whole value: {quoted}",
    ),
    "indentation": Words(
        "bad-indentation",
        "This line has {blanks} blanks before it, which fits none of the lines above ({expected}).",
        "expected {expected} blanks",
        "give all keys of one map the same indentation",
    ),
    "item-among-keys": Words(
        "bad-indentation",
        "An item of a list stands where a key is wanted.",
        "item among keys",
        "put a key above it, or give it the indentation of the list it belongs to",
    ),
    "key-among-items": Words(
        "bad-indentation",
        "A list stands above, and this line begins where its items do, but without a `-`.",
        "no item",
        "write `- ` before it if it is the next item; else delete the dashes above",
    ),
    "too-far-in": Words(
        "bad-indentation",
        'The line is indented further than "{above}" above, which already has a value.',
        "indented too far",
        "give it the indentation of the key above",
    ),
    "swallowed-item": Words(
        "bad-indentation",
        "This item is indented further than the one above, so it became part of the text above.",
        "read as text, not as an item",
        "give all items of one list the same indentation",
    ),
    "tab-indentation": Words(
        "tab",
        "The line is indented with a tab; YAML allows blanks only.",
        "tab",
        "replace each tab by two blanks",
    ),
    "tab-separator": Words(
        "tab", "A tab stands where a plain blank is wanted.", "tab", "replace the tab by one blank"
    ),
    "missing-dash": Words(
        "missing-dash",
        'A new item begins with "{key}", but its `-` is missing.',
        "expected `- {key}`",
        "write `- ` before the first key of every item",
    ),
    "second-colon": Words(
        "second-colon",
        "The value holds a second colon followed by a blank.",
        "second colon",
        _QUOTE,
    ),
    "no-space": Words(
        "missing-space",
        'A blank is missing after the colon of "{key}".',
        "no blank after it",
        "write `{key}: {value}`",
    ),
    "reserved-sign": Words(
        "reserved-sign",
        "A value may not begin with {sign} unless it is in quotes.",
        "reserved by YAML",
        _QUOTE,
    ),
    "reserved-alias": Words(
        "reserved-sign",
        'A value that begins with * is an alias, and nothing here is named "{name}".',
        "reserved by YAML",
        _QUOTE,
    ),
    "directive": Words(
        "reserved-sign",
        "A line may not begin with {sign}.",
        "reserved by YAML",
        "delete the line, or begin it with `# ` to make it a comment",
    ),
    "duplicate-key": Words(
        "duplicate-key",
        'The key "{key}" is given twice in one map.',
        "given again",
        "keep one of the two",
    ),
    "merge-key": Words(
        "merge-key",
        "The merge key << is not allowed.",
        "merge key",
        "write the keys out; defaults such as `owner` can stand at the top of the file",
    ),
    "tag": Words(
        "tag",
        'The tag "{name}" is not allowed; every value is read as text.',
        "tag",
        "delete it",
    ),
    "unused-anchor": Words(
        "unused-anchor",
        'The anchor "&{name}" is not used by any alias; its words are lost.',
        "read as a name, not as text",
        _QUOTE,
    ),
    "key-not-text": Words(
        "key-not-text",
        "A key must be a text; here it is a list or a map.",
        "used as a key",
        "if brackets belong to the text, put the value in quotes",
    ),
    "key-template": Words(
        "key-not-text",
        "A key must be a text; {{{{ opens a map inside a map.",
        "a map used as a key",
        "fill in the template, or put the value in quotes",
    ),
    "emptied-by-comma": Words(
        "emptied-value",
        'The comma cuts the value; "{rest}" became a key without a value.',
        "cut off by the comma",
        "put the value in quotes: {quoted}",
    ),
    "emptied-by-colon": Words(
        "emptied-value",
        'A blank is missing after the colon of "{key}", so it has no value.',
        "no blank after it",
        "write `{key}: {value}`",
    ),
    "emptied": Words(
        "emptied-value",
        'The key "{key}" has no value.',
        "no value",
        "write its value, or delete the key",
    ),
    "block-sign": Words(
        "block-sign",
        'A value that begins with "{sign}" opens a block of text below it.',
        "not read as text",
        _QUOTE,
    ),
    "empty-block": Words(
        "block-sign",
        'The "{sign}" opens a block of text, and the block is empty.',
        "nothing belongs to it",
        "indent the text below it further than the key, or put the value in quotes: {quoted}",
    ),
    "cut-by-comment": Words(
        "cut-by-comment",
        'The text from "{rest}" on is a comment: a blank before # ends the value.',
        "not part of the value",
        "put the value in quotes: {quoted}; if it is a comment, write a blank after #",
    ),
    "full-width-colon": Words(
        "full-width-sign",
        'The colon after "{key}" is full-width (：), so it is no key.',
        "full-width colon",
        "write a plain colon and a blank: `{key}: …`",
    ),
    "full-width-dash": Words(
        "full-width-sign",
        'The item begins with "{sign}", which is not the plain `-` of a list.',
        "not a plain -",
        "write `- ` instead",
    ),
    "full-width-bracket": Words(
        "full-width-sign",
        'The bracket "{sign}" is full-width, so this is a text and no list or map.',
        "full-width bracket",
        "write {plain} instead",
    ),
    "full-width-comma": Words(
        "full-width-sign",
        "The comma is full-width (，), so it separates nothing.",
        "full-width comma",
        "write a plain comma and a blank",
    ),
    "full-width-key": Words(
        "full-width-sign",
        'The key "{key}" has full-width digits.',
        "full-width digits",
        "write {plain}",
    ),
    "full-width-digit": Words(
        "full-width-digit",
        'The number "{value}" has full-width digits.',
        "full-width digits",
        "write {plain}",
    ),
    "full-width-separator": Words(
        "full-width-separator",
        "The comma inside [] is full-width (，), so this is one text and not two.",
        "full-width comma",
        "write a plain comma and a blank; if the text holds a comma, put it in quotes",
    ),
    "odd-space": Words(
        "odd-space",
        "The space here is {char}, which YAML does not take for a blank.",
        "{char}, not a plain blank",
        "write a plain blank",
    ),
    "odd-line-break": Words(
        "odd-line-break",
        "The character {char} ends a line for YAML, but not in an editor.",
        "{char}",
        "write an ordinary line end or a blank",
    ),
    "bidi-override": Words(
        "bidi-override",
        "The character {char} changes the order in which the text is shown.",
        "{char}",
        "delete it: what is seen and what is read must be the same",
    ),
    "invisible-character": Words(
        "invisible-character",
        "The character {char} cannot be seen, and words that look alike will differ.",
        "{char}",
        "delete it",
    ),
    "bad-escape": Words(
        "bad-escape",
        'In double quotes a backslash begins a sign, and there is no sign "{escape}".',
        "no such sign",
        "write the backslash twice, or use single quotes",
    ),
}
