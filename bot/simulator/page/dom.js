// How are nodes made? Always by the DOM, never from markup, so that what a message says stays text.

const SVG = "http://www.w3.org/2000/svg";
const TINTS = 7;

/** A property where the element has one of that name, else an attribute. `null` children are left out. */
export function make(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

export function iconButton(name, label, onclick) {
  return make("button", { type: "button", className: "round", ariaLabel: label, title: label, onclick }, icon(name));
}

/** Initials on a tint that stays the same for one id; the bot wears its own mark. */
export function avatar({ id, name, isBot = false }) {
  if (isBot) return make("span", { className: "avatar bot", ariaHidden: "true" }, icon("quote"));
  const tint = `tint-${Math.abs(id) % TINTS}`;
  return make("span", { className: `avatar ${tint}`, ariaHidden: "true" }, initials(name));
}

function initials(name) {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => Array.from(word)[0] ?? "").join("").toUpperCase() || "?";
}

/** Makes `parent` hold exactly `nodes`, touching only what differs: scroll, focus and live regions keep still. */
export function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let at = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}
