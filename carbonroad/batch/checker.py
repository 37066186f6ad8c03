"""Checks the roadmaps of a run, one after the other, in whichever process."""

from collections.abc import Mapping

from carbonroad.batch.families import Tops
from carbonroad.batch.inputs import Batch, inputs_of
from carbonroad.batch.outcome import Outcome, outcome_of
from carbonroad.link.family import Handed
from carbonroad.project import load
from carbonroad.source.text import SourceText

_MOST_TOPS = 16
"""Top files of ancestors that are kept in memory."""


class Checker:
    """Checks roadmaps.

    Args:
        batch: The roadmaps.
        keyed: Whether outcomes get keys, so that they can be remembered.
    """

    def __init__(self, batch: Batch, *, keyed: bool) -> None:
        self._batch = batch
        self._keyed = keyed
        self._tops = Tops()
        self._exact_tops = _ExactTops()

    def check(self, index: int, handed: Mapping[int, Handed]) -> Outcome:
        """Check one roadmap.

        Args:
            index: Its place in the run.
            handed: What its children hand to it, by their places.
        """
        batch, call = self._batch, self._batch.call
        inputs = inputs_of(batch, index, handed) if self._keyed else None
        texts = None if inputs is None else inputs.texts()
        tops = self._tops
        if texts is not None:
            tops = self._exact_tops
            self._exact_tops.use({one.top: texts[one.top] for one in batch.families.ancestors[index]})
        checked = load(
            batch.folders[index],
            call.as_of,
            call.today,
            call.checks,
            texts or {},
            batch.families.family(index, tops, handed),
        ).checked()
        known = inputs is not None and texts is not None and inputs.fits(checked.baseline)
        return outcome_of(
            checked,
            dated=call.as_of is None and checked.as_of == call.today,
            key=inputs.key if inputs is not None and known else "",
        )


class _ExactTops(Tops):
    """Top files of ancestors as they were hashed, each read once as long as it stays the same."""

    def use(self, texts: Mapping[str, SourceText]) -> None:
        """Take the texts of a roadmap's ancestors."""
        known = {path: text for path, text in self._texts.items() if path not in texts}
        surplus = len(known) + len(texts) - _MOST_TOPS
        for path in (*list(known)[: max(0, surplus)], *(p for p in texts if self._differs(p, texts[p]))):
            known.pop(path, None)
            self._read.pop(path, None)
        self._texts = {**known, **texts}

    def _differs(self, path: str, text: SourceText) -> bool:
        known = self._texts.get(path)
        return not isinstance(known, SourceText) or known.text != text.text or known.bom != text.bom
