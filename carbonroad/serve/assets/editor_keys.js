// Keys of the editor: indentation, lists, comments. Each is an edit that the browser can undo.

/** The beginning and the end of the lines that a selection touches. */
function lines(text, from, to) {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const last = to > from && text[to - 1] === "\n" ? to - 1 : to;
  const end = text.indexOf("\n", last);
  return [start, end === -1 ? text.length : end];
}

/** What Enter inserts, and how much before the caret it takes away: an empty list entry ends the list. */
export function afterEnter(text, at) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(start, at);
  const indent = /^[ \t]*/u.exec(before)[0];
  const entry = /^([ \t]*)((?:-[ \t]+)+|-$)(.*)$/u.exec(before);
  if (entry && !entry[3].trim()) return { remove: before.length - entry[1].length, insert: "" };
  if (entry && /^(?:"[^"]*"|'[^']*'|[^\s[{"'#][^#]*?):(?:\s|$)/u.test(entry[3])) {
    const deeper = /:[ \t]*(?:[|>][-+]?[ \t]*)?(?:#.*)?$/u.test(entry[3]) ? "  " : "";
    return { remove: 0, insert: `\n${indent}${" ".repeat(entry[2].length)}${deeper}` };
  }
  if (entry) return { remove: 0, insert: `\n${indent}${entry[2]}` };
  const opens = /:[ \t]*(?:[|>][-+]?[ \t]*)?(?:[ \t]#.*)?$/u.test(before) && !/^[ \t]*#/u.test(before);
  return { remove: 0, insert: `\n${indent}${opens ? "  " : ""}` };
}

/** Shift the selected lines by two blanks: {from, to, text} to put in their place. */
export function shifted(text, from, to, back) {
  const [start, end] = lines(text, from, to);
  const old = text.slice(start, end).split("\n");
  const made = old.map((line) => (back ? line.replace(/^(?: {1,2}|\t)/u, "") : line && `  ${line}`));
  return { from: start, to: end, text: made.join("\n") };
}

/** Make the selected lines comments, or what they were before. */
export function commented(text, from, to) {
  const [start, end] = lines(text, from, to);
  const old = text.slice(start, end).split("\n");
  const written = old.filter((line) => line.trim());
  const already = written.length > 0 && written.every((line) => /^\s*#/u.test(line));
  const indent = Math.min(...written.map((line) => line.search(/\S/u)), 80);
  const made = old.map((line) => {
    if (already) return line.replace(/^(\s*)# ?/u, "$1");
    return line.trim() ? `${line.slice(0, indent)}# ${line.slice(indent)}` : line;
  });
  return { from: start, to: end, text: made.join("\n") };
}

/** How many blanks Backspace takes: in an indentation two at once. */
export function backspace(text, at) {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const before = text.slice(start, at);
  return /^ {2,}$/u.test(before) ? (before.length % 2 || 2) : 0;
}
