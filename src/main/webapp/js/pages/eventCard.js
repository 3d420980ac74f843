import { html } from 'lit';
import { distanceText, isPast, leafOf, whenText } from './eventTimes.js';

const ANSWERS = { 1: 'you’re going', 0: 'you’re not going' };

/**
 * An event in a list: the leaf of its day, what and when it is, and who goes.
 *
 * @param {object} event as `getGroupEventsList` brings it
 */
export function eventCard({ id, title, dateEvent, going, myOption }) {
  const { day, month } = leafOf(dateEvent);
  const past = isPast(dateEvent);
  const mine = past ? '' : (ANSWERS[myOption] ?? 'Are you going?');
  const who = past ? `${going} went` : going ? `${going} going` : '';
  return html`<li>
    <a class="item event ${past ? 'past' : ''}" href=${`/event/${id}`} data-testid="event-item" data-event-id=${id}>
      <span class="leaf" aria-hidden="true"><small>${month}</small><b>${day}</b></span>
      <span class="item-text">
        <b class="item-name" data-testid="event-item-title"><bdi>${title}</bdi></b>
        <span class="item-preview"><time datetime=${dateEvent}>${whenText(dateEvent)}</time></span>
        <span class="item-preview"><span class="first-letter">${distanceText(dateEvent)}</span>${who ? html` · <span data-testid="event-item-going">${who}</span>` : ''}${mine ? html` · <span class=${myOption === -1 ? 'wanted' : ''} data-testid="event-item-mine">${mine}</span>` : ''}</span>
      </span>
    </a>
  </li>`;
}
