import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { personName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { ask } from '../views/dialog.js';
import { icons } from '../views/icons.js';
import { openMenu } from '../views/menu.js';
import { outside } from './groupOutside.js';
import { membersText } from './groupWords.js';
import { Page } from './page.js';
import './groupInvite.js';
import './groupRequests.js';

/** Who is in a group, and asking more people in. */
class GroupMembers extends Page {
  static properties = { inviting: { state: true } };

  constructor() {
    super();
    this.inviting = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.inviting = 'invite' in this.route.query;
  }

  watches(topics) {
    return topics.has('people');
  }

  concerns({ type, data }) {
    const { groupID } = this.route;
    if (type.startsWith('conversation')) return data.chatID === groupID;
    return type === 'newNotification' ? data.groupId === groupID : type === 'notificationsChanged';
  }

  async load() {
    const { groupID } = this.route;
    const group = await this.client.request('getGroupProfile', groupID);
    const requests = group.role === 'admin' ? await this.client.request('groupRequests', groupID) : [];
    return { group, requests };
  }

  render() {
    const { groupID } = this.route;
    const { group } = this.data ?? {};
    const may = group?.status === 'member' && !this.missing;
    const invite = html`<button class=${this.inviting ? '' : 'primary'} aria-expanded=${this.inviting} data-testid="invite-people" @click=${() => (this.inviting = !this.inviting)}>${this.inviting ? 'Done' : 'Invite people'}</button>`;
    return this.frame(group ? `Members of ${group.name}` : 'Members', () => this.#body(), { back: `/group/${groupID}`, actions: may ? invite : '' });
  }

  #body() {
    const { group, requests } = this.data;
    if (group.status !== 'member') return outside(group, 'Who is in it is for members.');
    const act = (...what) => this.#act(...what);
    return html`${this.inviting ? html`<parley-group-invite .client=${this.client} .group=${group}></parley-group-invite>` : ''}
      ${requests.length ? html`<parley-group-requests .client=${this.client} .requests=${requests} .act=${act}></parley-group-requests>` : ''}
      <section class="box rows">
        <h2 class="list-title" data-testid="group-member-count">${membersText(group.memberCount)}</h2>
        <ul data-testid="group-members">
          ${repeat(group.members, ({ id }) => id, (member) => this.#member(member))}
        </ul>
        ${group.members.length < group.memberCount ? html`<p class="list-empty">Only the first ${group.members.length} are shown.</p>` : ''}
      </section>`;
  }

  #member(member) {
    const { store } = this;
    const { group } = this.data;
    const self = member.id === store.me.id;
    const name = personName({ name: member.userName, fullName: member.fullName });
    const role = member.id === group.creatorID ? (member.role === 'admin' ? 'made the group, moderator' : 'made the group') : member.role === 'admin' ? 'moderator' : '';
    const about = [member.fullName && `@${member.userName}`, role || store.presenceOf({ id: member.id })].filter(Boolean).join(' · ');
    return html`<li class="member" data-testid="group-member" data-user-id=${member.id} data-role=${member.role}>
      <a class="item" href=${`/profile/${member.id}`}>
        ${avatar({ id: member.id, name, picture: member.picture, online: store.isOnline({ id: member.id }) })}
        <span class="item-text">
          <b class="item-name">${name}${self ? ' (you)' : ''}</b>
          <span class="item-preview">${about}</span>
        </span>
      </a>
      ${group.role === 'admin' && !self
        ? html`<button class="round small" aria-label=${`What to do with ${name}`} aria-haspopup="menu" data-testid="member-more" @click=${({ currentTarget }) => this.#menu(member, name, currentTarget)}>${icons.more}</button>`
        : ''}
    </li>`;
  }

  #menu({ id, role }, name, button) {
    const moderator = role === 'admin';
    const chatID = this.route.groupID;
    openMenu({
      label: name,
      at: button.getBoundingClientRect(),
      testId: 'member-menu',
      items: [
        {
          icon: icons.shield,
          label: moderator ? 'Take the moderator’s role away' : 'Make moderator',
          testId: 'toggle-moderator',
          run: () => this.#act('setRole', { chatID, userID: id, role: moderator ? 'member' : 'admin' }),
        },
        { icon: icons.close, label: 'Remove from the group', testId: 'remove-from-group', danger: true, run: () => this.#remove(id, name) },
      ],
    });
  }

  async #remove(userID, name) {
    const text = 'They don’t see its posts, events and messages any more. They can ask to join again.';
    if (!(await ask({ title: `Remove ${name}?`, text, action: 'Remove' }))) return;
    await this.#act('removeMember', { chatID: this.route.groupID, userID });
  }

  async #act(type, payload) {
    await this.act(type, payload);
    await this.reload();
  }
}

customElements.define('parley-group-members', GroupMembers);
