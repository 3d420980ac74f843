import { html } from 'lit';
import { icons } from './icons.js';

/**
 * The ways down from where the reader is: to the next mention that is not read, and to the newest message.
 *
 * @param {import('../state/chat.js').Chat|undefined} chat
 * @param {{away: boolean, toMention: () => void, toBottom: () => void}} may
 */
export function jumps(chat, { away, toMention, toBottom }) {
  const unread = chat?.unread ?? 0;
  const mentions = chat?.mentions ?? 0;
  const news = unread === 1 ? 'new message' : 'new messages';
  return html`<div class="jumps">
    ${mentions > 0
      ? html`<button class="jump" data-testid="to-mention" aria-label=${`${mentions} ${mentions === 1 ? 'mention' : 'mentions'} of you, to the next`} title="To the next mention" @click=${toMention}>
          <span class="badge">${mentions}</span>${icons.at}
        </button>`
      : ''}
    ${away
      ? html`<button class="jump" data-testid="to-bottom" aria-label=${unread ? `${unread} ${news}, to the newest` : 'To the newest message'} @click=${toBottom}>
          ${unread ? html`<span class="badge">${unread}</span><span class="new-label">${news}</span>` : ''}${icons.down}
        </button>`
      : ''}
  </div>`;
}
