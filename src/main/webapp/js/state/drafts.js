const SAVE_AFTER = 2_000;
const KEEP_AFTER = 300;

/** Conversations have numbers; whatever else is being written stays in this browser. */
const CONVERSATION = /^\d+$/;

/**
 * What was typed and not sent: kept by this browser across reloads, and, of conversations, by the server for
 * the other devices. Used like a Map of conversation id, or of another name such as `person:<id>`, to text.
 *
 * What was typed here and is not yet with the server wins over what comes from elsewhere.
 */
export class Drafts {
  /** @type {Map<string, {text: string, saved: string}>} `saved` is what the server has */
  #drafts = new Map();
  #timers = new Map();
  #connection;
  #store;
  #vault;

  /** @param {{connection: import('../net/connection.js').Connection, store: import('./store.js').Store, vault: import('./vault.js').Vault}} parts */
  constructor({ connection, store, vault }) {
    this.#connection = connection;
    this.#store = store;
    this.#vault = vault;
  }

  /** @param {{id: string, text: string, saved: string}[]} records as the vault had them */
  restore(records) {
    for (const { id, text, saved } of records) this.#drafts.set(id, { text, saved });
  }

  /** @param {string} id @returns {string|undefined} */
  get(id) {
    return this.#drafts.get(id)?.text || undefined;
  }

  /** Somebody types here. @param {string} id @param {string} text */
  set(id, text) {
    if (text === (this.get(id) ?? '')) return;
    this.#drafts.set(id, { text, saved: this.#drafts.get(id)?.saved ?? '' });
    this.#later(`keep:${id}`, KEEP_AFTER, () => this.#keep(id));
    this.#later(`save:${id}`, SAVE_AFTER, () => this.#save(id));
  }

  /** It was sent, or taken back. @param {string} id */
  delete(id) {
    if (!this.#drafts.has(id)) return;
    this.set(id, '');
    this.#keep(id);
    this.#save(id);
  }

  /** What the server has, perhaps from another device. @param {string} id @param {string|undefined} text */
  take(id, text) {
    if (text === undefined) return;
    const { text: here = '', saved = '' } = this.#drafts.get(id) ?? {};
    if (!text && !here && !saved) return; // as for most conversations
    this.#drafts.set(id, { text: here === saved ? text : here, saved: text });
    if (text !== saved) this.#keep(id);
    if (here === saved && here !== text) this.#store.changed(`draft:${id}`);
  }

  /** Tells the server what it doesn't know yet: the connection is back, or the page may go. */
  flush() {
    for (const [id, { text, saved }] of this.#drafts) {
      if (text === saved) continue;
      this.#keep(id);
      this.#save(id);
    }
  }

  clear() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#drafts.clear();
  }

  #later(what, wait, run) {
    clearTimeout(this.#timers.get(what));
    this.#timers.set(what, setTimeout(run, wait));
  }

  #keep(id) {
    clearTimeout(this.#timers.get(`keep:${id}`));
    const draft = this.#drafts.get(id);
    if (draft?.text === '' && draft.saved === '') this.#drafts.delete(id);
    const { text = '', saved = '' } = draft ?? {};
    this.#vault.change(({ drafts }) => void (text || saved ? drafts.put({ id, text, saved }) : drafts.delete(id)));
  }

  async #save(id) {
    clearTimeout(this.#timers.get(`save:${id}`));
    const { text, saved } = this.#drafts.get(id) ?? {};
    if (text === saved || !CONVERSATION.test(id) || this.#connection.state !== 'online') return;
    try {
      await this.#connection.request('saveDraft', { chatID: id, content: text });
    } catch ({ code }) {
      if (code === 'closed' || code === 'timeout') return; // saved with the next connection
      if (code === 'rateLimited') return this.#later(`save:${id}`, 5_000, () => this.#save(id));
      // a refused one stays on this device
    }
    const now = this.#drafts.get(id);
    if (now) this.#drafts.set(id, { ...now, saved: text });
    this.#keep(id);
  }
}
