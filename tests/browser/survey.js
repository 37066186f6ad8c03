// What a page shows, measured: text over text and text outside its drawing. Sizes are CSS pixels.
() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const found = {texts: 0, drawings: 0, overlaps: [], outside: [], ids: [], repeated: []};
  const seen = new Set();
  for (const element of document.querySelectorAll("[id]"))
    (seen.has(element.id) ? found.repeated : found.ids).push(element.id), seen.add(element.id);
  const round = box => [box.left, box.top, box.right, box.bottom].map(Math.round).join(" ");
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    found.drawings += 1;
    const texts = [...svg.querySelectorAll("text")]
      .map(element => ({words: element.textContent, box: element.getBoundingClientRect()}))
      .filter(text => text.words.trim() && text.box.width > 0);
    found.texts += texts.length;
    for (const {words, box} of texts) {
      const air = box.height / 5;  // a font's box is taller than its ink
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5
          || box.top < frame.top - air || box.bottom > frame.bottom + air)
        found.outside.push(`${words} (${round(box)} of ${round(frame)})`);
    }
    texts.sort((a, b) => a.box.top - b.box.top);
    texts.forEach(({words, box}, n) => {
      for (let m = n + 1; m < texts.length && texts[m].box.top < box.bottom; m++) {
        const other = texts[m].box;
        const x = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const y = Math.min(box.bottom, other.bottom) - other.top;
        if (x > 0.3 && y > 0.32 * Math.min(box.height, other.height))
          found.overlaps.push(`${words} × ${texts[m].words} (${x.toFixed(1)} × ${y.toFixed(1)} px)`);
      }
    });
  }
  return found;
}
