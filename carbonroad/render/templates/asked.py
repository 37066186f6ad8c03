"""Whether a user's templates show all that they were given."""

from carbonroad.base.texts.said import say
from carbonroad.render.blocks import all_blocks
from carbonroad.render.faults import RenderFault
from carbonroad.views.document import Document, Figure, Table

_HELP = say("docs/templates.md says what each template must show")


def check_asked(own: str, document: Document, shown: tuple[int, int]) -> None:
    """Refuse templates that leave out rows or figures of a document.

    Args:
        own: The user's folder of templates.
        document: What they were given.
        shown: How many rows and figures they asked for.

    Raises:
        RenderFault: Naming the document and the two numbers.
    """
    blocks = list(all_blocks(document))
    tables = [block for block in blocks if isinstance(block, Table)]
    rows = sum(len(group.rows) for table in tables for group in table.groups)
    figures = sum(isinstance(block, Figure) for block in blocks)
    words = {"folder": own, "document": document.path}
    if shown[0] < rows:
        said = say(
            "The templates in {folder} show {n} of {all} rows of {document}.", n=shown[0], all=rows, **words
        )
        raise RenderFault(said, _HELP)
    if shown[1] < figures:
        said = say(
            "The templates in {folder} show {n} of {all} figures of {document}.",
            n=shown[1],
            all=figures,
            **words,
        )
        raise RenderFault(said, _HELP)


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
        file = f"{own}/{name}"
        said = (
            say("{file} leaves out the document it was given.", file=file)
            if whole.strip()
            else say("{file} gives nothing.", file=file)
        )
        raise RenderFault(said, _HELP)
