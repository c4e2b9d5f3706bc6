// How does news reach the page? A long poll on the open chat, and a look at the others every few seconds.

import * as api from "./api.js";

const WAIT_SECONDS = 25;
const SURVEY_MS = 2500;
const RETRY_MS = 1500;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

export class Sync {
  #following = new AbortController();

  /** `hears.news(chat, fresh)`, `hears.chats(described)` and `hears.connection(isThere)` are told what happens. */
  constructor(hears) {
    this.hears = hears;
    this.chat = null;
  }

  /** Leaves the chat followed before, and follows this one until the next call. */
  follow(chat) {
    this.#following.abort();
    this.#following = new AbortController();
    this.chat = chat;
    this.#listen(chat, this.#following.signal);
  }

  async #listen(chat, signal) {
    let reached = false;
    while (!signal.aborted) {
      // The first answer, and the first after a failure, tell at once where things stand.
      reached = await this.#try(() => this.#fetch(chat, reached ? WAIT_SECONDS : 0, signal), signal);
      if (!reached) await pause(RETRY_MS);
    }
  }

  /** Never returns. */
  async survey() {
    for (;;) {
      await this.#try(async () => {
        const { chats } = await api.chats();
        this.hears.chats(chats);
      });
      await pause(SURVEY_MS);
    }
  }

  async catchUp(chat) {
    await this.#try(() => this.#fetch(chat, 0));
  }

  async #fetch(chat, wait, signal = undefined) {
    const after = chat.seq;
    const news = await api.messages(chat.id, after, wait, signal);
    this.hears.news(chat, chat.apply(news, after));
  }

  async #try(step, signal = undefined) {
    try {
      await step();
      this.hears.connection(true);
      return true;
    } catch (error) {
      if (signal?.aborted) return false;
      if (error instanceof api.Unreachable) this.hears.connection(false);
      else if (!(error instanceof api.Refused)) throw error;
      return false;
    }
  }
}
