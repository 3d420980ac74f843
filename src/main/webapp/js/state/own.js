import { countsAsUnread } from './unread.js';

/**
 * What a conversation is to its reader alone: role, read mark, counts, mute, archive, draft, whether one may write.
 * Of two states the one with the larger `rev` holds.
 *
 * @param {import('./chat.js').Chat} chat
 * @param {object} own of a push, an answer or a snapshot
 * @param {string} me own id
 * @returns {boolean} whether it was news
 */
export function takeOwn(chat, own, me) {
  if (own.rev === undefined || own.rev <= chat.rev) return false;
  chat.rev = own.rev;
  for (const name of ['role', 'mutedUntil', 'archived', 'draft', 'mayWrite']) if (name in own) chat[name] = own[name];
  // what was read here and is not told yet is the newest there is
  if (own.readSeq !== undefined && own.readSeq >= chat.marking) {
    chat.readSeq = own.readSeq;
    takeCounts(chat, own, me);
  }
  return true;
}

/** @param {import('./chat.js').Chat} chat @param {object} own with counts up to the message `counted` @param {string} me */
function takeCounts(chat, { unread, mentions, counted }, me) {
  if (unread === undefined) return;
  const later = counted === undefined ? [] : chat.log.items.filter((m) => m.seq > counted && m.seq > chat.readSeq && countsAsUnread(m, me));
  chat.unread = unread + later.length;
  chat.mentions = (mentions ?? 0) + later.filter((m) => mentionsMe(m, me)).length;
}

/** @param {object} message @param {string} me own id */
export const mentionsMe = (message, me) => (message.mentions ?? []).includes(me);

/** @param {import('./chat.js').Chat} chat @returns {boolean} whether it shall not make itself heard now */
export const isMuted = ({ mutedUntil }) => Boolean(mutedUntil) && new Date(mutedUntil) > new Date();
