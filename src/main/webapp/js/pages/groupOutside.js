import { html } from 'lit';
import { icons } from '../views/icons.js';

/**
 * What somebody sees of a part of a group that is for its members.
 *
 * @param {{id: string, name: string}} group @param {string} text
 */
export const outside = ({ id, name }, text) => html`<div class="empty" data-testid="members-only">
  ${icons.lock}
  <h2>${text}</h2>
  <p>Who is in ${name} sees more.</p>
  <a class="button" href=${`/group/${id}`}>To the group</a>
</div>`;
