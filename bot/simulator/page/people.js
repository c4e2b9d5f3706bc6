// Who can talk to the bot here, and in which groups? Kept in the browser, so that a reload changes nothing.

export const BOT = { name: "talks", username: "talks_bot", isBot: true };

export const LANGUAGES = {
  en: "English",
  de: "Deutsch",
  uk: "Українська",
  fr: "Français",
  es: "Español",
  pl: "Polski",
  ru: "Русский",
};

const FIRST_PEOPLE = [
  { id: 103, first_name: "Ann", language_code: "en" },
  { id: 102, first_name: "Max", language_code: "de" },
  { id: 101, first_name: "Olena", language_code: "uk" },
];
const FIRST_GROUP_ID = -1001000000001;

export const isGroup = (chat) => chat.type !== "private";

export class People {
  constructor(storage = localStorage) {
    this.storage = storage;
    const kept = this.#kept();
    this.all = kept.people ?? FIRST_PEOPLE;
    this.groups = kept.groups ?? [];
    this.current = this.find(kept.current) ?? this.all[0];
  }

  find(id) {
    return this.all.find((person) => person.id === id);
  }

  become(person) {
    this.current = person;
    this.#keep();
  }

  /** A person the server has heard of, or a new one with the next free id. */
  add(firstName, languageCode, id = Math.max(...this.all.map((person) => person.id)) + 1) {
    const person = { id, first_name: firstName, ...(languageCode && { language_code: languageCode }) };
    this.all.push(person);
    this.#keep();
    return person;
  }

  addGroup(title, id = Math.min(FIRST_GROUP_ID + 1, ...this.groups.map((group) => group.id)) - 1) {
    const group = { id, type: "supergroup", title };
    this.groups.push(group);
    this.#keep();
    return group;
  }

  #kept() {
    try {
      return JSON.parse(this.storage.getItem("talks")) ?? {};
    } catch (error) {
      if (error instanceof SyntaxError) return {};
      throw error;
    }
  }

  #keep() {
    const kept = { people: this.all, groups: this.groups, current: this.current.id };
    this.storage.setItem("talks", JSON.stringify(kept));
  }
}
