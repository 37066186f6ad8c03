"""What stands where a file is to be written and is not ours."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from carbonroad.base.texts.said import say
from carbonroad.output.problems import OutputProblem


class Ground:
    """An output folder and the files in it that earlier runs wrote."""

    def __init__(self, root: Path, ours: Mapping[str, str]) -> None:
        self._root = root
        self._inside = os.path.realpath(root)
        self._ours = ours
        self._is_open = cache(self._reaches)

    def is_foreign(self, path: str) -> bool:
        """Whether something stands there that is not ours, or the path leads out of the folder by a link."""
        target = self._root / path
        if self.leads_out(path):
            return True
        return target.is_dir() or (path not in self._ours and os.path.lexists(target))

    def leads_out(self, path: str) -> bool:
        """Whether a link on the way to a file leads out of the folder: nothing behind it is ours."""
        return not self._is_open((self._root / path).parent)

    def _reaches(self, folder: Path) -> bool:
        """Whether a folder lies in the output folder, or can be made there."""
        real = os.path.realpath(folder)
        if real != self._inside and not Path(real).is_relative_to(self._inside):
            return False
        there = next(one for one in (folder, *folder.parents) if one.exists() or one == self._root)
        return there.is_dir() or not there.exists()


def refuse(root: Path, foreign: list[str]) -> OutputProblem:
    """Say which files stand in the way."""
    shown = ", ".join(foreign[:3])
    if len(foreign) > 3:
        shown = say("{names} and {n} more", names=shown, n=len(foreign) - 3)
    return OutputProblem(
        say(
            "{folder} holds files that carbonroad did not write: {names}. Nothing was written over them.",
            folder=root,
            names=shown,
        ),
        say("move them away, or choose another folder with -o"),
    )
