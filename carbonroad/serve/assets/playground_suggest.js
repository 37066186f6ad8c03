// Suggestions while typing, and what stands at a place: by Ctrl+Space and Ctrl+K, or by the pointer.

import { elements } from "./playground_markdown.js";
import { byId, make, t } from "./playground_words.js";

const MOST = 60;
const WORD = /[\p{L}\p{N}_.@-]/u;

/** The list of suggestions of one page; `fetch(editor)` gives them for its caret. */
export class Suggestions {
  constructor(fetch) {
    this.fetch = fetch;
    this.list = byId("suggestions");
    this.more = byId("suggestion-more");
    this.editor = null;
    this.asked = 0;
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const row = event.target.closest("[role=option]");
      if (row) this.take(Number(row.dataset.n));
    });
  }

  get shown() {
    return !this.list.hidden;
  }

  /** Ask for suggestions at the caret; `wanted` where the reader asked for them by a key. */
  async open(editor, wanted) {
    const asked = (this.asked += 1);
    const text = editor.text;
    const items = await this.fetch(editor);
    if (asked !== this.asked || text !== editor.text || !items) return;
    this.editor = editor;
    this.items = items;
    this.wanted = wanted;
    this.filter();
    if (wanted) byId("said").textContent = this.shown ? t("suggestions-found", { n: this.found.length }) : t("no-suggestions");
  }

  /** Show those that fit what stands before the caret. */
  filter() {
    const at = this.editor.field.selectionStart;
    const typedOf = (item) => this.editor.text.slice(item.start, at).toLowerCase();
    this.found = this.items
      .filter((item) => item.start <= at && fits(item.filter.toLowerCase(), typedOf(item)))
      .slice(0, MOST);
    // Whoever has written a whole word goes on to the next line with Enter, and takes nothing by it.
    const done = this.found.some((item) => item.insert.trim().replace(/:$/u, "").toLowerCase() === typedOf(item).trim());
    if (!this.found.length || (done && !this.wanted)) {
      this.close();
      return;
    }
    this.list.replaceChildren(...this.found.map((item, n) =>
      make("div", { role: "option", id: `suggestion-${n}`, "data-n": n, "aria-selected": "false" },
        make("span", { class: "pg-label", text: item.label }), make("span", { class: "pg-detail", text: item.detail }))));
    this.list.hidden = false;
    const field = this.editor.field;
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", "suggestions");
    beside(this.list, this.editor.paint.box(Math.min(...this.found.map((item) => item.start))));
    this.choose(0);
  }

  choose(n) {
    this.at = (n + this.found.length) % this.found.length;
    for (const row of this.list.children) row.setAttribute("aria-selected", String(Number(row.dataset.n) === this.at));
    const row = this.list.children[this.at];
    row.scrollIntoView({ block: "nearest" });
    this.editor.field.setAttribute("aria-activedescendant", row.id);
    const told = this.found[this.at].documentation;
    this.more.hidden = !told;
    if (!told) return;
    this.more.replaceChildren(...elements(told));
    nextTo(this.more, this.list);
  }

  /** Write a suggestion; places to fill in are selected one after the other by hand. */
  take(n) {
    const item = this.found[n];
    const editor = this.editor;
    const at = editor.field.selectionStart;
    this.close();
    const { text, from, to } = item.snippet ? filled(item.insert) : { text: item.insert, from: -1, to: -1 };
    editor.replace(item.start, Math.max(at, item.end), text);
    if (from >= 0) editor.field.setSelectionRange(item.start + from, item.start + to);
    if (item.again) this.open(editor, false);
  }

  close() {
    this.asked += 1;
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.more.hidden = true;
    this.editor.field.removeAttribute("aria-activedescendant");
    this.editor.field.removeAttribute("aria-controls");
  }

  /** Take a key for the list; true where it was one. */
  key(event) {
    if (!this.shown || event.ctrlKey || event.metaKey || event.altKey) return false;
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in moves) this.choose(this.at + moves[event.key]);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) this.take(this.at);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  /** After something was typed: suggestions go on while a word is typed. */
  typed(editor) {
    const at = editor.field.selectionStart;
    const sign = editor.text.slice(Math.max(0, at - 1), at);
    if (this.shown && WORD.test(sign)) this.filter();
    if (WORD.test(sign) || (sign === " " && /: $/u.test(editor.text.slice(at - 2, at)))) return true;
    this.close();
    return false;
  }
}

/** Whether the typed signs occur in order, the first one at the beginning of a word. */
function fits(words, typed) {
  let at = 0;
  for (const sign of typed.trim()) {
    at = words.indexOf(sign, at) + 1;
    if (!at) return false;
  }
  return true;
}

/** A snippet's text without its signs, and where its first place to fill in stands. */
function filled(snippet) {
  let text = "";
  let from = -1;
  let to = -1;
  let last = 0;
  for (const found of snippet.matchAll(/\\([\\$}])|\$\{(\d+)(?::((?:\\.|[^}\\])*))?\}|\$(\d+)/gu)) {
    text += snippet.slice(last, found.index);
    last = found.index + found[0].length;
    if (found[1]) text += found[1];
    else {
      const own = (found[3] ?? "").replace(/\\(.)/gu, "$1");
      if (from < 0 || (found[2] ?? found[4]) === "1") [from, to] = [text.length, text.length + own.length];
      text += own;
    }
  }
  return { text: text + snippet.slice(last), from, to };
}

/** Put a popup below a place on the screen, or above it where there is no room. */
function beside(popup, box) {
  popup.style.left = "0px";
  popup.style.top = "0px";
  const { width, height } = popup.getBoundingClientRect();
  const below = box.bottom + 4 + height <= innerHeight || box.top < height;
  popup.style.left = `${Math.max(4, Math.min(box.left, innerWidth - width - 4))}px`;
  popup.style.top = `${below ? Math.min(box.bottom + 4, Math.max(4, innerHeight - height - 4)) : box.top - height - 4}px`;
}

function nextTo(popup, other) {
  const box = other.getBoundingClientRect();
  popup.style.top = `${box.top}px`;
  popup.style.left = "0px";
  const { width } = popup.getBoundingClientRect();
  const right = box.right + 4 + width <= innerWidth;
  if (right || box.left > width + 8) popup.style.left = `${right ? box.right + 4 : box.left - width - 4}px`;
  else popup.hidden = true;
}

/** What stands at a place: findings there, and what the server tells of it. */
export class Hover {
  constructor(fetch) {
    this.fetch = fetch;
    this.box = byId("hover");
    this.timer = 0;
    this.asked = 0;
    this.box.addEventListener("mouseleave", () => this.close());
  }

  /** Show it at an offset. */
  async open(editor, offset) {
    const asked = (this.asked += 1);
    const marks = editor.marksAt(offset);
    const told = await this.fetch(editor, offset);
    if (asked !== this.asked) return false;
    const content = [
      ...marks.map((mark) => make("p", { class: `pg-level-text ${mark.severity}` }, make("b", { text: t(`level-${mark.severity}`) }), " ", mark.message)),
      ...marks.filter((mark) => mark.help).map((mark) => make("p", { text: mark.help })),
      ...(told?.markdown ? elements(told.markdown) : []),
    ];
    if (!content.length) {
      this.close();
      return false;
    }
    this.box.replaceChildren(...content);
    this.box.hidden = false;
    beside(this.box, editor.paint.box(told?.markdown ? told.start : offset));
    byId("said").textContent = this.box.innerText.slice(0, 600);
    return true;
  }

  /** The pointer rests on a place of an editor. */
  watch(editor) {
    editor.host.addEventListener("mousemove", (event) => {
      clearTimeout(this.timer);
      const { clientX, clientY, buttons } = event;
      if (buttons) return;
      this.timer = setTimeout(() => {
        const offset = editor.paint.offsetAt(clientX, clientY);
        if (offset >= 0) this.open(editor, offset);
        else this.close();
      }, 350);
    });
    editor.host.addEventListener("mouseleave", (event) => {
      clearTimeout(this.timer);
      if (event.relatedTarget !== this.box && !this.box.contains(event.relatedTarget)) this.close();
    });
  }

  close() {
    this.asked += 1;
    clearTimeout(this.timer);
    this.box.hidden = true;
  }
}
