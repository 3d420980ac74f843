import { html } from 'lit';
import { hueOf } from './avatar.js';
import { icons } from './icons.js';
import { openLayer } from './menu.js';
import { mayDo } from './messageRights.js';
import { quoteOf, quoteText } from './quote.js';
import { longTime } from './times.js';
import { toast } from './toast.js';
import { View } from './view.js';

const AGAIN_AFTER = 5_000;

/** The pinned messages above a conversation: one at a time, each click leads to the next. */
class Pins extends View {
  static properties = {
    chatID: {},
    at: { state: true },
  };

  #loading = null;

  constructor() {
    super();
    this.at = 0;
  }

  watches(topics) {
    return topics.has('connection') || topics.has(`chat:${this.chatID}`);
  }

  willUpdate(changed) {
    if (changed.has('chatID')) this.at = 0;
  }

  updated() {
    const chat = this.store.chats.get(this.chatID);
    if (chat && !chat.pins.known && this.client.connection.state === 'online') this.#load(chat);
  }

  async #load(chat) {
    if (this.#loading === chat) return;
    this.#loading = chat;
    const ev = chat.seenEv;
    try {
      const { messages } = await this.client.request('pinnedMessages', { chatID: chat.id });
      // a change that came meanwhile may be missing in the answer
      if (chat.seenEv === ev) Object.assign(chat.pins, { messages, known: true });
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    }
    this.#loading = null;
    this.store.changed(`chat:${chat.id}`);
  }

  render() {
    const pins = this.store.chats.get(this.chatID)?.pins.messages ?? [];
    if (pins.length === 0) return '';
    const index = this.at % pins.length;
    const pin = pins[index];
    return html`<div class="pins" data-testid="pins">
      <button class="pin" data-testid="pin" title="To the pinned message" @click=${() => this.#show(pin)}>
        ${icons.pin}
        <span class="pin-text">
          <b>${pins.length > 1 ? `Pinned message ${index + 1} of ${pins.length}` : 'Pinned message'}</b>
          <span class="quote-text" dir="auto">${quoteText(quoteOf(pin))}</span>
        </span>
      </button>
      <button class="round small" aria-label="All pinned messages" title="All pinned messages" data-testid="all-pins" @click=${() => this.#list(pins)}>${icons.list}</button>
    </div>`;
  }

  #show(pin) {
    this.at += 1;
    this.#jump(pin.seq);
  }

  #jump(seq) {
    this.dispatchEvent(new CustomEvent('jump', { detail: { seq } }));
  }

  #list(pins) {
    const chat = this.store.chats.get(this.chatID);
    const dialog = openLayer({
      label: 'Pinned messages',
      className: 'panel',
      testId: 'pin-list',
      content: html`<header class="panel-head"><h2>Pinned messages</h2>
          <button class="round small" aria-label="Close" @click=${() => dialog.close()}>${icons.close}</button></header>
        <ul class="panel-list">${pins.map((pin) => this.#row(pin, chat, () => dialog.close()))}</ul>`,
    });
  }

  #row(pin, chat, close) {
    const go = () => {
      close();
      this.#jump(pin.seq);
    };
    const unpin = () => {
      close();
      this.client.request('pinMessage', { messageID: pin.id, pinned: false }).catch(({ message }) => toast(message));
    };
    return html`<li class="panel-row" data-testid="pin-row">
      <button class="panel-choice hue-${hueOf(pin.userID)}" @click=${go}>
        <b class="quote-who">${pin.senderName || pin.userName}</b> <small>${longTime(pin.dateCreate)}</small>
        <span class="quote-text" dir="auto">${quoteText(quoteOf(pin))}</span>
      </button>
      ${mayDo(pin, chat, this.store.me).pin
        ? html`<button class="round small" aria-label="Unpin" title="Unpin" data-testid="unpin" @click=${unpin}>${icons.close}</button>`
        : ''}
    </li>`;
  }
}

customElements.define('parley-pins', Pins);
