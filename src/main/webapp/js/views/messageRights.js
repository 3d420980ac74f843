const MOST_READERS = 50;

/**
 * @typedef {Record<'reply'|'react'|'edit'|'delete'|'pin'|'copy'|'markUnread'|'seeReaders', boolean>} Rights
 */

/**
 * What somebody may do with a message. The server decides; this keeps from offering what it would refuse.
 *
 * @param {object} message
 * @param {import('../state/chat.js').Chat|undefined} chat
 * @param {object} me
 * @returns {Rights}
 */
export function mayDo(message, chat, me) {
  const there = Boolean(chat) && message.seq !== undefined && !message.deleted && message.kind !== 'system';
  const own = message.userID === me.id;
  const writes = there && chat.mayWrite !== false;
  return {
    reply: writes,
    react: writes,
    edit: writes && own,
    delete: there && (own || (chat.kind !== 'private' && administrates(chat, me))),
    pin: writes && (chat.kind !== 'everybody' || administrates(chat, me)),
    copy: there && message.content !== '',
    markUnread: there && !own,
    seeReaders: there && own && chat.kind !== 'private' && chat.memberCount <= MOST_READERS,
  };
}

const administrates = (chat, me) => (chat.kind === 'everybody' ? me.role !== 'user' : chat.role === 'admin');
