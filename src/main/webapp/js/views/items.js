import { html } from 'lit';
import { personName } from '../state/names.js';
import { plainText } from '../text/markdown.js';
import { avatar } from './avatar.js';
import { listTime } from './times.js';

/**
 * One conversation of the list.
 *
 * @param {import('../state/chat.js').Chat} chat
 * @param {import('../state/store.js').Store} store
 * @param {boolean} open whether it is the one shown
 */
export function conversationItem(chat, store, open) {
  const name = store.nameOf(chat);
  const other = chat.other(store.me?.id);
  const online = other ? store.isOnline(other) : undefined;
  return html`<li>
    <a
      class="item"
      href=${`/chat/${chat.id}`}
      data-testid="conversation-item"
      data-chat-id=${chat.id}
      aria-current=${open ? 'page' : 'false'}
    >
      ${avatar({ id: other?.id ?? `c${chat.id}`, name, online, group: !other })}
      <span class="item-text">
        <span class="item-line">
          <b class="item-name" data-testid="conversation-name">${name}</b>
          <time class="item-time" datetime=${chat.activity}>${listTime(chat.activity)}</time>
        </span>
        <span class="item-line">
          <span class="item-preview" data-testid="conversation-preview">${preview(chat, store)}</span>
          ${chat.unread > 0
            ? html`<span class="badge" data-testid="unread-badge" aria-label=${`${chat.unread} unread`}>${chat.unread > 999 ? '999+' : chat.unread}</span>`
            : ''}
        </span>
      </span>
    </a>
  </li>`;
}

// In the background only counts arrive; the bodies come when the conversation is opened.
function preview(chat, store) {
  const { lastMessage: last } = chat;
  if (chat.heardAt) return chat.unread === 1 ? 'New message' : 'New messages';
  if (!last) return chat.kind === 'private' ? 'Say hello' : 'No messages yet';
  if (last.deleted) return 'Message deleted';
  if (last.kind === 'system') return last.content;
  const text = plainText(last.content.slice(0, 200)) || (last.attachments ?? []).map(({ name }) => name).join(', ');
  if (last.userID === store.me?.id) return html`<span class="who">You:</span> ${text}`;
  if (chat.kind === 'private') return text;
  return html`<span class="who">${last.senderName || last.userName}:</span> ${text}`;
}

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
  return html`<li>
    <a
      class="item"
      href=${chat ? `/chat/${chat.id}` : `/people/${person.id}`}
      data-testid="person-item"
      data-user-id=${person.id}
      data-online=${online}
      aria-current=${open ? 'page' : 'false'}
    >
      ${avatar({ id: person.id, name: personName(person), online })}
      <span class="item-text">
        <b class="item-name">${personName(person)}</b>
        <span class="item-preview">${person.fullName ? html`@${person.name} · ` : ''}${online ? 'online' : 'offline'}</span>
      </span>
    </a>
  </li>`;
}
