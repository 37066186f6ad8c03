"""Did you mean: the known word nearest to a mistyped one."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], limit: int = 2) -> str | None:
    """Return the known word within `limit` edits of `word`, fewer for short ones; ties by order."""
    folded = word.casefold()
    best, found = limit + 1, None
    allowed = min(limit, max(1, len(folded) // 2))
    for candidate in known:
        if abs(len(candidate) - len(folded)) > allowed:
            continue
        distance = edits(folded, candidate.casefold(), min(best - 1, allowed))
        if distance < best and distance <= allowed and distance < len(candidate):
            best, found = distance, candidate
    return found


def edits(a: str, b: str, limit: int) -> int:
    """Count insertions, deletions, changes and swaps of neighbours from a to b; limit + 1 if more."""
    if a == b:
        return 0
    older: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        older, last = last, row
    return last[-1]
