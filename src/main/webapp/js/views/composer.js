import { html } from 'lit';
import { icons } from './icons.js';
import { hasKeyboard } from './screen.js';
import { View } from './view.js';

const TYPING_EVERY = 4_000;
const TELL_LEFT_FROM = 500;

/** Where messages are written. What is not sent stays as a draft of its conversation. */
class Composer extends View {
  static properties = {
    chatID: {},
    userID: {},
    text: { state: true },
  };

  #typedAt = 0;

  constructor() {
    super();
    this.text = '';
  }

  // nothing here depends on what others do, but for a draft from another device
  watches(topics) {
    if (topics.has(`draft:${this.#draftKey}`)) this.text = this.store.drafts.get(this.#draftKey) ?? '';
    return false;
  }

  get #draftKey() {
    return this.chatID ?? `person:${this.userID}`;
  }

  willUpdate(changed) {
    if (!changed.has('chatID') && !changed.has('userID')) return;
    const before = changed.get('chatID') ?? `person:${changed.get('userID')}`;
    const became = changed.get('userID') && !changed.get('chatID') && this.chatID;
    if (became) this.store.drafts.delete(before); // the person's page has become the conversation
    else this.text = this.store.drafts.get(this.#draftKey) ?? '';
  }

  updated(changed) {
    const area = this.querySelector('textarea');
    if (!CSS.supports('field-sizing', 'content')) {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight}px`;
    }
    if (changed.has('chatID') && hasKeyboard()) area.focus();
  }

  render() {
    const left = this.store.limits.messageChars - this.text.length;
    const sendable = this.text.trim() !== '' && left >= 0;
    return html`<form class="composer" @submit=${this.#submit}>
      <div class="compose-box">
        <textarea
          rows="1"
          data-testid="composer"
          aria-label="Message"
          placeholder="Message"
          autocomplete="off"
          enterkeyhint="send"
          .value=${this.text}
          @input=${this.#input}
          @keydown=${this.#key}
        ></textarea>
        ${left < TELL_LEFT_FROM ? html`<span class="left ${left < 0 ? 'over' : ''}" data-testid="characters-left">${left}</span>` : ''}
      </div>
      <button class="send" data-testid="send" aria-label="Send" title="Send" ?disabled=${!sendable}>${icons.send}</button>
    </form>`;
  }

  #input(event) {
    this.text = event.target.value;
    if (this.text) this.store.drafts.set(this.#draftKey, this.text);
    else this.store.drafts.delete(this.#draftKey);
    const now = Date.now();
    if (!this.chatID || !this.text.trim() || now - this.#typedAt < TYPING_EVERY) return;
    this.#typedAt = now;
    this.client.request('typing', { chatID: this.chatID }).catch(() => {});
  }

  #key(event) {
    // while composing (Chinese, Japanese …) Enter chooses a word
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
    this.querySelector('textarea').focus();
  }

  #send() {
    const content = this.text.trim();
    if (!content || content.length > this.store.limits.messageChars) return;
    // the conversation may exist already when the page doesn't show it yet: one queue keeps the order
    const chatID = this.chatID ?? this.store.privateWith(this.userID)?.id;
    this.client.outbox.add(chatID ? { chatID } : { userID: this.userID }, content);
    this.text = '';
    this.#typedAt = 0;
    this.store.drafts.delete(this.#draftKey);
  }
}

customElements.define('parley-composer', Composer);
