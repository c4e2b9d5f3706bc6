// How does the page speak to the simulator? The user's side of its HTTP interface.

/** The simulator answered, and refused; its reason is the message. */
export class Refused extends Error {}

/** Nobody answered. */
export class Unreachable extends Error {}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (cause) {
    throw new Unreachable("The simulator does not answer.", { cause });
  }
  const body = await response.json().catch(() => ({}));
  if (response.status >= 500) throw new Unreachable(`The simulator failed (${response.status}).`);
  if (!response.ok) throw new Refused(body.error ?? `Refused (${response.status}).`);
  return body;
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const get = (path, query = {}, signal = undefined) => call(`${path}?${new URLSearchParams(query)}`, { signal });

export const send = (message) => post("/user/send", message);
export const invite = (group) => post("/user/invite", group);
export const press = (pressed) => post("/user/press", pressed);
export const inline = (user, query) => post("/user/inline", { user, query });
export const choose = (chosen) => post("/user/choose", chosen);
export const messages = (chat, after, wait, signal) => get("/user/messages", { chat, after, wait }, signal);
export const chats = () => get("/user/chats");
export const commands = (chat, language) => get("/user/commands", { chat, language });
export const fileAddress = (fileId) => `/user/file/${encodeURIComponent(fileId)}`;
