"""Whether a user's templates show all that they were given."""

from collections.abc import Iterable, Iterator

from carbonroad.render.faults import RenderFault
from carbonroad.views.document import Block, Document, Figure, Folded, Table

_HELP = "docs/templates.md says what each template must show"


def check_asked(own: str, document: Document, shown: tuple[int, int]) -> None:
    """Refuse templates that leave out rows or figures of a document.

    Args:
        own: The user's folder of templates.
        document: What they were given.
        shown: How many rows and figures they asked for.

    Raises:
        RenderFault: Naming the document and the two numbers.
    """
    blocks = list(_all_blocks(block for section in document.sections for block in section.blocks))
    tables = [block for block in blocks if isinstance(block, Table)]
    rows = sum(len(group.rows) for table in tables for group in table.groups)
    figures = sum(isinstance(block, Figure) for block in blocks)
    for what, wanted, found in (("rows", rows, shown[0]), ("figures", figures, shown[1])):
        if found < wanted:
            raise RenderFault(
                f"The templates in {own} show {found} of {wanted} {what} of {document.path}.", _HELP
            )


def check_kept(own: str | None, name: str, part: str, whole: str) -> None:
    """Refuse a template that does not hold what it was given to frame.

    Args:
        own: The user's folder of templates; None without one.
        name: The template's name.
        part: What it was given.
        whole: What it made.

    Raises:
        RenderFault: Naming the template.
    """
    if own is not None and (not whole.strip() or part not in whole):
        said = "gives nothing" if not whole.strip() else "leaves out the document it was given"
        raise RenderFault(f"{own}/{name} {said}.", _HELP)


def _all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Folded):
            yield from _all_blocks(block.blocks)
