"""Figures beside their goals: printed as they come, and kept for docs/figures.md."""

from typing import NamedTuple

from timing import Work, paired

HEAD = """\
| what | figure | floor or peer, of the same run | ratio | must | aim | |
|---|---:|---|---:|---:|---:|---|"""
_MISSING = "–"


class Goal(NamedTuple):
    """What a ratio, or a figure without a floor, must be and should be: at most, or at least."""

    must: float
    aim: float
    least: bool = False

    def words(self, goal: float) -> str:
        """One of both, as it is printed."""
        return f"{'≥' if self.least else '≤'} {goal:g}"

    def verdict(self, value: float) -> str:
        """Which of both a value reaches."""
        must, aim = (
            (value >= self.must, value >= self.aim) if self.least else (value <= self.must, value <= self.aim)
        )
        if aim and must:
            return "aim reached"
        if must:
            return "reached"
        return f"missed by {abs(value / self.must - 1):.0%}"


class Sheet:
    """The figures of one part of the benchmark."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.lines: list[str] = []
        self.remarks: list[str] = []
        print(f"\n{title}", flush=True)

    def add(
        self, what: str, figure: str, *, value: float | None = None, goal: Goal | None = None, floor: str = ""
    ) -> None:
        """Add a figure.

        Args:
            what: Was measured.
            figure: As it is printed, with its unit.
            value: The ratio to the floor; without a floor, the figure itself, to judge by the goal.
            goal: For the value.
            floor: What the ratio is to, and how long that took.
        """
        ratio = f"{value:.2f}" if floor and value is not None else _MISSING
        must, aim = (goal.words(goal.must), goal.words(goal.aim)) if goal else (_MISSING, _MISSING)
        verdict = goal.verdict(value) if goal and value is not None else ""
        self.lines.append(
            f"| {what} | {figure} | {floor or _MISSING} | {ratio} | {must} | {aim} | {verdict} |"
        )
        told = f"{ratio:>6} x {floor}" if floor else ""
        wanted = f"   must {must}, aim {aim}: {verdict}" if goal else ""
        print(f"  {what:58} {figure:>12}  {told}{wanted}", flush=True)

    def compare(
        self, what: str, ours: Work, floor_name: str, floor: Work, goal: Goal | None, rounds: int
    ) -> None:
        """Add a time with its ratio to a floor, both in turn."""
        mine, other, ratio = paired(ours, floor, rounds)
        self.add(what, time_of(mine), value=ratio, goal=goal, floor=f"{floor_name}: {time_of(other)}")

    def remark(self, text: str) -> None:
        """Add a sentence below the figures."""
        self.remarks.append(text)
        print(f"  {text}", flush=True)

    def text(self) -> str:
        """The figures as Markdown."""
        return "\n".join([HEAD, *self.lines, *(f"\n{one}" for one in self.remarks)]) + "\n"


def time_of(seconds: float) -> str:
    """A time as it is printed."""
    return (
        f"{seconds * 1000:.3g} ms"
        if seconds < 1
        else f"{seconds:.3g} s"
        if seconds < 100
        else f"{seconds:.0f} s"
    )


def is_goal(line: str) -> bool:
    """Whether a line of a sheet has a goal."""
    cells = line.strip("|").split("|")
    return len(cells) == 7 and cells[4].strip()[:1] in ("≤", "≥")
