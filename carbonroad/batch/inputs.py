"""All that a roadmap's findings depend on, read once: what is hashed is what is checked."""

from collections.abc import Mapping, Sequence

from carbonroad.base.record import NamedTuple
from carbonroad.batch.call import Call
from carbonroad.batch.compact import plain_finding
from carbonroad.batch.families import Families
from carbonroad.batch.program import program_digest
from carbonroad.checking.baseline import Baseline, present_baseline
from carbonroad.checking.settings import Settings
from carbonroad.link.family import Handed, as_plain
from carbonroad.source.folder import Folder
from carbonroad.source.text import SourceText, from_bytes, read_contents


class Batch(NamedTuple):
    """The roadmaps of a run.

    Attributes:
        folders: In the order of the call.
        families: Who is whose parent, by places in the call.
        call: What all are checked with.
    """

    folders: Sequence[Folder]
    families: Families
    call: Call


class Inputs(NamedTuple):
    """What one roadmap's findings depend on.

    Attributes:
        files: Bytes by path as shown; the ancestors' top files too.
        baseline: The bytes of its baseline; None where there is none.
        key: 64 hexadecimal digits; other inputs have another key.
    """

    files: Mapping[str, bytes]
    baseline: bytes | None
    key: str

    def texts(self) -> dict[str, SourceText] | None:
        """Return the files as `project.load` takes them; None where one of them is no text."""
        texts = {}
        for path, data in self.files.items():
            text = from_bytes(data, path)
            if not isinstance(text, SourceText):
                return None
            texts[path] = text
        return texts

    def fits(self, baseline: Baseline | None) -> bool:
        """Whether the baseline that was read is the one that the key is of."""
        if baseline is None or self.baseline is None:
            return baseline is None and self.baseline is None
        return baseline.source is not None and baseline.source.data == self.baseline


def inputs_of(batch: Batch, index: int, handed: Mapping[int, Handed]) -> Inputs | None:
    """Read what the findings of one of the roadmaps depend on; None where a file of it cannot be read.

    Args:
        batch: All of them.
        index: Its place.
        handed: What its children hand to it, by their places.
    """
    from hashlib import sha256

    folder, families, call = batch.folders[index], batch.families, batch.call
    own = ((folder.top,) if folder.top is not None else ()) + tuple(folder.files.values())
    files: dict[str, bytes] = {}
    for path in (*own, *(one.top for one in families.ancestors[index])):
        data = files[path] if path in files else read_contents(path)
        if data is None:
            return None
        files[path] = data
    beside = present_baseline(folder, call.checks.baseline)
    baseline = read_contents(beside) if beside else None
    if beside and baseline is None:
        return None
    depends = (
        program_digest(),
        (folder.name, folder.path, folder.top, tuple(folder.files.items()), folder.doubles, folder.outside),
        tuple((path, sha256(data).digest()) for path, data in files.items()),
        (beside, None if baseline is None else sha256(baseline).digest()),
        (call.checks.baseline, _plain(call.checks.settings)),
        None if call.as_of is None else call.as_of.toordinal(),
        _relatives(families, index, handed),
    )
    return Inputs(files, baseline, sha256(repr(depends).encode()).hexdigest())


def _plain(settings: Settings) -> tuple[object, ...]:
    """What a call says of the checks, in words; what they mean is the program's to say."""
    return (
        None if settings.select is None else tuple(one.word for one in settings.select),
        tuple(one.word for one in settings.ignore),
        tuple((one.pattern, tuple(rule.word for rule in one.rules)) for one in settings.files),
        tuple((one.rules.word, one.severity and one.severity.value) for one in settings.levels),
        settings.fail_on,
        settings.most,
    )


def _relatives(families: Families, index: int, handed: Mapping[int, Handed]) -> tuple[object, ...]:
    return (
        tuple((one.name, one.top) for one in families.ancestors[index]),
        tuple(as_plain(handed[child]) for child in families.children[index] if child in handed),
        families.absent[index],
        families.lost[index],
        families.named[index],
        tuple(map(plain_finding, families.problems[index])),
    )
