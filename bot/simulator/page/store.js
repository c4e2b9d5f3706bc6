// What was said in each chat? The browser's copy of what the simulator holds.

export class Chat {
  constructor({ id, type, title }) {
    Object.assign(this, { id, type, title });
    this.messages = new Map();
    this.seq = 0;
    this.loaded = false;
    this.unread = 0;
  }

  /** Takes in what `/user/messages` said to `after`; returns the messages that are new here. */
  apply({ messages, last }, after) {
    if (after !== this.seq) return []; // another answer was quicker, and said as much
    if (last < after) return this.forget();
    const fresh = messages.filter((message) => !message.deleted && !this.messages.has(message.message_id));
    for (const message of messages) {
      if (message.deleted) this.messages.delete(message.message_id);
      else this.messages.set(message.message_id, message);
    }
    this.seq = last;
    this.loaded = true;
    return fresh;
  }

  get inOrder() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  get latest() {
    return this.inOrder.at(-1);
  }

  // The simulator was started anew: what was said before is gone there.
  forget() {
    this.messages.clear();
    this.seq = 0;
    this.unread = 0;
    return [];
  }
}

export class Store {
  constructor() {
    this.chats = new Map();
  }

  ensure(described) {
    if (!this.chats.has(described.id)) this.chats.set(described.id, new Chat(described));
    return this.chats.get(described.id);
  }

  get unread() {
    return [...this.chats.values()].reduce((sum, chat) => sum + chat.unread, 0);
  }
}
