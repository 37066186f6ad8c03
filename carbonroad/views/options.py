"""What a reader may ask of the documents, beyond the language."""

from dataclasses import dataclass

from carbonroad.compute.changes.drift import Drift


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are drawn; the defaults are what `carbonroad render` does without options.

    Attributes:
        phase: Id of the phase that the drawings show to scale; empty for the one that holds the data date.
        axis: `phases` gives each phase its share of a roadmap's width, `linear` gives each year the same.
        frame: `iso` for the frame of ISO 5457, `gb` for that of GB/T 14689.
        owner: Id of an organisation to whose items the documents are limited; empty for all.
        mermaid: Whether the Markdown also shows small Mermaid diagrams.
        period: What a progress statement is about: the `month`, `quarter` or `year` that holds the data date.
        against: Where items stood in an earlier version, to be drawn beside where they stand; None for none.
    """

    phase: str = ""
    axis: str = "phases"
    frame: str = "iso"
    owner: str = ""
    mermaid: bool = False
    period: str = "quarter"
    against: Drift | None = None


AXES = ("phases", "linear")
FRAMES = ("iso", "gb")
USUAL = Options()
