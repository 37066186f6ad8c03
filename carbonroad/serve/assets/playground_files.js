// The files of the draft: a tab each, with an editor that is made when it is first shown.

import { Editor } from "./editor.js";
import { byId, make, t } from "./playground_words.js";

export class Files extends EventTarget {
  /** Events: `type`, `caret`, `leave`, `key` with {file, event}, `made` with the editor, `shown`. */
  constructor() {
    super();
    this.files = new Map();
    this.now = null;
    byId("files").addEventListener("keydown", (event) => this.arrows(event));
  }

  get names() {
    return [...this.files.keys()];
  }

  /** Take the files of a draft, as the server has them; texts typed here stay. */
  take(list, texts = {}) {
    const wanted = new Set(list.map((file) => file.name));
    for (const [name, file] of this.files)
      if (!wanted.has(name) && text(file) !== file.saved) Object.assign(file, { disk: "", gone: true });
      else if (!wanted.has(name)) {
        file.editor?.host.remove();
        this.files.delete(name);
      }
    for (const found of list) {
      const own = texts[found.name];
      const file = this.files.get(found.name) ?? { name: found.name, typed: own?.text ?? found.text, base: own?.digest ?? found.digest };
      const dirty = this.files.has(found.name) ? text(file) !== file.saved : file.typed !== found.saved;
      Object.assign(file, { disk: found.digest, locked: found.locked ?? "", gone: false });
      if (!dirty || text(file) === found.saved) {
        file.base = found.digest;
        if (file.editor && file.editor.text !== found.saved) replaceQuietly(file.editor, found.saved);
        file.typed = found.saved;
      }
      file.saved = found.saved;
      this.files.set(found.name, file);
    }
    this.tabs();
  }

  /** Whether these are the files as they are on disk: a SHA-256 each, by name. Files gone since may be typed in. */
  agree(digests) {
    const here = [...this.files.values()].filter((file) => !file.gone || text(file) === file.saved);
    return here.length === Object.keys(digests).length && here.every((file) => !file.gone && digests[file.name] === file.disk);
  }

  /** The files whose text is not what is saved. */
  get dirty() {
    return [...this.files.values()].filter((file) => text(file) !== file.saved);
  }

  tabs(counts = this.counts ?? {}) {
    this.counts = counts;
    const every = [...this.files.values()];
    const shown = JSON.stringify([t("unsaved"), this.now?.name, every.map((file) => [file.name, text(file) !== file.saved, counts[file.name]])]);
    if (shown === this.shown) return; // as at most keys: to make them anew takes longer than the rest
    this.shown = shown;
    const tabs = byId("files");
    const focused = tabs.contains(document.activeElement);
    tabs.replaceChildren(...every.map((file) => this.tab(file, counts[file.name])));
    const now = tabs.querySelector("[aria-selected=true]");
    if (focused) now?.focus();
    if (now) tabs.scrollLeft = Math.max(0, Math.min(tabs.scrollLeft, now.offsetLeft), now.offsetLeft + now.offsetWidth - tabs.clientWidth);
  }

  tab(file, worst) {
    const dirty = text(file) !== file.saved;
    const told = [dirty && t("unsaved"), worst && t(`has-${worst}`)].filter(Boolean);
    const tab = make("button", {
      type: "button", role: "tab", id: `tab-${[...this.files.keys()].indexOf(file.name)}`, "aria-controls": "editors",
      "aria-selected": String(file === this.now), tabindex: file === this.now ? "0" : "-1", class: worst ?? "",
      title: [file.name, ...told].join(", "), onclick: () => this.show(file.name),
    }, make("span", { text: file.name }));
    if (told.length) tab.append(make("span", { class: "vh", text: `, ${told.join(", ")}` }));
    if (dirty) tab.append(make("span", { class: "pg-dot", "aria-hidden": "true", text: "●" }));
    if (worst) tab.append(make("span", { class: `pg-flag ${worst}`, "aria-hidden": "true", text: worst === "error" ? "✕" : "!" }));
    return tab;
  }

  arrows(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !this.now) return;
    event.preventDefault();
    const names = this.names;
    this.show(names[(names.indexOf(this.now.name) + step + names.length) % names.length]);
    byId("files").querySelector("[aria-selected=true]").focus();
  }

  /** Show a file's editor. */
  show(name) {
    const file = this.files.get(name) ?? this.files.values().next().value;
    if (!file) return;
    this.now = file;
    file.editor ??= this.edit(file);
    for (const other of this.files.values()) if (other.editor) other.editor.host.hidden = other !== file;
    file.editor.fit();
    this.tabs();
    byId("editors").setAttribute("aria-labelledby", byId("files").querySelector("[aria-selected=true]").id);
    this.dispatchEvent(new CustomEvent("shown", { detail: { file } }));
  }

  edit(file) {
    const host = make("div");
    byId("editors").append(host);
    const editor = new Editor(host, { text: file.typed, label: t("editor-of", { file: file.name }), describedBy: "keys" });
    editor.field.readOnly = Boolean(file.locked);
    for (const name of ["type", "caret", "leave"])
      editor.addEventListener(name, () => this.dispatchEvent(new CustomEvent(name, { detail: { file } })));
    editor.addEventListener("key", (event) => this.dispatchEvent(new CustomEvent("key", { detail: { file, event: event.detail } })));
    editor.mark(file.marks ?? []);
    this.dispatchEvent(new CustomEvent("made", { detail: { editor, file } }));
    return editor;
  }

  /** Mark the findings of one version of the texts; a text that was typed on meanwhile waits for the next. */
  mark(findings, sent) {
    const worst = {};
    for (const file of this.files.values()) {
      const own = findings.filter((one) => one.file === file.name && one.start >= 0);
      if (own.length) worst[file.name] = own.some((one) => one.severity === "error") ? "error" : own.some((one) => one.severity === "warning") ? "warning" : undefined;
      if (sent[file.name] !== text(file)) continue;
      file.marks = own;
      file.editor?.mark(own);
    }
    this.tabs(worst);
  }

  /** The language changed. */
  speak() {
    for (const file of this.files.values()) file.editor?.field.setAttribute("aria-label", t("editor-of", { file: file.name }));
    this.tabs();
  }
}

/** What a file's text is now. */
export function text(file) {
  return file.editor ? file.editor.text : file.typed;
}

/** Another wrote the file and nothing was typed here: the text follows without taking the focus. */
function replaceQuietly(editor, saved) {
  const top = editor.field.scrollTop;
  const [from, to] = editor.selection;
  editor.field.value = saved;
  editor.changed();
  if (document.activeElement === editor.field) editor.field.setSelectionRange(from, to);
  editor.field.scrollTop = top;
}
