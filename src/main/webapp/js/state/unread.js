/**
 * The one formula: others' messages after the read mark, not deleted, not of the system.
 *
 * @param {object} message
 * @param {string} me own id
 */
export const countsAsUnread = (message, me) =>
  message.userID !== me && !message.deleted && message.kind !== 'system';
