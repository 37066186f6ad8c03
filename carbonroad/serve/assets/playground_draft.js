// The draft that this page works on: what the server knows of it, and what this tab keeps of it.

import { ask, Unreachable } from "./playground_api.js";
import { text } from "./playground_files.js";
import { keep, kept } from "./playground_kept.js";
import { language, t } from "./playground_words.js";

const AGAIN = 2000;

export class Draft {
  /**
   * `tell` says something to the reader; `reopen` opens the draft anew where the server has forgotten it;
   * `again` tries once more what an unreachable server did not answer.
   */
  constructor(files, { tell, reopen, again }) {
    Object.assign(this, { files, tell, reopen, again, id: "", roadmap: "", sent: {}, memory: {}, drafts: {} });
    this.lost = false;
    this.timer = 0;
  }

  /** Take what this tab has kept of a roadmap. */
  async recall(known, wanted) {
    const { draft, roadmap, drafts } = await kept();
    this.id = draft;
    this.drafts = drafts;
    this.roadmap = [wanted, roadmap, known[0]].find((name) => known.includes(name));
    this.memory = { texts: {}, ...drafts[this.roadmap] };
  }

  /** Keep what a reload, or a look at another roadmap, must not lose. */
  remember(page) {
    const { files, id: draft, roadmap, drafts } = this;
    if (!files.files.size) return; // not opened yet: what was kept before still counts
    const texts = Object.fromEntries(files.dirty.map((file) => [file.name, { text: text(file), digest: file.base }]));
    drafts[roadmap] = { texts, page, file: files.now?.name, caret: files.now?.editor?.selection[0] ?? 0 };
    keep({ draft, roadmap, drafts });
  }

  /** Whether anything that was typed, in this roadmap or another one, is not saved. */
  get dirty() {
    const others = Object.entries(this.drafts).filter(([name]) => name !== this.roadmap);
    return this.files.dirty.length > 0 || others.some(([, one]) => Object.keys(one.texts).length > 0);
  }

  /** The texts that the server does not know yet. */
  unsent() {
    const open = [...this.files.files.values()].filter((file) => !file.locked && text(file) !== this.sent[file.name]);
    return Object.fromEntries(open.map((file) => [file.name, text(file)]));
  }

  /** Open the draft with texts that differ from what is saved; all others are as saved. */
  async open(texts) {
    const whole = Object.keys(texts).length > 0 || Boolean(this.memory.opened);
    const found = await this.reached(() => ask("open", { roadmap: this.roadmap, texts, whole }, this.id));
    this.memory.opened = true;
    return found;
  }

  /** Ask about the draft; where the server has forgotten it, it gets all of it again. */
  async request(name, value) {
    const texts = { ...this.unsent(), ...value.texts };
    const found = await this.reached(() => ask(name, { ...value, texts }, this.id));
    if (!found) return null;
    if (found.forgotten) {
      await this.reopen();
      return this.reached(() => ask(name, value, this.id));
    }
    if (found.most) this.tell(t("too-long", { n: found.most.toLocaleString(language()) }));
    else if (!found.late && found.status === 200) Object.assign(this.sent, texts);
    return found;
  }

  /** What a request answers; null where the server cannot be reached. */
  async reached(act) {
    try {
      const found = await act();
      if (this.lost) this.tell("");
      this.lost = false;
      return found;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.lost = true;
      this.tell(t("unreachable"));
      clearTimeout(this.timer);
      this.timer = setTimeout(this.again, AGAIN);
      return null;
    }
  }
}
