"""Codes of the parts for drawing numbers."""

from collections.abc import Iterable, Sequence

from carbonroad.model.roadmap import TOP, Part


def part_codes(parts: Sequence[Part]) -> dict[str, str]:
    """Return each part's code: as given, else its first three Latin letters, else I01 and so on."""
    codes = {part.id: "TOP" if part.id == TOP else part.code.upper() for part in parts}
    taken = {code for code in codes.values() if code}
    for number, part in enumerate((p for p in parts if p.id != TOP), 1):
        if not codes[part.id]:
            codes[part.id] = next(code for code in _candidates(part.id, number) if code not in taken)
            taken.add(codes[part.id])
    return codes


def _candidates(name: str, number: int) -> Iterable[str]:
    letters = [char for char in name.upper() if "A" <= char <= "Z"]
    if len(letters) >= 3:
        for last in letters[2:]:
            yield letters[0] + letters[1] + last
    while True:
        yield f"I{number:02d}"
        number += 1
