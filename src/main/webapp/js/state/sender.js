const TRY_AGAIN = new Set(['timeout', 'rateLimited', 'internal', 'restarting']);
const MOST_TRIES = 6;
const WHILE_CLOSING = 200;

/**
 * Sends what waits in the outbox while there is a connection: one at a time for each conversation, in the
 * order of writing, again with the same key until the server has answered. It stores a key once, so what was
 * sent and not confirmed may be sent again by whoever comes next.
 *
 * Of several pages one sends, for all. The vault, not this page's memory, says what comes next.
 */
export class Sender {
  #connection;
  #store;
  #outbox;
  #tabs;
  /** queue -> its worker */
  #working = new Map();
  /** queue -> not before this time */
  #paused = new Map();
  /** key -> how often it was tried here */
  #tries = new Map();
  #asked = false;
  #sending = false;

  /** @param {{connection: import('../net/connection.js').Connection, store: import('./store.js').Store, outbox: import('./outbox.js').Outbox, tabs: import('./tabs.js').Tabs}} parts */
  constructor({ connection, store, outbox, tabs }) {
    this.#connection = connection;
    this.#store = store;
    this.#outbox = outbox;
    this.#tabs = tabs;
    outbox.onwaiting = () => this.pump();
  }

  /** Sends whatever waits. Called when something was written and when the connection is back. */
  async pump() {
    if (!this.#online || this.#outbox.unsent.length === 0) return;
    if (this.#sending) return this.#start();
    if (this.#asked) return; // in line already
    this.#asked = true;
    await this.#tabs.alone('outbox', async () => {
      this.#asked = false;
      this.#sending = true;
      try {
        await this.#start();
        while (this.#working.size > 0) await Promise.all(this.#working.values());
      } finally {
        this.#sending = false;
      }
    });
    // written between the last look and here
    if (this.#outbox.unsent.some((entry) => entry.state === 'sending' && !this.#paused.has(queueOf(entry)))) this.pump();
  }

  get #online() {
    return this.#connection.state === 'online';
  }

  async #start() {
    for (const queue of new Set((await this.#outbox.waiting()).map(queueOf))) {
      if (this.#working.has(queue) || this.#paused.has(queue)) continue;
      this.#working.set(queue, this.#empty(queue).finally(() => this.#working.delete(queue)));
    }
  }

  async #empty(queue) {
    while (this.#online && !this.#paused.has(queue)) {
      const entry = (await this.#outbox.waiting()).find((each) => queueOf(each) === queue);
      if (!entry || !this.#online) return;
      try {
        await this.#send(entry);
        this.#tries.delete(entry.key);
      } catch (error) {
        if (error.code === 'closed') return this.#pause(queue, WHILE_CLOSING); // stays, for the next connection
        await this.#failed(entry, queue, error);
      }
    }
  }

  async #send(entry) {
    if (!entry.chatID) return this.#createConversation(entry.userID);
    const { key, chatID, content, replyTo, attachments } = entry;
    const receipt = await this.#connection.request('sendMessage', {
      chatID,
      content,
      key,
      ...(replyTo && { replyTo: replyTo.messageID }),
      ...(attachments?.length && { attachmentIDs: attachments.map(({ id }) => id) }),
    });
    await this.#outbox.update(key, { state: 'sent', seq: receipt.seq, dateCreate: receipt.dateCreate });
  }

  // A queue stays closed during a pause, so that a message written later does not overtake.
  async #failed({ key }, queue, { code, message }) {
    const tries = (this.#tries.get(key) ?? 0) + 1;
    if (!TRY_AGAIN.has(code) || tries >= MOST_TRIES) {
      this.#tries.delete(key);
      await this.#outbox.update(key, { state: 'failed', problem: message });
      return;
    }
    this.#tries.set(key, tries);
    this.#pause(queue, Math.min(500 * 2 ** tries, 10_000));
  }

  #pause(queue, wait) {
    const over = () => {
      this.#paused.delete(queue);
      this.pump();
    };
    this.#paused.set(queue, setTimeout(over, wait));
  }

  // A private conversation is unique for a pair: asking twice, or both at once, gives the same one.
  async #createConversation(userID) {
    const conversation = await this.#connection.request('createConversation', { kind: 'private', userIDs: [userID] });
    this.#store.adopt(conversation);
    for (const { key } of this.#outbox.waitingFor({ userID }).filter((each) => !each.chatID)) {
      await this.#outbox.update(key, { chatID: conversation.id });
    }
    await this.#start(); // under its new name
  }
}

const queueOf = ({ chatID, userID }) => chatID ?? `person:${userID}`;
