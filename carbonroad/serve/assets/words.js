// The words of the page, which come with it in every language that it knows.

let known = { en: {} };
let current = "en";

/** Read the words that stand in the page: {"en": {key: words}, …}. */
export function readWords() {
  known = JSON.parse(document.getElementById("words").textContent);
  current = document.documentElement.lang;
  return known;
}

/** The language of the page's own words that fits a tag best. */
export function fitting(tag) {
  const first = (tag || "").toLowerCase().split("-")[0];
  return first in known ? first : "en";
}

/** Words by their key, with {name} filled in. */
export function w(key, values = {}) {
  return fill(known[current]?.[key] ?? known.en[key] ?? key, values);
}

/** Words for a count: the key with "_one" for one. */
export function counted(key, n) {
  return w(n === 1 ? `${key}_one` : key, { n });
}

/** Fill {name} in. */
export function fill(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Put the words into every element that asks for some: data-w for its text, data-w-label for its label. */
export function applyWords(root, lang) {
  current = fitting(lang);
  document.documentElement.lang = current;
  for (const element of root.querySelectorAll("[data-w]")) element.textContent = w(element.dataset.w);
  for (const element of root.querySelectorAll("[data-w-label]")) {
    element.setAttribute("aria-label", w(element.dataset.wLabel));
    if (element.title) element.title = w(element.dataset.wLabel);
  }
}

/** The language that the words are in. */
export function language() {
  return current;
}
