"""What findings say of whole files: encoding, size, root, limits."""

from carbonroad.base.texts.said import sayable
from carbonroad.source.wording.words import Wording

FILES: dict[str, Wording] = {
    "not-utf-8": Wording(
        "not-utf-8",
        sayable("The file is not UTF-8: byte {byte}, in line {line}, is not; it looks like {encoding}."),
        sayable("first byte that is not UTF-8"),
        sayable("save the file again with the encoding UTF-8"),
    ),
    "too-large": Wording(
        "too-large",
        sayable("The file has {size} bytes; the limit is {limit} MB a file."),
        "",
        sayable("split it into several files"),
    ),
    "line-too-long": Wording(
        "too-large",
        sayable("This line has {length:,} characters; the limit is {limit:,} a line."),
        sayable("too long"),
        sayable("break it into several lines"),
    ),
    "too-many-findings": Wording(
        "too-many-findings",
        sayable("More than {limit:,} findings of one severity stand in this file; the others are left out."),
        sayable("the first that was left out"),
        sayable("mend those that are shown first, and check again"),
    ),
    "file-missing": Wording(
        "unreadable-file",
        sayable("There is no file {file}."),
        "",
        sayable("check its name, or where it leads if it is a link"),
    ),
    "file-is-folder": Wording(
        "unreadable-file", sayable("{file} is a folder, not a file."), "", sayable("name a file in it")
    ),
    "file-forbidden": Wording(
        "unreadable-file",
        sayable("The file {file} may not be read by you."),
        "",
        sayable("ask its owner for the right to read it"),
    ),
    "file-unreadable": Wording(
        "unreadable-file",
        sayable('The file {file} cannot be read; the system says "{reason}".'),
        "",
        sayable("check the file, or take it away"),
    ),
    "file-special": Wording(
        "unreadable-file",
        sayable("{file} is a pipe or a device, not a file."),
        "",
        sayable("put a file in its place"),
    ),
    "empty-file": Wording(
        "empty-file",
        sayable("The file is empty."),
        "",
        sayable("begin with `title:` and `milestones:`, or delete the file"),
    ),
    "root-text": Wording(
        "no-mapping-at-root",
        sayable("The whole file was read as one text: no line has a key, a colon and a blank."),
        sayable("no `key: value` here"),
        sayable("write each line as `key: value`"),
    ),
    "root-full-width": Wording(
        "no-mapping-at-root",
        sayable("The whole file was read as one text, because its colons are full-width (：)."),
        sayable("full-width colon"),
        sayable("write a plain colon and a blank: `{key}: …`"),
    ),
    "root-no-space": Wording(
        "no-mapping-at-root",
        sayable("The whole file was read as one text, because no blank follows its colons."),
        sayable("a blank is missing after this colon"),
        sayable("write `{key}: …`"),
    ),
    "root-odd-space": Wording(
        "no-mapping-at-root",
        sayable("The whole file was read as one text, because the space after the colon is {char}."),
        sayable("{char}, not a plain blank"),
        sayable("write a plain blank after the colon"),
    ),
    "root-list": Wording(
        "no-mapping-at-root",
        sayable("The file is a list; a roadmap file is made of keys and values."),
        sayable("the list begins here"),
        sayable("put a key above the list, such as `milestones:`"),
    ),
    "second-document": Wording(
        "second-document",
        sayable("A second document begins here; one file holds one document."),
        sayable("a second document begins"),
        sayable("delete the line of `---`, or move what follows it to a file of its own"),
    ),
    "merge-conflict": Wording(
        "merge-conflict",
        sayable("Two versions of these lines stand in the file: git could not merge them."),
        sayable("the first version begins here"),
        sayable("keep one of the two versions and delete the three lines of signs"),
    ),
    "too-deep": Wording(
        "too-deep",
        sayable("More than {limit} levels stand inside one another here."),
        sayable("level {limit} is passed here"),
        sayable("close the brackets that were opened before"),
    ),
    "too-many-nodes": Wording(
        "too-many-nodes",
        sayable("The file holds more than {limit:,} values."),
        sayable("the limit is passed here"),
        sayable("split it into several files"),
    ),
    "too-many-aliased": Wording(
        "too-many-nodes",
        sayable("Aliases (`*name`) repeat more than {limit:,} values in this file."),
        sayable("the limit is passed here"),
        sayable("write the values out instead of repeating them by aliases"),
    ),
    "alias-of-itself": Wording(
        "too-many-nodes",
        sayable('The alias "*{name}" stands inside what it names, which would repeat without end.'),
        sayable("stands inside &{name}"),
        sayable("write the value out"),
    ),
}
