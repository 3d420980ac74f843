import { html } from 'lit';
import { personName } from '../state/names.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import { openLayer } from './menu.js';

/**
 * How far a message was read. Who does not tell counts as somebody who has not read.
 *
 * @param {object} message one's own
 * @param {object[]} others the other members
 * @param {number} [count] how many there are, when not all are known
 * @returns {'none'|'some'|'all'}
 */
export function readState({ seq }, others, count = others.length) {
  const readers = others.filter(({ readSeq }) => (readSeq ?? 0) >= seq).length;
  if (seq === undefined || readers === 0) return 'none';
  return readers === count ? 'all' : 'some';
}

/** Shows who has read a message. @param {object} message @param {import('../state/store.js').Store} store */
export function showReaders(message, store) {
  const others = store.chats.get(message.chatID).members.filter(({ id }) => id !== store.me.id);
  const read = others.filter(({ readSeq }) => (readSeq ?? 0) >= message.seq);
  const rest = others.filter((member) => !read.includes(member));
  const dialog = openLayer({
    label: 'Read by',
    className: 'panel',
    testId: 'readers',
    content: html`<header class="panel-head"><h2>Read by ${read.length} of ${others.length}</h2>
        <button class="round small" aria-label="Close" @click=${() => dialog.close()}>${icons.close}</button></header>
      <ul class="panel-list">${read.map((member) => person(member, true))}${rest.map((member) => person(member, false))}</ul>`,
  });
}

function person(member, read) {
  const name = personName(member);
  return html`<li class="panel-row" data-testid=${read ? 'reader' : 'non-reader'}>
    ${avatar({ id: member.id, name, picture: member.picture })}
    <span class="item-text"><b class="item-name">${name}</b><span class="item-preview">${read ? 'has read it' : 'not yet'}</span></span>
    ${read ? html`<span class="mark">${icons.checks}</span>` : ''}
  </li>`;
}
