import { html, nothing } from 'lit';
import { icons } from './icons.js';

const TELL_LEFT_FROM = 500;

/**
 * The field where one writes, with its buttons.
 *
 * @param {{text: string, left: number, editing: boolean, ready: boolean, sendable: boolean, active: string|null}} state
 *   `left` characters fit still, `ready` no file is on its way, `active` the id of the chosen mention
 * @param {Record<'input'|'key'|'look'|'blur'|'choose'|'chosen'|'emoji', (event: Event) => void>} on
 */
export function composeRow({ text, left, editing, ready, sendable, active }, on) {
  const action = editing ? 'Save' : 'Send';
  return html`<div class="compose-row">
    <div class="compose-box">
      ${editing
        ? ''
        : html`<button type="button" class="round compose-tool" aria-label="Attach files" title="Attach files" data-testid="attach" @click=${on.choose}>${icons.clip}</button>
            <input type="file" multiple hidden data-testid="attach-input" @change=${on.chosen} />`}
      <textarea
        rows="1"
        dir="auto"
        data-testid="composer"
        aria-label="Message"
        placeholder="Message"
        autocomplete="off"
        enterkeyhint="send"
        aria-autocomplete="list"
        aria-controls=${active ? 'mention-list' : nothing}
        aria-activedescendant=${active ?? nothing}
        .value=${text}
        @input=${on.input}
        @click=${on.look}
        @blur=${on.blur}
        @keydown=${on.key}
      ></textarea>
      ${left < TELL_LEFT_FROM ? html`<span class="left ${left < 0 ? 'over' : ''}" data-testid="characters-left">${left}</span>` : ''}
      <button type="button" class="round compose-tool" aria-label="Emoji" title="Emoji" data-testid="compose-emoji" @click=${on.emoji}>${icons.smile}</button>
    </div>
    <button class="send" data-testid="send" aria-label=${action} title=${ready ? action : 'Files are being uploaded'} ?disabled=${!sendable}>${editing ? icons.check : icons.send}</button>
  </div>`;
}
