import { html } from 'lit';
import { icons } from '../views/icons.js';

const CHOICES = [
  [0, 'Everybody'],
  [1, 'Followers'],
  [2, 'Close friends'],
];
const NAMED = 3;

/**
 * Who a post is for, and in words who will see it.
 *
 * @param {number} postType
 * @param {{profile: object, friends: object[]}|null} about oneself; null while it is not known
 * @param {(postType: number) => void} choose
 */
export const audienceChoice = (postType, about, choose) => html`<fieldset class="audience-choice">
  <legend>Who may see it</legend>
  <div class="segments">
    ${CHOICES.map(
      ([type, label]) => html`<label
        ><input type="radio" name="postType" value=${type} data-testid=${`for-${type}`} .checked=${postType === type} @change=${() => choose(type)} /><span>${label}</span></label
      >`,
    )}
  </div>
  ${about ? whoSees(sentence(postType, about), postType) : ''}
</fieldset>`;

/** @param {string|object} words @param {number} [postType] undefined: a group */
export const whoSees = (words, postType) => html`<p class="who-sees" role="status" data-testid="who-sees">
  ${[icons.globe, icons.lock, icons.star][postType] ?? icons.people}<span>${words}</span>
</p>`;

function sentence(postType, { profile, friends }) {
  const followers = people(profile.followers, 'follower');
  if (postType === 2) {
    if (friends.length === 0) return html`Only you: you have chosen no close friends yet. <a href="/settings/friends">Choose them</a>`;
    const names = friends.slice(0, NAMED).map(({ fullName, userName }) => fullName || userName);
    const others = friends.length - names.length;
    return `Your ${people(friends.length, 'close friend')}: ${names.join(', ')}${others ? ` and ${people(others, 'other')}` : ''}.`;
  }
  if (profile.profileType === 1) return profile.followers ? `Your profile is private: only your ${followers}.` : 'Your profile is private, and nobody follows you yet: only you.';
  if (postType === 1) return profile.followers ? `Your ${followers}, and whoever follows you later.` : 'Nobody follows you yet. Whoever does later sees it.';
  return 'Everybody here, except people you have blocked.';
}

const people = (count, name) => `${count} ${name}${count === 1 ? '' : 's'}`;
