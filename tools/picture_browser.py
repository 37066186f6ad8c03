"""A headless Chromium that draws pages as small pictures: PNG with a palette, the same bytes each time."""

import base64
import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from carbonroad.printing import find_chromium

_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
)
_SHARPEST = 96
"""How many of the most frequent colours are kept exactly; the others share the rest of the palette."""
# What a page of the browser does with a picture: the palette, and each pixel's number in it.
_REDUCE = """
async ([picture, sharpest]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', {willReadFrequently: true});
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  const counts = new Map();
  const colour = at => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += 4) counts.set(colour(at), (counts.get(colour(at)) ?? 0) + 1);
  const parts = one => [one >> 16, (one >> 8) & 255, one & 255];
  const sorted = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  let palette = sorted.slice(0, 256);
  if (sorted.length > 256) {
    palette = sorted.slice(0, sharpest);
    let boxes = [sorted.slice(sharpest)];
    const spread = box => {
      const spans = [0, 1, 2].map(part => {
        let low = 255, high = 0;
        for (const one of box) {
          const value = parts(one)[part];
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        return high - low;
      });
      const widest = Math.max(...spans);
      return [widest, spans.indexOf(widest)];
    };
    const measured = new Map(boxes.map(box => [box, spread(box)]));
    while (palette.length + boxes.length < 256) {
      boxes.sort((a, b) => measured.get(b)[0] - measured.get(a)[0]);
      const [widest, part] = measured.get(boxes[0]);
      if (!widest) break;
      const box = boxes.shift().sort((a, b) => parts(a)[part] - parts(b)[part] || a - b);
      const half = box.length >> 1;
      for (const piece of [box.slice(0, half), box.slice(half)]) {
        measured.set(piece, spread(piece));
        boxes.push(piece);
      }
    }
    for (const box of boxes) {
      const sums = [0, 0, 0];
      let weight = 0;
      for (const one of box) {
        const count = counts.get(one);
        weight += count;
        parts(one).forEach((value, part) => { sums[part] += value * count; });
      }
      const [red, green, blue] = sums.map(sum => Math.round(sum / weight));
      palette.push((red << 16) | (green << 8) | blue);
    }
  }
  const places = palette.map(parts);
  const nearest = new Map(palette.map((one, place) => [one, place]));
  for (const one of sorted) {
    if (nearest.has(one)) continue;
    const [red, green, blue] = parts(one);
    let best = 0, least = Infinity;
    places.forEach(([r, g, b], place) => {
      const distance = 3 * (red - r) ** 2 + 6 * (green - g) ** 2 + (blue - b) ** 2;
      if (distance < least) { least = distance; best = place; }
    });
    nearest.set(one, best);
  }
  const indices = new Uint8Array(pixels.length / 4);
  for (let at = 0; at < indices.length; at++) indices[at] = nearest.get(colour(4 * at));
  let text = '';
  for (let at = 0; at < indices.length; at += 32768) {
    text += String.fromCharCode(...indices.subarray(at, at + 32768));
  }
  return {width: image.width, height: image.height, palette: places, indices: btoa(text)};
}
"""


class Camera:
    """Takes pictures of pages."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._reducing = browser.new_page()

    @contextmanager
    def at(self, address: str, size: tuple[int, int]) -> Iterator[Page]:
        """A page of that size, loaded and with its fonts ready."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="light",
            reduced_motion="reduce",
            locale="en",
            timezone_id="UTC",
        )
        page = context.new_page()
        page.goto(address)
        page.evaluate("document.fonts.ready.then(() => true)")
        yield page
        context.close()

    def take(self, page: Page, **options: Any) -> bytes:
        """The picture of a page as a PNG with a palette."""
        shot = page.screenshot(animations="disabled", caret="hide", **options)
        taken = self._reducing.evaluate(_REDUCE, [base64.b64encode(shot).decode(), _SHARPEST])
        return png(taken["width"], taken["height"], taken["palette"], base64.b64decode(taken["indices"]))


@contextmanager
def camera() -> Iterator[Camera]:
    """A camera, while its browser runs."""
    alone = ("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*_FLAGS, *alone])
        yield Camera(browser)
        browser.close()


def png(width: int, height: int, palette: list[list[int]], indices: bytes) -> bytes:
    """A PNG whose pixels are numbers of a palette of at most 256 colours."""
    depth = next(bits for bits in (1, 2, 4, 8) if len(palette) <= 1 << bits)
    rows = (indices[at : at + width] for at in range(0, width * height, width))
    packed = b"".join(b"\0" + _packed(row, depth) for row in rows)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(part for colour in palette for part in colour)),
            _chunk(b"IDAT", zlib.compress(packed, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _packed(row: bytes, depth: int) -> bytes:
    """A row with several pixels in a byte where there are few colours."""
    each = 8 // depth
    if each == 1:
        return row
    row += bytes(-len(row) % each)
    return bytes(
        sum(row[at + place] << (8 - depth * (place + 1)) for place in range(each))
        for at in range(0, len(row), each)
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@contextmanager
def served(folder: Path, *arguments: str) -> Iterator[str]:
    """`carbonroad serve` in a folder, as a user starts it; gives the address that it says."""
    command = [sys.executable, "-X", "utf8", "-m", "carbonroad", "serve", "--port", "0", *arguments]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        line = process.stdout.readline() if process.stdout else ""
        yield next(word for word in line.split() if word.startswith("http"))
    finally:
        process.terminate()
        process.communicate(timeout=20)
