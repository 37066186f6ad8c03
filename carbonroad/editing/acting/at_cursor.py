"""What can be done about the findings at a place: repairs, comments that suppress, things to add."""

from collections.abc import Iterator, Sequence

from carbonroad.base.texts.said import say, say_count
from carbonroad.checking.fixing import fix
from carbonroad.editing.acting.additions import additions
from carbonroad.editing.acting.rewordings import rewordings
from carbonroad.editing.acting.suppression import suppressions
from carbonroad.editing.answers import Action
from carbonroad.editing.differences import edits_between
from carbonroad.editing.text_lines import line_end, line_start, new_line
from carbonroad.findings import Edit, Finding, Fix, Severity
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in, sentences
from carbonroad.workspace.roadmap import Roadmap


def actions(roadmap: Roadmap, path: str, start: int, end: int, lang: str) -> list[Action]:
    """Return what can be done about the findings on some lines: repairs first.

    Args:
        roadmap: The roadmap that the file belongs to.
        path: The file.
        start: The first offset.
        end: The last offset; the same for a cursor.
        lang: The reader's language.
    """
    words = sentences(lang)
    source = roadmap.source(path)
    if source is None:
        return []
    everything = roadmap.findings(path)
    near = [one for one in everything if _is_on_a_line_of(source.text, one, start, end)]
    here = [one for one in near if _touches(one, start, end)]
    near = [*here, *(one for one in near if one not in here)]
    found = [*_repairs(source.text, path, near, words)]
    if any(one.severity is Severity.error and one.code.startswith("CR0") for one in everything):
        return found  # where the text was mended to be read, nothing is sure of its place
    for one in near:
        found += (*rewordings(roadmap, path, one, words), *additions(roadmap, path, one, words))
    for finding in {one.name: one for one in reversed(here or near)}.values():
        found += suppressions(roadmap, path, finding, words)
    return found


def _is_on_a_line_of(text: str, finding: Finding, start: int, end: int) -> bool:
    """Whether a finding begins on one of the lines that are asked about, or is around them."""
    at = finding.span.start
    return line_start(text, start) <= at <= line_end(text, end) or _touches(finding, start, end)


def _touches(finding: Finding, start: int, end: int) -> bool:
    return finding.span.start <= end and start <= finding.span.end


def _repairs(text: str, path: str, findings: Sequence[Finding], words: Wording) -> Iterator[Action]:
    """The repairs that findings carry; those that leave no doubt first."""
    known = [(one.fix, one) for one in findings if one.fix is not None]
    for repair, finding in sorted(known, key=lambda pair: not pair[0].safe):
        title = _begun(said_in(words, repair.title))
        if not repair.safe:
            title = said_in(words, say("{title} (look at the result)", title=title))
        yield Action(title, "quickfix", {path: _edits(text, repair)}, (finding,), preferred=repair.safe)


def _edits(text: str, repair: Fix) -> tuple[Edit, ...]:
    """A repair's edits in order; new line ends are as the file's are."""
    end = new_line(text)
    return tuple(
        edit._replace(text=edit.text.replace("\r\n", "\n").replace("\n", end))
        for edit in sorted(repair.edits)
    )


def _begun(title: str) -> str:
    return title[:1].upper() + title[1:]


def fix_all(roadmap: Roadmap, path: str, lang: str) -> Action | None:
    """Return all repairs of a file that leave no doubt, as one; None where there is nothing to repair.

    They are made as `validate --fix` makes them: after each round everything is checked anew, and what would
    bring an error with it is left out.

    Args:
        roadmap: The roadmap that the file belongs to.
        path: The file.
        lang: The reader's language.
    """

    def wanted(finding: Finding) -> bool:
        return finding.fix is not None and finding.fix.safe and finding.span.path == path

    source = roadmap.source(path)
    if source is None or not any(map(wanted, roadmap.findings(path))):
        return None
    fixed = fix({path: source}, roadmap.check, wanted)
    if path not in fixed.texts:
        return None
    count = say_count("Repair {n} finding of this file", "Repair {n} findings of this file", len(fixed.done))
    edits = edits_between(source.text, fixed.texts[path].text)
    return Action(said_in(sentences(lang), count), "source.fixAll", {path: edits}, fixed.done, preferred=True)
