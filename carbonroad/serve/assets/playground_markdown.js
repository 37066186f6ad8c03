// Markdown as the server writes it, made into elements; nothing in it becomes markup of its own.

import { make } from "./playground_words.js";

const INLINE = /`+([^`]|[^`][\s\S]*?[^`])`+|\*\*([\s\S]+?)\*\*|\*([^*\s][\s\S]*?)\*|\[([^\]]*)\]\((https?:[^)\s]*|[^)\s]*)\)|\\([!-/:-@[-`{-~])|&(\w+|#\d+);/gu;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

/** Elements that show a text in Markdown. */
export function elements(markdown) {
  const found = [];
  let fenced = null;
  for (const line of markdown.split("\n")) {
    const last = found.at(-1);
    if (/^\s*```/u.test(line)) {
      if (fenced) fenced = null;
      else found.push((fenced = make("pre")));
    } else if (fenced) fenced.append(`${line}\n`);
    else if (!line.trim()) found.push(null);
    else if (/^#{1,6} /u.test(line)) found.push(make("p", {}, make("b", {}, ...inline(line.replace(/^#+ /u, "")))));
    else if (/^(?:---+|\*\*\*+)$/u.test(line)) found.push(make("hr"));
    else if (/^\s*[-*] /u.test(line)) {
      const list = last?.tagName === "UL" ? last : make("ul");
      list.append(make("li", {}, ...inline(line.replace(/^\s*[-*] /u, ""))));
      if (list !== last) found.push(list);
    } else if (last?.tagName === "P" && !last.dataset.done) last.append(/ {2}$|\\$/u.test(last.dataset.raw) ? make("br") : " ", ...inline(line.replace(/\\$/u, "")));
    else found.push(make("p", {}, ...inline(line.replace(/\\$/u, ""))));
    if (found.at(-1)?.tagName === "P") found.at(-1).dataset.raw = line;
  }
  const shown = found.filter(Boolean);
  for (const one of shown) one.removeAttribute("data-raw");
  return shown;
}

function inline(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(INLINE)) {
    const [whole, code, bold, slanted, linked, , sign, named] = found;
    parts.push(text.slice(at, found.index));
    at = found.index + whole.length;
    if (code !== undefined) parts.push(make("code", { text: code.trim() || code }));
    else if (bold !== undefined) parts.push(make("b", {}, ...inline(bold)));
    else if (slanted !== undefined) parts.push(make("i", {}, ...inline(slanted)));
    else if (linked !== undefined) parts.push(...inline(linked));
    else if (sign !== undefined) parts.push(sign);
    else if (named !== undefined) parts.push(NAMED[named] ?? (named[0] === "#" ? String.fromCodePoint(Number(named.slice(1))) : whole));
  }
  parts.push(text.slice(at));
  return parts;
}
