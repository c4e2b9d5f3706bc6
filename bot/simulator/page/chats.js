// Which chats are there? The left column, and the menu of who one is.

import { arrange, avatar, icon, make } from "./dom.js";
import { BOT, isGroup, LANGUAGES } from "./people.js";
import { nameOf, summary } from "./message.js";

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

export class ChatList {
  #rows = new Map(); // chat id -> node

  constructor(list, onOpen) {
    Object.assign(this, { list, onOpen });
    this.headings = ["In private, as", "Groups"].map((words) => make("h3", {}, words));
  }

  show(chats, open) {
    const nodes = (wanted) => chats.filter(wanted).map((chat) => this.#row(chat, chat === open));
    const people = nodes((chat) => !isGroup(chat));
    const groups = nodes(isGroup);
    arrange(this.list, [this.headings[0], ...people, ...(groups.length ? [this.headings[1], ...groups] : [])]);
  }

  #row(chat, isOpen) {
    if (!this.#rows.has(chat.id)) {
      this.#rows.set(chat.id, make("button", { type: "button", className: "chat", onclick: () => this.onOpen(chat) }));
    }
    const row = this.#rows.get(chat.id);
    const latest = chat.latest;
    row.ariaCurrent = String(isOpen);
    row.replaceChildren(
      avatar({ id: chat.id, name: chat.title }),
      make("span", { className: "chat-name" }, chat.title),
      make("time", {}, latest ? when(latest) : ""),
      make("span", { className: "chat-last", dir: "auto" }, latest ? lastLine(chat, latest) : "No messages yet"),
    );
    if (chat.unread) row.append(make("span", { className: "badge", ariaLabel: `${chat.unread} unread` }, String(chat.unread)));
    return row;
  }
}

function lastLine(chat, message) {
  const name = message.from?.is_bot ? "" : `${message.from?.id === chat.id ? "You" : nameOf(message.from)}: `;
  return `${name}${summary(message)}`;
}

function when(message) {
  const at = new Date(message.date * 1000);
  return at.toDateString() === new Date().toDateString() ? CLOCK.format(at) : DAY.format(at);
}

/** Fills the menu of people; `onChoose(person)` and `onAdd()` act on a choice. */
export function fillPeopleMenu(menu, people, { onChoose, onAdd }) {
  const choose = (act) => () => {
    menu.hidePopover();
    act();
  };
  const item = (person) =>
    make(
      "button",
      {
        type: "button",
        className: "menu-item",
        title: `id ${person.id}`,
        ariaCurrent: String(person === people.current),
        onclick: choose(() => onChoose(person)),
      },
      avatar({ id: person.id, name: nameOf(person) }),
      make("span", {}, nameOf(person)),
      make("small", {}, LANGUAGES[person.language_code] ?? person.language_code ?? ""),
    );
  const add = make("button", { type: "button", className: "menu-item", onclick: choose(onAdd) }, icon("person"), "Add a person…");
  menu.replaceChildren(make("p", {}, "Write as"), ...people.all.map(item), add);
}

/** Name, mark and second line at the top of the open chat. */
export function describe(chat, people) {
  if (!isGroup(chat)) return { title: BOT.name, mark: avatar(BOT), subtitle: "answers from news articles, in their words" };
  return { title: chat.title, mark: avatar({ id: chat.id, name: chat.title }), subtitle: `group with ${BOT.name} and ${people.all.length} people` };
}
