import { html } from 'lit';
import { ask } from '../views/dialog.js';
import { icons } from '../views/icons.js';
import { openMenu } from '../views/menu.js';
import { goOn } from './goOn.js';

/**
 * What one may do with somebody else: follow, write, choose as a close friend.
 *
 * @param {import('./page.js').Page} page the page of the profile, which asks anew after each
 * @param {object} profile @param {string} name
 */
export const profileActions = (page, profile, name) => html`<div class="profile-actions">
  ${profile.blocked ? html`<button data-testid="profile-unblock" @click=${() => change(page, 'unblockUser', { userID: profile.id })}>Unblock</button>` : follow(page, profile, name)}
  ${message(page, profile)} ${profile.followsMe ? star(page, profile, name) : ''}
</div>`;

/** What one does rarely, behind three dots. @param {import('./page.js').Page} page @param {object} profile @param {string} name */
export const profileMenu = (page, profile, name) =>
  html`<button class="round" aria-label="More" title="More" aria-haspopup="menu" data-testid="profile-more" @click=${({ currentTarget }) => more(page, profile, name, currentTarget)}>${icons.more}</button>`;

/** Says that somebody has asked to follow, with the two answers. @param {import('./page.js').Page} page @param {string} name */
export function profileAnswer(page, name) {
  const answer = (accept) => change(page, 'answerFollowRequest', { userID: page.data.id, accept });
  return html`<section class="plain-card profile-answer" data-testid="profile-asks">
    <p><b>${name}</b> wants to follow you.</p>
    <div class="profile-actions">
      <button class="primary" data-testid="profile-accept" @click=${() => answer(true)}>Accept</button>
      <button data-testid="profile-decline" @click=${() => answer(false)}>Decline</button>
    </div>
  </section>`;
}

function follow(page, { id, followStatus, followsMe, restricted, profileType }, name) {
  if (followStatus === 'not following') {
    const label = restricted ? 'Ask to follow' : followsMe ? 'Follow back' : 'Follow';
    return html`<button class="primary" data-testid="follow" @click=${() => change(page, 'followUser', { userID: id })}>${label}</button>`;
  }
  if (followStatus === 'requested') {
    return html`<button title="Withdraw the request" data-testid="follow-requested" @click=${() => change(page, 'unFollowUser', { userID: id })}>Requested <span class="sr">Press to withdraw</span></button>`;
  }
  const text = profileType === 1 ? 'Their profile is private: to follow them again you have to ask.' : 'You can follow them again whenever you like.';
  const stop = async () => (await ask({ title: `Stop following ${name}?`, text, action: 'Unfollow' })) && change(page, 'unFollowUser', { userID: id });
  return html`<button class="with-icon" title="Unfollow" data-testid="following" @click=${stop}>${icons.check} Following</button>`;
}

function message({ store }, { id, mayWrite }) {
  const chat = store.privateWith(id);
  if (!mayWrite && !chat) return '';
  return html`<a class="button with-icon" href=${chat ? `/chat/${chat.id}` : `/people/${id}`} data-testid="profile-message">${icons.chats} Message</a>`;
}

function star(page, { id, closeFriend }, name) {
  const label = closeFriend ? `${name} is a close friend` : `Make ${name} a close friend`;
  return html`<button
    class="round star"
    aria-pressed=${closeFriend}
    aria-label=${label}
    title=${closeFriend ? 'Close friend: sees what you post for close friends' : 'Make a close friend'}
    data-testid="profile-star"
    @click=${() => change(page, closeFriend ? 'removeCloseFriend' : 'addCloseFriend', { userID: id })}
  >${icons.star}</button>`;
}

function more(page, { id, followsMe, blocked }, name, button) {
  const block = async () => {
    const text = 'They can’t write to you in private, follow you or see whether you are online. You follow each other no more. They are not told.';
    if (blocked || (await ask({ title: `Block ${name}?`, text, action: 'Block' }))) await change(page, blocked ? 'unblockUser' : 'blockUser', { userID: id });
  };
  const remove = async () => {
    const text = 'They see no more what you show to followers. They are not told, and may follow or ask again.';
    if (await ask({ title: `Remove ${name} from your followers?`, text, action: 'Remove' })) await change(page, 'removeFollower', { userID: id });
  };
  openMenu({
    label: name,
    at: button.getBoundingClientRect(),
    testId: 'profile-menu',
    items: [
      followsMe && { icon: icons.close, label: 'Remove from my followers', testId: 'profile-remove-follower', run: remove },
      { icon: icons.block, label: blocked ? 'Unblock' : 'Block', testId: 'profile-block', danger: !blocked, run: block },
    ].filter(Boolean),
  });
}

async function change(page, type, payload) {
  if ((await page.act(type, payload)) !== undefined) await page.reload();
  await goOn(page, '.profile-card .profile-actions :is(a, button)');
}
