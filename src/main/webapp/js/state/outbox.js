const TRY_AGAIN = new Set(['timeout', 'rateLimited', 'internal', 'restarting']);
const MOST_TRIES = 6;

/**
 * @typedef {object} Entry a message on its way
 * @property {string} key chosen here; by it the server knows a retry and a reader's page its own message
 * @property {string|null} chatID null until the private conversation with `userID` exists
 * @property {string|null} userID the person to whom this is the first message
 * @property {string} content
 * @property {string} dateCreate
 * @property {'sending'|'sent'|'failed'} state `sent` until the message itself arrives
 * @property {string} problem why it failed, for people
 * @property {number} tries
 */

/**
 * Messages that were written and are not yet in the log. Sent in their order, one at a time for each
 * conversation, again with the same key until the server has answered: it stores a key once.
 */
export class Outbox {
  /** @type {Entry[]} */
  entries = [];
  #connection;
  #store;
  #busy = new Set();

  /**
   * @param {{connection: import('../net/connection.js').Connection, store: import('./store.js').Store}} parts
   */
  constructor({ connection, store }) {
    this.#connection = connection;
    this.#store = store;
    store.addEventListener('change', () => this.#prune());
  }

  /**
   * @param {{chatID?: string, userID?: string}} to a conversation, or a person to whom none exists yet
   * @param {string} content
   */
  add({ chatID = null, userID = null }, content) {
    const key = crypto.randomUUID();
    const dateCreate = new Date().toISOString();
    this.entries.push({ key, chatID, userID, content, dateCreate, state: 'sending', problem: '', tries: 0 });
    this.#changed();
    this.pump();
  }

  /** @param {string} key */
  retry(key) {
    const entry = this.#find(key);
    if (!entry) return;
    Object.assign(entry, { state: 'sending', problem: '', tries: 0 });
    this.#changed();
    this.pump();
  }

  /** @param {string} key */
  discard(key) {
    this.entries = this.entries.filter((entry) => entry.key !== key);
    this.#changed();
  }

  /** @param {{chatID?: string, userID?: string}} to @returns {Entry[]} in the order of writing */
  waitingFor({ chatID, userID }) {
    return this.entries.filter((entry) => (chatID ? entry.chatID === chatID : entry.userID === userID));
  }

  clear() {
    this.entries = [];
    this.#changed();
  }

  /** Sends whatever waits. Called when something was written and when the connection is back. */
  pump() {
    for (const entry of this.entries) {
      if (entry.state !== 'sending') continue;
      const queue = entry.chatID ?? `person:${entry.userID}`;
      if (!this.#busy.has(queue)) this.#send(entry, queue);
    }
  }

  async #send(entry, queue) {
    const queues = new Set([queue]);
    this.#busy.add(queue);
    let pause = 0;
    try {
      if (!entry.chatID) {
        await this.#createConversation(entry);
        queues.add(entry.chatID);
        this.#busy.add(entry.chatID);
      }
      const { chatID, content, key } = entry;
      const receipt = await this.#connection.request('sendMessage', { chatID, content, key });
      Object.assign(entry, { state: 'sent', seq: receipt.seq, dateCreate: receipt.dateCreate });
    } catch (error) {
      if (error.code === 'closed') return; // stays; the next connection pumps
      entry.tries++;
      if (TRY_AGAIN.has(error.code) && entry.tries < MOST_TRIES) pause = Math.min(500 * 2 ** entry.tries, 10_000);
      else Object.assign(entry, { state: 'failed', problem: error.message });
    } finally {
      this.#release(queues, pause);
    }
  }

  // The queue stays busy during a pause, so that a message written later does not overtake.
  #release(queues, pause) {
    const free = () => {
      for (const queue of queues) this.#busy.delete(queue);
      if (this.#connection.state === 'online') this.pump();
    };
    this.#changed();
    if (pause) setTimeout(free, pause);
    else free();
  }

  // A private conversation is unique for a pair: asking twice, or both at once, gives the same one.
  async #createConversation(entry) {
    const { userID } = entry;
    const conversation = await this.#connection.request('createConversation', { kind: 'private', userIDs: [userID] });
    this.#store.adopt(conversation);
    for (const other of this.entries) {
      if (!other.chatID && other.userID === userID) other.chatID = conversation.id;
    }
  }

  #prune() {
    const before = this.entries.length;
    this.entries = this.entries.filter((entry) => {
      if (!entry.chatID) return true;
      const chat = this.#store.chats.get(entry.chatID);
      if (!chat) return this.#store.ready === false; // the conversation is gone, and with it what was for it
      return !(entry.state === 'sent' && loadable(chat, entry)) && !arrived(chat, entry);
    });
    if (this.entries.length !== before) this.#changed();
  }

  #find(key) {
    return this.entries.find((entry) => entry.key === key);
  }

  #changed() {
    this.#store.changed('outbox');
  }
}

// The log has it, or will have it when it is loaded.
const loadable = ({ log, seq }, entry) => entry.seq <= (log.empty ? seq : log.last);

// The newest are looked at first: there a message just sent will be.
function arrived({ log }, { key }) {
  for (let i = log.items.length - 1; i >= 0 && i >= log.items.length - 200; i--) {
    if (log.items[i].key === key) return true;
  }
  return false;
}
