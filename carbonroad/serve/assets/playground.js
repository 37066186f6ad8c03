// The playground: texts on the left, what is found in them and the documents they make on the right.

import { listen } from "./events.js";
import { BELOW, settled } from "./playground_api.js";
import { atCaret, next } from "./playground_caret.js";
import { hideConflict } from "./playground_conflict.js";
import { Draft } from "./playground_draft.js";
import { Files, text } from "./playground_files.js";
import { showFindings } from "./playground_findings.js";
import { divide, steps, view, views } from "./playground_layout.js";
import { Pages } from "./playground_pages.js";
import { download, save } from "./playground_save.js";
import { begin, step } from "./playground_start.js";
import { Hover, Suggestions } from "./playground_suggest.js";
import { byId, config, language, make, speak, t } from "./playground_words.js";

const PAUSE = 300;
const files = new Files();
const pages = new Pages();
const draft = new Draft(files, { tell, reopen: () => open(true), again: () => (files.now ? checking.now() : open(false)) });
const page = { draft, files, tell, take, check: () => checking.now() };
let last = null;
let leaving = false;
let missing = "";

const suggestions = new Suggestions((editor) => help("complete", editor).then((found) => found?.items));
const hover = new Hover((editor, offset) => help("hover", editor, offset));
const checking = settled(() => check({}), PAUSE);
const suggesting = settled(async () => {
  const editor = files.now?.editor;
  if (editor && document.activeElement === editor.field && !editor.composing) await suggestions.open(editor, false);
}, 120);

/** Say something to the reader, where they look and where they hear it. */
function tell(words, ...more) {
  byId("told").replaceChildren(...(words ? [words, ...more] : []));
  byId("told").hidden = !words;
}

function remember() {
  draft.remember(pages.path);
}

async function help(name, editor, offset = editor.field.selectionStart) {
  const file = files.now;
  if (!file || file.editor !== editor || editor.composing) return null;
  return draft.request(name, { file: file.name, offset });
}

/** Have the draft checked, and show what is found. */
async function check(value) {
  remember();
  const state = Object.fromEntries([...files.files.values()].map((file) => [file.name, text(file)]));
  const found = await draft.request("check", value);
  if (found?.late && value.look) checking.soon(); // something newer was answered first, from what the disk had before
  if (!found || found.late || found.status !== 200) return;
  if (!files.agree(found.digests)) {
    await open(true);
    return;
  }
  take(found, state);
}

function take(found, state) {
  last = found;
  files.mark(found.findings, state);
  listed();
  pages.take(found);
  buttons();
  atCaret(files.now?.editor);
}

/** Show the findings, of each severity those of the file that is shown first. */
function listed() {
  if (!last) return;
  const order = (one) => ["error", "warning", "info"].indexOf(one.severity) * 2 + (one.file === files.now?.name ? 0 : 1);
  const sorted = [...last.findings].sort((one, other) => order(one) - order(other));
  showFindings(sorted, last.counts, { open: goTo, repair });
}

function buttons() {
  const dirty = files.dirty;
  const now = files.now && dirty.includes(files.now);
  byId("reset").disabled = !dirty.length;
  byId("save").disabled = config.edit && !now;
  byId("download").href = files.now ? `${BELOW}/files/${draft.id}/${encodeURIComponent(files.now.name)}` : "";
  const conflicting = [...files.files.values()].find((file) => dirty.includes(file) && file.base !== file.disk && file.disk);
  if (conflicting && byId("conflict").hidden && !conflicting.told) {
    conflicting.told = true;
    tell(t("changed-on-disk", { file: conflicting.name }), " ",
      make("button", { type: "button", text: t("compare"), onclick: () => save(page, conflicting, "") }));
  }
  const gone = dirty.find((file) => !file.disk)?.name ?? "";
  if (gone !== missing) tell(gone && t("gone-from-disk", { file: gone }));
  missing = gone;
}

function goTo(finding) {
  if (!files.files.has(finding.file)) return;
  view("edit");
  files.show(finding.file);
  files.now.editor.go(finding.start, Math.max(finding.end, finding.start));
}

/** Make a finding's repair, if its file is still as it was found. */
function repair(finding) {
  const file = files.files.get(finding.file);
  if (!file || file.locked || draft.sent[file.name] !== text(file)) {
    checking.now();
    return;
  }
  files.show(file.name);
  for (const { start, end, text: words } of finding.fix.edits) file.editor.replace(start, end, words);
  checking.now();
}

/** Open the draft: at first, or again because the files have changed or the server has forgotten it. */
async function open(again) {
  if (again) remember();
  const kept = again ? files.dirty.map((file) => [file.name, text(file)]) : Object.entries(draft.memory.texts).map(([name, one]) => [name, one.text]);
  const found = await draft.open(Object.fromEntries(kept));
  if (!found) return;
  if (found.status !== 200 || !found.files) {
    tell(t("no-roadmap"));
    return;
  }
  draft.roadmap = byId("roadmap").value = found.roadmap;
  files.take(found.files, again ? {} : draft.memory.texts);
  draft.sent = Object.fromEntries(found.files.map((file) => [file.name, file.text]));
  if (!again) {
    pages.begin(draft.id, draft.memory.page);
    begin(files, draft.memory);
  } else if (!files.files.has(files.now?.name)) files.show(files.names[0]);
  take(found, { ...draft.sent });
  if (Object.keys(draft.unsent()).length) checking.soon();
}

function key({ file, event }) {
  const { editor } = file;
  const command = event.ctrlKey || event.metaKey;
  const acts = {
    s: () => save(page, file),
    k: () => hover.open(editor, editor.field.selectionStart),
    " ": () => suggestions.open(editor, true),
  };
  if (event.key === "Escape" && !byId("hover").hidden) hover.close();
  else if (suggestions.key(event)) return;
  else if (command && !event.altKey && !event.shiftKey && acts[event.key.toLowerCase()]) acts[event.key.toLowerCase()]();
  else if (event.key === "F8") next(editor, event.shiftKey ? -1 : 1);
  else return;
  event.preventDefault();
}

function reset() {
  const names = files.dirty.map((file) => file.name);
  if (!names.length || !confirm(t("reset-sure", { files: names.join(t("comma")) }))) return;
  for (const file of files.dirty) {
    if (file.editor) file.editor.set(file.saved);
    else file.typed = file.saved;
    Object.assign(file, { base: file.disk, told: false });
  }
  hideConflict();
  tell("");
  files.tabs();
  checking.now();
}

function wire() {
  files.addEventListener("made", ({ detail }) => hover.watch(detail.editor));
  files.addEventListener("shown", () => {
    suggestions.close();
    hover.close();
    listed();
    buttons();
    atCaret(files.now?.editor);
    remember();
    if (files.now.locked) tell(t("locked", { file: files.now.name, why: files.now.locked }));
  });
  files.addEventListener("type", ({ detail }) => {
    hover.close();
    files.tabs();
    buttons();
    atCaret(files.now?.editor);
    checking.soon();
    if (suggestions.typed(detail.file.editor) && !suggestions.shown) suggesting.soon();
  });
  files.addEventListener("caret", () => atCaret(files.now?.editor));
  files.addEventListener("leave", () => { byId("said").textContent = t("tab-leaves"); });
  files.addEventListener("key", ({ detail }) => key(detail));
  byId("editors").addEventListener("focusout", () => suggestions.close());
  byId("editors").addEventListener("scroll", () => { suggestions.close(); hover.close(); }, true);
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || !files.now) return;
    event.preventDefault(); // from wherever the focus is; the browser would save the page
    save(page, files.now);
  });
  byId("save").addEventListener("click", () => files.now && save(page, files.now));
  byId("reset").addEventListener("click", reset);
  byId("download").addEventListener("click", async (event) => {
    event.preventDefault();
    await checking.now();
    download(page, files.now);
  });
  byId("roadmap").addEventListener("change", (event) => {
    visit(event.target.value, language());
  });
  for (const one of document.querySelectorAll("[data-lang]")) one.addEventListener("click", () => change(one.dataset.lang));
  addEventListener("beforeunload", (event) => {
    remember();
    if (draft.dirty && !leaving) event.preventDefault();
  });
  addEventListener("pagehide", remember);
}

/** Open another roadmap; what was typed in this one is kept. */
function visit(name, lang) {
  remember();
  leaving = true;
  location.search = `?${new URLSearchParams({ roadmap: name, lang })}`;
}

/** Speak another language; an example that nobody has changed is shown in that language too. */
function change(lang) {
  const own = `example-${lang}`;
  if (draft.roadmap.startsWith("example-") && draft.roadmap !== own && !files.dirty.length) return visit(own, lang);
  const url = new URL(location.href);
  url.searchParams.set("lang", lang);
  history.replaceState(null, "", url);
  return talk(lang);
}

function talk(lang) {
  speak(lang);
  for (const one of document.querySelectorAll("[data-lang]")) one.setAttribute("aria-pressed", String(one.dataset.lang === lang));
  for (const one of byId("roadmap").options) one.textContent = t(one.value);
  pages.frame.title = t("view-pages");
  files.speak();
  tell("");
  atCaret(files.now?.editor);
  if (last) checking.now();
}

async function start() {
  divide();
  views();
  steps((name) => step(name, files, pages));
  wire();
  const asked = new URLSearchParams(location.search);
  const sample = asked.get("sample");
  await draft.recall(config.roadmaps, sample ? `example-${sample}` : asked.get("roadmap"));
  byId("roadmap").replaceChildren(...config.roadmaps.map((name) => make("option", { value: name })));
  byId("preview").hidden = !config.live;
  byId("save").classList.toggle("pg-off", !config.edit);
  talk(language());
  await open(false);
  if (!config.live) return;
  const look = () => check({ look: true });
  listen("/_carbonroad/events", { onState: look, onLost: () => tell(t("unreachable")), onBack: () => tell("") });
}

start();
