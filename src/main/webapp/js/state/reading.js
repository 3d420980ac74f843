import { takeOwn } from './own.js';

const SOON = 250;
// requests are counted by the server: a busy conversation must not use them up with marks
const AT_MOST_EVERY = 2_000;

/** Read marks: moved here at once, told to the server a moment later, again after a lost connection. */
export class Reading {
  #connection;
  #store;
  /** chatID -> seq the server has not confirmed */
  #waiting = new Map();
  #timer;
  #toldAt = 0;

  /**
   * @param {{connection: import('../net/connection.js').Connection, store: import('./store.js').Store}} parts
   */
  constructor({ connection, store }) {
    this.#connection = connection;
    this.#store = store;
  }

  /**
   * @param {import('./chat.js').Chat} chat
   * @param {number} seq the newest message that was in front of the reader
   */
  mark(chat, seq) {
    if (seq <= chat.readSeq) return;
    chat.readUpTo(seq, this.#store.me.id);
    chat.marking = seq;
    this.#store.changed('chats', `chat:${chat.id}`);
    this.#waiting.set(chat.id, seq);
    const wait = Math.max(SOON, this.#toldAt + AT_MOST_EVERY - Date.now());
    this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  /**
   * Tells at once what was read in a conversation, before a part of it is to be unread again: a mark that came
   * later would read it once more.
   *
   * @param {string} chatID
   */
  async settle(chatID) {
    if (this.#waiting.has(chatID)) await this.#tell(chatID, this.#waiting.get(chatID));
  }

  /** Tells the server what it does not know yet. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#toldAt = Date.now();
    for (const [chatID, seq] of this.#waiting) this.#tell(chatID, seq);
  }

  /** What the server has not confirmed, to be kept. @returns {[string, number][]} */
  get unconfirmed() {
    return [...this.#waiting];
  }

  /** @param {[string, number][]} unconfirmed of the last visit */
  restore(unconfirmed) {
    this.#waiting = new Map(unconfirmed);
    for (const [chatID, seq] of this.#waiting) {
      const chat = this.#store.chats.get(chatID);
      if (chat) chat.marking = seq;
    }
  }

  clear() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }

  async #tell(chatID, seq) {
    try {
      const mark = await this.#connection.request('markRead', { chatID, seq });
      const chat = this.#store.chats.get(chatID);
      if (chat) takeOwn(chat, { ...mark, readSeq: mark.seq }, this.#store.me.id);
      this.#store.changed('chats');
    } catch (error) {
      if (error.code === 'closed' || error.code === 'timeout') return; // told again on the next connect
      if (error.code === 'rateLimited') {
        this.#timer ??= setTimeout(() => this.flush(), 3_000);
        return;
      }
    }
    if (this.#waiting.get(chatID) !== seq) return; // read on meanwhile
    this.#waiting.delete(chatID);
    const chat = this.#store.chats.get(chatID);
    if (chat) chat.marking = 0;
  }
}
