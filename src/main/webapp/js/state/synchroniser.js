import { mentionsMe } from './own.js';
import { takePage } from './past.js';

const PAGE = 50;
const KEPT_CHATS = 30;

/**
 * Keeps the store equal to the server: the sync on each connect, the repair of gaps, the pages of history.
 */
export class Synchroniser {
  #connection;
  #store;
  #repairTimer;
  #running = null;

  /**
   * @param {{connection: import('../net/connection.js').Connection, store: import('./store.js').Store}} parts
   */
  constructor({ connection, store }) {
    this.#connection = connection;
    this.#store = store;
  }

  /**
   * The conversation in front of the reader, or null.
   * @type {string|null}
   */
  front = null;

  /** Called when the server takes us for somebody else than whom the store is of. Rejects the sync. */
  onstranger = () => Promise.reject(new Error('another account'));

  /** Asks for everything that changed. Two askers at once share one answer. @returns {Promise<void>} */
  sync() {
    this.#running ??= this.#sync().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sync() {
    clearTimeout(this.#repairTimer);
    this.#repairTimer = undefined;
    const store = this.#store;
    this.#letGo();
    const known = new Set(store.chats.keys());
    const held = store.held();
    const asked = store.epoch === null ? {} : { epoch: store.epoch, chats: held };
    const answer = await this.#connection.request('sync', asked);
    // the browser holds another's session by now: nothing of the two may mix
    if (store.me && answer.me.id !== store.me.id) return this.onstranger(answer.me);
    store.takeSync(answer, known, held);
    const front = store.chats.get(this.front);
    if (front?.stale) this.repairSoon(500);
  }

  /** Something is missing. Several gaps at once make one sync. @param {number} [wait] milliseconds */
  repairSoon(wait = 50) {
    this.#repairTimer ??= setTimeout(() => {
      this.#repairTimer = undefined;
      this.sync().catch(() => {}); // without a connection the next connect syncs anyway
    }, wait);
  }

  /**
   * Makes a conversation fit to be shown: its newest messages loaded, nothing missing.
   *
   * @param {string} chatID
   */
  async load(chatID) {
    const chat = this.#store.chats.get(chatID);
    if (!chat) return;
    if (chat.log.empty && chat.seq > 0) {
      const heard = chat.seenEv;
      await this.#page(chat, { limit: PAGE });
      chat.ev = heard; // the page has all that was heard of before asking; what came since may be missing
    } else if (chat.stale) {
      await this.sync();
    }
  }

  /**
   * Loads the page before what is loaded.
   *
   * @param {string} chatID
   * @param {number} [limit]
   */
  async older(chatID, limit = PAGE) {
    const chat = this.#store.chats.get(chatID);
    if (!chat || chat.loading || chat.log.empty || chat.log.complete) return;
    await this.#page(chat, { before: chat.log.first, limit });
  }

  /**
   * Loads a message and what stands around it, wherever it is.
   *
   * @param {string} chatID
   * @param {number} seq
   * @returns {Promise<boolean>} whether there is one
   */
  async around(chatID, seq) {
    const chat = this.#store.chats.get(chatID);
    if (!chat || chat.log.at(seq)) return Boolean(chat);
    if (chat.past?.at(seq)) return true;
    const page = await this.#connection.request('history', { chatID, around: seq, limit: PAGE });
    if (!page.messages.some((message) => message.seq === seq)) return false;
    chat.past = null; // what was looked at before may lie anywhere
    takePage(chat, page.messages);
    this.#store.changed(`chat:${chatID}`);
    return true;
  }

  /**
   * Looks for the next message that mentions the reader.
   *
   * @param {string} chatID
   * @param {number} after the seq of the message to begin behind
   * @returns {Promise<number|null>} its seq
   */
  async nextMention(chatID, after) {
    const chat = this.#store.chats.get(chatID);
    const isMeant = (message) => message.seq > after && !message.deleted && mentionsMe(message, this.#store.me.id);
    let from = after;
    while (chat && from < chat.log.first - 1) {
      const page = await this.#connection.request('history', { chatID, after: from, limit: 100 });
      const found = page.messages.find(isMeant);
      if (found) return found.seq;
      if (page.messages.length === 0) break;
      from = page.last;
    }
    return chat?.log.items.find(isMeant)?.seq ?? null;
  }

  /**
   * Makes a stretch further back longer.
   *
   * @param {string} chatID
   * @param {'before'|'after'} side
   */
  async further(chatID, side) {
    const chat = this.#store.chats.get(chatID);
    const { past } = chat ?? {};
    if (!past || chat.loading || (side === 'before' && past.complete)) return;
    await this.#page(chat, { [side]: side === 'before' ? past.first : past.last, limit: PAGE }, past);
  }

  async #page(chat, range, past = null) {
    if (chat.loading) return;
    chat.loading = true;
    this.#store.changed(`chat:${chat.id}`);
    try {
      const page = await this.#connection.request('history', { chatID: chat.id, ...range });
      // an older page without what it was to go before would stand for the newest messages
      if (past) {
        if (chat.past === past) takePage(chat, page.messages);
      } else if (!range.before || !chat.log.empty) chat.log.merge(page.messages);
      chat.seq = Math.max(chat.seq, chat.log.last);
    } finally {
      chat.loading = false;
      this.#store.changed(`chat:${chat.id}`);
    }
  }

  // Comparing hundreds of conversations on every reconnect helps nobody: only the latest are kept.
  #letGo() {
    for (const chat of this.#store.orderedChats().slice(KEPT_CHATS)) {
      if (chat.id !== this.front) chat.log.clear();
    }
  }
}
