"""Advances out of TrueType and OpenType files, by the tables that hold them: head, hhea, hmtx, cmap."""

import struct
from pathlib import Path

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")


def find(name: str) -> Path | None:
    """Return the font file of that name, if this machine has it."""
    for folder in FOLDERS:
        for path in sorted(folder.rglob(name)):
            return path
    return None


def advances(path: Path, number: int = 0) -> dict[int, float]:
    """Return the advance in em of every character of a font, or of one font of a collection."""
    data = path.read_bytes()
    begin = struct.unpack_from(">I", data, 12 + 4 * number)[0] if data[:4] == b"ttcf" else 0
    tables = {}
    for place in range(struct.unpack_from(">H", data, begin + 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, begin + 12 + 16 * place)
        tables[tag] = offset
    unit = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    metrics = struct.unpack_from(f">{2 * count}H", data, tables[b"hmtx"])[::2]
    glyphs = _characters(data, tables[b"cmap"])
    return {code: metrics[min(glyph, count - 1)] / unit for code, glyph in glyphs.items()}


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    found: dict[int, int] = {}
    for place in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        _, _, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * place)
        form = struct.unpack_from(">H", data, cmap + offset)[0]
        if form == 12:
            found.update(_groups(data, cmap + offset))
        elif form == 4:
            found.update(_segments(data, cmap + offset))
    return found


def _groups(data: bytes, table: int) -> dict[int, int]:
    found = {}
    for place in range(struct.unpack_from(">I", data, table + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", data, table + 16 + 12 * place)
        found.update({code: glyph + code - first for code in range(first, last + 1)})
    return found


def _segments(data: bytes, table: int) -> dict[int, int]:
    size = struct.unpack_from(">H", data, table + 6)[0] // 2
    ends = struct.unpack_from(f">{size}H", data, table + 14)
    starts = struct.unpack_from(f">{size}H", data, table + 16 + 2 * size)
    deltas = struct.unpack_from(f">{size}h", data, table + 16 + 4 * size)
    ranges = table + 16 + 6 * size
    found = {}
    for place, (first, last, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        jump = struct.unpack_from(">H", data, ranges + 2 * place)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if jump:
                glyph = struct.unpack_from(">H", data, ranges + 2 * place + jump + 2 * (code - first))[0]
            if glyph or not jump:
                found[code] = (glyph + delta) & 0xFFFF
    return {code: glyph for code, glyph in found.items() if glyph}
