// Where a newcomer begins: the place that the address names, or that of before the reload, or a first step.

import { view } from "./playground_layout.js";
import { text } from "./playground_files.js";
import { byId } from "./playground_words.js";

/** Show the file and the place that the address names, or those of before the reload. */
export function begin(files, memory) {
  const asked = new URLSearchParams(location.search);
  const own = (asked.get("file") ?? "").split(/[\\/]/u).at(-1);
  files.show(own && files.files.has(own) ? own : memory.file ?? files.names[0]);
  const editor = files.now?.editor;
  if (!editor) return;
  const line = Number(asked.get("line"));
  if (own && line) {
    const start = editor.paint.starts[Math.min(line, editor.paint.starts.length) - 1];
    const words = editor.text.slice(start).split("\n", 1)[0];
    const column = [...words].slice(0, Math.max(0, Number(asked.get("column")) - 1)).join("").length;
    editor.go(start + column, start + column);
  } else if (memory.caret && files.now.name === memory.file) editor.go(memory.caret, memory.caret);
  if (own) arrived();
}

/** The place that the address names was gone to: a reload stays where the reader has gone since. */
function arrived() {
  const url = new URL(location.href);
  for (const name of ["file", "line", "column"]) url.searchParams.delete(name);
  history.replaceState(null, "", url);
}

const STEPS = {
  deadline: /^ +(?:deadline|期限): *(.+?)(?: +#.*)?$/mu,
  owner: /^(?:owner|负责): *(.+?)(?: +#.*)?$/mu,
};

/** A step for newcomers: go to the place where it can be tried. */
export function step(name, files, pages) {
  if (name === "drawing") {
    view("pages");
    pages.showView("drawing");
    byId("view").focus();
    return;
  }
  view("edit");
  const pattern = STEPS[name];
  const found = [files.now, ...files.files.values()].filter(Boolean).find((file) => pattern.test(text(file)));
  if (!found) return;
  files.show(found.name);
  const match = pattern.exec(text(found));
  const start = match.index + match[0].indexOf(match[1], match[0].indexOf(":") + 1);
  found.editor.go(start, start + match[1].length);
}
