// A file that changed on disk while it was edited here: what differs, and what to do about it.

import { byId, make, t } from "./playground_words.js";

/** Show a conflict; `theirs`, `mine` and `later` are what the reader may choose. */
export function showConflict(file, { rows }, { theirs, mine, later }) {
  const box = byId("conflict");
  const choose = (act) => () => {
    box.hidden = true;
    box.replaceChildren();
    act();
  };
  const marks = { "-": t("on-disk"), "+": t("yours"), "=": "", "…": "" };
  const lines = rows.map(([kind, number, text]) =>
    make("tr", { class: { "-": "theirs", "+": "yours", "=": "", "…": "gap" }[kind] },
      make("td", { class: "pg-number", text: number || "" }),
      make("td", { class: "pg-side", text: marks[kind] }),
      make("td", {}, make("code", { text: kind === "…" ? "…" : text }))));
  box.replaceChildren(
    make("h2", { text: t("conflict-title", { file }) }),
    make("p", { text: t("conflict-more") }),
    make("div", { class: "pg-rows", tabindex: "0", role: "region", "aria-label": t("difference") },
      make("table", {},
        make("thead", {}, make("tr", {},
          make("th", { scope: "col", text: t("line") }), make("th", { scope: "col", text: t("whose") }), make("th", { scope: "col", text: t("text") }))),
        make("tbody", {}, ...lines))),
    make("p", { class: "pg-choices" },
      make("button", { type: "button", class: "pg-main", onclick: choose(later), text: t("keep-editing") }),
      make("button", { type: "button", onclick: choose(theirs), text: t("take-theirs") }),
      make("button", { type: "button", onclick: choose(mine), text: t("overwrite") })),
  );
  box.hidden = false;
  box.focus();
}

export function hideConflict() {
  byId("conflict").hidden = true;
}
