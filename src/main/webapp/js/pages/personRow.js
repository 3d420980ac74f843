import { html } from 'lit';
import { avatar } from '../views/avatar.js';

/** @param {{fullName?: string, userName: string}} person as lists of followers have them @returns {string} what to call them */
export const nameOf = ({ fullName, userName }) => fullName || userName;

/**
 * Somebody in a list of people; leads to their profile.
 *
 * @param {{id: string, userName: string, fullName?: string, picture?: string|null, online?: boolean}} person
 * @param {import('../state/store.js').Store} store
 * @param {any} [end] buttons behind the name
 */
export const personRow = (person, store, end = '') => html`<li class="person-row" data-testid="person-row" data-user-id=${person.id}>
  <a class="item" href=${`/profile/${person.id}`}>
    ${avatar({ id: person.id, name: nameOf(person), picture: person.picture, online: isOnline(person, store) })}
    <span class="item-text">
      <b class="item-name">${nameOf(person)}</b>
      <span class="item-preview">${below(person, store)}</span>
    </span>
  </a>
  ${end}
</li>`;

const below = (person, store) => [person.fullName && `@${person.userName}`, person.id === store.me.id ? 'you' : isOnline(person, store) && 'online'].filter(Boolean).join(' · ');

// A snapshot doesn't bring everybody there is; of others the list said it.
const isOnline = (person, store) => (store.people.has(person.id) ? store.isOnline(person) : store.live && Boolean(person.online));
