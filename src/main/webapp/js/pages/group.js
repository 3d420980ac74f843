import { html } from 'lit';
import { icons } from '../views/icons.js';
import { ask } from '../views/dialog.js';
import { openMenu } from '../views/menu.js';
import { toast } from '../views/toast.js';
import { eventCard } from './eventCard.js';
import { isPast } from './eventTimes.js';
import { leavingText } from './groupWords.js';
import { Page } from './page.js';
import './groupEdit.js';
import './groupHead.js';
import './groupRequests.js';
import './posts.js';

const NEXT = 3;
const NEWS = ['conversationChanged', 'conversationGone'];

/** The home of a group: what it is, what is planned, what was written; to others only what it is. */
class GroupPage extends Page {
  static properties = { editing: { state: true } };

  constructor() {
    super();
    this.editing = false;
  }

  watches(topics) {
    return topics.has('people') || topics.has(`chat:${this.route.groupID}`);
  }

  // Who asks, is invited or answered hears of it as a notification.
  concerns({ type, data }) {
    const { groupID } = this.route;
    if (NEWS.includes(type)) return data.chatID === groupID;
    if (type === 'eventChanged') return data.groupID === groupID;
    if (type === 'newNotification') return data.groupId === groupID;
    return type === 'notificationsChanged' && this.#moderates;
  }

  async load() {
    const { groupID } = this.route;
    const ask = (type) => this.client.request(type, groupID);
    const group = await ask('getGroupProfile');
    const [events, requests] = await Promise.all([
      group.status === 'member' ? ask('getGroupEventsList') : [],
      group.role === 'admin' ? ask('groupRequests') : [],
    ]);
    return { group, events, requests };
  }

  get #moderates() {
    return this.data?.group.role === 'admin';
  }

  render() {
    return this.frame('Group', () => this.#body(), { back: '/groups', actions: this.#actions() });
  }

  #actions() {
    const { group } = this.data ?? {};
    if (group?.status !== 'member' || this.missing) return '';
    return html`<button class="round" aria-label="What to do with this group" aria-haspopup="menu" data-testid="group-more" @click=${this.#menu}>${icons.more}</button>`;
  }

  #body() {
    const { group, events, requests } = this.data;
    const inside = group.status === 'member';
    if (this.editing && this.#moderates) {
      return html`<parley-group-edit .client=${this.client} .group=${group} @done=${() => this.#edited()} @cancel=${() => (this.editing = false)}></parley-group-edit>`;
    }
    return html`<parley-group-head .client=${this.client} .group=${group} .act=${(...what) => this.#act(...what)} .changed=${(now) => this.shows({ ...this.data, group: now })}></parley-group-head>
      ${requests.length ? html`<parley-group-requests .client=${this.client} .requests=${requests} .act=${(...what) => this.#act(...what)}></parley-group-requests>` : ''}
      ${inside ? html`${this.#next(group, events)}${this.#posts(group)}` : this.#outside(group)}`;
  }

  #outside({ status }) {
    const text = {
      none: 'Posts, events and the chat are for members. Ask to join, and a moderator decides.',
      requested: 'A moderator decides. You are told as soon as you are in.',
      invited: 'You are invited. Posts, events and the chat open when you accept.',
    }[status];
    return html`<div class="plain-card members-only" data-testid="members-only">${icons.lock}<p>${text}</p></div>`;
  }

  #next({ id }, events) {
    const ahead = events.filter(({ dateEvent }) => !isPast(dateEvent)).slice(0, NEXT);
    return html`<section class="box rows" data-testid="group-events">
      <h2 class="list-title">
        <span>Next events</span>
        <a href=${`/group/${id}/events`} data-testid="to-events">${events.length ? 'All events' : 'Plan one'}</a>
      </h2>
      ${ahead.length ? html`<ul>${ahead.map(eventCard)}</ul>` : html`<p class="list-empty" data-testid="no-next-events">Nothing is planned.</p>`}
    </section>`;
  }

  #posts({ id, name }) {
    const none = html`<p class="posts-note" data-testid="posts-none">Nobody has written here yet. What do you want to tell ${name}?</p>`;
    return html`<h2 class="list-title" data-testid="group-posts">
        <span>Posts</span>
        <a class="button primary" href=${`/write?group=${id}`} data-testid="group-write">Write a post</a>
      </h2>
      <parley-posts .client=${this.client} .router=${this.router} .source=${{ type: 'postsPortionInGroup', payload: { groupID: id } }} .none=${none}></parley-posts>`;
  }

  #menu = ({ currentTarget }) => {
    const moderator = this.#moderates;
    openMenu({
      label: this.data.group.name,
      at: currentTarget.getBoundingClientRect(),
      testId: 'group-menu',
      items: [
        moderator && { icon: icons.pen, label: 'Edit', testId: 'group-edit', run: () => (this.editing = true) },
        { icon: icons.leave, label: 'Leave', testId: 'group-leave', danger: true, run: () => this.#leave() },
        moderator && { icon: icons.bin, label: 'Delete', testId: 'group-delete', danger: true, run: () => this.#delete() },
      ].filter(Boolean),
    });
  };

  async #act(type, payload) {
    await this.act(type, payload);
    await this.reload();
  }

  #edited() {
    this.editing = false;
    return this.reload();
  }

  async #leave() {
    const { id, name, memberCount } = this.data.group;
    const alone = memberCount === 1;
    const text = alone ? 'You are the only member: without you the group is deleted, with all its posts, events and messages.' : 'You will not see its posts, events and messages any more.';
    if (!(await ask({ title: `Leave ${name}?`, text, action: 'Leave' }))) return;
    try {
      await this.client.request('leaveGroup', id);
      toast(`You left ${name}`);
      if (alone) this.router.go('/groups', { replace: true });
      else await this.reload();
    } catch (error) {
      toast(leavingText(error), { href: `/group/${id}/members`, action: 'Members' });
    }
  }

  async #delete() {
    const { id, name } = this.data.group;
    const text = 'All its posts, events and messages are deleted, for everybody. There is no way back.';
    if (!(await ask({ title: `Delete ${name}?`, text, action: 'Delete' }))) return;
    if (!(await this.act('deleteGroup', id))) return;
    this.router.go('/groups', { replace: true });
    toast(`${name} was deleted`);
  }
}

customElements.define('parley-group', GroupPage);
