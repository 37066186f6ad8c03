// What a reload of the page must not lose: kept by the browser for this tab alone.

const KEY = "carbonroad.playground";

/** What this tab has kept; a tab that was copied from another begins its own draft. */
export async function kept() {
  let found = {};
  try {
    found = JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    found = {};
  }
  let { draft } = found;
  if (!draft || !(await hold(draft))) {
    draft = crypto.randomUUID();
    await hold(draft);
  }
  return { draft, roadmap: found.roadmap, drafts: found.drafts ?? {} };
}

/** Keep, where the browser has room. */
export function keep(value) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(value));
  } catch {
    // What was typed is still in the page; only a reload would lose it.
  }
}

/** Hold a draft's name for as long as this page lives; false where another tab holds it. */
function hold(draft) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(`carbonroad-${draft}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
  });
}
