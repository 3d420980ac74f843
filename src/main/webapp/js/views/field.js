import { html } from 'lit';

/**
 * A labelled input with its error next to it.
 *
 * @param {{id: string, label: string, error?: string, hint?: string, type?: string, autocomplete?: string,
 *   maxlength?: number, value?: string, autofocus?: boolean}} options `id` is name and test id too
 */
export const field = ({ id, label, error = '', hint = '', type = 'text', autocomplete = 'off', maxlength = 200, value = '' }) => html`<div
  class="field"
>
  <label for=${id}>${label}</label>
  <input
    id=${id}
    name=${id}
    data-testid=${id}
    type=${type}
    .defaultValue=${value}
    autocomplete=${autocomplete}
    autocapitalize="none"
    spellcheck="false"
    maxlength=${maxlength}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${`${id}-note`}
  />
  <p id=${`${id}-note`} class=${error ? 'note error' : 'note'} data-testid=${error ? `${id}-error` : `${id}-hint`} role=${error ? 'alert' : 'note'}>${error || hint}</p>
</div>`;

/**
 * @param {HTMLFormElement} form
 * @param {string} id
 * @returns {string} what was typed
 */
export const valueOf = (form, id) => form.elements[id]?.value ?? '';

/** Puts the cursor where something has to be mended. @param {HTMLElement} root */
export const focusError = (root) => root.querySelector('[aria-invalid="true"]')?.focus();
