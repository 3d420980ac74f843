import { isMuted } from '../state/own.js';
import { countsAsUnread } from '../state/unread.js';
import { icons } from './icons.js';
import { openMenu } from './menu.js';
import { toast } from './toast.js';

const HOUR = 3_600_000;
const MUTES = [
  ['For an hour', 'mute-hour', HOUR],
  ['For a day', 'mute-day', 24 * HOUR],
  ['For a week', 'mute-week', 7 * 24 * HOUR],
  ['Until I say otherwise', 'mute-forever', Infinity],
];

/**
 * What one may do with a conversation for oneself. The server tells all own devices, this one included.
 *
 * @param {import('../client.js').Client} client
 * @param {import('../state/chat.js').Chat} chat
 * @param {DOMRect} at what the menu belongs to
 */
export function openChatMenu(client, chat, at) {
  const { store } = client;
  const act = (type, payload) => request(client, type, { chatID: chat.id, ...payload });
  const last = chat.lastMessage;
  const mayMark = chat.unread === 0 && last && countsAsUnread(last, store.me.id);
  openMenu({
    label: store.nameOf(chat),
    at,
    testId: 'chat-menu',
    items: [
      chat.unread > 0 && { icon: icons.checks, label: 'Mark as read', testId: 'mark-read', run: () => act('markRead', { seq: chat.seq }) },
      mayMark && { icon: icons.unread, label: 'Mark as unread', testId: 'mark-unread', run: () => act('markUnread', { seq: last.seq }) },
      isMuted(chat)
        ? { icon: icons.bell, label: 'Unmute', testId: 'unmute', run: () => act('muteConversation', { until: null }) }
        : { icon: icons.mute, label: 'Mute', testId: 'mute', run: () => openMuteMenu(client, chat, at) },
      { icon: icons.archive, label: chat.archived ? 'Take out of the archive' : 'Archive', testId: 'archive', run: () => act('archiveConversation', { archived: !chat.archived }) },
    ].filter(Boolean),
  });
}

/** For how long a conversation shall keep quiet. */
export function openMuteMenu(client, chat, at) {
  openMenu({
    label: 'Mute for how long?',
    at,
    testId: 'mute-menu',
    items: MUTES.map(([label, testId, time]) => ({
      icon: icons.clock,
      label,
      testId,
      run: () => request(client, 'muteConversation', { chatID: chat.id, until: until(time) }),
    })),
  });
}

const until = (time) => (time === Infinity ? 'forever' : new Date(Date.now() + time).toISOString());

async function request(client, type, payload) {
  try {
    await client.request(type, payload);
  } catch (error) {
    toast(error.message);
  }
}
