// Shows pages in frames. A new version is made ready in a second frame behind the first one, brought to the
// same place, and only then put in front: nothing flashes and nothing jumps.

import { placeOf, refocus, restore, scrollTo } from "./place.js";

const READY = 15000;

export class Frame {
  /**
   * host holds the frames. onShow(path, document) is called when a page is in front, onLeave(path) before a
   * link leads to another page, onMissing(path, status, words) where there is none.
   */
  constructor(host, { title = "", onShow, onLeave, onMissing, onKey } = {}) {
    this.base = "/_carbonroad/pages/";
    this.path = "";
    this.host = host;
    this.title = title;
    this.onShow = onShow;
    this.onLeave = onLeave;
    this.onMissing = onMissing;
    this.onKey = onKey;
    this.tag = "";
    this.asked = 0;
    this.front = null;
  }

  /** The document in front, if there is one. */
  get document() {
    return this.front?.contentDocument ?? null;
  }

  /** The window in front, for printing. */
  get window() {
    return this.front?.contentWindow ?? null;
  }

  /** Show a page by its path, such as "zh/index.html#anchor". */
  async show(target) {
    const [path, anchor = ""] = target.split("#", 2);
    if (path === this.path && this.document) {
      this.goTo(anchor);
      return true;
    }
    return this.load(path, anchor, null);
  }

  /** Show the present version of the page; whether it is another one than before. */
  async refresh() {
    if (!this.path) return false;
    return this.load(this.path, "", this.document);
  }

  /** Go to a place on the page in front. */
  goTo(anchor) {
    const url = new URL(this.window.location.href); // whole: a part would be taken for one of our own page's
    url.hash = anchor;
    if (anchor) this.window.location.replace(url.href);
    else this.window.scrollTo({ top: 0, behavior: "instant" });
  }

  async load(path, anchor, before) {
    const turn = ++this.asked;
    const answer = await this.ask(path, before);
    if (turn !== this.asked) return false;
    if (!answer || answer.status === 304) return false;
    if (!answer.ok) {
      this.onMissing?.(path, answer.status, answer.words);
      return false;
    }
    const hash = before ? before.defaultView.location.hash : anchor && `#${anchor}`;
    const next = await this.prepared(path, hash);
    if (turn !== this.asked || !next) {
      next?.remove();
      return false;
    }
    this.swap(next, path, answer.tag, before);
    return true;
  }

  /** Ask whether there is a page, and whether it is another one than that in front. */
  async ask(path, before) {
    const headers = before && this.tag ? { "If-None-Match": this.tag } : {};
    try {
      const answer = await fetch(this.base + encodePath(path), { method: before ? "HEAD" : "GET", headers });
      const words = answer.ok || answer.status === 304 || before ? "" : await answer.text();
      return { ok: answer.ok, status: answer.status, tag: answer.headers.get("ETag") ?? "", words };
    } catch {
      return null;
    }
  }

  /** A frame behind the others that has loaded a page. */
  prepared(path, hash) {
    const next = document.createElement("iframe");
    next.className = "behind";
    next.title = this.title;
    next.setAttribute("aria-hidden", "true");
    next.tabIndex = -1;
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(next), READY);
      next.addEventListener("load", () => {
        clearTimeout(late);
        resolve(next.contentDocument ? next : null);
      }, { once: true });
      next.src = this.base + encodePath(path) + (hash || "");
      this.host.append(next);
    });
  }

  swap(next, path, tag, before) {
    const doc = next.contentDocument;
    const place = before && placeOf(before);
    const focused = document.activeElement === this.front;
    if (place) restore(doc, place);
    this.listen(next);
    const last = this.front;
    next.className = "front";
    next.removeAttribute("aria-hidden");
    next.removeAttribute("tabindex");
    this.front = next;
    this.path = path;
    this.tag = tag;
    if (place) scrollTo(doc, place);
    if (focused) {
      next.focus({ preventScroll: true });
      if (place?.focus) refocus(doc, place.focus);
    }
    for (const one of this.host.querySelectorAll("iframe")) {
      if (one === next) continue;
      if (one === last) {
        one.className = "leaving";
        requestAnimationFrame(() => requestAnimationFrame(() => one.remove()));
      } else {
        one.remove();
      }
    }
    this.onShow?.(path, doc);
  }

  /** Follow links here, so that the address above says what is shown and nothing else is ever framed. */
  listen(frame) {
    const doc = frame.contentDocument;
    doc.addEventListener("click", (event) => this.clicked(event));
    doc.addEventListener("auxclick", (event) => event.button === 1 && this.clicked(event));
    if (this.onKey) doc.addEventListener("keydown", this.onKey);
  }

  clicked(event) {
    const link = event.target.closest?.("a");
    const href = link && (link.getAttribute("href") ?? link.getAttribute("xlink:href"));
    if (!href || event.defaultPrevented) return;
    const url = new URL(href, this.window.location.href);
    const inside = url.origin === location.origin && url.pathname.startsWith(this.base);
    event.preventDefault();
    if (!inside) {
      if (/^(https?|mailto):$/.test(url.protocol)) window.open(url.href, "_blank", "noopener,noreferrer");
      return;
    }
    const path = decoded(url.pathname.slice(this.base.length));
    const target = path + decoded(url.hash);
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1 || !path.endsWith(".html")) {
      window.open(path.endsWith(".html") ? addressOf(target) : url.href, "_blank", "noopener");
    } else if (this.onLeave) {
      this.onLeave(target);
    } else {
      this.show(target);
    }
  }
}

/** The address of the page that frames a page. */
export function addressOf(target) {
  const [path, anchor = ""] = target.split("#", 2);
  return `/${encodePath(path)}${anchor && `#${encodeURIComponent(anchor)}`}`;
}

/** A part of an address as it is meant; as it stands where it is written wrong. */
export function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function encodePath(path) {
  return path.split("/").map(encodeURIComponent).join("/");
}
