import { html } from 'lit';
import { personName } from '../state/names.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';

/**
 * One member of a group.
 *
 * @param {object} member
 * @param {import('../state/store.js').Store} store
 * @param {{change: boolean, act: (type: string, payload: object) => void}} may
 */
export function memberItem(member, store, may) {
  const self = member.id === store.me.id;
  const admin = member.role === 'admin';
  const name = personName(member);
  const chat = store.privateWith(member.id);
  const path = self ? '/settings' : chat ? `/chat/${chat.id}` : `/people/${member.id}`;
  return html`<li class="member" data-testid="member" data-user-id=${member.id} data-role=${member.role}>
    <a class="item" href=${path}>
      ${avatar({ id: member.id, name, picture: (store.people.get(member.id) ?? member).picture, online: store.isOnline(member) })}
      <span class="item-text">
        <b class="item-name">${name}${self ? ' (you)' : ''}</b>
        <span class="item-preview">${admin ? 'admin' : store.presenceOf(member)}</span>
      </span>
    </a>
    <a class="round small" href=${`/profile/${member.id}`} title="Profile" aria-label=${`Profile of ${name}`} data-testid="member-profile">${icons.person}</a>
    ${may.change && !self
      ? html`<button
            class="round small"
            aria-pressed=${admin}
            title=${admin ? 'Take the admin role away' : 'Make admin'}
            aria-label=${admin ? `Take the admin role from ${name}` : `Make ${name} admin`}
            data-testid="toggle-admin"
            @click=${() => may.act('setRole', { userID: member.id, role: admin ? 'member' : 'admin' })}
          >${icons.shield}</button>
          <button
            class="round small"
            title="Remove from the group"
            aria-label=${`Remove ${name}`}
            data-testid="remove-member"
            @click=${() => may.act('removeMember', { userID: member.id })}
          >${icons.close}</button>`
      : ''}
  </li>`;
}
