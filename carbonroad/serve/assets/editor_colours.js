// Light colouring of YAML, line by line: what a line is depends on the line and on how the one before ended.

const NUMBER = /^[+-]?(?:\d[\d_,]*(?:\.\d+)?%?|\d{4}(?:-\d{2}){1,2}|\d{4}\.\.\d{4})$/u;
const FIXED = /^(?:true|false|null|yes|no|~)$/iu;
const CLOSED = /[\]},]/u;

/**
 * Colour one line.
 * @param {string} line without its end.
 * @param {string} state how the line before ended; "" at the beginning.
 * @returns {{tokens: {from: number, to: number, kind: string}[], state: string}}
 */
export function colour(line, state) {
  const tokens = [];
  const add = (from, to, kind) => to > from && tokens.push({ from, to, kind });
  let at = 0;
  if (state.startsWith("block")) {
    const indent = line.search(/\S/u);
    if (indent === -1 || indent > Number(state.slice(5))) {
      add(0, line.length, "string");
      return { tokens, state };
    }
  } else if (state) {
    const end = quoteEnd(line, 0, state[0]);
    add(0, end.at, "string");
    if (!end.closed) return { tokens, state };
    at = end.at;
  }
  return plain(line, at, tokens, add, state.length > 1 && !state.startsWith("block"));
}

function plain(line, from, tokens, add, inFlow) {
  let at = from;
  let depth = inFlow ? 1 : 0;
  const indent = Math.max(line.search(/\S/u), 0);
  for (let mark; (mark = /^\s*-(?=\s|$)/u.exec(line.slice(at))) && from === 0; at += mark[0].length)
    add(at + mark[0].length - 1, at + mark[0].length, "sign");
  while (at < line.length) {
    const sign = line[at];
    if (/\s/u.test(sign)) at += 1;
    else if (sign === "#" && (at === 0 || /\s/u.test(line[at - 1]))) {
      add(at, line.length, "comment");
      at = line.length;
    } else if (sign === '"' || sign === "'") {
      const end = quoteEnd(line, at + 1, sign);
      if (!end.closed) {
        add(at, line.length, "string");
        return { tokens, state: sign + (depth ? "f" : "") };
      }
      add(at, end.at, isKey(line, end.at) ? "key" : "string");
      at = end.at;
    } else if ("[]{},".includes(sign) && (depth || "[{".includes(sign))) {
      depth = Math.max(0, depth + ("[{".includes(sign) ? 1 : "]}".includes(sign) ? -1 : 0));
      add(at, at + 1, "sign");
      at += 1;
    } else if (sign === ":" && isKey(line, at)) {
      add(at, at + 1, "sign");
      at += 1;
    } else if (!depth && /^[|>][-+\d]*\s*(?:#.*)?$/u.test(line.slice(at))) {
      add(at, at + 1, "sign");
      return { tokens, state: `block${indent}` };
    } else {
      const end = wordEnd(line, at, depth > 0);
      const word = line.slice(at, end).trimEnd();
      add(at, at + word.length, isKey(line, end) ? "key" : NUMBER.test(word) ? "number" : FIXED.test(word) ? "fixed" : "text");
      at = end;
    }
  }
  return { tokens, state: "" };
}

/** Whether a colon that ends a key stands here. */
function isKey(line, at) {
  return /^\s*:(?:\s|$)/u.test(line.slice(at, at + 40));
}

function quoteEnd(line, from, quote) {
  for (let at = from; at < line.length; at += 1) {
    if (quote === '"' && line[at] === "\\") at += 1;
    else if (line[at] === quote) {
      if (quote === "'" && line[at + 1] === "'") at += 1;
      else return { at: at + 1, closed: true };
    }
  }
  return { at: line.length, closed: false };
}

/** Where a plain word ends: before a comment, a key's colon, or a sign of the brackets around it. */
function wordEnd(line, from, inFlow) {
  let at = from + 1;
  while (at < line.length) {
    if (line[at] === ":" && (at + 1 === line.length || /\s/u.test(line[at + 1]))) break;
    if (line[at] === "#" && /\s/u.test(line[at - 1])) break;
    if (inFlow && CLOSED.test(line[at])) break;
    at += 1;
  }
  return at;
}
