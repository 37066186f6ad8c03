"""Write the roadmaps of an invented nation: 31 provinces, 340 cities, 2,850 counties, and the nation itself.

    python benchmarks/national.py FOLDER                 33,000 files, 396,000 milestones, 277 MB
    python benchmarks/national.py FOLDER --share 0.01    fewer places, all four levels
    python benchmarks/national.py FOLDER --flat          the same without parents

Every roadmap stands in a folder of its own, all side by side. Nothing here is real; the same call writes the
same bytes.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from national_text import ALONE, INDUSTRIES, Standing, industry_text, top_text

PROVINCES, CITIES, COUNTIES = 31, 340, 2850
"""How many of each at full size."""
_LEAST = (2, 3, 4)
"""So many provinces, cities and counties are there at any share."""
_SMALL_COUNTIES = 7
"""All but every seventh county have one industry fewer than the others."""


class Place(NamedTuple):
    """One roadmap to write.

    Attributes:
        name: Its folder.
        parent: The folder of the roadmap above it; empty for the nation.
        industries: The files beside its top file.
        share: What is allocated to it: the counties below it count one to seven each.
    """

    name: str
    parent: str
    industries: tuple[str, ...]
    share: int

    @property
    def standing(self) -> Standing:
        """Where it stands; counties have none below them."""
        return Standing(self.parent, divides=not self.name.startswith("county"))


class Written(NamedTuple):
    """How much there is now, in `roadmaps`, `files` and bytes."""

    roadmaps: int
    files: int
    size: int


def write_nation(folder: Path, share: float = 1.0, *, flat: bool = False) -> Written:
    """Write the nation into a folder that is made.

    Args:
        folder: Each roadmap gets a folder of its own in it.
        share: Of the places.
        flat: Whether no roadmap names its parent and each declares everything itself.
    """
    return write_places(folder, places(share), flat=flat)


def write_places(folder: Path, chosen: Iterable[Place], *, flat: bool = False) -> Written:
    """Write some places; one without a parent stands alone."""
    roadmaps = files = size = 0
    for place in chosen:
        home = folder / place.name
        home.mkdir(parents=True)
        standing = ALONE if flat else place.standing
        texts = {"carbonroad": top_text(place.name, place.industries, place.share, standing)}
        texts |= {name: industry_text(place.name, name) for name in place.industries}
        for name, text in texts.items():
            size += (home / f"{name}.yaml").write_bytes(text.encode())
        roadmaps += 1
        files += len(texts)
    return Written(roadmaps, files, size)


def places(share: float = 1.0) -> Iterator[Place]:
    """Yield the nation, its provinces, their cities, and their counties."""
    provinces, cities, counties = (
        max(least, round(count * share))
        for least, count in zip(_LEAST, (PROVINCES, CITIES, COUNTIES), strict=True)
    )
    of_county = [1 + number % 7 for number in range(counties)]
    of_city = [sum(of_county[number::cities]) for number in range(cities)]
    of_province = [sum(of_city[number::provinces]) for number in range(provinces)]
    yield Place("nation", "", INDUSTRIES, sum(of_province))
    for number, part in enumerate(of_province):
        yield Place(f"province-{number:02d}", "nation", INDUSTRIES, part)
    for number, part in enumerate(of_city):
        yield Place(f"city-{number:03d}", f"province-{number % provinces:02d}", INDUSTRIES, part)
    for number, part in enumerate(of_county):
        industries = INDUSTRIES if number % _SMALL_COUNTIES == 0 else INDUSTRIES[:-1]
        yield Place(f"county-{number:04d}", f"city-{number % cities:03d}", industries, part)


def main() -> None:
    """Write, and say how much was written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=1.0, help="of the places, from 0 to 1")
    parser.add_argument("--flat", action="store_true", help="no roadmap names its parent")
    asked = parser.parse_args()
    if asked.folder.exists() and any(asked.folder.iterdir()):
        sys.exit(f"{asked.folder} is not empty")
    done = write_nation(asked.folder, asked.share, flat=asked.flat)
    print(f"{done.roadmaps:,} roadmaps, {done.files:,} files, {done.size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
