import { html } from 'lit';
import { plainText } from '../text/markdown.js';
import { personName } from '../state/names.js';
import { isMuted } from '../state/own.js';
import { avatar } from './avatar.js';
import { openChatMenu } from './chatMenu.js';
import { icons } from './icons.js';
import { LongPress } from './longPress.js';
import { listTime } from './times.js';

// One for each conversation, whatever is rendered anew while a finger is down.
const presses = new WeakMap();

function pressOn(chat, client) {
  if (!presses.has(chat)) presses.set(chat, new LongPress((at) => openChatMenu(client, chat, at)));
  return presses.get(chat);
}

/**
 * One conversation of the list, with a menu of what one may do with it.
 *
 * @param {import('../state/chat.js').Chat} chat
 * @param {import('../client.js').Client} client
 * @param {boolean} open whether it is the one shown
 */
export function conversationItem(chat, client, open) {
  const { store } = client;
  const name = store.nameOf(chat);
  const other = chat.other(store.me?.id);
  const online = other ? store.isOnline(other) : undefined;
  const muted = isMuted(chat);
  const press = pressOn(chat, client);
  return html`<li class="chat-item">
    <a
      class="item"
      href=${`/chat/${chat.id}`}
      data-testid="conversation-item"
      data-chat-id=${chat.id}
      aria-current=${open ? 'page' : 'false'}
      draggable="false"
      @pointerdown=${press} @pointermove=${press} @pointerup=${press} @pointercancel=${press} @click=${press} @contextmenu=${press}
    >
      ${avatar({ id: other?.id ?? `c${chat.id}`, name, picture: store.pictureOf(chat), online, group: !other })}
      <span class="item-text">
        <span class="item-line">
          <b class="item-name" data-testid="conversation-name">${name}</b>
          ${muted ? html`<span class="muted" role="img" aria-label="Muted" title="Muted" data-testid="muted">${icons.mute}</span>` : ''}
          <time class="item-time" datetime=${chat.activity}>${listTime(chat.activity)}</time>
        </span>
        <span class="item-line">
          <span class="item-preview" data-testid="conversation-preview">${preview(chat, client, open)}</span>
          ${chat.mentions > 0 ? html`<span class="badge" data-testid="mention-badge" aria-label=${`${chat.mentions} mention you`} title="You are mentioned">@</span>` : ''}
          ${chat.unread > 0
            ? html`<span class="badge ${muted ? 'quiet' : ''}" data-testid="unread-badge" aria-label=${`${chat.unread} unread`}>${chat.unread > 999 ? '999+' : chat.unread}</span>`
            : ''}
        </span>
      </span>
    </a>
    <button class="round small item-more" aria-label=${`What to do with ${name}`} aria-haspopup="menu" data-testid="conversation-more" @click=${(e) => openChatMenu(client, chat, e.currentTarget.getBoundingClientRect())}>${icons.more}</button>
  </li>`;
}

// In the background only counts arrive; the bodies come when the conversation is opened.
function preview(chat, { store, outbox }, open) {
  const { lastMessage: last } = chat;
  if (chat.draft && !open) return html`<span class="draft" data-testid="draft-preview">Draft:</span> <bdi>${plainText(chat.draft.slice(0, 200))}</bdi>`;
  // until the message itself has arrived, so that the one before does not come back for a moment
  const own = outbox.waitingFor({ chatID: chat.id }).findLast(({ state, seq }) => state !== 'sent' || (!chat.heardAt && seq > (last?.seq ?? 0)));
  if (own) return waits(own);
  if (chat.heardAt) return chat.unread === 1 ? 'New message' : 'New messages';
  if (!last) return chat.kind === 'private' ? 'Say hello' : 'No messages yet';
  if (last.deleted) return 'Message deleted';
  if (last.kind === 'system') return last.content;
  const text = textOf(last.content, last.attachments);
  if (last.userID === store.me?.id) return html`<span class="who">You:</span> <bdi>${text}</bdi>`;
  if (chat.kind === 'private') return html`<bdi>${text}</bdi>`;
  return html`<span class="who">${last.senderName || last.userName}:</span> <bdi>${text}</bdi>`;
}

// What one has written, with a sign as long as the server does not have it: nobody else reads it yet.
function waits({ content, attachments, state }) {
  const failed = state === 'failed';
  const label = failed ? 'Not sent' : 'Waiting to be sent';
  return html`${state === 'sent' ? '' : html`<span class="waits ${failed ? 'error' : ''}" role="img" aria-label=${label} title=${label} data-testid="waits">${failed ? icons.warning : icons.clock}</span>`}
    <span class="who">You:</span> <bdi>${textOf(content, attachments)}</bdi>`;
}

const textOf = (content, attachments) => plainText(content.slice(0, 200)) || (attachments ?? []).map(({ name }) => name).join(', ');

/**
 * One person of the list.
 *
 * @param {object} person
 * @param {import('../state/store.js').Store} store
 * @param {boolean} open whether the conversation with them is the one shown
 */
export function personItem(person, store, open) {
  const online = store.isOnline(person);
  const chat = store.privateWith(person.id);
  return html`<li class="person-item">
    <a
      class="item"
      href=${chat ? `/chat/${chat.id}` : `/people/${person.id}`}
      data-testid="person-item"
      data-user-id=${person.id}
      data-online=${online}
      aria-current=${open ? 'page' : 'false'}
    >
      ${avatar({ id: person.id, name: personName(person), picture: person.picture, online })}
      <span class="item-text">
        <b class="item-name">${personName(person)}</b>
        <span class="item-preview">${[person.fullName && `@${person.name}`, store.presenceOf(person)].filter(Boolean).join(' · ')}</span>
      </span>
    </a>
    <a class="round small item-profile" href=${`/profile/${person.id}`} title="Profile" aria-label=${`Profile of ${personName(person)}`} data-testid="person-profile">${icons.person}</a>
  </li>`;
}

const STATES = { invited: 'you are invited', requested: 'you asked to join', member: 'you are in it' };

/**
 * One group that one may ask to join.
 *
 * @param {{id: string, name: string, memberCount: number, status: string}} group
 */
export const groupItem = ({ id, name, memberCount, status }) => html`<li>
  <a class="item" href=${`/group/${id}`} data-testid="group-item" data-group-id=${id}>
    ${avatar({ id: `c${id}`, name, group: true })}
    <span class="item-text">
      <b class="item-name">${name}</b>
      <span class="item-preview">${[`${memberCount} ${memberCount === 1 ? 'member' : 'members'}`, STATES[status]].filter(Boolean).join(' · ')}</span>
    </span>
  </a>
</li>`;
