"""What can be added where something is missing: a required key, or the body or source that a name means."""

import unicodedata
from collections.abc import Iterator

from carbonroad.base.texts.free_names import free_name
from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.base.texts.said import say
from carbonroad.base.texts.scripts import has_han
from carbonroad.editing.answers import Action
from carbonroad.editing.spots import Step, ids_in, shape_of, spot_at
from carbonroad.editing.text_lines import column_of, line_end, line_start, new_line
from carbonroad.findings import Edit, Finding
from carbonroad.formatting.order import ranks
from carbonroad.read.kinds import ID, ID_SIGNS
from carbonroad.read.vocabulary.shape import Field, Shape
from carbonroad.read.vocabulary.shapes import SHAPES
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar
from carbonroad.wording import Wording
from carbonroad.wording.saying import said_in
from carbonroad.workspace.roadmap import Roadmap

_NEEDS_QUOTES = lazy_pattern(
    r"""^[\s\-?:,\[\]{}#&*!|>'"%@`~]|:\s|:$|\s\#|[\[\]{},"\\\x00-\x1f\x7f-\x9f：，]|\s$|^(?:null|~)?$"""
)
_LONGEST_ID = 40


def additions(roadmap: Roadmap, path: str, finding: Finding, words: Wording) -> Iterator[Action]:
    """Yield what can be added so that a finding is gone.

    Args:
        roadmap: The roadmap.
        path: The file that the finding is in.
        finding: What is found.
        words: The sentences in the reader's language.
    """
    if finding.name == "missing-key":
        yield from _missing_key(roadmap, path, finding, words)
    elif finding.name == "unknown-organisation":
        yield from _declare(roadmap, finding, "organisations", words)
    elif finding.name == "unknown-source":
        yield from _declare(roadmap, finding, "sources", words)


def _missing_key(roadmap: Roadmap, path: str, finding: Finding, words: Wording) -> Iterator[Action]:
    source, root = roadmap.source(path), roadmap.tree(path)
    spot = spot_at(root, shape_of(roadmap.folder, path), finding.span.start)
    if source is None or root is None or spot is None or spot.last.shape is None:
        return
    step = spot.last
    shape, node = spot.last.shape, step.around
    field = shape.by_key.get(finding.pointer.rpartition(".")[2])
    if field is None:
        return
    value = _value_for(field, shape, node, root, roadmap, path)
    if not value:
        return
    chinese = any(key.text in other.zh for key, _ in node.pairs for other in shape.fields)
    key = field.zh[0] if chinese and field.zh else field.name
    if step.field is field:
        edit, key = _filled(source.text, step, value), step.key.text
    else:
        edit = _inserted(source.text, node, shape, field, f"{key}: {value}")
    title = said_in(words, say("Add {key}: {value}", key=key, value=value))
    yield Action(title, "quickfix", {path: (edit,)}, (finding,))


def _value_for(field: Field, shape: Shape, node: Mapping, root: Node, roadmap: Roadmap, path: str) -> str:
    """A value that says no more than is known; empty where there is none."""
    values = {
        known.name: value.text
        for key, value in node.pairs
        if (known := shape.by_key.get(key.text)) is not None and isinstance(value, Scalar)
    }
    chinese = any(has_han(key.text) for key, _ in node.pairs)
    match field.kind:
        case "deadline":
            return "未明确" if chinese else "not stated"
        case "short-text" if values.get("id"):
            return plain(values["id"])
        case "id":
            taken = ids_in(root, shape_of(roadmap.folder, path))
            return free_name(id_of(values.get("title", "")) or shape.name, taken)
        case "word:allocation":
            return "合计" if chinese else "sum"
        case _:
            return ""


def id_of(name: str) -> str:
    """Return an id made of a name: small letters, joined by hyphens; empty where none is left."""
    text = unicodedata.normalize("NFC", name.strip())
    if ID.fullmatch(text):
        return text
    made = ID_SIGNS.sub("-", text).strip("-").lower()
    if len(made) > _LONGEST_ID:
        made = made[:_LONGEST_ID].rpartition("-")[0] or made[:_LONGEST_ID]
    return made


def plain(text: str) -> str:
    """Return a text as a value of YAML, in quotes where it needs them."""
    line = " ".join(text.split())
    if not _NEEDS_QUOTES.search(line):
        return line
    inner = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def _filled(text: str, step: Step, value: str) -> Edit:
    """The edit that writes a value behind a key that has none."""
    colon = text.find(":", step.key.end)
    at = (colon if colon >= 0 else step.key.end) + 1
    if isinstance(step.value, Scalar) and step.value.end > step.value.start >= at:
        return Edit(step.value.start, step.value.end, value)
    return Edit(at, at, f" {value}")


def _inserted(text: str, node: Mapping, shape: Shape, field: Field, line: str) -> Edit:
    """The edit that writes a line of a map behind the key that comes before it in canonical order."""
    if node.flow:
        end = node.end - 1
        while end > node.start + 1 and text[end - 1] in " \t":
            end -= 1
        bare = end == node.start + 1 or text[end - 1] == ","
        return Edit(end, end, line if bare else f", {line}")
    rank = ranks(shape)
    before: Node | None = None
    for key, value in node.pairs:
        known = shape.by_key.get(key.text)
        if known is not None and rank[known.name] < rank[field.name]:
            before = value if value.end > key.end else key
    end_of_line, indent = new_line(text), " " * column_of(text, node.start)
    if before is None:
        return Edit(node.start, node.start, f"{line}{end_of_line}{indent}")
    return _after(text, before, f"{indent}{line}")


def _after(text: str, node: Node, lines: str) -> Edit:
    """The edit that writes lines below a value; a comment behind it stays where it is."""
    last = node.end
    while last > node.start and text[last - 1] in " \t\r\n":
        last -= 1
    at = line_end(text, last)
    return Edit(at, at, f"{new_line(text)}{lines}")


def _declare(roadmap: Roadmap, finding: Finding, section: str, words: Wording) -> Iterator[Action]:
    """The declaration of a body or a source at the end of its section, in the file that declares them."""
    path = roadmap.folder.top or finding.span.path
    source, root = roadmap.source(path), roadmap.tree(path)
    home = roadmap.source(finding.span.path)
    if source is None or home is None or not isinstance(root, Mapping) or root.flow:
        return
    typed = home.text[finding.span.start : finding.span.end].strip().strip("\"'")
    name = typed.partition("#")[0].strip() if section == "sources" else typed
    ident = id_of(name)
    if not ident or "\n" in name:
        return
    shape = shape_of(roadmap.folder, path)
    entry = next((value for key, value in root.pairs if _is(shape, key.text, section)), None)
    title = "标题" if has_han("".join(key.text for key, _ in root.pairs)) else "title"
    edit = _entry(source.text, entry, ident, f"{title}: {plain(name)}")
    if entry is None:
        chinese = title == "标题"
        field = SHAPES["top"].by_key[section]
        edit = _section(source.text, field.zh[0] if chinese else section, ident, f"{title}: {plain(name)}")
    if edit is None:
        return
    what = (
        say('Declare the organisation "{name}"', name=name)
        if section == "organisations"
        else say('Declare the source "{name}"', name=name)
    )
    yield Action(said_in(words, what), "quickfix", {path: (edit,)}, (finding,))


def _is(shape: Shape, key: str, section: str) -> bool:
    known = shape.by_key.get(key)
    return known is not None and known.name == section


def _entry(text: str, entry: Node | None, ident: str, title: str) -> Edit | None:
    """The edit that adds an entry to a section, indented as those that stand there."""
    if not isinstance(entry, Mapping) or not entry.pairs:
        return None
    if entry.flow:
        end = entry.end - 1
        while end > entry.start + 1 and text[end - 1] in " \t\r\n,":
            end -= 1
        return Edit(end, end, f", {ident}: {{{title}}}")
    key, value = entry.pairs[-1]
    indent = " " * column_of(text, entry.start)
    inner = next((node for _, node in entry.pairs if isinstance(node, Mapping) and not node.flow), None)
    deeper = column_of(text, inner.start) - len(indent) if inner is not None else 2
    lines = f"{indent}{ident}:{new_line(text)}{indent}{' ' * max(deeper, 1)}{title}"
    if inner is None and isinstance(value, Mapping):
        lines = f"{indent}{ident}: {{{title}}}"
    return _after(text, value if value.end > key.end else key, lines)


def _section(text: str, section: str, ident: str, title: str) -> Edit | None:
    """The edit that begins a section at the end of a file."""
    end = new_line(text)
    at = len(text.rstrip())
    if line_start(text, at) and text[line_start(text, at) : at].startswith(("...", "---")):
        return None
    return Edit(at, at, f"{end}{section}:{end}  {ident}:{end}    {title}")
