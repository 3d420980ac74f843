import { html } from 'lit';
import { icons } from './icons.js';
import { quoteOf, quoteText } from './quote.js';

/**
 * What the composer is used for, above it.
 *
 * @param {{mode: 'reply'|'edit', message: object}} composing
 * @param {string} me own id
 * @param {{leave: () => void, jump: (seq: number) => void}} may
 */
export function composeBar({ mode, message }, me, { leave, jump }) {
  const quote = quoteOf(message);
  const name = quote.userID === me ? 'yourself' : quote.senderName || quote.userName;
  return html`<div class="compose-bar" data-testid="compose-bar" data-mode=${mode}>
    ${mode === 'edit' ? icons.pen : icons.reply}
    <button type="button" class="compose-quote" title="To the message" @click=${() => jump(quote.seq)}>
      <b>${mode === 'edit' ? 'Edit message' : `Reply to ${name}`}</b>
      <span class="quote-text" dir="auto">${quoteText(quote)}</span>
    </button>
    <button type="button" class="round small" aria-label=${mode === 'edit' ? 'Do not edit' : 'Do not reply'} title="Cancel" data-testid="compose-cancel" @click=${leave}>${icons.close}</button>
  </div>`;
}
