import { Chat } from './chat.js';
import { counted } from './notices.js';
import { takeOwn } from './own.js';

const TYPING_SHOWN = 6_000;

/**
 * What each push of the server does to the store. A handler returns `true` when it shows that something is
 * missing, which only a sync can bring. Handlers can be run twice with the same push without harm.
 *
 * @type {Record<string, (store: import('./store.js').Store, data: any) => boolean|void>}
 */
const handlers = {
  hello(store, { limits }) {
    store.limits = { ...store.limits, ...limits };
  },

  inputChatMessage: takeMessage,

  messageChanged: takeMessage,

  chatActivity(store, activity) {
    const chat = store.chats.get(activity.chatID);
    if (!chat) return true;
    chat.takeActivity(activity);
    store.changed('chats', `chat:${chat.id}`);
    return false; // the bodies are loaded when the conversation is opened
  },

  conversationChanged(store, { chatID, ev, conversation }) {
    let chat = store.chats.get(chatID);
    const isNew = !chat;
    if (isNew) store.chats.set(chatID, (chat = new Chat(conversation)));
    else if (ev < chat.ev) return false;
    const wasStale = chat.stale;
    const adjoins = chat.hear(ev);
    chat.takeState(conversation);
    chat.role = chat.members.find(({ id }) => id === store.me?.id)?.role ?? chat.role;
    store.changed('chats', `chat:${chatID}`);
    return isNew || (!adjoins && !wasStale);
  },

  conversationGone(store, { chatID }) {
    store.remove(chatID);
  },

  readMark(store, { chatID, userID, seq, ...mark }) {
    const chat = store.chats.get(chatID);
    if (!chat) return;
    if (userID === store.me?.id) takeOwn(chat, { ...mark, readSeq: seq }, userID);
    else chat.memberRead(userID, seq);
    store.changed('chats', `chat:${chatID}`);
  },

  ownChatChanged(store, own) {
    const chat = store.chats.get(own.chatID);
    if (!chat || !takeOwn(chat, own, store.me?.id)) return;
    store.drafts.take(chat.id, chat.draft);
    store.changed('chats', `chat:${chat.id}`);
  },

  typing(store, { chatID, userID }) {
    const chat = store.chats.get(chatID);
    if (!chat || userID === store.me?.id) return;
    stopTyping(store, chat, userID);
    chat.typing.set(userID, setTimeout(() => stopTyping(store, chat, userID), TYPING_SHOWN));
    store.changed(`chat:${chatID}`);
  },

  presence(store, { online = [], offline = [] }) {
    for (const person of online) {
      store.people.set(person.id, { ...store.people.get(person.id), ...person, online: true });
    }
    for (const id of offline) {
      const person = store.people.get(id);
      if (person) store.people.set(id, { ...person, online: false });
    }
    store.changed('people', 'chats');
  },

  personChanged(store, person) {
    if (person.deleted) store.people.delete(person.id);
    else store.people.set(person.id, { ...store.people.get(person.id), ...person });
    if (person.id === store.me?.id && !person.deleted) {
      const { name, fullName, picture } = person;
      store.me = { ...store.me, name, fullName, picture };
    }
    store.changed('people', 'chats', 'me');
  },

  accountChanged(store, account) {
    store.me = account;
    store.changed('me');
  },

  blocksChanged(store, { userIDs }) {
    store.blocked = new Set(userIDs);
    store.changed('people', 'chats');
  },

  newNotification(store, notice) {
    for (const id of counted([notice])) store.notices.add(id);
    store.changed('notifications');
  },

  // without a list nothing has changed but what `newNotification` tells
  notificationsChanged(store, { notifications }) {
    if (!notifications) return;
    store.notices = counted(notifications);
    store.changed('notifications');
  },
};

function takeMessage(store, message) {
  const chat = store.chats.get(message.chatID);
  if (!chat) return true;
  const wasStale = chat.stale;
  chat.receive(message, store.me?.id);
  stopTyping(store, chat, message.userID);
  store.changed('chats', `chat:${chat.id}`);
  // what was already known to be missing is loaded when the conversation is opened
  return chat.stale && !wasStale;
}

function stopTyping(store, chat, userID) {
  if (!chat.typing.has(userID)) return;
  clearTimeout(chat.typing.get(userID));
  chat.typing.delete(userID);
  store.changed(`chat:${chat.id}`);
}

/**
 * @param {import('./store.js').Store} store
 * @param {{type: string, data: any}} push
 * @returns {boolean} whether a sync is needed
 */
export const applyPush = (store, { type, data }) => handlers[type]?.(store, data) === true;
