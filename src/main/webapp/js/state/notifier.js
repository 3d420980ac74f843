import { plainText } from '../text/markdown.js';
import { isMuted } from './own.js';
import { countsAsUnread } from './unread.js';

const KEY = 'parley.notify';
const LONGEST = 140;
const ICON = '/icons/touch.png';

/**
 * Tells of a new message by a notification of the system, unless its conversation is open in front of the
 * reader or muted. Of a conversation in the background only the fact is known here, so only that is told.
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
    const chat = this.#store.chats.get(data?.chatID);
    if (!chat || isMuted(chat) || chat.id === this.#front()) return;
    if (type === 'chatActivity' && chat.unread > unreadBefore) this.#show(chat, 'New message');
    if (type === 'inputChatMessage' && countsAsUnread(data, this.#store.me?.id) && data.seq > chat.readSeq) this.#show(chat, this.#line(chat, data));
  }

  #line(chat, { content, attachments = [], senderName, userName }) {
    const text = plainText(content.slice(0, 2 * LONGEST)) || attachments.map(({ name }) => name).join(', ');
    return (chat.kind === 'private' ? text : `${senderName || userName}: ${text}`).slice(0, LONGEST);
  }

  async #show(chat, body) {
    const options = { body, tag: `chat:${chat.id}`, icon: ICON, data: { path: `/chat/${chat.id}` } };
    const title = this.#store.nameOf(chat);
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
