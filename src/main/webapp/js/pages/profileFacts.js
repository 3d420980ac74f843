import { html } from 'lit';
import { icons } from '../views/icons.js';

// A birthday is the same day wherever one reads it.
const birthday = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const since = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

const fact = (testId, icon, text, hint = '') => html`<li data-testid=${testId}>${icon}<span>${text}${hint ? html` <small>${hint}</small>` : ''}</span></li>`;

/**
 * What somebody tells of themselves besides their name. What the server does not show is empty and left out.
 *
 * @param {object} profile @param {boolean} own
 */
export function profileFacts({ dateBirth, gender, email, dateCreate }, own) {
  const onlyYou = own ? '· only you see this' : '';
  return html`<ul class="profile-facts">
    ${gender ? fact('profile-gender', icons.person, gender) : ''}
    ${dateBirth ? fact('profile-birthday', icons.calendar, birthday.format(new Date(dateBirth)), onlyYou) : ''}
    ${email ? fact('profile-mail', icons.at, email, onlyYou) : ''}
    ${dateCreate ? fact('profile-since', icons.clock, `Here since ${since.format(new Date(dateCreate))}`) : ''}
  </ul>`;
}
