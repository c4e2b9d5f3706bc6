// What is being written? The text field, the message it answers or edits, and a draft for each chat.

import { icon, iconButton, make } from "./dom.js";
import { nameOf, summary } from "./message.js";
import { Suggestions } from "./suggestions.js";

const HIGHEST_PX = 160;

export class Composer {
  #drafts = new Map(); // chat -> {text, reference}
  #reference = null; // {kind: "reply" | "edit", message}

  /** `does.send({text, reply_to?, edit?})` resolves to whether it went out; `does.choose(query, result)`; `does.lastOwn()`. */
  constructor({ form, text, list, bar, commands, send }, does) {
    Object.assign(this, { form, text, bar, send, does });
    this.suggestions = new Suggestions(list, text, {
      send: (words) => this.#send(words),
      complete: (words) => this.insert(words, { anew: true }),
      choose: (query, result) => this.#choose(query, result),
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(text.value);
    });
    text.addEventListener("input", () => this.#typed());
    text.addEventListener("keydown", (event) => this.#key(event));
    text.addEventListener("blur", () => this.suggestions.close());
    commands.addEventListener("click", () => this.insert("/", { anew: true }));
  }

  enter(chat, person) {
    if (this.context) this.#drafts.set(this.context.chat, { text: this.text.value, reference: this.#reference });
    const moved = this.context?.chat !== chat;
    this.context = { chat, person };
    if (!moved) return;
    const draft = this.#drafts.get(chat) ?? { text: "", reference: null };
    this.text.value = draft.text;
    this.#refer(draft.reference);
    this.suggestions.close();
    this.#fit();
  }

  reply(message) {
    if (this.#reference?.kind === "edit") this.text.value = "";
    this.#refer({ kind: "reply", message });
    this.focus();
  }

  edit(message) {
    this.#refer({ kind: "edit", message });
    this.insert(message.text, { anew: true });
  }

  insert(words, { anew = false } = {}) {
    this.text.value = anew ? words : `${this.text.value}${words}`;
    this.focus();
    this.#typed();
  }

  focus() {
    this.text.focus();
    this.text.setSelectionRange(this.text.value.length, this.text.value.length);
  }

  async #send(words) {
    const reference = this.#reference;
    if (!words.trim()) return;
    this.#reset();
    const went = await this.does.send({
      text: words.trim(),
      ...(reference?.kind === "reply" && { reply_to: reference.message.message_id }),
      ...(reference?.kind === "edit" && { edit: reference.message.message_id }),
    });
    if (went || this.text.value) return;
    this.text.value = words;
    this.#refer(reference);
    this.#fit();
  }

  #choose(query, result) {
    this.#reset();
    this.does.choose(query, result);
  }

  #reset() {
    this.text.value = "";
    this.#refer(null);
    this.suggestions.close();
    this.#fit();
  }

  #typed() {
    this.#fit();
    if (this.#reference?.kind === "edit") this.suggestions.close();
    else this.suggestions.look(this.context);
  }

  #fit() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight, HIGHEST_PX)}px`;
    this.send.disabled = !this.text.value.trim();
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.suggestions.key(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send(this.text.value);
    } else if (event.key === "Escape" && this.#reference) this.#leave();
    else if (event.key === "ArrowUp" && !this.text.value) {
      const last = this.does.lastOwn();
      if (!last) return;
      event.preventDefault();
      this.edit(last);
    }
  }

  #leave() {
    if (this.#reference?.kind === "edit") this.text.value = "";
    this.#refer(null);
    this.#fit();
    this.focus();
  }

  #refer(reference) {
    this.#reference = reference;
    this.bar.hidden = !reference;
    if (!reference) return;
    const { kind, message } = reference;
    const title = kind === "edit" ? "Edit message" : `Reply to ${nameOf(message.from)}`;
    this.bar.replaceChildren(
      icon(kind),
      make("div", {}, make("b", {}, title), make("span", { dir: "auto" }, summary(message))),
      iconButton("close", kind === "edit" ? "Stop editing" : "Don’t reply", () => this.#leave()),
    );
  }
}
