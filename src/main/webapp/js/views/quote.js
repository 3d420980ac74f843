import { html } from 'lit';
import { plainText } from '../text/markdown.js';
import { hueOf } from './avatar.js';

/** @param {object} message @returns {object} as a message that answers it carries it */
export const quoteOf = ({ id, seq, userID, userName, senderName, content, deleted = false, attachments }) => ({
  messageID: id,
  seq,
  userID,
  userName,
  senderName,
  content: content.slice(0, 200) || fileNames(attachments),
  deleted,
});

const fileNames = (attachments) => (attachments ?? []).map(({ name }) => name).join(', ');

/** @param {{content: string, deleted: boolean}} quote @returns {string} in one line */
export const quoteText = ({ content, deleted }) => (deleted ? 'Message deleted' : plainText(content) || 'Attachment');

/**
 * What a message answers; a click leads there.
 *
 * @param {object} quote
 * @param {string} me own id
 * @param {(seq: number) => void} jump
 */
export const quoteBlock = (quote, me, jump) => html`<button class="quote hue-${hueOf(quote.userID)}" data-testid="quote" title="To the message that is answered" @click=${() => jump(quote.seq)}>
  <b class="quote-who">${quote.userID === me ? 'You' : quote.senderName || quote.userName}</b>
  <span class="quote-text ${quote.deleted ? 'deleted' : ''}" dir="auto">${quoteText(quote)}</span>
</button>`;
