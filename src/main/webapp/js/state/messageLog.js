const LONGEST_QUOTE = 200;

/**
 * The loaded messages of one conversation: one stretch of `seq` without a hole. That a hole cannot be
 * represented is the point: whatever would leave one is not taken, and comes with the next sync or page.
 */
export class MessageLog {
  /** @type {object[]} ascending by seq, never with a hole */
  items = [];

  get empty() {
    return this.items.length === 0;
  }

  /** The seq of the oldest loaded message, 0 when empty. */
  get first() {
    return this.items[0]?.seq ?? 0;
  }

  /** The seq of the newest loaded message, 0 when empty. */
  get last() {
    return this.items.at(-1)?.seq ?? 0;
  }

  /** Everything before is loaded: numbers start at 1. */
  get complete() {
    return this.first === 1;
  }

  /** @param {number} seq @returns {object|undefined} */
  at(seq) {
    return this.items[seq - this.first];
  }

  /**
   * Puts messages in by their seq: replaces older states, extends at both ends, ignores what does not adjoin.
   *
   * @param {object[]} messages in any order
   */
  merge(messages) {
    const ascending = [...messages].sort((a, b) => a.seq - b.seq);
    for (const message of ascending) this.#put(message);
    for (const message of ascending.reverse()) {
      if (message.seq === this.first - 1) this.items.unshift(message);
    }
    this.#requote(ascending);
    this.items = [...this.items]; // a new array tells the views that it changed
  }

  /**
   * Puts in newer states of messages that are here, and nothing else.
   *
   * @param {object[]} messages
   */
  refresh(messages) {
    this.merge(messages.filter(({ seq }) => this.at(seq)));
    this.#requote(messages);
  }

  // An answer shows what it answers as that is now.
  #requote(messages) {
    const changed = new Map(messages.filter(({ edited, deleted }) => edited || deleted).map((each) => [each.id, each]));
    if (changed.size === 0) return;
    this.items = this.items.map((item) => {
      const now = changed.get(item.replyTo?.messageID);
      if (!now) return item;
      return { ...item, replyTo: { ...item.replyTo, content: now.content.slice(0, LONGEST_QUOTE), deleted: now.deleted } };
    });
  }

  clear() {
    this.items = [];
  }

  /** Forgets all but the newest messages. @param {number} count */
  trim(count) {
    if (this.items.length > count) this.items = this.items.slice(-count);
  }

  #put(message) {
    const index = message.seq - this.first;
    if (this.empty || index === this.items.length) this.items.push(message);
    // each message carries the `ev` of its last change, so late news never overwrite newer ones
    else if (this.items[index] && (message.ev ?? 0) >= (this.items[index].ev ?? 0)) this.items[index] = message;
  }
}
