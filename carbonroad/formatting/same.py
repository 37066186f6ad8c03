"""Whether two texts say the same: the net below the formatter, which is to change nothing else."""

from carbonroad.base.texts.lazy_pattern import lazy_pattern
from carbonroad.formatting.forms import PLAIN, Form, below
from carbonroad.formatting.keys import known
from carbonroad.source.yaml.nodes import Mapping, Node, Scalar, Sequence

_COMMENT = lazy_pattern(r"#.*")


def comments(text: str, root: Node) -> list[str]:
    """Return every comment of a text, sorted: what begins with `#` and stands in no value and no key."""
    if "#" not in text:
        return []
    found: list[str] = []
    last = 0
    for start, end in sorted(_spans(text, root).items()):
        found += _COMMENT.findall(text, last, start)
        last = max(last, end)
    found += _COMMENT.findall(text, last)
    return sorted(comment.rstrip() for comment in found)


def _spans(text: str, root: Node) -> dict[int, int]:
    """Where values and keys stand; of a block text without the line of its sign, which may have a comment."""
    spans: dict[int, int] = {}
    seen: set[int] = set()
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            start = text.find("\n", node.start) if node.style in ("|", ">") and node.style else node.start
            if start < node.end:
                spans[start] = node.end
        elif id(node) not in seen:
            seen.add(id(node))
            if isinstance(node, Sequence):
                waiting += node.items
            else:
                for pair in node.pairs:
                    waiting += pair
    return spans


def says_the_same(first: Node, second: Node, form: Form, seen: set[tuple[int, int]] | None = None) -> bool:
    """Compare nodes: texts and quotes to the letter, keys by what they mean where their order is free.

    Args:
        first: The one.
        second: The other.
        form: What both are.
        seen: Pairs that were compared, which aliases lead to again.
    """
    if isinstance(first, Scalar) and isinstance(second, Scalar):
        return first.text == second.text and first.style == second.style
    seen = set() if seen is None else seen
    pair = (id(first), id(second))
    if pair in seen:
        return True
    seen.add(pair)
    if isinstance(first, Sequence) and isinstance(second, Sequence):
        item = form.item or PLAIN
        return len(first.items) == len(second.items) and all(
            says_the_same(one, other, item, seen)
            for one, other in zip(first.items, second.items, strict=True)
        )
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        return len(first.pairs) == len(second.pairs) and _same_pairs(first, second, form, seen)
    return False


def _same_pairs(first: Mapping, second: Mapping, form: Form, seen: set[tuple[int, int]]) -> bool:
    if all(one[0].text == other[0].text for one, other in zip(first.pairs, second.pairs, strict=True)):
        return all(
            one[0].style == other[0].style and says_the_same(one[1], other[1], below(form, one[0].text), seen)
            for one, other in zip(first.pairs, second.pairs, strict=True)
        )
    ones, others = _named(first, form), _named(second, form)
    if [name for name, _, _ in ones] != [name for name, _, _ in others]:
        return False
    return all(
        one[1] == other[1] and says_the_same(one[2], other[2], below(form, one[0]), seen)
        for one, other in zip(ones, others, strict=True)
    )


def _named(node: Mapping, form: Form) -> list[tuple[str, str, Node]]:
    """Name, quotes and value of each pair; sorted where the order says nothing."""
    named = []
    for key, value in node.pairs:
        field = known(form.shape, key.text)
        named.append((key.text if field is None else field.name, key.style, value))
    if form.shape is not None or form.years:
        named.sort(key=lambda one: one[0])
    return named
