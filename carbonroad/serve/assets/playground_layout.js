// The parts of the page: the divider between them, what a narrow screen shows of them, the first steps.

import { byId } from "./playground_words.js";

const WIDTH = "carbonroad.playground.divider";
const STEPS = "carbonroad.playground.steps";
const NARROW = "(max-width: 860px)"; // as in playground.css: the steps would leave no room for the text

function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing shows it again.
  }
}

/** Let the divider be moved, by the pointer and by the arrow keys. */
export function divide() {
  const divider = byId("divider");
  const main = document.querySelector("main");
  const set = (percent) => {
    const now = Math.round(Math.max(25, Math.min(75, percent)));
    main.style.setProperty("--left", `${now}%`);
    divider.setAttribute("aria-valuenow", String(now));
    remember(WIDTH, String(now));
  };
  set(Number(remembered(WIDTH)) || 50);
  divider.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    divider.setPointerCapture(event.pointerId);
    document.body.classList.add("moving");
  });
  divider.addEventListener("pointermove", (event) => {
    if (!divider.hasPointerCapture(event.pointerId)) return;
    const box = main.getBoundingClientRect();
    set(((event.clientX - box.left) / box.width) * 100);
  });
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"])
    divider.addEventListener(name, () => document.body.classList.remove("moving"));
  divider.addEventListener("keydown", (event) => {
    const now = Number(divider.getAttribute("aria-valuenow"));
    const to = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: 25, End: 75 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    set(to);
  });
}

/** Show one part on a narrow screen. */
export function view(name) {
  document.body.dataset.view = name;
  for (const one of document.querySelectorAll(".pg-views [data-view]"))
    one.setAttribute("aria-pressed", String(one.dataset.view === name));
}

export function views() {
  for (const one of document.querySelectorAll(".pg-views [data-view]"))
    one.addEventListener("click", () => view(one.dataset.view));
}

/** The first steps: shown at the first visit, and again when asked for. */
export function steps(act) {
  const show = (shown) => {
    byId("steps").hidden = !shown;
    byId("help").setAttribute("aria-expanded", String(shown));
  };
  show(!remembered(STEPS));
  byId("help").addEventListener("click", () => show(byId("steps").hidden));
  byId("steps-close").addEventListener("click", () => {
    show(false);
    remember(STEPS, "seen");
    byId("help").focus();
  });
  for (const one of document.querySelectorAll("[data-step]")) one.addEventListener("click", () => {
    if (matchMedia(NARROW).matches) show(false);
    act(one.dataset.step);
  });
}
