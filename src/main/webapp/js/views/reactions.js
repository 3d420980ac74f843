import { html } from 'lit';
import { emojiName } from '../text/emoji.js';
import { icons } from './icons.js';

/**
 * The emoji on a message, each with its number and who.
 *
 * @param {object} message
 * @param {{me: object, nameOf: (userID: string) => string, actions: import('./messageActions.js').MessageActions}} context
 */
export function reactionRow(message, { me, nameOf, actions }) {
  if (!message.reactions?.length) return '';
  const may = actions.may(message).react;
  return html`<ul class="reactions" aria-label="Reactions">
    ${message.reactions.map(({ emoji, userIDs }) => {
      const who = namesOf(userIDs, me, nameOf);
      return html`<li><button
        class="reaction"
        data-testid="reaction"
        data-emoji=${emoji}
        aria-pressed=${userIDs.includes(me.id)}
        title=${`${emojiName(emoji)}: ${who}`}
        aria-label=${`${emojiName(emoji)}, ${userIDs.length}: ${who}`}
        ?disabled=${!may}
        @click=${() => actions.react(message, emoji)}
      ><span class="reaction-sign">${emoji}</span><span class="reaction-count">${userIDs.length}</span></button></li>`;
    })}
    ${may
      ? html`<li><button class="reaction add" aria-label="Add a reaction" title="Add a reaction" data-testid="add-reaction"
          @click=${(event) => actions.pickReaction(message, event.currentTarget.getBoundingClientRect())}>${icons.smile}</button></li>`
      : ''}
  </ul>`;
}

function namesOf(userIDs, me, nameOf) {
  const names = userIDs.slice(0, 20).map((id) => (id === me.id ? 'you' : nameOf(id)));
  const rest = userIDs.length - names.length;
  return names.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
