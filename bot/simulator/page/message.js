// How does one message look? A row: bubble, keyboard under it, and what a reader can do with it.

import { fileAddress } from "./api.js";
import { avatar, icon, iconButton, make } from "./dom.js";
import { renderText } from "./entities.js";

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const LONG_PRESS_MS = 450;

export const nameOf = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");

/** One line that stands for a message in lists and quotes. */
export function summary(message) {
  const words = message.text ?? message.caption ?? "";
  if (words) return words.replace(/\s+/g, " ");
  if (message.photo) return "Photo";
  return message.document?.file_name ?? "Message";
}

/** `view` is `{own, named}`; `does` holds what clicks do, see page.js. */
export function renderMessage(message, view, does) {
  const bubble = make("div", { className: "bubble" }, ...content(message, view, does), meta(message));
  bubble.classList.toggle("picture", Boolean(message.photo));
  bubble.classList.toggle("edited", isEdited(message));
  const row = make(
    "article",
    { className: `row ${view.own ? "own" : "other"}`, id: `message-${message.message_id}`, tabIndex: -1 },
    view.named ? avatar({ id: message.from?.id ?? 0, name: nameOf(message.from), isBot: message.from?.is_bot }) : null,
    make("div", { className: "stack" }, bubble, keyboard(message, does)),
    actions(message, view, does),
  );
  onLongPress(bubble, () => choose(row));
  return row;
}

function content(message, view, does) {
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities;
  const words = text && make("div", { className: "text", dir: "auto" }, renderText(text, entities, does));
  return [
    view.named ? make("div", { className: "author" }, nameOf(message.from)) : null,
    message.via_bot ? make("div", { className: "via" }, `via @${message.via_bot.username}`) : null,
    message.reply_to_message ? quoted(message, does) : null,
    message.photo ? photo(message, does) : null,
    message.document ? file(message.document) : null,
    words || null,
    message.reactions?.length ? reactions(message.reactions) : null,
    text || message.photo || message.document ? null : make("div", { className: "text" }, make("em", {}, "This kind of message isn’t shown here.")),
  ];
}

function reactions(given) {
  return make("div", { className: "reactions" }, ...given.map(({ emoji }) => make("span", {}, emoji ?? "?")));
}

function quoted(message, does) {
  const original = message.reply_to_message;
  return make(
    "button",
    { type: "button", className: "quoted", title: "Show the message", onclick: () => does.jump(original.message_id) },
    make("b", {}, nameOf(original.from)),
    make("span", { dir: "auto" }, message.quote?.text ?? summary(original)),
  );
}

function photo(message, does) {
  const largest = message.photo.reduce((a, b) => (b.width > a.width ? b : a));
  const source = fileAddress(largest.file_id);
  const alt = message.caption ? `Photo: ${summary(message)}` : "Photo";
  return make(
    "button",
    { type: "button", className: "photo", ariaLabel: "Enlarge the photo", onclick: () => does.enlarge(source, alt) },
    make("img", { src: source, alt, width: largest.width, height: largest.height }),
  );
}

function file(attached) {
  const name = attached.file_name ?? "file";
  return make(
    "a",
    { className: "file", href: fileAddress(attached.file_id), download: name },
    make("span", { className: "file-mark" }, icon("file")),
    make("span", {}, make("b", {}, name), make("small", {}, size(attached.file_size))),
  );
}

function size(bytes) {
  if (bytes === undefined) return "";
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function meta(message) {
  const at = new Date(message.date * 1000);
  const sent = make("time", { dateTime: at.toISOString(), title: at.toLocaleString() }, CLOCK.format(at));
  return make("span", { className: "meta" }, isEdited(message) ? "edited " : "", sent);
}

// A bot turns the pages of a message by editing it; like Telegram, the page makes no word of that.
const isEdited = (message) => Boolean(message.edited) && !message.reply_markup?.inline_keyboard;

function actions(message, view, does) {
  return make(
    "div",
    { className: "actions" },
    iconButton("reply", "Reply", () => does.reply(message)),
    view.own && message.text && !message.via_bot ? iconButton("edit", "Edit", () => does.edit(message)) : null,
  );
}

function keyboard(message, does) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const line = (buttons) => make("div", { className: "keys" }, ...buttons.map((button) => key(button, message, does)));
  return make("div", { className: "keyboard" }, ...rows.map(line));
}

function key(button, message, does) {
  const made = (mark, onclick) =>
    make("button", { type: "button", className: "key", onclick }, make("span", {}, button.text), mark ? icon(mark) : null);
  if (button.callback_data !== undefined) {
    const pressed = made(null, () => does.press(message, button.callback_data, pressed));
    return pressed;
  }
  if (button.copy_text) return made("copy", () => does.copy(button.copy_text.text));
  if (button.url) return made("link", () => does.open(button.url) || window.open(button.url, "_blank", "noopener,noreferrer"));
  const query = button.switch_inline_query_current_chat ?? button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
  if (query !== undefined) return made("reply", () => does.ask(query ?? ""));
  return make("button", { type: "button", className: "key", disabled: true }, make("span", {}, button.text));
}

/** Shows what can be done with a message, until the next touch elsewhere. */
function choose(row) {
  const leave = (event) => {
    if (row.contains(event.target)) return;
    row.classList.remove("chosen");
    document.removeEventListener("pointerdown", leave);
  };
  row.classList.add("chosen");
  document.addEventListener("pointerdown", leave);
}

function onLongPress(node, act) {
  let timer;
  const stop = () => clearTimeout(timer);
  node.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") timer = setTimeout(act, LONG_PRESS_MS);
  });
  for (const name of ["pointerup", "pointercancel"]) node.addEventListener(name, stop);
}
