/** The pinned messages of a conversation. */
export class Pins {
  /** The last pin first. @type {object[]} */
  messages = [];
  /** Whether they are all there, and no others. */
  known = false;

  /** A message as it is now, pinned or not. @param {object} message */
  take(message) {
    const held = this.messages.findIndex(({ id }) => id === message.id);
    if (held >= 0) this.messages = message.pinned ? this.messages.with(held, message) : this.messages.toSpliced(held, 1);
    else if (message.pinned) this.messages = [message, ...this.messages];
  }
}
