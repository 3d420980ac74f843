import { html } from 'lit';

/**
 * A labelled field of several lines with its error next to it; the brother of `field`.
 *
 * @param {{id: string, label: string, error?: string, hint?: string, maxlength: number, value?: string}} options
 *   `id` is name and test id too
 */
export const area = ({ id, label, error = '', hint = '', maxlength, value = '' }) => html`<div class="field">
  <label for=${id}>${label}</label>
  <textarea
    id=${id}
    name=${id}
    data-testid=${id}
    rows="4"
    dir="auto"
    .defaultValue=${value}
    maxlength=${maxlength}
    aria-invalid=${error ? 'true' : 'false'}
    aria-describedby=${`${id}-note`}
  ></textarea>
  <p id=${`${id}-note`} class=${error ? 'note error' : 'note'} data-testid=${error ? `${id}-error` : `${id}-hint`} role=${error ? 'alert' : 'note'}>${error || hint}</p>
</div>`;
