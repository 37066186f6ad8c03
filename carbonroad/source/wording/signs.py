"""What findings say of single signs that look like others, or like nothing."""

from carbonroad.base.texts.said import sayable
from carbonroad.source.wording.words import Wording

SIGNS: dict[str, Wording] = {
    "control-character": Wording(
        "control-character",
        sayable("The file holds the control character {char}, which no text may hold."),
        sayable("{char}"),
        sayable("delete it; if there are many, the file may have been saved in another encoding"),
    ),
    "tab-indentation": Wording(
        "tab",
        sayable("The line is indented with a tab; YAML allows blanks only."),
        sayable("tab"),
        sayable("write blanks instead, as many as stand before the lines it belongs with"),
    ),
    "tab-separator": Wording(
        "tab",
        sayable("A tab stands where a plain blank is wanted."),
        sayable("tab"),
        sayable("replace the tab by one blank"),
    ),
    "full-width-colon": Wording(
        "full-width-sign",
        sayable('The colon after "{key}" is full-width (：), so it is no key.'),
        sayable("full-width colon"),
        sayable("write a plain colon and a blank: `{key}: …`"),
    ),
    "full-width-dash": Wording(
        "full-width-sign",
        sayable('The item begins with "{sign}", which is not the plain `-` of a list.'),
        sayable("not a plain -"),
        sayable("write `- ` instead"),
    ),
    "full-width-bracket": Wording(
        "full-width-sign",
        sayable('The bracket "{sign}" is full-width, so this is a text and no list or map.'),
        sayable("full-width bracket"),
        sayable("write {plain} instead"),
    ),
    "full-width-comma": Wording(
        "full-width-sign",
        sayable("The comma is full-width (，), so it separates nothing."),
        sayable("full-width comma"),
        sayable("write a plain comma and a blank"),
    ),
    "full-width-key": Wording(
        "full-width-sign",
        sayable('The key "{key}" has full-width digits.'),
        sayable("full-width digits"),
        sayable("write {plain}"),
    ),
    "full-width-digit": Wording(
        "full-width-digit",
        sayable('The number "{value}" has full-width digits.'),
        sayable("full-width digits"),
        sayable("write {plain}"),
    ),
    "full-width-separator": Wording(
        "full-width-separator",
        sayable("The comma inside [] is full-width (，), so this is one text and not two."),
        sayable("full-width comma"),
        sayable("write a plain comma and a blank; if the text holds a comma, put it in quotes"),
    ),
    "odd-space": Wording(
        "odd-space",
        sayable("The space here is {char}, which YAML does not take for a blank."),
        sayable("{char}, not a plain blank"),
        sayable("write a plain blank"),
    ),
    "odd-line-break": Wording(
        "odd-line-break",
        sayable("The character {char} ends a line for YAML, but not in an editor."),
        sayable("{char}"),
        sayable("write an ordinary line end or a blank"),
    ),
    "bidi-override": Wording(
        "bidi-override",
        sayable("The character {char} changes the order in which the text is shown."),
        sayable("{char}"),
        sayable("delete it: what is seen and what is read must be the same"),
    ),
    "invisible-character": Wording(
        "invisible-character",
        sayable("The character {char} cannot be seen, and words that look alike will differ."),
        sayable("{char}"),
        sayable("delete it"),
    ),
    "html-entity": Wording(
        "html-entity",
        sayable('"{entity}" is a sign in the spelling of web pages; it will be shown as these letters.'),
        sayable("shown as it stands"),
        sayable("write the sign itself: {plain}"),
    ),
    "html-entity-first": Wording(
        "html-entity",
        sayable(
            '"{entity}" is a sign in the spelling of web pages, and YAML reads no value that begins with &.'
        ),
        sayable("reserved by YAML"),
        sayable("write the sign itself: {quoted}"),
    ),
}
