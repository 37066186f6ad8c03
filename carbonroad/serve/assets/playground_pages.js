// The live documents: which one is shown, and whether it is of the last version without errors.

import { Frame } from "./frame.js";
import { BELOW } from "./playground_api.js";
import { byId, language, make, t } from "./playground_words.js";

export class Pages {
  constructor() {
    this.known = { list: [], views: {}, parts: {}, langs: [] };
    this.good = 0;
    this.path = "";
    this.frame = new Frame(byId("frame"), {
      onShow: (path) => this.shown(path),
      onLeave: (target) => this.show(target),
      onMissing: () => this.show(this.known.list[0].path),
    });
    for (const id of ["view", "part", "lang"]) byId(id).addEventListener("change", () => this.chosen(id));
  }

  /** Begin with a draft: its pages, and the one to show first. */
  begin(draft, path) {
    this.frame.base = `${BELOW}/pages/${draft}/`;
    this.good = 0;
    this.path = path ?? "";
  }

  /** Take what the server says of the pages. */
  take({ pages, good, state, counts }) {
    this.known = pages;
    byId("stale").hidden = good === state;
    byId("stale").textContent = good === state ? "" : good ? t("stale", { n: counts.error }) : t("no-pages");
    byId("frame").hidden = !good;
    if (!good) return;
    const there = pages.list.some((page) => page.path === this.path);
    if (!there) this.path = best(pages.list, { lang: language(), view: "overview", part: "top" }, "lang")?.path ?? "";
    this.choices();
    if (!this.good || !there) this.show(this.path);
    else if (good !== this.good) this.frame.refresh();
    this.good = good;
  }

  shown(path) {
    this.path = path;
    this.choices();
  }

  choices() {
    const now = this.known.list.find((page) => page.path === this.path);
    if (!now) return;
    const { list, views, langs } = this.known;
    const parts = Object.keys(this.known.parts).filter((part) => list.some((page) => page.part === part));
    const named = (part) => (part === "top" ? t("whole") : this.known.parts[part]);
    fill("view", Object.keys(views).map((view) => [view, views[view]]), now.view);
    fill("part", parts.map((part) => [part, named(part)]), now.part);
    fill("lang", langs.map((lang) => [lang, { en: "English", zh: "中文" }[lang] ?? lang]), now.lang);
    byId("lang").hidden = langs.length < 2;
  }

  chosen(changed) {
    const wanted = { view: byId("view").value, part: byId("part").value, lang: byId("lang").value };
    const page = best(this.known.list, wanted, changed);
    if (page) this.show(page.path);
  }

  /** Show a kind of document, of the whole where there is one. */
  showView(view) {
    const page = best(this.known.list, { view, part: byId("part").value, lang: byId("lang").value }, "view");
    if (page) this.show(page.path);
  }

  show(path) {
    this.path = path.split("#", 1)[0];
    this.frame.show(path);
    this.choices();
  }
}

/** The page that fits best what was chosen; what was changed last counts most. */
function best(list, wanted, changed) {
  const order = [changed, ...["lang", "view", "part"].filter((one) => one !== changed)];
  const score = (page) => order.reduce((sum, key, n) => sum + (page[key] === wanted[key] ? 4 ** (3 - n) : 0), 0);
  return [...list].sort((one, other) => score(other) - score(one))[0];
}

function fill(id, options, value) {
  const select = byId(id);
  const key = JSON.stringify(options);
  if (select.dataset.key !== key) {
    select.replaceChildren(...options.map(([name, text]) => make("option", { value: name, text })));
    select.dataset.key = key;
  }
  select.value = value;
}
