import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { isEmojiOnly } from '../text/emojiOnly.js';
import { hueOf, avatar } from './avatar.js';
import { icons } from './icons.js';
import { formatted } from './markdown.js';
import { clockTime, dayName, exactTime } from './times.js';

/**
 * A row of the conversation.
 *
 * @param {object} row of `rowsOf`
 * @param {{withFaces: boolean, readUpTo: number, retry: (key: string) => void, discard: (key: string) => void}} context
 */
export function rowTemplate(row, context) {
  switch (row.type) {
    case 'day':
      return html`<li class="day" role="separator"><span>${dayName(row.time)}</span></li>`;
    case 'divider':
      return html`<li class="divider" role="separator" data-testid="unread-divider"><span>New messages</span></li>`;
    case 'system':
      return html`<li class="system" data-testid="system-message" data-seq=${row.message.seq} title=${exactTime(row.message.dateCreate)}>
        <span>${row.message.content}</span>
      </li>`;
    default:
      return messageTemplate(row, context);
  }
}

function messageTemplate({ message, own, starts, ends, state, problem }, context) {
  const name = message.senderName || message.userName;
  const jumbo = !message.deleted && message.content.length < 60 && isEmojiOnly(message.content);
  return html`<li
    class="message ${own ? 'own' : ''} ${starts ? 'starts' : ''} ${ends ? 'ends' : ''} ${context.withFaces ? 'faces' : ''}"
    data-testid="message"
    data-seq=${message.seq ?? ''}
    data-key=${message.key ?? ''}
    data-state=${state}
    data-own=${own}
  >
    ${!own && context.withFaces && ends ? avatar({ id: message.userID, name }) : ''}
    <div class="bubble ${jumbo ? 'jumbo' : ''}">
      ${own
        ? html`<span class="sr" data-testid="message-sender">You</span>`
        : html`<b class=${starts ? `sender hue-${hueOf(message.userID)}` : 'sr'} data-testid="message-sender">${name}</b>`}
      <span class="content" data-testid="message-content" dir="auto">${message.deleted
        ? html`<i class="deleted">Message deleted</i>`
        : guard([message, context.members], () => formatted(message.content, (name) => context.whoIs(name, message)))}</span
      ><span class="meta"
        ><time datetime=${message.dateCreate} title=${exactTime(message.dateCreate)} data-testid="message-time">${message.edited ? 'edited ' : ''}${clockTime(message.dateCreate)}</time
        >${own ? stateMark(state, message.seq !== undefined && message.seq <= context.readUpTo) : ''}</span
      >
    </div>
    ${state === 'failed' ? failure(message.key, problem, context) : ''}
  </li>`;
}

function stateMark(state, read) {
  if (state === 'sending') return html`<span class="mark" role="img" aria-label="Sending" title="Sending">${icons.clock}</span>`;
  if (state === 'failed') return html`<span class="mark" role="img" aria-label="Not sent">${icons.warning}</span>`;
  return read
    ? html`<span class="mark read" role="img" aria-label="Read" title="Read" data-testid="read-mark">${icons.checks}</span>`
    : html`<span class="mark" role="img" aria-label="Sent" title="Sent">${icons.check}</span>`;
}

const failure = (key, problem, { retry, discard }) => html`<p class="failure" role="alert" data-testid="failure">
  <span>Not sent: ${problem}</span>
  <button class="link" data-testid="retry" @click=${() => retry(key)}>Retry</button>
  <button class="link" data-testid="discard" @click=${() => discard(key)}>Discard</button>
</p>`;
