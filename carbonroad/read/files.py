"""Readers of whole files: the top file, an industry, or one file that stands alone."""

import unicodedata
from pathlib import PurePath

from carbonroad.base.texts.said import say
from carbonroad.base.texts.scripts import has_han
from carbonroad.findings import Fix
from carbonroad.model.roadmap import TOP, Declarations, Part, RoadmapFile
from carbonroad.model.text import Text
from carbonroad.read.checks import check_region
from carbonroad.read.documents import NAMES
from carbonroad.read.items import read_all
from carbonroad.read.kinds import ID, ID_SIGNS
from carbonroad.read.phrases import replace
from carbonroad.read.reader import Opened, Reader
from carbonroad.read.vocabulary.shapes import INDUSTRY_FILE, LONE_FILE, TOP_FILE
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence

FORMAT_VERSION = "1"
_OF_WINDOWS = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
RESERVED = frozenset(("top", "总体", "index", *NAMES, *_OF_WINDOWS))
"""Names that documents have, or no folder can have everywhere; no industry may be called so."""

_DECLARED = (
    "region",
    "languages",
    "as_of",
    "before_means",
    "industries",
    "phases",
    "organisations",
    "documents",
    "settings",
    "parent",
)
_CONTENT = (
    "code", "note", "duties", "pathway", "indicators", "measures", "milestones", "works", "revisions",
    "title_block",
)  # fmt: skip


def read_top(reader: Reader, root: Mapping) -> RoadmapFile | None:
    """Read `carbonroad.yaml`."""
    opened = reader.open(root, TOP_FILE, "")
    if opened is None:
        return None
    values = read_all(reader, opened)
    _check_version(reader, opened, values)
    check_region(reader, opened)
    part = _part(opened, TOP, values)
    return RoadmapFile(reader.path, part, _declarations(opened, values, root))


def read_industry(reader: Reader, root: Mapping, *, alone: bool) -> RoadmapFile | None:
    """Read an industry file. `alone`: there is no top file, so it may declare everything itself."""
    opened = reader.open(root, LONE_FILE if alone else INDUSTRY_FILE, "")
    if opened is None:
        return None
    values = read_all(reader, opened)
    _check_version(reader, opened, values)
    if alone:
        check_region(reader, opened)
    name = unicodedata.normalize("NFC", PurePath(reader.path).stem)
    _check_name(reader, opened, values, name)
    declarations = _declarations(opened, values, root) if alone else None
    return RoadmapFile(reader.path, _part(opened, _safe_name(reader, opened, name), values), declarations)


def _part(opened: Opened, ident: str, values: dict[str, object]) -> Part:
    content = {name: values[name] for name in _CONTENT if name in values}
    title = values.get("title")
    return Part(
        place=opened.place,
        id=ident,
        title=title if isinstance(title, Text) else Text((("", ident),)),
        **content,  # type: ignore[arg-type]  # each was read by the kind of its field
    )


def _declarations(opened: Opened, values: dict[str, object], root: Node) -> Declarations:
    declared = {name: values[name] for name in _DECLARED if name in values}
    if not declared.get("languages"):
        declared["languages"] = ("zh",) if looks_chinese(root) else ("en",)
    phases, written = values.get("phases"), opened.values.get("phases")
    if isinstance(phases, tuple) and isinstance(written, Sequence):
        declared["phases_lost"] = len(phases) < len(written.items)
    return Declarations(place=opened.place, **declared)  # type: ignore[arg-type]  # as above


def looks_chinese(node: Node, depth: int = 3) -> bool:
    """Return whether keys or titles near the root are Chinese."""
    if isinstance(node, Scalar) or depth == 0:
        return False
    if isinstance(node, Sequence):
        return any(looks_chinese(item, depth - 1) for item in node.items)
    return any(
        has_han(key.text)
        or (key.text == "title" and isinstance(value, Scalar) and has_han(value.text))
        or looks_chinese(value, depth - 1)
        for key, value in node.pairs
    )


def _check_version(reader: Reader, opened: Opened, values: dict[str, object]) -> None:
    version = values.get("carbonroad")
    if version is None or version == FORMAT_VERSION:
        return
    reader.report(
        "unknown-format-version",
        opened.place.value("carbonroad"),
        say(
            'Format version "{version}" is not known; this program reads version {known}.',
            version=version,
            known=FORMAT_VERSION,
        ),
        pointer="carbonroad",
        label=say("unknown version"),
        help_=say("write carbonroad: {known}, or use a newer carbonroad", known=FORMAT_VERSION),
    )


def _rename(reader: Reader, node: Node, name: str) -> Fix | None:
    return replace(reader.words(node), name, safe=False) if isinstance(node, Scalar) else None


def _safe_name(reader: Reader, opened: Opened, name: str) -> str:
    """Report a file's name that cannot be an id, and return one that can."""
    if ID.fullmatch(name):
        return name
    proposal = ID_SIGNS.sub("-", name).strip("-") or "unnamed"
    reader.report(
        "invalid-id",
        opened.place.value("industry"),
        say('"{name}", the name of the file, cannot be an id, as the name of an industry must.', name=name),
        pointer="industry",
        label=say("letters, digits, - and _ only"),
        help_=say("rename the file, such as {file}", file=f"{proposal}.yaml"),
    )
    return proposal


def _check_name(reader: Reader, opened: Opened, values: dict[str, object], name: str) -> None:
    written = values.get("industry")
    if isinstance(written, str) and unicodedata.normalize("NFC", written) != name:
        reader.report(
            "file-name-differs",
            opened.place.value("industry"),
            say(
                'The file is called "{name}", but says that its industry is "{written}".',
                name=name,
                written=written,
            ),
            pointer="industry",
            label=say("differs from the file's name"),
            help_=say("write industry: {name}, or rename the file; the key may also be left out", name=name),
            fix=_rename(reader, opened.values["industry"], name),
        )
    if name.lower() in RESERVED:
        reader.report(
            "reserved-name",
            opened.place.value("industry"),
            say('"{name}" is a name that Windows keeps for itself.', name=name)
            if name.lower() in _OF_WINDOWS
            else say('"{name}" is a name that the program uses itself.', name=name),
            pointer="industry",
            label=say("reserved"),
            help_=say("give the file another name"),
        )
