import { html } from 'lit';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import { longTime } from './times.js';
import { View } from './view.js';
import './picture.js';

/** Picture, name and topic of a conversation; who may change them does it right here. */
class DetailsHead extends View {
  static properties = {
    chatID: {},
    mayChange: { type: Boolean },
    /** 'name', 'topic' or '' */
    editing: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.editing = '';
    this.problem = '';
  }

  watches(topics) {
    return topics.has('people') || topics.has(`chat:${this.chatID}`);
  }

  get chat() {
    return this.store.chats.get(this.chatID);
  }

  render() {
    const { chat, store } = this;
    if (!chat) return '';
    const other = chat.other(store.me.id);
    const name = store.nameOf(chat);
    return html`<div class="details-head">
        ${this.#picture(other, name)}
        ${this.editing === 'name' ? this.#form('name', name) : this.#name(name)}
        ${other ? '' : this.editing === 'topic' ? this.#form('topic', chat.topic ?? '') : this.#topic()}
        <p class="subtitle">${other ? html`@${other.name}` : html`Made ${longTime(chat.dateCreate)}`}</p>
      </div>
      ${this.problem ? html`<p class="note error" role="alert" data-testid="details-head-error">${this.problem}</p>` : ''}`;
  }

  #picture(other, name) {
    const { chat } = this;
    const of = { id: other?.id ?? `c${chat.id}`, name, picture: this.store.pictureOf(chat), group: !other };
    if (!this.mayChange) return avatar({ ...of, large: true });
    const save = (pictureID) => this.client.request('updateConversation', { chatID: chat.id, pictureID });
    return html`<parley-picture .client=${this.client} .of=${of} .save=${save}></parley-picture>`;
  }

  #name(name) {
    return html`<h3 class="details-name">
      <span data-testid="details-name">${name}</span>
      ${this.mayChange
        ? html`<button class="round small" aria-label="Rename" title="Rename" data-testid="rename" @click=${() => this.#edit('name')}>${icons.pen}</button>`
        : ''}
    </h3>`;
  }

  #topic() {
    const { topic } = this.chat;
    const edit = html`<button class="link" data-testid="topic-edit" @click=${() => this.#edit('topic')}>${topic ? 'Edit' : 'Say what it is about'}</button>`;
    return html`<p class="topic"><span data-testid="topic">${topic}</span> ${this.mayChange ? edit : ''}</p>`;
  }

  #form(what, value) {
    const id = what === 'name' ? 'rename' : 'topic';
    return html`<form class="rename" @submit=${this.#save}>
      <input name=${what} .defaultValue=${value} maxlength=${what === 'name' ? 100 : 500} aria-label=${what === 'name' ? 'Name of the group' : 'What the group is about'} data-testid=${`${id}-input`} autocomplete="off" />
      <button class="primary" data-testid=${`${id}-submit`}>Save</button>
      <button type="button" @click=${() => (this.editing = '')}>Cancel</button>
    </form>`;
  }

  async #edit(what) {
    this.editing = what;
    await this.updateComplete;
    this.querySelector(`[name="${what}"]`).select();
  }

  async #save(event) {
    event.preventDefault();
    const what = this.editing;
    const value = event.target.elements[what].value.trim();
    if (what === 'name' && value === '') return;
    this.problem = '';
    try {
      await this.client.request('updateConversation', { chatID: this.chatID, [what]: value });
      this.editing = '';
    } catch (error) {
      this.problem = error.message;
    }
  }
}

customElements.define('parley-details-head', DetailsHead);
