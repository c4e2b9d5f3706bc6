"use strict";
// How is the page used without a mouse? Each key presses what stands on the page; without this file all works by mouse.

let current = -1;

const items = () => [...document.querySelectorAll("[data-item]")];
const help = () => document.getElementById("help");
const isTyping = (element) => element.matches("input, select, textarea, [contenteditable]");

function mark(index) {
  const all = items();
  if (!all.length) return;
  current = Math.max(0, Math.min(index, all.length - 1));
  for (const [number, item] of all.entries()) item.classList.toggle("current", number === current);
  all[current].scrollIntoView({ block: "nearest" });
}

/** What a key presses waits for what was pressed before: the server has it, and the page shows what it did. */
let last = Promise.resolve();

function press(key, index = Math.max(current, 0)) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const isOfPage = (element) => !element.closest("[data-item]");
  const find = () => items()[index]?.querySelector(selector) ?? [...document.querySelectorAll(selector)].find(isOfPage);
  if (!find()) return false;
  last = last.then(() => finish(find()));
  return true;
}

/** A link is followed, a form sent; until its answer stands on the page. */
function finish(element) {
  const form = element?.form;
  if (!form?.hasAttribute("hx-post")) return element?.click();
  return new Promise((done) => {
    function heard(event) {
      if (event.detail.requestConfig?.elt !== form) return;
      document.removeEventListener("htmx:afterRequest", heard);
      done();
    }
    document.addEventListener("htmx:afterRequest", heard);
    element.click();
  });
}

/** A grade leads to the next passage. */
function grade(key) {
  if (current < 0) mark(0);
  if (press(key)) mark(current + 1);
}

function open() {
  items()[current]?.querySelector("a")?.click();
}

function focusOn(id) {
  document.querySelector(id)?.focus();
}

const KEYS = {
  j: () => mark(current + 1),
  k: () => mark(current - 1),
  Enter: open,
  "/": () => (document.getElementById("words") ? focusOn("#words") : press("u")),
  w: () => focusOn("#wording input[name=asked]"),
  "?": () => help().showModal(),
  0: () => grade("0"),
  1: () => grade("1"),
  2: () => grade("2"),
  3: () => grade("3"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || help().open) return;
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.preventDefault(); // which would empty a search
    if (event.key === "Escape" || (event.key === "Enter" && event.target.id === "words")) event.target.blur();
    return;
  }
  if (event.key === "Enter" && (current < 0 || event.target.matches("a, button, summary"))) return;
  if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  } else if (/^[a-z]$/.test(event.key)) {
    press(event.key);
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help]")) help().showModal();
  if (event.target === help()) help().close();
  const item = event.target.closest("[data-item]");
  if (item && event.isTrusted) mark(items().indexOf(item));
});

document.addEventListener("change", (event) => event.target.closest("form[data-submits]")?.requestSubmit());

document.addEventListener("htmx:configRequest", (event) => {
  say("");
  if (event.detail.verb !== "get") return;
  const chosen = event.detail.formData;
  for (const [name, value] of [...chosen.entries()]) if (value === "") chosen.delete(name);
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt.id === "rows") current = -1;
  if (event.detail.elt.id === "trial") event.detail.elt.scrollIntoView({ block: "nearest" });
});

document.addEventListener("htmx:sendError", () => say("The page’s server doesn’t answer. Is `talks log serve` still running?"));

function say(text) {
  const place = document.getElementById("problem");
  place.replaceChildren();
  if (!text) return;
  const line = document.createElement("p");
  line.textContent = text;
  place.append(line);
}
