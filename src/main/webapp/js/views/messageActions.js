import { html } from 'lit';
import { QUICK, emojiName } from '../text/emoji.js';
import { copy } from './clipboard.js';
import { ask } from './dialog.js';
import { pickEmoji } from './emojiPicker.js';
import { icons } from './icons.js';
import { openMenu } from './menu.js';
import { mayDo } from './messageRights.js';
import { showReaders } from './readers.js';
import { toast } from './toast.js';

/** What one can do with a message. What needs the composer is told by a `compose` event of the element. */
export class MessageActions {
  #client;
  #element;

  /** @param {import('../client.js').Client} client @param {HTMLElement} element of the log */
  constructor(client, element) {
    this.#client = client;
    this.#element = element;
  }

  /** @param {object} message @returns {import('./messageRights.js').Rights} */
  may(message) {
    const { store } = this.#client;
    return mayDo(message, store.chats.get(message.chatID), store.me);
  }

  /** @param {object} message @param {DOMRect} at what the menu belongs to */
  menu(message, at) {
    const may = this.may(message);
    const items = [
      may.reply && { icon: icons.reply, label: 'Reply', testId: 'action-reply', run: () => this.reply(message) },
      may.edit && { icon: icons.pen, label: 'Edit', testId: 'action-edit', run: () => this.edit(message) },
      may.copy && { icon: icons.copy, label: 'Copy text', testId: 'action-copy', run: () => copy(message.content, 'Text copied') },
      { icon: icons.link, label: 'Copy link', testId: 'action-link', run: () => copy(linkTo(message), 'Link copied') },
      may.pin && { icon: icons.pin, label: message.pinned ? 'Unpin' : 'Pin', testId: 'action-pin', run: () => this.pin(message, !message.pinned) },
      may.markUnread && { icon: icons.unread, label: 'Mark unread from here', testId: 'action-unread', run: () => this.markUnread(message) },
      may.seeReaders && { icon: icons.eye, label: 'Read by', testId: 'action-readers', run: () => showReaders(message, this.#client.store) },
      may.delete && { icon: icons.bin, label: 'Delete', testId: 'action-delete', danger: true, run: () => this.delete(message) },
    ].filter(Boolean);
    const head = may.react ? (close) => this.#quick(message, at, close) : undefined;
    openMenu({ label: 'Message actions', at, items, head, testId: 'message-menu' });
  }

  #quick(message, at, close) {
    const own = this.#client.store.me.id;
    const chosen = new Set(message.reactions?.filter(({ userIDs }) => userIDs.includes(own)).map(({ emoji }) => emoji));
    const react = (emoji) => {
      close();
      this.react(message, emoji);
    };
    return html`<div class="quick" role="group" aria-label="React">
      ${QUICK.map(
        (emoji) => html`<button class="emoji" data-testid="quick-reaction" aria-pressed=${chosen.has(emoji)} aria-label=${emojiName(emoji)} title=${emojiName(emoji)} @click=${() => react(emoji)}>${emoji}</button>`,
      )}
      <button class="emoji more" data-testid="more-reactions" aria-label="More emoji" title="More emoji" @click=${() => {
        close();
        this.pickReaction(message, at);
      }}>${icons.add}</button>
    </div>`;
  }

  pickReaction(message, at) {
    pickEmoji(at, (emoji) => this.react(message, emoji));
  }

  reply(message) {
    this.#compose('reply', message);
  }

  edit(message) {
    this.#compose('edit', message);
  }

  #compose(mode, message) {
    this.#element.dispatchEvent(new CustomEvent('compose', { detail: { mode, message }, bubbles: true }));
  }

  react(message, emoji) {
    return this.#request('reactToMessage', { messageID: message.id, emoji });
  }

  pin(message, pinned) {
    return this.#request('pinMessage', { messageID: message.id, pinned });
  }

  async delete(message) {
    const sure = await ask({ title: 'Delete this message?', text: 'It disappears for everybody in this conversation.', action: 'Delete' });
    if (sure) await this.#request('deleteMessage', { messageID: message.id });
  }

  // Who stays would read it at once.
  async markUnread({ chatID, seq }) {
    this.#element.dispatchEvent(new CustomEvent('leave-chat', { bubbles: true }));
    await this.#client.reading.settle(chatID);
    return this.#request('markUnread', { chatID, seq });
  }

  // The answer changes nothing here: what has changed comes as a push to every page, this one included.
  async #request(type, payload) {
    try {
      return await this.#client.request(type, payload);
    } catch ({ code, message }) {
      toast(code === 'closed' ? 'This needs a connection. You’re offline.' : message);
      return undefined;
    }
  }
}

const linkTo = ({ chatID, seq }) => `${location.origin}/chat/${chatID}/${seq}`;
