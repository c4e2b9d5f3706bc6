// Which messages stand in the pane, and where does it scroll? Rows are kept, and only what changed is drawn anew.

import { arrange, make } from "./dom.js";
import { renderMessage } from "./message.js";

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const NEAR_BOTTOM_PX = 60;

export class Log {
  #rows = new Map(); // message_id -> {message, row, drawn}
  #separators = new Map(); // day -> node
  #atBottom = true;
  #missed = 0;

  constructor({ log, down, count }, does) {
    Object.assign(this, { log, down, count, does });
    log.addEventListener("scroll", () => this.#onScroll());
    down.addEventListener("click", () => this.toBottom("smooth"));
    new ResizeObserver(() => this.#atBottom && this.toBottom()).observe(log);
    log.addEventListener("load", () => this.#atBottom && this.toBottom(), true);
  }

  /** Another chat or another pair of eyes: everything is drawn anew, and nothing of it is announced. */
  clear() {
    this.#rows.clear();
    this.#separators.clear();
    this.log.replaceChildren();
    this.log.ariaBusy = "true";
    this.#atBottom = true;
    this.#missed = 0;
  }

  show(messages, { me, isGroup, loaded }, fresh = []) {
    const shown = new Set(messages.map((message) => message.message_id));
    for (const id of this.#rows.keys()) if (!shown.has(id)) this.#rows.delete(id);
    arrange(this.log, this.#withSeparators(messages.map((message, at) => this.#row(message, messages, at, me, isGroup))));
    const mine = fresh.some((message) => message.from?.id === me.id);
    if (this.#atBottom || mine) this.toBottom();
    else this.#missed += fresh.length;
    this.#showDown();
    if (loaded) requestAnimationFrame(() => (this.log.ariaBusy = "false"));
  }

  jump(messageId) {
    const row = this.#rows.get(messageId)?.row;
    if (!row) return false;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.remove("flash");
    void row.offsetWidth; // starts the animation again
    row.classList.add("flash");
    return true;
  }

  toBottom(behavior = "instant") {
    this.log.scrollTo({ top: this.log.scrollHeight, behavior });
    this.#missed = 0;
  }

  #row(message, messages, at, me, isGroup) {
    const author = (other) => other && `${other.from?.id} ${dayOf(other)}`;
    const first = author(messages[at - 1]) !== author(message);
    const last = author(messages[at + 1]) !== author(message);
    const own = message.from?.id === me.id && !message.from?.is_bot;
    const kept = this.#rows.get(message.message_id);
    const row = kept?.message === message ? kept.row : this.#draw(message, { own, named: isGroup && !own }, kept);
    row.classList.toggle("first", first);
    row.classList.toggle("last", last);
    return { row, day: dayOf(message) };
  }

  // A quotation that the reader opened stays open, and focus on a pressed key stays, when the message is edited.
  #draw(message, view, kept) {
    const row = renderMessage(message, view, this.does);
    if (kept) {
      const focused = [...kept.row.querySelectorAll("button, a")].indexOf(document.activeElement);
      const quotes = row.querySelectorAll("blockquote");
      kept.row.querySelectorAll("blockquote").forEach((quote, at) => {
        if (quote.textContent === quotes[at]?.textContent && quote.classList.contains("open")) quotes[at].click();
      });
      kept.row.replaceWith(row);
      if (focused >= 0) row.querySelectorAll("button, a")[focused]?.focus({ preventScroll: true });
    }
    this.#rows.set(message.message_id, { message, row });
    return row;
  }

  #withSeparators(rows) {
    const nodes = [];
    let before;
    for (const { row, day } of rows) {
      if (day !== before) nodes.push(this.#separator(day));
      nodes.push(row);
      before = day;
    }
    return nodes;
  }

  #separator(day) {
    if (!this.#separators.has(day)) {
      this.#separators.set(day, make("div", { className: "day", role: "separator" }, make("span", {}, dayName(day))));
    }
    return this.#separators.get(day);
  }

  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    this.#atBottom = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
    if (this.#atBottom) this.#missed = 0;
    this.#showDown();
  }

  #showDown() {
    this.down.hidden = this.#atBottom;
    this.count.hidden = this.#missed === 0;
    this.count.textContent = this.#missed;
  }
}

const dayOf = (message) => new Date(message.date * 1000).toDateString();

function dayName(day) {
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day === today.toDateString()) return "Today";
  if (day === yesterday.toDateString()) return "Yesterday";
  return DAY.format(new Date(day));
}
