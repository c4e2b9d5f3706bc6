// How does the page hang together? It knows which chat is open and who is writing, and passes news and clicks on.

import * as api from "./api.js";
import { ChatList, describe, fillPeopleMenu } from "./chats.js";
import { Composer } from "./composer.js";
import { alertOf, askGroup, askPerson, enlarge, toast } from "./dialogs.js";
import { avatar, make } from "./dom.js";
import { Log } from "./log.js";
import { nameOf } from "./message.js";
import { BOT, isGroup, People } from "./people.js";
import { Store } from "./store.js";
import { Sync } from "./sync.js";

const byId = (id) => document.getElementById(id);
const DEEP_LINK = new RegExp(`^https?://(?:t|telegram)\\.me/${BOT.username}\\?start=([\\w-]*)$`, "i");
const SHARE = "https://t.me/share/url?";

const people = new People();
const store = new Store();
let open = null;
let surveyed = false;

const does = {
  send: (text) => send({ text }),
  insert: (words) => composer.insert(words),
  reply: (message) => composer.reply(message),
  edit: (message) => composer.edit(message),
  ask: (query) => composer.insert(`@${BOT.username} ${query}`, { anew: true }),
  jump: (messageId) => log.jump(messageId) || toast("That message is gone."),
  open: openAddress,
  copy,
  press,
  enlarge,
};

const log = new Log({ log: byId("log"), down: byId("down"), count: byId("down-count") }, does);
const list = new ChatList(byId("chat-list"), (chat) => enter(chat, { byHand: true }));
const composer = new Composer(
  {
    form: byId("composer"),
    text: byId("text"),
    list: byId("suggestions"),
    bar: byId("reference"),
    commands: byId("commands"),
    send: byId("send"),
  },
  { send, choose, lastOwn },
);
const sync = new Sync({ news, chats: surveyChats, connection: (isThere) => (byId("offline").hidden = isThere) });

function privateChat(person) {
  return store.ensure({ id: person.id, type: "private", title: nameOf(person) });
}

function enter(chat, { byHand = false } = {}) {
  if (!isGroup(chat)) people.become(people.find(chat.id));
  const moved = open !== chat;
  open = chat;
  chat.unread = 0;
  log.clear();
  composer.enter(chat, people.current);
  byId("app").classList.remove("listing");
  if (moved) sync.follow(chat);
  drawHeader();
  draw();
  if (byHand && matchMedia("(hover: hover)").matches) composer.focus();
}

function become(person) {
  people.become(person);
  enter(isGroup(open) ? open : privateChat(person), { byHand: true });
}

function news(chat, fresh) {
  const unseen = chat !== open || document.hidden;
  if (surveyed && unseen) chat.unread += fresh.filter((message) => message.from?.id !== people.current.id).length;
  draw(chat === open ? fresh : []);
}

async function surveyChats(described) {
  const behind = [];
  for (const { id, type, title, last } of described) {
    if (type === "private" && !people.find(id)) people.add(title || String(id), undefined, id);
    if (type !== "private" && !people.groups.some((group) => group.id === id)) people.addGroup(title || String(id), id);
    const chat = store.ensure({ id, type, title });
    chat.type = type; // a group may have become a supergroup
    if (chat !== open && chat.seq !== last) behind.push(sync.catchUp(chat));
  }
  const listed = new Set(described.map(({ id }) => id));
  for (const chat of store.chats.values()) if (chat !== open && !listed.has(chat.id)) chat.forget();
  await Promise.all(behind);
  surveyed = true;
  draw();
}

function draw(fresh = []) {
  const chats = [...people.all.map(privateChat), ...people.groups.map((group) => store.ensure(group))];
  list.show(chats, open);
  log.show(open.inOrder, { me: people.current, isGroup: isGroup(open), loaded: open.loaded }, fresh);
  byId("welcome").hidden = !open.loaded || open.messages.size > 0;
  document.title = store.unread ? `(${store.unread}) ${BOT.name}` : BOT.name;
}

function drawHeader() {
  const { title, mark, subtitle } = describe(open, people);
  byId("pane-title").textContent = title;
  byId("pane-avatar").replaceChildren(mark);
  byId("pane-subtitle").textContent = subtitle;
  const me = people.current;
  byId("who").replaceChildren(avatar({ id: me.id, name: nameOf(me) }), make("span", {}, nameOf(me)));
  byId("who").ariaLabel = `Writing as ${nameOf(me)}; change`;
  byId("welcome").replaceChildren(...welcome());
}

function welcome() {
  if (isGroup(open)) {
    const words = `In a group the bot hears commands, replies to it, and what begins with @${BOT.username}.`;
    const ask = make("button", { type: "button", className: "start", onclick: () => does.insert(`@${BOT.username} `) }, `Ask @${BOT.username}`);
    return [avatar(BOT), make("h3", {}, BOT.name), make("p", {}, words), ask];
  }
  const start = make("button", { type: "button", className: "start", onclick: () => does.send("/start") }, "Start");
  return [avatar(BOT), make("h3", {}, BOT.name), make("p", {}, "Ask the bot something, or send /start."), start];
}

/** The bot is in the group from the start, and hears that it was added. */
function openGroup(title) {
  const group = store.ensure(people.addGroup(title));
  enter(group, { byHand: true });
  attempt(() => api.invite({ chat: group.id, chat_type: group.type, title: group.title, user: people.current }));
}

/** Tells the reader when it did not work out; whether it did. */
async function attempt(step) {
  try {
    await step();
    return true;
  } catch (error) {
    if (!(error instanceof api.Refused || error instanceof api.Unreachable)) throw error;
    toast(error.message);
    return false;
  }
}

function send(message) {
  const place = { chat: open.id, chat_type: open.type, ...(isGroup(open) && { title: open.title }) };
  return attempt(() => api.send({ ...place, user: people.current, ...message }));
}

async function press(message, data, key) {
  if (key.ariaBusy === "true") return;
  key.ariaBusy = "true";
  await attempt(async () => {
    const pressed = { chat: open.id, user: people.current, message_id: message.message_id, data };
    const { answer, show_alert: isAlert } = await api.press(pressed);
    if (answer) (isAlert ? alertOf : toast)(answer);
  });
  key.ariaBusy = "false";
}

function choose(query, result) {
  return attempt(() => api.choose({ user: people.current, query, result_id: result.id, chat: open.id }));
}

function lastOwn() {
  return open.inOrder.findLast((message) => message.from?.id === people.current.id && message.text && !message.via_bot);
}

/** A link to the bot itself starts it here, and one to share is written into this chat; whether this was either. */
function openAddress(address) {
  const shared = readShared(address);
  if (shared) {
    composer.insert(shared, { anew: true });
    return true;
  }
  const started = DEEP_LINK.exec(address);
  if (!started) return false;
  enter(privateChat(people.current));
  send({ text: `/start ${started[1]}`.trim() });
  return true;
}

function readShared(address) {
  if (!address.startsWith(SHARE)) return null;
  const { searchParams } = new URL(address);
  return [searchParams.get("url"), searchParams.get("text")].filter(Boolean).join("\n");
}

async function copy(words) {
  await navigator.clipboard.writeText(words);
  toast("Copied.");
}

const addPerson = () => askPerson((name, language) => become(people.add(name, language)));
byId("new-person").addEventListener("click", addPerson);
byId("new-group").addEventListener("click", () => askGroup(openGroup));
byId("who-menu").addEventListener("beforetoggle", () =>
  fillPeopleMenu(byId("who-menu"), people, { onChoose: become, onAdd: addPerson }),
);
byId("back").addEventListener("click", () => byId("app").classList.add("listing"));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  open.unread = 0;
  draw();
});

enter(privateChat(people.current));
sync.survey();
