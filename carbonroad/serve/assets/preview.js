// The preview's page: the roadmap's page in a frame, what was found in a panel, and how everything stands.

import { listen } from "./events.js";
import { countWords, showFindings } from "./findings.js";
import { addressOf, decoded, Frame } from "./frame.js";
import { applyWords, counted, fitting, language, readWords, w } from "./words.js";

const settings = JSON.parse(document.getElementById("settings").textContent);
const $ = (id) => document.getElementById(id);
const shown = { state: null, lost: false, missing: "", version: "" };

readWords();

const frame = new Frame($("frames"), { title: w("page"), onShow, onLeave, onMissing, onKey });

/** A page is in front. */
function onShow(path, doc) {
  shown.missing = "";
  document.title = `${doc.title} · ${w("preview")}`;
  $("alone").href = frame.base + path;
  speak(doc.documentElement.lang);
  $("frames").hidden = false;
  $("empty").hidden = true;
  draw();
}

/** A link leads to a page. */
function onLeave(target) {
  history.pushState(null, "", addressOf(target));
  go(target);
}

function onMissing(path, status, words) {
  shown.missing = status === 404 ? "gone" : words || "gone";
  if (!frame.document) {
    $("frames").hidden = true;
    $("empty").hidden = false;
  }
  draw();
}

function onKey(event) {
  if (event.key.toLowerCase() === "p" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    print();
  } else if (event.key === "Escape" && !$("panel").hidden) {
    event.preventDefault();
    toggle(false);
  }
}

function print() {
  frame.window?.print();
}

/** Say everything in a page's language, unless one was asked for. */
function speak(lang) {
  if (settings.fixed || fitting(lang) === language()) return;
  applyWords(document, lang);
  update();
}

/** The page that the address names. */
function asked() {
  return decoded(location.pathname.slice(1)) || settings.path;
}

/** The place on the page that the address names. */
function anchor() {
  return decoded(location.hash);
}

async function go(target) {
  await frame.show(target);
  update();
}

/** Ask how everything stands, for the page in front. */
async function update() {
  const query = new URLSearchParams({ lang: language(), page: frame.path || asked() });
  try {
    const answer = await fetch(`/_carbonroad/state?${query}`);
    if (answer.ok) shown.state = await answer.json();
  } catch {
    return; // the stream of events says that the server is gone
  }
  draw();
}

/** Another state: the page first, then what is said of it. */
async function onState(version) {
  if (version === shown.version) return;
  const first = !shown.version;
  shown.version = version;
  const before = frame.path;
  const fresh = before ? await frame.refresh() : await frame.show((asked() || (await firstPage())) + anchor());
  await update();
  if (!before && !frame.path && shown.state?.first && location.pathname === "/") await frame.show(shown.state.first);
  if (fresh && !first) announce(w("updated"));
}

async function firstPage() {
  await update();
  return shown.state?.first ?? "";
}

/** Draw the bar, the banner and the panel from what is known. */
function draw() {
  const { state, missing } = shown;
  const banner = state?.banner ?? null;
  const kind = kindOf(state, banner);
  $("status").dataset.kind = kind;
  $("status-words").textContent = w(kind, { at: banner?.at || state?.at || "" });
  drawBanner(kind, banner);
  $("print").hidden = $("alone").hidden = !frame.document;
  if (!state) return;
  drawCounts(state.counts);
  const notes = $("notes").checked;
  $("notes-choice").hidden = !state.counts.info;
  showFindings($("findings"), state.findings, { notes, total: state.total });
  $("empty-words").textContent = missing && missing !== "gone" ? missing : w(banner ? "never_long" : state.pages ? "gone_long" : "nothing_yet");
  $("empty-first").hidden = !state.first || !missing;
  $("empty-first").href = addressOf(state.first || "");
  if (!frame.document && banner?.kind === "never") showFindings($("empty-findings"), state.findings, { notes: false });
  else $("empty-findings").replaceChildren();
}

/** How everything stands, in a word. */
function kindOf(state, banner) {
  if (shown.lost) return "lost";
  if (banner?.kind === "never" && !frame.document) return "never";
  if (shown.missing && banner?.kind !== "never") return "gone";
  if (banner) return banner.kind === "never" ? "never" : "stale";
  return state ? "current" : "starting";
}

function drawBanner(kind, banner) {
  const words = kind === "lost" ? w("lost_long")
    : kind === "gone" ? (frame.document ? (shown.missing === "gone" ? w("gone_long") : shown.missing) : "")
    : banner && frame.document ? longWords(banner) : "";
  const box = $("banner");
  if (box.hidden !== !words) box.hidden = !words;
  box.dataset.kind = kind;
  set($("banner-words"), words);
  const first = kind === "lost" || kind === "gone" ? null : banner?.first;
  const why = first ? `${first.file}:${first.line}  ${first.message}` : kind === "stale" && banner?.message ? `${banner.message} ${w("help")} ${banner.help}` : "";
  set($("banner-first"), why);
  $("banner-show").hidden = !first;
  $("banner-home").hidden = kind !== "gone" || !shown.state?.first;
  $("banner-home").href = addressOf(shown.state?.first || "");
}

function longWords(banner) {
  const at = { at: banner.at, n: banner.errors };
  if (banner.kind === "stale") return w(banner.errors === 1 ? "stale_long_one" : "stale_long", at);
  return w(`${banner.kind}_long`, at);
}

function drawCounts(counts) {
  const button = $("toggle");
  const comma = language() === "zh" ? "，" : ", ";
  const said = countWords({ ...counts, info: counts.error || counts.warning ? 0 : counts.info });
  button.dataset.worst = counts.error ? "error" : counts.warning ? "warning" : "none";
  set($("counts"), said.length ? said.join(comma) : w("findings_zero"));
  set($("panel-counts"), countWords(counts).join(comma));
}

/** Change words only where they differ, so that a screen reader does not say them again. */
function set(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function announce(words) {
  $("told").textContent = "";
  setTimeout(() => { $("told").textContent = words; }, 50);
}

function toggle(open = $("panel").hidden) {
  $("panel").hidden = !open;
  document.body.classList.toggle("with-panel", open);
  $("toggle").setAttribute("aria-expanded", String(open));
  if (open) $("panel-title").focus({ preventScroll: true });
  else $("toggle").focus({ preventScroll: true });
}

$("toggle").addEventListener("click", () => toggle());
$("close").addEventListener("click", () => toggle(false));
$("banner-show").addEventListener("click", () => toggle(true));
$("print").addEventListener("click", print);
$("notes").addEventListener("change", draw);
for (const id of ["banner-home", "empty-first"]) {
  $(id).addEventListener("click", (event) => {
    event.preventDefault();
    onLeave(shown.state.first);
  });
}
$("skip").addEventListener("click", (event) => {
  event.preventDefault();
  frame.front?.focus();
  frame.document?.getElementById("main")?.focus?.({ preventScroll: true });
});
document.addEventListener("keydown", onKey);
window.addEventListener("popstate", () => go(asked() + anchor()));

listen("/_carbonroad/events", {
  onState,
  onLost() {
    shown.lost = true;
    draw();
  },
  onBack() {
    shown.lost = false;
    draw();
  },
});
