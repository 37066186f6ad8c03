// An editor for YAML: a text field of the browser, with what helps painted behind it.
//
// Undo, input methods, screen readers and the keyboards of telephones work as in any text field.

import { afterEnter, backspace, commented, shifted } from "./editor_keys.js";
import { Paint } from "./editor_paint.js";

const FEW = 6;

export class Editor extends EventTarget {
  /**
   * Events: `type` (the text changed), `caret`, `leave` (Escape was pressed: Tab leaves next), `key` (a
   * KeyboardEvent in `detail`, before the editor takes it; preventDefault keeps it from doing so).
   * @param {HTMLElement} host where it is put.
   * @param {{text: string, label: string, describedBy: string}} given
   */
  constructor(host, { text, label, describedBy }) {
    super();
    this.host = host;
    host.classList.add("editor");
    const layer = document.createElement("div");
    layer.className = "paint";
    layer.inert = true;
    this.field = document.createElement("textarea");
    Object.assign(this.field, { value: text, spellcheck: false, autocapitalize: "off", autocomplete: "off" });
    this.field.setSelectionRange(0, 0);
    this.field.setAttribute("autocorrect", "off");
    this.field.setAttribute("aria-label", label);
    this.field.setAttribute("aria-describedby", describedBy);
    this.field.setAttribute("translate", "no");
    host.append(layer, this.field);
    this.paint = new Paint(layer);
    this.marked = [];
    this.last = this.field.value;
    this.composing = false;
    this.leaving = false;
    this.paint.show(this.last, []);
    this.listen();
  }

  get text() {
    return this.field.value;
  }

  get selection() {
    return [this.field.selectionStart, this.field.selectionEnd];
  }

  listen() {
    const on = (name, act) => this.field.addEventListener(name, act);
    on("input", () => this.changed());
    on("compositionstart", () => this.compose(true));
    on("compositionend", () => {
      this.compose(false);
      this.changed();
    });
    on("keydown", (event) => this.key(event));
    on("scroll", () => this.follow());
    on("focus", () => this.tell("caret"));
    on("blur", () => { this.leaving = false; });
    document.addEventListener("selectionchange", () => {
      if (document.activeElement === this.field) this.caret();
    });
    new ResizeObserver(() => this.fit()).observe(this.field);
  }

  /** Take the width of the field without its scroll bar, so that lines break at the same places. */
  fit() {
    this.paint.layer.style.width = `${this.field.clientWidth}px`;
    this.follow();
  }

  follow() {
    this.paint.layer.scrollTop = this.field.scrollTop;
  }

  compose(begun) {
    this.composing = begun;
    this.host.classList.toggle("composing", begun);
  }

  tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  }

  changed() {
    const text = this.field.value;
    if (text !== this.last) {
      this.marked = moved(this.marked, this.last, text);
      this.last = text;
      this.paint.show(text, this.marked);
      if (!this.composing) this.tell("type");
    } else if (!this.composing) this.tell("type");
    this.caret();
    this.reveal();
  }

  /** Bring the line of the caret fully into view. */
  reveal() {
    if (this.composing) return;
    const box = this.paint.box(this.field.selectionEnd);
    const own = this.field.getBoundingClientRect();
    this.field.scrollTop += Math.max(0, box.bottom - own.bottom + 10) + Math.min(0, box.top - own.top - 10);
    this.follow();
  }

  caret() {
    this.paint.current(this.field.selectionStart);
    this.tell("caret");
  }

  /** Show findings: [{start, end, severity, …}] in UTF-16 units of this text. */
  mark(findings) {
    this.marked = [...findings].sort((one, other) => one.start - other.start || one.end - other.end);
    this.paint.show(this.last, this.marked);
    this.paint.current(this.field.selectionStart);
    this.follow();
  }

  /** What is marked at an offset, the worst first. */
  marksAt(offset) {
    return this.marked.filter((one) => one.start <= offset && offset <= Math.max(one.end, one.start + 1));
  }

  /** Put a text in place of a range; the browser's undo takes it back. */
  replace(from, to, text) {
    const old = this.text;
    const wanted = old.slice(0, from) + text + old.slice(to);
    if (old === wanted) return;
    this.field.focus();
    this.field.setSelectionRange(from, to);
    // The only ways that keep the browser's undo; where they are gone, the text still changes.
    for (const [command, value] of ways(text)) if (this.text === old) document.execCommand(command, false, value);
    if (this.text !== wanted) {
      this.field.value = wanted;
      this.changed();
    }
    this.field.setSelectionRange(from + text.length, from + text.length);
  }

  /** Put another text in place of all; the caret stays in its line. */
  set(text) {
    if (text === this.text) return;
    const [at] = this.selection;
    const top = this.field.scrollTop;
    this.replace(0, this.text.length, text);
    this.field.setSelectionRange(Math.min(at, text.length), Math.min(at, text.length));
    this.field.scrollTop = top;
    this.caret();
  }

  /** Select a range and bring it into view, a third from the top. */
  go(from, to) {
    this.field.focus();
    this.field.setSelectionRange(from, to);
    const box = this.paint.box(from);
    const own = this.field.getBoundingClientRect();
    if (box.top < own.top || box.bottom > own.bottom - 20)
      this.field.scrollTop += box.top - own.top - this.field.clientHeight / 3;
    this.caret();
    this.follow();
  }

  /** The line and the column of the caret, from 1; columns in signs, as the program counts them. */
  where() {
    const at = this.field.selectionEnd;
    const line = this.paint.lineAt(at);
    return [line + 1, [...this.last.slice(this.paint.starts[line], at)].length + 1];
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const [from, to] = this.selection;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!this.tell("key", event) || event.defaultPrevented) return;
    if (event.key === "Escape" && plain) {
      this.leaving = true;
      this.tell("leave");
    } else if (event.key === "Tab" && plain) {
      if (this.leaving) return;
      event.preventDefault();
      this.indent(event.shiftKey);
    } else if (event.key === "Enter" && plain && !event.shiftKey) {
      event.preventDefault();
      const { remove, insert } = afterEnter(this.text, from);
      this.replace(from - remove, to, insert);
    } else if (event.key === "Backspace" && plain && from === to && backspace(this.text, from)) {
      event.preventDefault();
      this.replace(from - backspace(this.text, from), from, "");
    } else if (event.key === "/" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.put(commented(this.text, from, to));
    }
    if (!["Escape", "Shift", "Tab"].includes(event.key)) this.leaving = false;
  }

  indent(back) {
    const [from, to] = this.selection;
    if (!back && !this.text.slice(from, to).includes("\n")) this.replace(from, to, "  ");
    else this.put(shifted(this.text, from, to, back));
  }

  put({ from, to, text }) {
    const [start, end] = this.selection;
    if (this.text.slice(from, to) === text) return;
    const grown = text.length - (to - from);
    this.replace(from, to, text);
    if (start === end) this.field.setSelectionRange(Math.max(from, start + grown), Math.max(from, start + grown));
    else this.field.setSelectionRange(from, from + text.length);
    this.caret();
  }
}

/** The browser's commands that insert a text: of many lines as HTML, for some take long over each line of a text. */
function ways(text) {
  const html = text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");
  const found = [text ? ["insertText", text] : ["delete"]];
  return text.split("\n").length > FEW ? [["insertHTML", html], ...found] : found;
}

/** Marks of an old text at their places in a new one. */
function moved(marks, old, text) {
  if (!marks.length) return marks;
  let head = 0;
  const most = Math.min(old.length, text.length);
  while (head < most && old[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const grown = text.length - old.length;
  const shift = (at) => (at <= head ? at : at >= old.length - tail ? at + grown : head);
  return marks
    .map((one) => ({ ...one, start: shift(one.start), end: shift(one.end) }))
    .filter((one) => one.end > one.start || one.start < text.length);
}
