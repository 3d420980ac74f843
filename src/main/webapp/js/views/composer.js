import { html } from 'lit';
import { chips } from './chips.js';
import { composeBar } from './composeBar.js';
import { composeRow } from './composeRow.js';
import { emojiInto } from './emojiPicker.js';
import { MentionList } from './mentionList.js';
import { quoteOf } from './quote.js';
import { hasKeyboard } from './screen.js';
import { toast } from './toast.js';
import { View } from './view.js';

const TYPING_EVERY = 4_000;

/**
 * Where messages are written. What is not sent stays as a draft of its conversation. `composing` says when it
 * answers a message or changes one; its end is told by `composed`.
 */
class Composer extends View {
  static properties = {
    chatID: {},
    userID: {},
    composing: { attribute: false },
    text: { state: true },
  };

  #typedAt = 0;
  #handlers = {
    input: (event) => this.#input(event),
    key: (event) => this.#key(event),
    look: () => this.#look(),
    blur: () => this.#mentions.close(),
    choose: () => this.querySelector('input[type="file"]').click(),
    chosen: (event) => this.#chosen(event),
    emoji: (event) => this.#emoji(event),
  };
  #mentions = new MentionList(() => this.requestUpdate());

  constructor() {
    super();
    this.text = '';
  }

  // nothing else here depends on what others do
  watches(topics) {
    if (!this.#editing && topics.has(`draft:${this.#draftKey}`)) this.text = this.#draft;
    return topics.has('uploads');
  }

  get #draftKey() {
    return this.chatID ?? `person:${this.userID}`;
  }

  get #draft() {
    return this.store.drafts.get(this.#draftKey) ?? '';
  }

  get #editing() {
    return this.composing?.mode === 'edit';
  }

  get #area() {
    return this.querySelector('textarea');
  }

  willUpdate(changed) {
    if (changed.has('chatID') || changed.has('userID')) this.#turnTo(changed);
    if (changed.has('composing')) {
      if (this.#editing) this.text = this.composing.message.content;
      else if (changed.get('composing')?.mode === 'edit') this.text = this.#draft;
    }
  }

  #turnTo(changed) {
    const before = changed.get('chatID') ?? `person:${changed.get('userID')}`;
    const became = changed.get('userID') && !changed.get('chatID') && this.chatID;
    if (became) {
      this.store.drafts.delete(before); // the person's page has become the conversation
      this.client.uploads.move(before, this.chatID);
    } else this.text = this.#draft;
    this.#mentions.close();
  }

  updated(changed) {
    const area = this.#area;
    if (!CSS.supports('field-sizing', 'content')) {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight}px`;
    }
    if (changed.has('chatID') && hasKeyboard()) area.focus();
    if (changed.has('composing') && this.composing) {
      area.focus();
      area.setSelectionRange(area.value.length, area.value.length);
    }
  }

  render() {
    const left = this.store.limits.messageChars - this.text.length;
    const uploads = this.#editing ? [] : this.client.uploads.of(this.#draftKey);
    const carries = this.#editing ? this.composing.message.attachments?.length > 0 : uploads.some(({ state }) => state === 'done');
    const ready = uploads.every(({ state }) => state !== 'sending');
    const sendable = (this.text.trim() !== '' || carries) && left >= 0 && ready;
    return html`<form class="composer" @submit=${this.#submit} @paste=${this.#paste}>
      ${this.#mentions.template(this)}
      ${this.composing ? composeBar(this.composing, this.store.me.id, { leave: this.#leave, jump: (seq) => this.#tell('jump', { seq }) }) : ''}
      ${uploads.length ? chips(uploads, (id) => this.client.uploads.remove(this.#draftKey, id)) : ''}
      ${composeRow({ text: this.text, left, editing: this.#editing, ready, sendable, active: this.#mentions.activeId }, this.#handlers)}
    </form>`;
  }

  #input(event) {
    this.text = event.target.value;
    this.#look();
    if (this.#editing) return;
    if (this.text) this.store.drafts.set(this.#draftKey, this.text);
    else this.store.drafts.delete(this.#draftKey);
    const now = Date.now();
    if (!this.chatID || !this.text.trim() || now - this.#typedAt < TYPING_EVERY) return;
    this.#typedAt = now;
    this.client.request('typing', { chatID: this.chatID }).catch(() => {});
  }

  #look() {
    this.#mentions.look(this.#area, this.store.chats.get(this.chatID), this.store);
  }

  #key(event) {
    if (this.#mentions.key(event, this.#area)) return;
    // while composing (Chinese, Japanese …) Enter chooses a word
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && this.composing) {
      event.preventDefault();
      this.#leave();
    } else if (event.key === 'ArrowUp' && this.text === '' && !this.composing) {
      this.#editLast(event);
    }
  }

  #editLast(event) {
    const own = ({ userID, deleted, kind }) => userID === this.store.me.id && !deleted && kind !== 'system';
    const message = this.store.chats.get(this.chatID)?.log.items.findLast(own);
    if (!message) return;
    event.preventDefault();
    this.#tell('compose', { mode: 'edit', message });
  }

  #leave = () => this.#tell('composed');

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #chosen(event) {
    this.attach(event.target.files);
    event.target.value = '';
    this.#area.focus();
  }

  #paste(event) {
    const { files } = event.clipboardData;
    if (files.length === 0 || this.#editing) return;
    event.preventDefault();
    this.attach(files);
  }

  /** @param {Iterable<File>} files to go with the next message */
  attach(files) {
    if (this.#editing) return;
    if (this.client.uploads.add(this.#draftKey, files) > 0) toast('A message takes at most ten files');
  }

  #emoji(event) {
    emojiInto(this.#area, event.currentTarget.getBoundingClientRect());
  }

  #submit(event) {
    event.preventDefault();
    this.#send();
    this.#area.focus();
  }

  #send() {
    if (this.querySelector('.send').disabled) return;
    const content = this.text.trim();
    if (this.#editing) return this.#save(content);
    // the conversation may exist already when the page doesn't show it yet: one queue keeps the order
    const chatID = this.chatID ?? this.store.privateWith(this.userID)?.id;
    this.client.outbox.add(chatID ? { chatID } : { userID: this.userID }, content, {
      replyTo: this.composing ? quoteOf(this.composing.message) : null,
      attachments: this.client.uploads.take(this.#draftKey),
    });
    this.text = '';
    this.#typedAt = 0;
    this.store.drafts.delete(this.#draftKey);
    this.#leave();
  }

  async #save(content) {
    const { message } = this.composing;
    try {
      if (content !== message.content) await this.client.request('editMessage', { messageID: message.id, content });
      if (this.composing?.message === message) this.#leave();
    } catch ({ code, message: text }) {
      toast(code === 'closed' ? 'This needs a connection. You’re offline.' : text);
    }
  }
}

customElements.define('parley-composer', Composer);
