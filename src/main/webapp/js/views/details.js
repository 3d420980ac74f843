import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { members as fetchMembers } from '../api.js';
import { isMuted } from '../state/own.js';
import { openMuteMenu } from './chatMenu.js';
import { ask } from './dialog.js';
import { icons } from './icons.js';
import { memberItem } from './member.js';
import { longTime } from './times.js';
import { View } from './view.js';
import './detailsHead.js';
import './invites.js';
import './picker.js';

/** About a conversation: its name, its members, and what one may do with it. */
class Details extends View {
  static properties = {
    chatID: {},
    adding: { state: true },
    all: { state: true },
    problem: { state: true },
    /** Whether this is the conversation of a group with a page of its own. */
    social: { state: true },
  };

  #fetchedAt = -1;
  #looked = '';
  #answer; // settles when it is known whether the conversation is a group's

  constructor() {
    super();
    this.adding = false;
    this.problem = '';
    /** The members of a large conversation, which no push carries whole. */
    this.all = null;
    this.social = false;
  }

  watches(topics) {
    return topics.has('people') || topics.has('connection') || topics.has(`chat:${this.chatID}`);
  }

  get chat() {
    return this.store.chats.get(this.chatID);
  }

  updated() {
    const { chat } = this;
    this.#look(chat);
    if (!chat || chat.memberCount <= chat.members.length) return;
    if (this.#fetchedAt === chat.memberCount) return;
    this.#fetchedAt = chat.memberCount;
    fetchMembers(chat.id).then(
      (all) => (this.all = all),
      () => {},
    );
  }

  // Nothing in a conversation tells: its group answers, or there is none.
  #look(chat) {
    if (chat?.kind !== 'group' || this.#looked === chat.id || this.client.connection.state !== 'online') return;
    this.#looked = chat.id;
    this.social = false;
    this.#answer = this.client.request('verifyGroupView', chat.id).then(
      () => (this.social = true),
      ({ code }) => code === 'closed' && (this.#looked = ''),
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
        <parley-details-head .client=${this.client} .chatID=${chat.id} ?mayChange=${this.#mayChange}></parley-details-head>
        ${this.problem ? html`<p class="note error" role="alert" data-testid="details-error">${this.problem}</p>` : ''}
        ${this.#own(chat)}
        ${other ? this.#block(other, name) : this.#members(chat)}
        ${this.#mayChange && chat.kind !== 'everybody' ? html`<parley-invites .client=${this.client} .chatID=${chat.id}></parley-invites>` : ''}
        ${this.#actions(chat)}
      </div>
    </aside>`;
  }

  get #mayChange() {
    return this.chat.role === 'admin' && this.chat.kind !== 'private';
  }

  // What is only the reader's own business.
  #own(chat) {
    const muted = isMuted(chat);
    const mute = ({ currentTarget }) =>
      muted ? this.#do('muteConversation', { until: null }) : openMuteMenu(this.client, chat, currentTarget.getBoundingClientRect());
    const other = chat.other(this.store.me.id);
    return html`<section class="rows own">
      ${other ? html`<a class="row" href=${`/profile/${other.id}`} data-testid="details-profile">${icons.person} Profile</a>` : ''}
      ${this.social ? html`<a class="row" href=${`/group/${chat.id}`} data-testid="to-group">${icons.people} The group’s page <span class="end">${icons.next}</span></a>` : ''}
      <a class="row" href=${`/search?chat=${chat.id}`} data-testid="search-chat">${icons.search} Search in this chat</a>
      <button class="row" data-testid="details-mute" aria-pressed=${muted} @click=${mute}>${muted ? icons.bell : icons.mute} ${muted ? html`Unmute <span class="end">${mutedText(chat)}</span>` : 'Mute'}</button>
      <button class="row" data-testid="details-archive" @click=${() => this.#do('archiveConversation', { archived: !chat.archived })}>${icons.archive} ${chat.archived ? 'Take out of the archive' : 'Archive'}</button>
    </section>`;
  }

  #block({ id }, name) {
    const blocked = this.store.blocked.has(id);
    const change = async () => {
      const text = 'They can’t write to you in private any more and don’t see whether you are online. They are not told.';
      if (!blocked && !(await ask({ title: `Block ${name}?`, text, action: 'Block' }))) return;
      await this.#do(blocked ? 'unblockUser' : 'blockUser', { userID: id });
    };
    return html`<section class="actions">
      <button class="row ${blocked ? '' : 'danger'}" data-testid=${blocked ? 'unblock' : 'block'} @click=${change}>${icons.block} ${blocked ? 'Unblock' : 'Block'} ${name}</button>
    </section>`;
  }

  #members(chat) {
    const members = this.all ?? chat.members;
    const may = { change: this.#mayChange, act: (type, extra) => this.#do(type, extra) };
    return html`<section>
      <h3 class="list-title">
        <span data-testid="member-count">${chat.memberCount} ${chat.memberCount === 1 ? 'member' : 'members'}</span>
        ${this.social
          ? html`<a href=${`/group/${chat.id}/members?invite`} data-testid="invite-to-group">Invite people</a>`
          : this.#mayChange && chat.kind !== 'everybody'
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
    await this.#answer;
    if (await this.#do(this.social ? 'leaveGroup' : 'leaveConversation', this.social ? { groupID: this.chatID } : {})) this.#gone();
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

const mutedText = ({ mutedUntil }) => (mutedUntil.startsWith('9999') ? '' : `until ${longTime(mutedUntil)}`);

customElements.define('parley-details', Details);
