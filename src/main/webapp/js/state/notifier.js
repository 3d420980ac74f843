import { plainText } from '../text/markdown.js';
import { placeOf, textOf } from './notices.js';
import { isMuted } from './own.js';
import { countsAsUnread } from './unread.js';

const KEY = 'parley.notify';
const LONGEST = 140;
const ICON = '/icons/touch.png';

/**
 * Tells of a new message by a notification of the system, unless its conversation is open in front of the
 * reader or muted. Of a conversation in the background only the fact is known here, so only that is told.
 * What else there is to know is told unless the reader looks at this page: there the count beside Activity moves.
 */
export class Notifier {
  #store;
  #front;

  /** @param {{store: import('./store.js').Store, front: () => string|null}} parts `front`: what the reader has before the eyes */
  constructor({ store, front }) {
    this.#store = store;
    this.#front = front;
  }

  /** Called when somebody chooses a notification; opens the conversation. */
  onchosen = () => {};

  /** @returns {'on'|'off'|'denied'|'impossible'} */
  get state() {
    if (!('Notification' in globalThis)) return 'impossible';
    if (Notification.permission === 'denied') return 'denied';
    return Notification.permission === 'granted' && stored() === 'on' ? 'on' : 'off';
  }

  /** @param {boolean} on asks the reader for leave the first time */
  async turn(on) {
    if (on && Notification.permission === 'default') await Notification.requestPermission();
    try {
      localStorage.setItem(KEY, on ? 'on' : 'off');
    } catch {
      // storage may be forbidden; then the choice can't be kept
    }
  }

  /**
   * @param {{type: string, data: any}} push after the store has taken it
   * @param {number} unreadBefore of its conversation
   */
  heard({ type, data }, unreadBefore) {
    if (this.state !== 'on') return;
    if (type === 'newNotification') return this.#notice(data);
    const chat = this.#store.chats.get(data?.chatID);
    if (!chat || isMuted(chat) || chat.id === this.#front()) return;
    if (type === 'chatActivity' && chat.unread > unreadBefore) this.#message(chat, 'New message');
    if (type === 'inputChatMessage' && countsAsUnread(data, this.#store.me?.id) && data.seq > chat.readSeq) this.#message(chat, this.#line(chat, data));
  }

  #line(chat, { content, attachments = [], senderName, userName }) {
    const text = plainText(content.slice(0, 2 * LONGEST)) || attachments.map(({ name }) => name).join(', ');
    return (chat.kind === 'private' ? text : `${senderName || userName}: ${text}`).slice(0, LONGEST);
  }

  #message(chat, body) {
    this.#show(this.#store.nameOf(chat), { body, tag: `chat:${chat.id}`, data: { path: `/chat/${chat.id}` } });
  }

  // A chat tells of its messages by itself.
  #notice(notice) {
    if (notice.type === 'new chat message' || document.visibilityState === 'visible') return;
    this.#show('Parley', { body: textOf(notice, this.#store), tag: `notice:${notice.id}`, data: { path: placeOf(notice) } });
  }

  async #show(title, more) {
    const options = { icon: ICON, ...more };
    try {
      const shown = new Notification(title, options);
      shown.onclick = () => {
        focus();
        shown.close();
        this.onchosen(options.data.path);
      };
    } catch {
      // browsers of phones let only the service worker do it
      const registration = await navigator.serviceWorker?.getRegistration();
      registration?.showNotification(title, options);
    }
  }
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
