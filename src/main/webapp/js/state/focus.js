// Of a conversation one has left; more is a page of history away.
const KEPT_MESSAGES = 100;
const AGAIN = 1_000;

/** Which conversation is in front of the reader, and telling the server so, which then sends its bodies. */
export class Focus {
  #connection;
  #store;
  #synchroniser;
  /** What the server was told last. */
  #told = null;

  /**
   * @param {{connection: import('../net/connection.js').Connection, store: import('./store.js').Store,
   *   synchroniser: import('./synchroniser.js').Synchroniser}} parts
   */
  constructor({ connection, store, synchroniser }) {
    this.#connection = connection;
    this.#store = store;
    this.#synchroniser = synchroniser;
  }

  /** The request that says it, for when the connection needs one. */
  get request() {
    return ['focus', { chatID: this.#told }];
  }

  /** @returns {string|null} what the reader has before the eyes: nothing when the page is hidden */
  get seen() {
    return document.visibilityState === 'visible' ? this.#synchroniser.front : null;
  }

  /** @param {string|null} chatID the conversation in front of the reader */
  moveTo(chatID) {
    const before = this.#synchroniser.front;
    if (before !== null && before !== chatID) this.#store.chats.get(before)?.leave(KEPT_MESSAGES);
    this.#synchroniser.front = chatID;
    this.tell();
  }

  /** A new connection knows nothing of it. */
  forget() {
    this.#told = null;
  }

  /** Tells the server when it does not know. */
  tell() {
    const chatID = this.seen;
    if (chatID === this.#told || this.#connection.state !== 'online') return;
    this.#told = chatID;
    this.#connection.request('focus', { chatID }).catch(({ code }) => {
      // one that was just made may not have reached the part of the server that keeps the focus
      if (code !== 'notFound' || !this.#store.chats.has(chatID)) return;
      setTimeout(() => {
        if (this.#told === chatID) this.#told = null;
        this.tell();
      }, AGAIN);
    });
  }

  /** The conversation in front is repaired at once, others when they are opened. @param {object} push */
  heard({ type, data }) {
    if (data?.chatID !== this.#synchroniser.front) return;
    if (type === 'chatActivity') this.#synchroniser.repairSoon();
    if (type === 'conversationGone') this.#told = null; // the server has let go of it, too
    if (type === 'conversationChanged') this.tell();
  }
}
