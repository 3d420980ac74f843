import { done, newKey } from './vault.js';

const KEPT_WHEN_DONE = 2_000;

/**
 * @typedef {object} Entry a message on its way
 * @property {number} n its place in the order of writing
 * @property {string} key chosen here; by it the server knows a retry and a reader's page its own message
 * @property {string|null} chatID null until the private conversation with `userID` exists
 * @property {string|null} userID the person to whom this is the first message
 * @property {string} content
 * @property {object|null} replyTo the quote, as messages carry it
 * @property {object[]} attachments uploaded already, as messages carry them
 * @property {string} dateCreate
 * @property {'sending'|'sent'|'failed'} state `sent` until the message itself arrives
 * @property {string} problem why it failed, for people
 */

/**
 * Messages that were written and are not yet in the log. Each is in the vault before it is shown, so that it
 * outlives the page; all pages of this person in this browser show the same ones. `Sender` sends them.
 *
 * Event: `written` with the entry, on the page on which it was.
 */
export class Outbox extends EventTarget {
  /** @type {Entry[]} in the order of writing */
  entries = [];
  /** Called when there may be something to send. */
  onwaiting = () => {};
  #store;
  #vault;
  #tabs;

  /** @param {{store: import('./store.js').Store, vault: import('./vault.js').Vault, tabs: import('./tabs.js').Tabs}} parts */
  constructor({ store, vault, tabs }) {
    super();
    this.#store = store;
    this.#vault = vault;
    this.#tabs = tabs;
    store.addEventListener('change', () => this.#prune());
    tabs.addEventListener('told', ({ detail }) => this.#told(detail));
  }

  /** @param {Entry[]} entries as the vault had them */
  restore(entries) {
    for (const entry of entries) this.#take(entry);
    this.#changed();
  }

  /**
   * @param {{chatID?: string, userID?: string}} to a conversation, or a person to whom none exists yet
   * @param {string} content
   * @param {{replyTo?: object, attachments?: object[]}} [more] in the shapes in which messages carry them
   */
  async add({ chatID = null, userID = null }, content, { replyTo = null, attachments = [] } = {}) {
    const dateCreate = new Date().toISOString();
    const entry = { key: newKey(), chatID, userID, content, replyTo, attachments, dateCreate, state: 'sending', problem: '' };
    const kept = JSON.parse(JSON.stringify(entry));
    const n = await this.#vault.change(({ outbox }) => done(outbox.add(kept)));
    this.#take({ ...kept, n: n ?? (this.entries.at(-1)?.n ?? 0) + 1, unkept: n === undefined });
    this.#changed();
    // told apart from the change: a fast server has it before the next rendering
    this.dispatchEvent(new CustomEvent('written', { detail: entry }));
    this.#tell(kept.key);
    this.onwaiting();
  }

  /** @param {string} key */
  async retry(key) {
    await this.update(key, { state: 'sending', problem: '' });
    this.onwaiting();
  }

  /** @param {string} key */
  async discard(key) {
    await this.#forget([key]);
    this.#drop(key);
    this.#tabs.tell({ about: 'unsent', gone: key });
  }

  /** @param {{chatID?: string, userID?: string}} to @returns {Entry[]} in the order of writing */
  waitingFor({ chatID, userID }) {
    return this.entries.filter((entry) => (chatID ? entry.chatID === chatID : entry.userID === userID));
  }

  /** @returns {Entry[]} what the server does not have */
  get unsent() {
    return this.entries.filter(({ state }) => state !== 'sent');
  }

  clear() {
    this.entries = [];
    this.#changed();
  }

  /** @returns {Promise<Entry[]>} what waits to be sent, of all pages */
  async waiting() {
    const kept = await this.#vault.outbox();
    if (kept) {
      for (const entry of kept) this.#take(entry);
      const there = new Set(kept.map(({ key }) => key));
      // what another page has discarded is gone, even if this one has not heard of it
      this.entries = this.entries.filter(({ key, unkept, state }) => unkept || state === 'sent' || there.has(key));
    }
    return this.entries.filter(({ state }) => state === 'sending');
  }

  /** @param {string} key @param {Partial<Entry>} change */
  async update(key, change) {
    const entry = this.entries.find((each) => each.key === key);
    if (!entry) return;
    await this.#vault.change(async ({ outbox }) => {
      const kept = await done(outbox.get(entry.n));
      if (kept?.key === key) outbox.put({ ...kept, ...change });
    });
    Object.assign(entry, change); // after the vault, so that what is read from there is never older than this
    this.#changed();
    this.#tell(key);
  }

  #told({ about, entry, gone }) {
    if (about !== 'unsent') return;
    if (gone) return this.#drop(gone);
    this.#take(entry);
    this.#changed();
    if (entry.state === 'sending') this.onwaiting();
  }

  #take(entry) {
    const held = this.entries.find(({ key }) => key === entry.key);
    if (held?.state === 'sent') return; // late news
    if (held) Object.assign(held, entry);
    else if (!this.#arrived(entry)) this.entries = [...this.entries, entry].sort((a, b) => a.n - b.n);
  }

  #tell(key) {
    const entry = this.entries.find((each) => each.key === key);
    if (entry && !entry.unkept) this.#tabs.tell({ about: 'unsent', entry: { ...entry } });
  }

  #drop(key) {
    this.entries = this.entries.filter((entry) => entry.key !== key);
    this.#changed();
  }

  #forget(keys) {
    return this.#vault.change(async ({ outbox }) => {
      for (const { n, key } of await done(outbox.getAll())) if (keys.includes(key)) outbox.delete(n);
    });
  }

  #prune() {
    const arrived = this.entries.filter((entry) => this.#arrived(entry)).map(({ key }) => key);
    if (arrived.length === 0) return;
    this.entries = this.entries.filter(({ key }) => !arrived.includes(key));
    // by then the cache has written the log that has them: a page that closes meanwhile prunes them again
    setTimeout(() => this.#forget(arrived), KEPT_WHEN_DONE);
    this.#changed();
  }

  // The log has it, or will have it when it is loaded.
  #arrived(entry) {
    if (!entry.chatID) return false;
    const chat = this.#store.chats.get(entry.chatID);
    if (!chat) return entry.state === 'sent' && this.#store.ready;
    const { log, seq } = chat;
    if (entry.state === 'sent' && entry.seq <= (log.empty ? seq : log.last)) return true;
    return log.items.slice(-200).some(({ key }) => key === entry.key); // the newest: there a message just sent will be
  }

  #changed() {
    this.#store.changed('outbox');
  }
}
