// The words of the page in the reader's language, as the server sent them.

export const config = JSON.parse(document.getElementById("config").textContent);
let lang = config.lang;

export function language() {
  return lang;
}

/** The words of a key, with {name} filled in; where something is counted, `key-one` for one. */
export function t(key, values = {}) {
  const words = config.words[lang] ?? config.words.en;
  const found = (values.n === 1 && words[`${key}-one`]) || words[key] || key;
  return found.replace(/\{(\w+)\}/gu, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Speak another language from now on. */
export function speak(wanted) {
  lang = wanted;
  document.documentElement.lang = wanted === "zh" ? "zh-Hans" : wanted;
  document.title = t("title");
  for (const one of document.querySelectorAll("[data-w]")) one.textContent = t(one.dataset.w);
  for (const one of document.querySelectorAll("[data-w-label]")) one.setAttribute("aria-label", t(one.dataset.wLabel));
}

/** An element with attributes and children. */
export function make(name, attributes = {}, ...children) {
  const one = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (key === "text") one.textContent = value;
    else if (key.startsWith("on")) one.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) one.setAttribute(key, value === true ? "" : value);
  one.append(...children);
  return one;
}

export function byId(id) {
  return document.getElementById(id);
}
