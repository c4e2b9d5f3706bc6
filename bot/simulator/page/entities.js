// How does formatted text look? A message's text and entities as a tree of nodes.

import { icon, make } from "./dom.js";

const SAFE_ADDRESS = /^(https?|mailto|tel):/i;

const STYLES = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
};

/** `does` holds what a click can do: `send(text)`, `insert(text)`, `open(address)` (true when it took care of it). */
export function renderText(text, entities = [], does) {
  const outermostFirst = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return fill(document.createDocumentFragment(), text, 0, text.length, outermostFirst, does);
}

// Offsets are UTF-16 units, which is what JavaScript's strings are counted in.
function fill(parent, text, start, end, entities, does) {
  let at = start;
  const waiting = [...entities];
  while (waiting.length) {
    const entity = waiting.shift();
    const from = Math.max(at, entity.offset);
    const to = Math.min(end, entity.offset + entity.length);
    if (from >= to) continue;
    const inside = [];
    while (waiting.length && waiting[0].offset < to) inside.push(waiting.shift());
    const [outer, inner] = wrap(entity, text.slice(from, to), does);
    parent.append(text.slice(at, from), outer);
    fill(inner, text, from, to, inside, does);
    at = to;
    if (isBlock(outer) && text[at] === "\n" && at < end) {
      // The block breaks the line already; the character stays in the text, unseen.
      parent.append(make("span", { className: "break" }, "\n"));
      at += 1;
    }
  }
  parent.append(text.slice(at, end));
  return parent;
}

const isBlock = (node) => ["BLOCKQUOTE", "PRE"].includes(node.tagName);

/** The node that stands in the text, and the node inside it that takes the words. */
function wrap(entity, words, does) {
  const same = (node) => [node, node];
  switch (entity.type) {
    case "bold":
    case "italic":
    case "underline":
    case "strikethrough":
    case "code":
      return same(make(STYLES[entity.type]));
    case "pre":
      return preformatted(entity.language);
    case "blockquote":
      return same(make("blockquote"));
    case "expandable_blockquote":
      return expandable();
    case "spoiler":
      return same(spoiler());
    case "text_link":
      return same(link(entity.url, does));
    case "url":
      return same(link(/^[a-z]+:/i.test(words) ? words : `https://${words}`, does));
    case "email":
      return same(link(`mailto:${words}`, does));
    case "bot_command":
      return same(action(() => does.send(words)));
    case "mention":
      return same(action(() => does.insert(`${words} `)));
    case "date_time":
      return moment(entity);
    default:
      return same(make("span"));
  }
}

function preformatted(language) {
  const code = make("code", language ? { className: `language-${language}` } : {});
  const block = make("pre", { tabIndex: 0 }, code);
  if (language) block.dataset.language = language;
  return [block, code];
}

function link(address, does) {
  if (!SAFE_ADDRESS.test(address)) return make("span");
  const open = (event) => {
    if (does.open(address)) event.preventDefault();
  };
  return make("a", { href: address, title: address, target: "_blank", rel: "noopener noreferrer", onclick: open });
}

function action(onclick) {
  return make("button", { type: "button", className: "inline-action", onclick });
}

function spoiler() {
  const hidden = make("span", { className: "spoiler", tabIndex: 0, role: "button", ariaLabel: "Hidden text: show it" });
  const reveal = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    if (!hidden.classList.contains("shown")) event.preventDefault();
    hidden.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", reveal);
  hidden.addEventListener("keydown", reveal);
  return hidden;
}

// Whether a quotation is longer than what a closed one shows is known only once it is laid out.
const fitting = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const quote = target.closest("blockquote");
    const threeLines = 3 * Number.parseFloat(getComputedStyle(target).lineHeight);
    quote.classList.toggle("long", target.offsetHeight > threeLines + 1);
  }
});

function expandable() {
  const body = make("div");
  const toggle = make("button", { type: "button", className: "toggle", ariaLabel: "Show the whole quotation" }, icon("down"));
  const quote = make("blockquote", { className: "expandable" }, make("div", { className: "clip" }, body), toggle);
  toggle.ariaExpanded = "false";
  quote.addEventListener("click", (event) => {
    if (event.target.closest("a, .spoiler, .inline-action") || !getSelection().isCollapsed) return;
    toggle.ariaExpanded = String(quote.classList.toggle("open"));
  });
  fitting.observe(body);
  return [quote, body];
}

/** Telegram's tg-time: by the reader's own clock where the bot asked for a format, else its words as they are. */
function moment({ unix_time: unixTime, date_time_format: format = "" }) {
  const at = new Date(unixTime * 1000);
  const shown = make("time", { dateTime: at.toISOString(), title: at.toLocaleString() });
  const options = {
    ...(format.includes("w") && { weekday: "long" }),
    ...(format.includes("d") && { day: "2-digit", month: "2-digit", year: "2-digit" }),
    ...(format.includes("D") && { day: "numeric", month: "long", year: "numeric" }),
    ...(/t/i.test(format) && { hour: "2-digit", minute: "2-digit" }),
    ...(format.includes("T") && { second: "2-digit" }),
  };
  if (Object.keys(options).length === 0) return [shown, shown];
  shown.textContent = new Intl.DateTimeFormat(undefined, options).format(at);
  return [shown, document.createDocumentFragment()];
}
