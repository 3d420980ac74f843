import { html } from 'lit';
import { personName } from '../state/names.js';

/**
 * Who is typing.
 *
 * @param {import('../state/chat.js').Chat|undefined} chat
 * @param {import('../state/store.js').Store} store
 */
export function typingSign(chat, store) {
  const nameOf = (id) => personName(store.people.get(id) ?? chat.members.find((member) => member.id === id));
  const typing = [...(chat?.typing.keys() ?? [])].map(nameOf);
  const text = typing.length === 0 ? '' : typing.length > 2 ? 'Several people are typing' : `${typing.join(' and ')} ${typing.length > 1 ? 'are' : 'is'} typing`;
  return html`<div class="typing" role="status">
    ${text ? html`<span data-testid="typing-indicator"><i class="dots" aria-hidden="true"><b></b><b></b><b></b></i>${text}</span>` : ''}
  </div>`;
}
