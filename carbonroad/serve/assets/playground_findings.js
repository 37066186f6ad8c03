// The findings: how many, each with its place, what to do, and its repair as a button.

import { byId, make, t } from "./playground_words.js";

const LEVELS = ["error", "warning", "info"];

/** How many of each, in words. */
function counted(counts) {
  const told = LEVELS.filter((level) => counts[level]).map((level) => t(`count-${level}`, { n: counts[level] }));
  return told.length ? told.join(t("comma")) : t("nothing-found");
}

/** Show findings; `open` goes to one's place, `repair` makes its repair. */
export function showFindings(findings, counts, { open, repair }) {
  const told = counted(counts);
  if (byId("count").textContent !== told) byId("count").textContent = told;
  byId("view-count").textContent = counts.error || counts.warning ? `(${counts.error + counts.warning})` : "";
  const focused = document.activeElement?.closest?.("#list li");
  const place = focused ? [...byId("list").children].indexOf(focused) : -1;
  byId("list").replaceChildren(...findings.map((finding) => row(finding, { open, repair })));
  const all = counts.error + counts.warning + counts.info;
  if (all > findings.length) byId("list").append(make("li", { class: "pg-quiet", text: t("more-findings", { n: all - findings.length }) }));
  if (!findings.length) byId("list").append(make("li", { class: "pg-quiet", text: t("nothing-found-more") }));
  if (place >= 0) (byId("list").children[Math.min(place, findings.length - 1)]?.querySelector("button") ?? byId("findings-title")).focus();
}

function row(finding, { open, repair }) {
  const where = finding.line ? t("at-line", { file: finding.file, line: finding.line }) : finding.file;
  const body = [
    make("span", { class: `pg-level ${finding.severity}`, text: t(`level-${finding.severity}`) }),
    make("span", { class: "pg-where", text: where }),
    make("span", { class: "pg-message", text: finding.message }),
  ];
  const head = finding.line
    ? make("button", { type: "button", class: "pg-open", onclick: () => open(finding) }, ...body)
    : make("div", { class: "pg-open" }, ...body);
  const item = make("li", { class: `pg-finding ${finding.severity}` }, head);
  for (const words of [finding.help, ...finding.notes].filter(Boolean)) item.append(make("p", { class: "pg-help", text: words }));
  const foot = make("p", { class: "pg-foot" });
  if (finding.fix?.edits.length)
    foot.append(make("button", { type: "button", class: "pg-fix", onclick: () => repair(finding), text: t("fix", { title: finding.fix.title }) }));
  foot.append(make("span", { class: "pg-code", text: `${finding.code} ${finding.name}` }));
  item.append(foot);
  return item;
}
