import { done } from './vault.js';

const MESSAGES = 20;
const CHATS_WITH_MESSAGES = 10;
const SOON = 400;

/**
 * Keeps in the vault what the store holds: the list of conversations, the people, and the last 20 messages of
 * the last 10 conversations, each with the `ev` up to which they are right. The sync after the next start
 * names these numbers, and the server answers with what has changed since.
 *
 * Writes are put together: whatever changes within 0.4 s is one transaction.
 */
export class Cache {
  #store;
  #vault;
  #more;
  #timer;
  #dirty = new Set();
  #all = false;
  /** ids of the conversations that are kept with their messages */
  #full = new Set();
  #people = '';
  /** Something of this page has been written. */
  #begun = false;

  /**
   * @param {{store: import('./store.js').Store, vault: import('./vault.js').Vault, more: () => object}} parts
   *   `more` gives what else belongs to the state: it comes back with `read`
   */
  constructor({ store, vault, more }) {
    this.#store = store;
    this.#vault = vault;
    this.#more = more;
    store.addEventListener('change', ({ detail }) => this.#heard(detail));
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
  }

  /** The store is as the vault has it. @param {object[]} chats the records that were read */
  restored(chats) {
    this.#full = new Set(chats.filter(({ messages }) => messages?.length).map(({ id }) => id));
  }

  /** Forgets what was to be written: there is another account now, or none. */
  clear() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dirty.clear();
    this.#full.clear();
    this.#people = '';
    this.#begun = false;
  }

  #heard(topics) {
    if (this.#store.epoch === null) return; // nothing is known yet, or nothing any more
    for (const topic of topics) if (topic.startsWith('chat:')) this.#dirty.add(topic.slice('chat:'.length));
    if (topics.has('people') || topics.has('chats') || topics.has('me') || this.#dirty.size) {
      // the first answer at once: a page may be gone in less than that
      if (!this.#begun && this.#store.ready) this.flush();
      else this.#timer ??= setTimeout(() => this.flush(), SOON);
    }
  }

  /** Writes what has changed. @returns {Promise<void>} */
  async flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const store = this.#store;
    if (store.epoch === null || !store.me) return;
    this.#begun ||= store.ready;
    const full = this.#latest();
    const changed = new Set(this.#dirty);
    // the ones that came among the last ten, or left them
    for (const id of full) if (!this.#full.has(id)) changed.add(id);
    for (const id of this.#full) if (!full.has(id)) changed.add(id);
    this.#dirty.clear();
    this.#full = full;
    const records = [...changed].filter((id) => store.chats.has(id)).map((id) => record(store.chats.get(id), full.has(id)));
    const gone = [...changed].filter((id) => !store.chats.has(id));
    const people = this.#peopleIfChanged();
    const state = plain({ ...this.#more(), me: store.me, epoch: store.epoch });
    await this.#vault.change(async ({ head, chats }) => {
      const before = await done(head.get('state'));
      // numbers of another epoch mean nothing: this page has synced with the one that is
      if (before && before.epoch !== state.epoch) {
        chats.clear();
        for (const chat of store.chats.values()) chats.put(record(chat, full.has(chat.id)));
      }
      head.put(state, 'state');
      if (people) head.put(people, 'people');
      for (const each of records) chats.put(each);
      for (const id of gone) chats.delete(id);
    });
  }

  #latest() {
    const loaded = this.#store.orderedChats().filter(({ log }) => !log.empty);
    return new Set(loaded.slice(0, CHATS_WITH_MESSAGES).map(({ id }) => id));
  }

  // Comings and goings are not kept, so they write nothing.
  #peopleIfChanged() {
    const people = plain([...this.#store.people.values()].map((person) => ({ ...person, online: false })));
    const text = JSON.stringify(people);
    if (text === this.#people) return undefined;
    this.#people = text;
    return people;
  }
}

const plain = (value) => JSON.parse(JSON.stringify(value));

// Whatever is known of a conversation but what lives only as long as the page.
function record(chat, withMessages) {
  const { log, past, pins, typing, loading, ...state } = chat;
  return plain({ ...state, messages: withMessages ? log.items.slice(-MESSAGES) : [] });
}
