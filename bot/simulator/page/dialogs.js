// What comes up over the page? Short notices, the bot's alerts, photos, and the two small forms.

import { make } from "./dom.js";
import { LANGUAGES } from "./people.js";

const TOAST_MS = 4000;

const dialog = document.getElementById("dialog");
const notice = document.getElementById("toast");
let fading;

export function toast(words) {
  clearTimeout(fading);
  notice.textContent = words;
  notice.classList.add("shown");
  fading = setTimeout(() => notice.classList.remove("shown"), TOAST_MS);
}

export function alertOf(words) {
  show("alert", make("p", { dir: "auto" }, words), buttons(make("button", { className: "main", autofocus: true }, "OK")));
}

export function enlarge(source, alt) {
  const photo = make("button", { className: "enlarged", ariaLabel: "Close" }, make("img", { src: source, alt }));
  show("viewer", photo);
}

export function askPerson(onDone) {
  const name = field("Name", "name", "Marie");
  const choices = Object.entries(LANGUAGES).map(([code, words]) => make("option", { value: code }, words));
  const language = make("select", { name: "language" }, ...choices);
  ask("Add a person", [name, make("label", {}, "Language", language)], "Add", (values) => onDone(values.name, values.language));
}

export function askGroup(onDone) {
  ask("New group", [field("Title", "title", "Newsroom")], "Create", (values) => onDone(values.title));
}

function field(words, name, placeholder) {
  const input = make("input", { name, placeholder, required: true, maxLength: 64, autocomplete: "off", autofocus: true });
  return make("label", {}, words, input);
}

function ask(title, fields, done, onDone) {
  const cancel = make("button", { type: "button", onclick: () => dialog.close() }, "Cancel");
  const form = show("form", make("h2", {}, title), ...fields, buttons(cancel, make("button", { className: "main" }, done)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close(); // first, since closing gives the focus back
    onDone(Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, value.trim()])));
  });
}

const buttons = (...made) => make("div", { className: "dialog-buttons" }, ...made);

function show(kind, ...children) {
  const form = make("form", { method: "dialog" }, ...children);
  dialog.className = kind;
  dialog.replaceChildren(form);
  dialog.showModal();
  return form;
}

// A click beside the form lands on the dialog itself.
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
