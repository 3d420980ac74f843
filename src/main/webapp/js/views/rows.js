import { countsAsUnread } from '../state/unread.js';
import { dayKey } from './times.js';

const GROUP_WITHIN = 5 * 60_000;

/**
 * The messages of a conversation as rows of the page: day separators and the unread divider put between
 * them, consecutive messages of one sender marked as a group.
 *
 * @param {{messages: object[], waiting: object[], me: object, unreadAfter: number|null}} what
 *   `waiting` are entries of the outbox, `unreadAfter` the seq after which the divider stands
 * @returns {{type: 'day'|'divider'|'system'|'message', key: string, message?: object, own?: boolean,
 *   starts?: boolean, ends?: boolean, state?: string}[]}
 */
export function rowsOf({ messages, waiting, me, unreadAfter }) {
  const rows = [];
  let previous = null;
  const keys = new Set();

  const add = (message, state, problem) => {
    const day = dayKey(message.dateCreate);
    if (!previous || dayKey(previous.message.dateCreate) !== day) {
      rows.push({ type: 'day', key: `day:${day}`, time: message.dateCreate });
      previous = null;
    }
    if (unreadAfter !== null && message.seq > unreadAfter && countsAsUnread(message, me.id)) {
      rows.push({ type: 'divider', key: 'divider' });
      unreadAfter = null;
      previous = null;
    }
    const own = message.userID === me.id;
    const type = message.kind === 'system' ? 'system' : 'message';
    const starts = !previous || previous.type === 'system' || !together(previous.message, message);
    if (previous) previous.ends = starts || type === 'system';
    const row = { type, key: keyOf(message, own), message, own, starts, ends: true, state, problem };
    rows.push(row);
    previous = row;
  };

  for (const message of messages) {
    if (message.key && message.userID === me.id) keys.add(message.key);
    add(message, 'sent');
  }
  for (const { key, content, replyTo, attachments, dateCreate, state, problem } of waiting) {
    if (keys.has(key)) continue;
    add({ key, content, replyTo, attachments, dateCreate, userID: me.id, kind: 'text' }, state, problem);
  }
  return rows;
}

// An own message keeps its row when it turns from a waiting one into a stored one.
const keyOf = (message, own) => (own && message.key ? `own:${message.key}` : `seq:${message.seq}`);

const together = (a, b) =>
  a.userID === b.userID && new Date(b.dateCreate) - new Date(a.dateCreate) < GROUP_WITHIN;
