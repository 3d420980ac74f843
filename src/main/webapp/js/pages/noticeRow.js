import { html } from 'lit';
import { ANSWERS, placeOf, sentenceOf, whoOf } from '../state/notices.js';
import { avatar } from '../views/avatar.js';
import { icons } from '../views/icons.js';
import { exactTime, listTime } from '../views/times.js';

const ICONS = {
  'new chat message': icons.chats,
  'new group event': icons.calendar,
  'group event reminder': icons.clock,
  'group post': icons.feed,
  comment: icons.comment,
  reaction: icons.heart,
  'follow request': icons.person,
};
const ANSWERED = { accepted: 'Accepted', declined: 'Declined' };

/**
 * One notification: in words, with whoever did it and when. What it asks is answered right here.
 *
 * @param {object} notice
 * @param {import('../state/store.js').Store} store
 * @param {{open: (notice: object) => void, answer: (notice: object, accept: boolean) => void}} may
 */
export function noticeRow(notice, store, may) {
  const asks = ANSWERS[notice.type];
  const name = notice.fromUserId ? whoOf(notice, store) : (notice.groupName ?? 'Parley');
  const picture = store.people.get(notice.fromUserId)?.picture ?? notice.picture;
  return html`<li class="told ${notice.read ? '' : 'new'}" data-testid="notice" data-notice-id=${notice.id} data-type=${notice.type} data-read=${notice.read}>
    <a class="item" href=${placeOf(notice)} data-testid="notice-open" @click=${() => may.open(notice)}>
      <span class="told-face">
        ${avatar({ id: notice.fromUserId ?? `c${notice.groupId}`, name, picture, group: !notice.fromUserId })}
        <i class="told-kind">${ICONS[notice.type] ?? icons.people}</i>
      </span>
      <span class="item-text">
        <span class="told-words" data-testid="notice-words">${sentenceOf(notice, store).map((part) => (part.name ? html`<b>${part.name}</b>` : part))}</span>
        <time class="told-time" datetime=${notice.dateCreate} title=${exactTime(notice.dateCreate)}>${listTime(notice.dateCreate)}</time>
        ${notice.answer ? html`<span class="told-time" data-testid="notice-answer">· ${ANSWERED[notice.answer]}</span>` : ''}
      </span>
      ${notice.read ? '' : html`<i class="told-dot" role="img" aria-label="unread"></i>`}
    </a>
    ${asks && !notice.answer
      ? html`<div class="told-answers">
          <button class="primary" aria-label=${`Accept ${name}`} data-testid="notice-accept" @click=${() => may.answer(notice, true)}>Accept</button>
          <button aria-label=${`Decline ${name}`} data-testid="notice-decline" @click=${() => may.answer(notice, false)}>Decline</button>
        </div>`
      : ''}
  </li>`;
}
