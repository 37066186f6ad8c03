// Requests to the server. Each has a number, so that answers that come too late are dropped.

import { config, language } from "./playground_words.js";

export const BELOW = "/_carbonroad/playground";
let version = 0;

/** Thrown where the server cannot be reached. */
export class Unreachable extends Error {}

/** Ask the server; returns its status and its value. */
export async function ask(name, value, draft) {
  version += 1;
  const body = JSON.stringify({ ...value, draft, version, lang: language() });
  try {
    let response = await post(name, body);
    if (response.status === 403) {
      await renew();
      response = await post(name, body);
    }
    return { status: response.status, ...(await response.json()) };
  } catch (error) {
    throw new Unreachable(String(error));
  }
}

function post(name, body) {
  const headers = { "Content-Type": "application/json", "Carbonroad-Token": config.token };
  return fetch(`${BELOW}/${name}`, { method: "POST", headers, body });
}

/** Take the token of a server that was started anew since this page was loaded. */
async function renew() {
  const page = await (await fetch(`${BELOW}/`)).text();
  const fresh = new DOMParser().parseFromString(page, "text/html").getElementById("config");
  const { token, edit } = JSON.parse(fresh.textContent);
  Object.assign(config, { token, edit });
}

/** Wait until nothing was asked of it for some time, then act; never twice at once. */
export function settled(act, wait) {
  let timer = 0;
  let busy = false;
  let again = false;
  const run = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      await act();
    } finally {
      busy = false;
      if (again) {
        again = false;
        run();
      }
    }
  };
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, wait);
    },
    now() {
      clearTimeout(timer);
      return run();
    },
  };
}
