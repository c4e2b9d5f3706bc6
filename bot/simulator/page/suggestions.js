// What could be typed next? The bot's commands after "/", its inline results after its name.

import * as api from "./api.js";
import { make } from "./dom.js";
import { BOT } from "./people.js";

const COMMAND = /^\/(\w*)$/;
const INLINE = new RegExp(`^@${BOT.username}\\s([^]*)$`, "i");
const INLINE_PAUSE_MS = 250;

export class Suggestions {
  #items = [];
  #at = -1;
  #asked = 0;
  #known = null; // the commands, until the list is closed

  /** `list` stands above `text`; `does.send(text)`, `does.complete(text)` and `does.choose(query, result)` act on a choice. */
  constructor(list, text, does) {
    Object.assign(this, { list, text, does });
  }

  /** Looks at what is typed so far. A later look makes an earlier one's answer worthless. */
  async look({ chat, person }) {
    const asked = ++this.#asked;
    const typed = this.text.value;
    const command = COMMAND.exec(typed);
    const inline = INLINE.exec(typed);
    let items = [];
    try {
      if (command) items = await this.#commands(command[1], chat, person);
      else if (inline) items = await this.#inline(inline[1], person, () => asked === this.#asked);
    } catch (error) {
      if (!(error instanceof api.Refused || error instanceof api.Unreachable)) throw error;
    }
    if (asked !== this.#asked) return;
    this.list.classList.toggle("results", Boolean(inline));
    this.#show(items, command ? 0 : -1);
  }

  close() {
    this.#asked += 1;
    this.#known = null;
    this.#show([], -1);
  }

  /** Whether the key was meant for the list. */
  key(event) {
    if (!this.#items.length) return false;
    if (event.key === "ArrowDown") this.#mark((this.#at + 1) % this.#items.length);
    else if (event.key === "ArrowUp") this.#mark((Math.max(this.#at, 0) + this.#items.length - 1) % this.#items.length);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && !event.shiftKey && this.#at >= 0) this.#items[this.#at].choose();
    else if (event.key === "Tab" && this.#items[this.#at]?.complete) this.#items[this.#at].complete();
    else return false;
    return true;
  }

  async #commands(typed, chat, person) {
    this.#known ??= (await api.commands(chat.id, person.language_code ?? "")).commands;
    const address = chat.type === "private" ? "" : `@${BOT.username}`;
    return this.#known
      .filter(({ command }) => command.startsWith(typed.toLowerCase()))
      .map(({ command, description }) => ({
        title: `/${command}`,
        detail: description,
        choose: () => this.does.send(`/${command}${address}`),
        complete: () => this.does.complete(`/${command}${address} `),
      }));
  }

  async #inline(query, person, isWanted) {
    await new Promise((done) => setTimeout(done, INLINE_PAUSE_MS));
    if (!isWanted()) return [];
    const { results } = await api.inline(person, query.trim());
    return results.map((result) => ({
      title: result.title ?? result.caption ?? result.id,
      detail: result.description ?? "",
      choose: () => this.does.choose(query.trim(), result),
    }));
  }

  #show(items, at) {
    this.#items = items;
    this.list.replaceChildren(...items.map((item, number) => this.#option(item, number)));
    this.list.hidden = items.length === 0;
    this.#mark(at);
  }

  #option({ title, detail, choose }, number) {
    const option = make(
      "div",
      { className: "option", role: "option", id: `option-${number}`, onclick: choose },
      make("b", { dir: "auto" }, title),
      make("span", { dir: "auto" }, detail),
    );
    option.addEventListener("pointerdown", (event) => event.preventDefault()); // the text keeps the focus
    return option;
  }

  #mark(at) {
    this.#at = at;
    [...this.list.children].forEach((option, number) => (option.ariaSelected = String(number === at)));
    const marked = this.list.children[at];
    marked?.scrollIntoView({ block: "nearest" });
    if (marked) this.text.setAttribute("aria-activedescendant", marked.id);
    else this.text.removeAttribute("aria-activedescendant");
  }
}
