"""Where bodies and items stand on other pages."""

from zlib import crc32

from carbonroad.link.system import Item
from carbonroad.views.shared.words import Words


def body_anchor(words: Words, key: str) -> str:
    """Return the anchor of a body's table on the page of assignments."""
    return f"org-{key if key in words.system.organisations else f'{crc32(key.encode()):08x}'}"


def item_link(item: Item) -> str:
    """Return where an item's row stands in the timetables."""
    return f"doc:timetable#{item.ref}" if item.part == "top" else f"doc:{item.part}/timetable#{item.id}"
