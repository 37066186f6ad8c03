// What lies behind the text field: line numbers, colours, marks of findings. Only lines that changed are made anew.

import { colour } from "./editor_colours.js";

export class Paint {
  /** @param {HTMLElement} layer an inert element of the same size and letters as the text field. */
  constructor(layer) {
    this.layer = layer;
    this.lines = [];
    this.starts = [0];
    this.here = -1;
  }

  /** Show a text with its marks, each {start, end, severity} in UTF-16 units, sorted by start. */
  show(text, marks) {
    const made = [];
    let state = "";
    let start = 0;
    let waiting = 0;
    this.starts = [];
    for (const line of text.split("\n")) {
      const end = start + line.length;
      while (waiting < marks.length && marks[waiting].start < start) waiting += 1;
      const own = [];
      for (let n = waiting; n < marks.length && marks[n].start <= end; n += 1) own.push(inLine(marks[n], start, line));
      made.push({ line, state, marks: own, key: `${state}\u0000${line}\u0000${own.map((one) => `${one.from}-${one.to}${one.severity}`).join()}` });
      this.starts.push(start);
      state = made.at(-1).end = colourEnd(line, state, this.lines[made.length - 1]);
      start = end + 1;
    }
    this.replace(made);
  }

  replace(made) {
    const old = this.lines;
    let head = 0;
    while (head < old.length && head < made.length && old[head].key === made[head].key) head += 1;
    let tail = 0;
    while (tail < old.length - head && tail < made.length - head && old.at(-1 - tail).key === made.at(-1 - tail).key) tail += 1;
    for (let n = old.length - tail - 1; n >= head; n -= 1) this.layer.children[n].remove();
    const fresh = document.createDocumentFragment();
    for (const one of made.slice(head, made.length - tail)) fresh.append(element(one));
    this.layer.insertBefore(fresh, this.layer.children[head] ?? null);
    this.lines = made;
    this.layer.parentElement.style.setProperty("--digits", String(Math.max(2, String(made.length).length)));
  }

  /** The number of the line that holds an offset, from 0. */
  lineAt(offset) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Show which line the caret is in. */
  current(offset) {
    const line = this.lineAt(offset);
    this.layer.children[this.here]?.classList.remove("here");
    this.layer.children[line]?.classList.add("here");
    this.here = line;
  }

  /** Where an offset is on the screen. */
  box(offset) {
    const number = this.lineAt(offset);
    const line = this.layer.children[number];
    const { node, at } = place(line, offset - this.starts[number]);
    const range = document.createRange();
    if (!node) return line.getBoundingClientRect();
    range.setStart(node, at);
    range.setEnd(node, at);
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return box.height ? box : line.getBoundingClientRect();
  }

  /** The offset whose sign lies at a point of the screen; -1 where none does. */
  offsetAt(x, y) {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.layer.children[middle].getBoundingClientRect().top <= y) low = middle;
      else high = middle - 1;
    }
    const range = document.createRange();
    const walker = document.createTreeWalker(this.layer.children[low], NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; before += node.length, node = walker.nextNode()) {
      range.selectNodeContents(node);
      if (![...range.getClientRects()].some((box) => holds(box, x, y))) continue;
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        if (holds(range.getBoundingClientRect(), x, y)) return this.starts[low] + before + at;
      }
    }
    return -1;
  }
}

function holds(box, x, y) {
  return box.left <= x && x < box.right && box.top <= y && y < box.bottom;
}

function colourEnd(line, state, before) {
  return before && before.line === line && before.state === state ? before.end : colour(line, state).state;
}

/** The part of a mark that lies in the line where it begins; at least one sign wide. */
function inLine(mark, start, line) {
  const from = Math.min(mark.start - start, Math.max(line.length - 1, 0));
  const to = Math.min(Math.max(mark.end - start, from + 1), Math.max(line.length, 1));
  return { from, to, severity: mark.severity };
}

/** One line: spans of one colour and the same marks each. */
function element({ line, state, marks }) {
  const row = document.createElement("div");
  row.className = "line";
  const worst = ["error", "warning", "info"].find((one) => marks.some((mark) => mark.severity === one));
  if (worst) row.dataset.worst = worst;
  const { tokens } = colour(line, state);
  const ends = new Set([0, line.length]);
  for (const { from, to } of [...tokens, ...marks]) ends.add(Math.min(from, line.length)).add(Math.min(to, line.length));
  const sorted = [...ends].sort((a, b) => a - b);
  for (let n = 0; n + 1 < sorted.length; n += 1) {
    const [from, to] = [sorted[n], sorted[n + 1]];
    const kind = tokens.find((token) => token.from <= from && from < token.to)?.kind;
    const mark = ["error", "warning", "info"].find((one) =>
      marks.some((own) => own.severity === one && own.from <= from && from < own.to));
    if (!kind && !mark) row.append(line.slice(from, to));
    else {
      const span = document.createElement("span");
      span.className = [kind && `y-${kind}`, mark && `mark ${mark}`].filter(Boolean).join(" ");
      span.append(line.slice(from, to));
      row.append(span);
    }
  }
  if (!line) row.append(marks.length ? blankMark(worst) : "\u200b");
  return row;
}

/** An empty line has nothing to underline: a blank stands for it. */
function blankMark(severity) {
  const span = document.createElement("span");
  span.className = `mark ${severity}`;
  span.append("\u00a0");
  return span;
}

function place(line, at) {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let left = at;
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.length) return { node, at: left };
    left -= node.length;
    last = node;
  }
  return { node: last, at: last ? last.length : 0 };
}
