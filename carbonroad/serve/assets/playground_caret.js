// What stands at the caret, and the way from finding to finding.

import { byId, t } from "./playground_words.js";

/** What is at the caret: its place, and the finding that is marked there. */
export function atCaret(editor) {
  if (!editor) return;
  const [line, column] = editor.where();
  byId("place").textContent = t("place", { line, column });
  const mark = editor.marksAt(editor.selection[1])[0];
  const words = mark ? `${t(`level-${mark.severity}`)}: ${mark.message}` : "";
  if (byId("here").textContent !== words) byId("here").textContent = words;
  byId("here").className = mark?.severity ?? "";
}

/** The next finding of this file, or the one before. */
export function next(editor, step) {
  const marks = editor.marked;
  if (!marks.length) return;
  const [at] = editor.selection;
  const found = step > 0 ? marks.find((one) => one.start > at) ?? marks[0] : marks.findLast((one) => one.start < at) ?? marks.at(-1);
  editor.go(found.start, found.start);
}
