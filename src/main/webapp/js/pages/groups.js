import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { findGroups } from '../api.js';
import { knownName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { icons } from '../views/icons.js';
import { listTime } from '../views/times.js';
import { membersText } from './groupWords.js';
import { joining } from './joining.js';
import { Page } from './page.js';

const PAUSE = 250;
const TOLD = ['conversationChanged', 'conversationGone', 'newNotification', 'notificationsChanged'];

/** The groups that one is in, those to which one is invited, and all others, to be found by their names. */
class Groups extends Page {
  static properties = {
    query: { state: true },
    /** What was found, or null: nothing is looked for, or it is not there yet. */
    found: { state: true },
    busy: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.query = '';
    this.found = null;
    this.busy = false;
  }

  watches(topics) {
    return topics.has('chats') || topics.has('people');
  }

  concerns({ type }) {
    return TOLD.includes(type);
  }

  async load() {
    const [own, invitations] = await Promise.all([
      this.client.request('userGroups', null),
      this.client.request('groupInvitations', {}),
      this.query.trim() ? this.#find() : null,
    ]);
    return { own, invitations };
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const actions = html`<a class="button primary" href="/groups/new" data-testid="to-new-group">New group</a>`;
    return this.frame('Groups', () => this.#body(), { actions });
  }

  #body() {
    const { own, invitations } = this.data;
    const looking = this.query.trim() !== '';
    return html`<label class="search find-groups">
        ${icons.search}<span class="sr">Find groups</span>
        <input type="search" placeholder="Find groups" maxlength="100" autocomplete="off" data-testid="find-groups" .value=${this.query} @input=${this.#typed} />
      </label>
      ${looking ? this.#results() : html`${invitations.length ? this.#invitations(invitations) : ''}${own.length ? this.#own(own) : invitations.length ? '' : this.#none()}`}`;
  }

  #invitations(invitations) {
    return html`<section class="box rows" data-testid="invitations">
      <h2 class="list-title">You are invited</h2>
      <ul>
        ${repeat(
          invitations,
          ({ groupID }) => groupID,
          (each) => this.#row({ id: each.groupID, name: each.name, status: 'invited' }, html`by ${knownName(this.store, each.userID, each.userName)} · ${listTime(each.dateCreate)}`, 'group-invitation', true),
        )}
      </ul>
    </section>`;
  }

  #none() {
    return html`<div class="empty" data-testid="no-groups">
      ${icons.people}
      <h2>No groups yet</h2>
      <p>Look for one by its name and ask to join, or make one of your own and invite people.</p>
      <a class="button primary" href="/groups/new">New group</a>
    </div>`;
  }

  #own(own) {
    return html`<section class="box rows">
      <h2 class="list-title">Your groups</h2>
      <ul data-testid="own-groups">
        ${repeat(own, ({ id }) => id, (group) => this.#ownRow(group))}
      </ul>
    </section>`;
  }

  // The conversation of the same id knows what the list doesn't bring.
  #ownRow({ id, name }) {
    const chat = this.store.chats.get(id);
    const about = chat ? membersText(chat.memberCount) : '';
    return this.#row({ id, name: chat?.name || name, picture: chat?.picture, status: 'member' }, about, 'own-group', false, chat?.unread);
  }

  #results() {
    const query = this.query.trim();
    if (this.problem) return html`<p class="list-empty" role="status" data-testid="groups-problem">${this.problem}</p>`;
    if (!this.found) return html`<p class="list-empty" role="status">Looking…</p>`;
    if (this.found.length === 0) {
      return html`<div class="empty" data-testid="no-groups-found">
        <h2>No group is called “${query}”</h2>
        <p>Try fewer letters, or make it yourself.</p>
        <a class="button primary" href=${`/groups/new?title=${encodeURIComponent(query)}`}>Make “${query}”</a>
      </div>`;
    }
    return html`<section class="box rows">
      <h2 class="list-title">Found</h2>
      <ul data-testid="found-groups">
        ${repeat(this.found, ({ id }) => id, (group) => this.#foundRow(group))}
      </ul>
    </section>`;
  }

  #foundRow(group) {
    const picture = this.store.chats.get(group.id)?.picture;
    const about = html`${membersText(group.memberCount)}${group.description ? html` · ${group.description}` : ''}`;
    return this.#row({ ...group, picture }, about, 'found-group', true);
  }

  #row(group, about, testId, withActions, unread = 0) {
    const { me } = this.store;
    return html`<li class="group-row" data-testid=${testId} data-group-id=${group.id}>
      <a class="item" href=${`/group/${group.id}`}>
        ${avatar({ id: `c${group.id}`, name: group.name, picture: group.picture, group: true })}
        <span class="item-text">
          <b class="item-name">${group.name}</b>
          <span class="item-preview">${about}</span>
        </span>
        ${unread ? html`<span class="badge" aria-label=${`${unread} unread messages`}>${unread > 99 ? '99+' : unread}</span>` : ''}
      </a>
      ${withActions ? html`<div class="group-actions">${joining(group, { me, busy: this.busy, act: (...what) => this.#act(...what) })}</div>` : ''}
    </li>`;
  }

  async #act(type, payload) {
    this.busy = true;
    await this.act(type, payload);
    await this.reload();
    this.busy = false;
  }

  #typed({ target }) {
    this.query = target.value;
    this.found = null;
    this.problem = '';
    clearTimeout(this.#timer);
    if (this.query.trim()) this.#timer = setTimeout(() => this.#find(), PAUSE);
  }

  async #find() {
    const { query } = this;
    try {
      const found = await findGroups(query.trim());
      if (query === this.query) this.found = found;
    } catch (error) {
      if (query === this.query) this.problem = error.code === 'closed' ? 'Groups can be searched when you’re back online.' : error.message;
    }
  }
}

customElements.define('parley-groups', Groups);
