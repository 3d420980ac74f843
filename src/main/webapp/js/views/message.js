import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { isEmojiOnly } from '../text/emojiOnly.js';
import { attachmentList } from './attachments.js';
import { hueOf, avatar } from './avatar.js';
import { icons } from './icons.js';
import { formatted } from './markdown.js';
import { quoteBlock } from './quote.js';
import { reactionRow } from './reactions.js';
import { readState } from './readers.js';
import { clockTime, dayName, exactTime } from './times.js';

/**
 * What rows need besides the message.
 *
 * @typedef {object} Context
 * @property {boolean} withFaces
 * @property {object} me
 * @property {object[]} others the other members, as far as known
 * @property {number} otherCount
 * @property {object[]} members
 * @property {number|null} lit the seq of the message that was looked for
 * @property {(name: string, message: object) => {id: string, own: boolean}|null} whoIs
 * @property {(userID: string) => string} nameOf
 * @property {(userID: string) => string|null|undefined} pictureOf
 * @property {(seq: number) => void} jump
 * @property {import('./messageActions.js').MessageActions} actions
 * @property {(key: string) => void} retry
 * @property {(key: string) => void} discard
 */

/** A row of the conversation. @param {object} row of `rowsOf` @param {Context} context */
export function rowTemplate(row, context) {
  switch (row.type) {
    case 'day':
      return html`<li class="day" role="separator"><span>${dayName(row.time)}</span></li>`;
    case 'divider':
      return html`<li class="divider" role="separator" data-testid="unread-divider"><span>New messages</span></li>`;
    case 'system':
      return html`<li class="system ${context.lit === row.message.seq ? 'lit' : ''}" data-testid="system-message" data-seq=${row.message.seq} title=${exactTime(row.message.dateCreate)}>
        <span>${row.message.content}</span>
      </li>`;
    default:
      return messageTemplate(row, context);
  }
}

function messageTemplate({ message, own, starts, ends, state, problem }, context) {
  const name = message.senderName || message.userName;
  const jumbo = !message.deleted && !message.replyTo && message.content.length < 60 && isEmojiOnly(message.content);
  const stored = message.seq !== undefined && !message.deleted;
  return html`<li
    class="message ${own ? 'own' : ''} ${starts ? 'starts' : ''} ${ends ? 'ends' : ''} ${context.withFaces ? 'faces' : ''} ${context.lit !== null && context.lit === message.seq ? 'lit' : ''}"
    data-testid="message"
    data-seq=${message.seq ?? ''}
    data-key=${message.key ?? ''}
    data-state=${state}
    data-own=${own}
  >
    ${!own && context.withFaces && ends ? avatar({ id: message.userID, name, picture: context.pictureOf(message.userID) }) : ''}
    <div class="bubble ${jumbo ? 'jumbo' : ''}">
      ${own
        ? html`<span class="sr" data-testid="message-sender">You</span>`
        : html`<b class=${starts ? `sender hue-${hueOf(message.userID)}` : 'sr'} data-testid="message-sender">${name}</b>`}
      ${message.replyTo ? quoteBlock(message.replyTo, context.me.id, context.jump) : ''}
      ${message.attachments?.length ? attachmentList(message.attachments) : ''}
      <span class="content" data-testid="message-content" dir="auto">${message.deleted
        ? html`<i class="deleted">Message deleted</i>`
        : guard([message.content, message.mentions, context.members], () => formatted(message.content, (each) => context.whoIs(each, message)))}</span
      ><span class="meta"
        >${message.pinned ? html`<span class="mark" role="img" aria-label="Pinned" title="Pinned" data-testid="pin-mark">${icons.pin}</span>` : ''}<time datetime=${message.dateCreate} title=${exactTime(message.dateCreate)} data-testid="message-time">${message.edited && !message.deleted ? html`<span title=${`Edited ${exactTime(message.edited)}`} data-testid="edited-mark">edited</span> ` : ''}${clockTime(message.dateCreate)}</time
        >${own && !message.deleted ? stateMark(state, readState(message, context.others, context.otherCount)) : ''}</span
      >
      ${stored ? tools(message, context) : ''}
    </div>
    ${stored ? reactionRow(message, context) : ''}
    ${state === 'failed' ? failure(message.key, problem, context) : ''}
  </li>`;
}

// One stop of the tabulator key for each message; the rest is in the menu.
function tools(message, { actions }) {
  const may = actions.may(message);
  const at = (event) => event.currentTarget.getBoundingClientRect();
  return html`<div class="tools">
    ${may.react
      ? html`<button tabindex="-1" class="tool" aria-label="React" title="React" data-testid="tool-react" @click=${(e) => actions.pickReaction(message, at(e))}>${icons.smile}</button>`
      : ''}
    ${may.reply
      ? html`<button tabindex="-1" class="tool" aria-label="Reply" title="Reply" data-testid="tool-reply" @click=${() => actions.reply(message)}>${icons.reply}</button>`
      : ''}
    <button class="tool" aria-label="Message actions" aria-haspopup="menu" title="More" data-testid="message-actions" @click=${(e) => actions.menu(message, at(e))}>${icons.more}</button>
  </div>`;
}

function stateMark(state, read) {
  if (state === 'sending') return html`<span class="mark" role="img" aria-label="Waiting to be sent" title="Waiting to be sent">${icons.clock}</span>`;
  if (state === 'failed') return html`<span class="mark" role="img" aria-label="Not sent">${icons.warning}</span>`;
  if (read === 'none') return html`<span class="mark" role="img" aria-label="Sent" title="Sent">${icons.check}</span>`;
  const label = read === 'all' ? 'Read' : 'Read by some';
  return html`<span class="mark read" role="img" aria-label=${label} title=${label} data-testid="read-mark" data-read=${read}>${icons.checks}</span>`;
}

const failure = (key, problem, { retry, discard }) => html`<p class="failure" role="alert" data-testid="failure">
  <span>Not sent: ${problem}</span>
  <button class="link" data-testid="retry" @click=${() => retry(key)}>Retry</button>
  <button class="link" data-testid="discard" @click=${() => discard(key)}>Discard</button>
</p>`;
