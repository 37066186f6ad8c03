// Where a reader is on a page, and how to be there again on the next version of it.

/** What must be kept: the place, folded parts, filters, what was scrolled sideways, the focus. */
export function placeOf(doc) {
  const view = doc.defaultView;
  const focus = doc.activeElement;
  return {
    x: view.scrollX,
    y: view.scrollY,
    anchor: view.scrollY > 8 ? anchorOf(doc) : null,
    folded: [...doc.querySelectorAll("details")].map((one) => [nameOf(one), one.open]),
    inputs: [...doc.querySelectorAll("input[id]")].map((one) => [one.id, one.checked]),
    sideways: [...doc.querySelectorAll(".scroll, .fig")].map((one) => one.scrollLeft),
    focus: focus && focus !== doc.body ? { id: focus.id, way: wayTo(focus) } : null,
  };
}

/** Bring a page to a place that was taken of another version of it. */
export function restore(doc, place) {
  const folded = new Map(place.folded);
  for (const one of doc.querySelectorAll("details")) {
    const open = folded.get(nameOf(one));
    if (open !== undefined) one.open = open;
  }
  for (const [id, checked] of place.inputs) {
    const input = doc.getElementById(id);
    if (input) input.checked = checked;
  }
  doc.querySelectorAll(".scroll, .fig").forEach((one, n) => {
    if (place.sideways[n]) one.scrollLeft = place.sideways[n];
  });
  scrollTo(doc, place);
}

/** Scroll to a place; once more when the page has its final height. */
export function scrollTo(doc, place) {
  const view = doc.defaultView;
  const anchor = place.anchor && doc.getElementById(place.anchor.id);
  const y = anchor ? view.scrollY + anchor.getBoundingClientRect().top - place.anchor.top : place.y;
  view.scrollTo({ left: place.x, top: y, behavior: "instant" });
}

/** Give the focus back to what had it. */
export function refocus(doc, focus) {
  const found = (focus.id && doc.getElementById(focus.id)) || doc.querySelector(focus.way);
  found?.focus?.({ preventScroll: true });
}

/** What stands at the top of the window and has a name of its own, and how far from the top. */
function anchorOf(doc) {
  let best = null;
  for (const one of doc.querySelectorAll("main [id]:not(svg *, input, main)")) {
    const box = one.getBoundingClientRect();
    if (!box.height || box.height > 4 * doc.defaultView.innerHeight) continue;
    if (box.top > 80) {
      if (!best) best = { id: one.id, top: box.top };
      break;
    }
    best = { id: one.id, top: box.top };
  }
  return best;
}

function nameOf(details) {
  const summary = details.querySelector("summary");
  return details.id || (summary ? summary.textContent.replace(/\d+/g, "#") : "");
}

/** A selector that leads to an element by its place among its neighbours. */
function wayTo(element) {
  const steps = [];
  for (let one = element; one?.parentElement && steps.length < 40; one = one.parentElement) {
    steps.unshift(`${one.localName.replace(/[^\w-]/g, "*")}:nth-child(${[...one.parentElement.children].indexOf(one) + 1})`);
  }
  return steps.join(">") || "body";
}
