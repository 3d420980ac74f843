import { html } from 'lit';
import { sizeText } from '../text/sizes.js';
import { icons } from './icons.js';

/**
 * The files that go with the next message.
 *
 * @param {import('../state/uploads.js').Upload[]} uploads
 * @param {(id: number) => void} remove
 */
export const chips = (uploads, remove) => html`<ul class="chips" aria-label="Files of this message">
  ${uploads.map(
    ({ id, name, size, preview, part, state, problem }) => html`<li class="chip" data-testid="upload" data-state=${state}>
      ${preview ? html`<img src=${preview} alt="" width="44" height="44" />` : html`<span class="file-icon">${icons.file}</span>`}
      <span class="file-text">
        <b class="file-name">${name}</b>
        <span class="file-size ${state === 'failed' ? 'error' : ''}" role=${state === 'failed' ? 'alert' : 'note'} data-testid="upload-note">${problem || sizeText(size)}</span>
        ${state === 'sending' ? html`<progress max="1" .value=${part} aria-label=${`Uploading ${name}`}></progress>` : ''}
      </span>
      <button type="button" class="round small" aria-label=${`Remove ${name}`} title=${state === 'sending' ? 'Cancel' : 'Remove'} data-testid="remove-upload" @click=${() => remove(id)}>${icons.close}</button>
    </li>`,
  )}
</ul>`;
