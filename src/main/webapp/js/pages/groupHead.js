import { html } from 'lit';
import { knownName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { icons } from '../views/icons.js';
import { formatted } from '../views/markdown.js';
import { View } from '../views/view.js';
import { membersText } from './groupWords.js';
import { joining } from './joining.js';
import { whoIs } from './postParts.js';
import '../views/picture.js';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** What a group is, and the ways in and out of it. */
class GroupHead extends View {
  static properties = {
    group: { attribute: false },
    /** `(type, payload) => Promise`: does it and shows what became of it */
    act: { attribute: false },
    /** `(group) => void`: shows the group as it is after a change */
    changed: { attribute: false },
    busy: { state: true },
  };

  watches(topics) {
    return topics.has('people');
  }

  render() {
    const { group } = this;
    const count = membersText(group.memberCount);
    return html`<section class="plain-card group-head" data-testid="group-head" data-status=${group.status}>
      ${this.#picture()}
      <div class="group-text">
        <h2 data-testid="group-name" dir="auto">${group.name}</h2>
        <p class="subtitle">
          ${group.status === 'member' ? html`<a href=${`/group/${group.id}/members`} data-testid="group-count">${count}</a>` : html`<span data-testid="group-count">${count}</span>`}
          · made by <a href=${`/profile/${group.creatorID}`} data-testid="group-creator">${knownName(this.store, group.creatorID, group.creatorName)}</a> on ${day.format(new Date(group.dateCreate))}
        </p>
        ${group.description ? html`<div class="content written" data-testid="group-description" dir="auto">${formatted(group.description, whoIs(this.store))}</div>` : ''}
      </div>
      <div class="buttons">${group.status === 'member' ? this.#ways() : joining(group, { me: this.store.me, busy: this.busy, act: (...what) => this.#act(...what) })}</div>
    </section>`;
  }

  #picture() {
    const { id, name, picture, role } = this.group;
    const of = { id: `c${id}`, name, picture, group: true };
    if (role !== 'admin') return avatar({ ...of, large: true });
    const save = async (pictureID) => this.changed(await this.client.request('updateGroup', { groupID: id, pictureID }));
    return html`<parley-picture .client=${this.client} .of=${of} .save=${save}></parley-picture>`;
  }

  #ways() {
    const { id } = this.group;
    const unread = this.store.chats.get(id)?.unread ?? 0;
    return html`<a class="button primary with-icon" href=${`/chat/${id}`} data-testid="to-chat">${icons.chats} Chat${unread ? html` <span class="badge" aria-label=${`${unread} unread`}>${unread > 99 ? '99+' : unread}</span>` : ''}</a>
      <a class="button with-icon" href=${`/group/${id}/members`} data-testid="to-members">${icons.people} Members</a>
      <a class="button with-icon" href=${`/group/${id}/events`}>${icons.calendar} Events</a>`;
  }

  async #act(type, payload) {
    this.busy = true;
    await this.act(type, payload);
    this.busy = false;
    await this.updateComplete;
    // the button is gone that was pressed: who uses the keyboard goes on from what came in its place
    if (document.activeElement === document.body) this.querySelector('.buttons :is(a, button)')?.focus();
  }
}

customElements.define('parley-group-head', GroupHead);
