"""An answer of `explain` as Markdown."""

from carbonroad.report.explaining.page import Block, Example, Heading, Page, Paragraph, Rows


def markdown_page(page: Page, level: int = 1) -> str:
    """Return a page as Markdown; `level` is that of its heading."""
    parts = [f"{'#' * level} {page.title}", *(_part(block, level) for block in page.blocks)]
    return "\n\n".join(parts) + "\n"


def _part(block: Block, level: int) -> str:
    match block:
        case Heading(words):
            return f"{'#' * (level + 1)} {words}" if level == 1 else f"**{words}**"
        case Paragraph(words):
            return words
        case Example(text):
            return f"```yaml\n{_plain(text)}\n```"
        case Rows():
            return markdown_table(block)


def markdown_table(table: Rows) -> str:
    """Return a table; the columns of names are set as typed."""
    lines = [f"| {' | '.join(table.head)} |", f"|{'---|' * len(table.head)}"]
    for row in table.rows:
        cells = [
            " · ".join(f"`{_cell(one)}`" for one in cell.split(" · "))
            if number < table.names and cell
            else _cell(cell)
            for number, cell in enumerate(row)
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _plain(text: str) -> str:
    """YAML for a page: what cannot be seen is shown by its number, and nothing is too long."""
    shown = "".join(
        char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in text[:2000]
    )
    return shown.rstrip()
