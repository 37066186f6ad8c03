// Saving a file, or saying why not; and what to do where it changed on disk.

import { hideConflict, showConflict } from "./playground_conflict.js";
import { text } from "./playground_files.js";
import { byId, config, make, t } from "./playground_words.js";

/**
 * Save a file over what was read; with `was` empty it is only compared.
 * @param {object} page the draft, the files, and what is to be done afterwards: tell, take, check.
 */
export async function save(page, file, was = file.base) {
  const { draft, files, tell } = page;
  if (!config.edit) {
    tell(t(draft.roadmap.startsWith("example-") ? "no-edit-example" : "no-edit"));
    return;
  }
  if (!file.disk && text(file) !== file.saved) {
    tell(t("gone-from-disk", { file: file.name }));
    return;
  }
  const words = text(file);
  const found = await draft.request("save", { file: file.name, was, texts: { [file.name]: words } });
  if (!found) return;
  if (found.digest) {
    Object.assign(file, { base: found.digest, disk: found.digest, saved: words, told: false });
    hideConflict();
    tell(t("saved", { file: file.name }));
    page.take(found, { ...draft.sent, [file.name]: words });
    files.tabs();
  } else if (found.conflict) {
    tell("");
    resolve(page, file, found.conflict);
  } else if (!found.most) tell([found.refused || t("not-saved"), found.help].filter(Boolean).join(" "));
}

/** Hand out a file as it would be saved; as it is shown here where the server cannot say. */
export function download({ draft }, file) {
  if (!draft.lost && !file.gone && !file.locked) {
    location.href = byId("download").href;
    return;
  }
  const href = URL.createObjectURL(new Blob([text(file)], { type: "application/yaml" }));
  make("a", { href, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}

function resolve(page, file, conflict) {
  const { digest, theirs } = conflict;
  showConflict(file.name, conflict, {
    theirs() {
      Object.assign(file, { base: digest, disk: digest, saved: theirs, told: false });
      page.files.show(file.name);
      file.editor.set(theirs);
      page.check();
    },
    mine: () => save(page, file, digest),
    later: () => page.files.now?.editor?.field.focus(),
  });
}
