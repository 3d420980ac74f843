import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { members as fetchMembers } from '../api.js';
import { avatar } from './avatar.js';
import { ask } from './dialog.js';
import { icons } from './icons.js';
import { memberItem } from './member.js';
import { longTime } from './times.js';
import { View } from './view.js';
import './picker.js';

/** About a conversation: its name, its members, and what one may do with it. */
class Details extends View {
  static properties = {
    chatID: {},
    renaming: { state: true },
    adding: { state: true },
    all: { state: true },
    problem: { state: true },
  };

  #fetchedAt = -1;

  constructor() {
    super();
    this.renaming = false;
    this.adding = false;
    this.problem = '';
    /** The members of a large conversation, which no push carries whole. */
    this.all = null;
  }

  watches(topics) {
    return topics.has('people') || topics.has(`chat:${this.chatID}`);
  }

  get chat() {
    return this.store.chats.get(this.chatID);
  }

  updated() {
    const { chat } = this;
    if (!chat || chat.memberCount <= chat.members.length) return;
    if (this.#fetchedAt === chat.memberCount) return;
    this.#fetchedAt = chat.memberCount;
    fetchMembers(chat.id).then(
      (all) => (this.all = all),
      () => {},
    );
  }

  render() {
    const { chat, store } = this;
    if (!chat) return '';
    const other = chat.other(store.me.id);
    const name = store.nameOf(chat);
    return html`<aside class="details" aria-label="About this conversation" data-testid="details">
      <header class="bar">
        <h2>${other ? 'About' : 'Group'}</h2>
        <a class="round" href=${`/chat/${chat.id}`} aria-label="Close" data-testid="details-close">${icons.close}</a>
      </header>
      <div class="details-body">
        <div class="details-head">
          ${avatar({ id: other?.id ?? `c${chat.id}`, name, large: true, group: !other })} ${this.#name(chat, name)}
          <p class="subtitle">${other ? html`@${other.name}` : html`Made ${longTime(chat.dateCreate)}`}</p>
        </div>
        ${this.problem ? html`<p class="note error" role="alert" data-testid="details-error">${this.problem}</p>` : ''}
        ${other ? '' : this.#members(chat)} ${this.#actions(chat)}
      </div>
    </aside>`;
  }

  get #mayChange() {
    return this.chat.role === 'admin' && this.chat.kind !== 'private';
  }

  #name(chat, name) {
    if (this.renaming) {
      return html`<form class="rename" @submit=${this.#rename}>
        <input name="name" .defaultValue=${name} maxlength="100" aria-label="Name of the group" data-testid="rename-input" autocomplete="off" />
        <button class="primary" data-testid="rename-submit">Save</button>
        <button type="button" @click=${() => (this.renaming = false)}>Cancel</button>
      </form>`;
    }
    return html`<h3 class="details-name">
      <span data-testid="details-name">${name}</span>
      ${this.#mayChange
        ? html`<button class="round small" aria-label="Rename" title="Rename" data-testid="rename" @click=${this.#startRenaming}>${icons.pen}</button>`
        : ''}
    </h3>`;
  }

  #members(chat) {
    const members = this.all ?? chat.members;
    const may = { change: this.#mayChange, act: (type, extra) => this.#do(type, extra) };
    return html`<section>
      <h3 class="list-title">
        <span data-testid="member-count">${chat.memberCount} ${chat.memberCount === 1 ? 'member' : 'members'}</span>
        ${this.#mayChange && chat.kind !== 'everybody'
          ? html`<button class="link" data-testid="add-people" aria-expanded=${this.adding} @click=${() => (this.adding = !this.adding)}>${this.adding ? 'Cancel' : 'Add people'}</button>`
          : ''}
      </h3>
      ${this.adding ? this.#adder(members) : ''}
      <ul data-testid="members">
        ${repeat(members, ({ id }) => id, (member) => memberItem(member, this.store, may))}
      </ul>
    </section>`;
  }

  #adder(members) {
    const without = new Set(members.map(({ id }) => id));
    return html`<div class="adder">
      <parley-picker .client=${this.client} .without=${without}></parley-picker>
      <button class="primary wide" data-testid="add-submit" @click=${this.#add}>Add to the group</button>
    </div>`;
  }

  #actions(chat) {
    if (chat.kind !== 'group' && chat.kind !== 'channel') return '';
    return html`<section class="actions">
      <button class="row danger" data-testid="leave" @click=${this.#leave}>${icons.leave} Leave the group</button>
      ${chat.role === 'admin'
        ? html`<button class="row danger" data-testid="delete" @click=${this.#delete}>${icons.bin} Delete the group</button>`
        : ''}
    </section>`;
  }

  async #startRenaming() {
    this.renaming = true;
    await this.updateComplete;
    this.querySelector('[name="name"]').select();
  }

  async #rename(event) {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (name === '') return;
    if (await this.#do('updateConversation', { name })) this.renaming = false;
  }

  async #add() {
    const { chosen } = this.querySelector('parley-picker');
    for (const userID of chosen) {
      if (!(await this.#do('addMember', { userID }))) return;
    }
    this.adding = false;
  }

  async #leave() {
    const name = this.store.nameOf(this.chat);
    if (!(await ask({ title: `Leave ${name}?`, text: 'You will not get its messages any more.', action: 'Leave' }))) return;
    if (await this.#do('leaveConversation')) this.#gone();
  }

  async #delete() {
    const name = this.store.nameOf(this.chat);
    const text = 'All its messages are deleted, for everybody. There is no way back.';
    if (!(await ask({ title: `Delete ${name}?`, text, action: 'Delete' }))) return;
    if (await this.#do('deleteConversation')) this.#gone();
  }

  #gone() {
    const { chatID } = this;
    this.router.go('/', { replace: true });
    this.store.remove(chatID);
  }

  async #do(type, extra = {}) {
    this.problem = '';
    try {
      await this.client.request(type, { chatID: this.chatID, ...extra });
      return true;
    } catch (error) {
      this.problem = error.message;
      return false;
    }
  }
}

customElements.define('parley-details', Details);
