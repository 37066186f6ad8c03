// The list of findings, by file: what is wrong, where, and how to mend it.

import { counted, w } from "./words.js";

/**
 * Show findings in a container.
 * notes: whether those of least weight are listed; total: how many there are, where only some are given.
 */
export function showFindings(host, findings, { notes, total = findings.length }) {
  const shown = findings.filter((one) => notes || one.severity !== "info");
  const parts = [];
  for (const [path, list] of byFile(shown)) {
    const group = element("section", "file");
    const name = element("h3", "file-name", path);
    const items = element("ol", "finding-list");
    items.append(...list.map(item));
    group.append(name, items);
    parts.push(group);
  }
  if (!shown.length) parts.push(element("p", "no-findings", findings.length ? w("findings_hidden") : w("findings_none")));
  if (total > findings.length) parts.push(element("p", "more-findings", w("more", { n: findings.length, all: total })));
  host.replaceChildren(...parts);
}

/** Say how many findings there are, such as "2 errors, 1 warning". */
export function countWords(counts) {
  const said = [];
  if (counts.error) said.push(counted("errors", counts.error));
  if (counts.warning) said.push(counted("warnings", counts.warning));
  if (counts.info) said.push(counted("notes", counts.info));
  return said;
}

function byFile(findings) {
  const files = new Map();
  for (const one of findings) files.set(one.path, [...(files.get(one.path) ?? []), one]);
  return files;
}

function item(one) {
  const made = element("li", `finding sev-${one.severity}`);
  const head = element("div", "finding-head");
  head.append(element("span", "severity", w(one.severity)), place(one), element("code", "code", one.code));
  made.append(head, element("p", "message", one.message));
  for (const line of one.excerpt ?? []) {
    const shown = element("pre", "excerpt");
    shown.append(element("span", "number", String(line.number)), document.createTextNode(line.text.trim()));
    made.append(shown);
  }
  for (const note of one.notes ?? []) made.append(element("p", "note", note));
  if (one.help) {
    const help = element("p", "help");
    help.append(element("b", "", `${w("help")} `), document.createTextNode(one.help));
    made.append(help);
  }
  return made;
}

/** File and line, leading to where they can be changed. */
function place(one) {
  const words = `${one.file}:${one.line}:${one.column}`;
  const found = element("span", "places");
  const links = one.links ?? {};
  if (links.editor || links.playground) {
    const first = element("a", "place", words);
    first.href = links.editor || links.playground;
    first.title = w(links.editor ? "in_editor" : "in_playground");
    found.append(first);
    if (links.editor && links.playground) {
      const second = element("a", "place second", w("in_playground"));
      second.href = links.playground;
      found.append(second);
    }
  } else {
    found.append(element("span", "place", words));
  }
  return found;
}

function element(name, kind = "", text = "") {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text) made.textContent = text;
  return made;
}
