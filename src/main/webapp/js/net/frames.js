// The wire of subprotocol `parley.v1`: a frame holds one or more JSON messages, each ended by a newline.

/**
 * @param {object} message
 * @returns {string} the message as one line
 */
export const encode = (message) => `${JSON.stringify(message)}\n`;

/**
 * Reads a frame. A line that is no JSON is skipped: one bad line must not cost the others.
 *
 * @param {string} frame
 * @returns {object[]} the messages in their order
 */
export function decode(frame) {
  const messages = [];
  for (const line of frame.split('\n')) {
    if (!line.trim()) continue;
    try {
      messages.push(JSON.parse(line));
    } catch {
      // nothing to be done with it here; a lost change shows as a gap in `ev` and is synced
    }
  }
  return messages;
}
