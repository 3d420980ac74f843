import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { personName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { icons } from '../views/icons.js';
import { formatted } from '../views/markdown.js';
import { cameFrom } from './back.js';
import { Page } from './page.js';
import { whoIs } from './postParts.js';
import { profileActions, profileAnswer, profileMenu } from './profileActions.js';
import { profileFacts } from './profileFacts.js';
import { PROFILE_DRAFT } from './profileForm.js';
import '../views/picture.js';
import './posts.js';

const OUTSIDE = /^\/(login|join)\b/;

/** Who somebody is, what they write, and what one is to them. */
class ProfilePage extends Page {
  static properties = { editing: { state: true } };

  #source = null;

  constructor() {
    super();
    this.editing = false;
  }

  get subject() {
    return this.route.userID;
  }

  get own() {
    return this.route.userID === this.store.me?.id;
  }

  watches(topics) {
    return topics.has('people') || topics.has('me') || topics.has('connection');
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (this.#source?.payload.userID === this.route.userID) return;
    this.#source = { type: 'userPostsPortion', payload: { userID: this.route.userID } };
    this.editing = false;
  }

  async load() {
    const profile = await this.client.request('getUserProfile', this.route.userID);
    if (this.own && this.store.drafts.get(PROFILE_DRAFT)) this.editing = true; // one goes on where one was
    const friends = profile.followsMe ? await this.client.request('closeFriends', {}) : [];
    return { ...profile, closeFriend: friends.some(({ id }) => id === profile.id) };
  }

  concerns({ type, data }) {
    const { userID } = this.route;
    if (type === 'followChanged') return this.own || data.userID === userID;
    if (type === 'personChanged') return data.id === userID;
    return type === 'blocksChanged' || (type === 'accountChanged' && this.own);
  }

  render() {
    if (!this.store.me) return '';
    const name = this.data ? personName({ ...this.data, name: this.data.userName }) : 'Profile';
    return this.frame(name, () => this.#profile(this.data, name), { actions: this.#corner(name), ...(!this.own && { back: cameFrom('/people', OUTSIDE) }) });
  }

  #corner(name) {
    if (this.own) return html`<a class="round" href="/settings" aria-label="Settings" title="Settings" data-testid="profile-settings">${icons.settings}</a>`;
    return this.data ? profileMenu(this, this.data, name) : '';
  }

  #profile(profile, name) {
    if (this.editing) {
      return html`<parley-profile-form .client=${this.client} .profile=${profile} @closed=${this.#closed}></parley-profile-form>`;
    }
    return html`${profile.asksMe ? profileAnswer(this, name) : ''}
      <section class="plain-card profile-card" data-testid="profile" data-follow-status=${profile.followStatus}>
        ${this.#head(profile, name)} ${profile.aboutMe ? html`<div class="content written" data-testid="profile-about" dir="auto">${formatted(profile.aboutMe, whoIs(this.store))}</div>` : ''}
        ${profile.restricted ? '' : profileFacts(profile, this.own)} ${profile.restricted ? '' : this.#counts(profile)}
        ${this.own ? this.#ownActions(profile) : profileActions(this, profile, name)}
      </section>
      ${profile.restricted ? this.#restricted(profile, name) : this.#posts(profile, name)}`;
  }

  #head(profile, name) {
    const { store } = this;
    const of = { id: profile.id, name, picture: profile.picture };
    const online = !profile.blocked && (store.people.has(profile.id) ? store.isOnline(profile) : store.live && profile.online);
    return html`<header class="profile-head">
      ${this.own
        ? html`<parley-picture .client=${this.client} .of=${of} .save=${(pictureID) => this.#picture(pictureID)}></parley-picture>`
        : avatar({ ...of, online, large: true })}
      <div class="profile-text">
        <h2 data-testid="profile-name">${name}</h2>
        <p class="subtitle">
          <span data-testid="profile-user-name">@${profile.userName}</span>
          ${profile.profileType === 1 && !profile.blocked ? html`<span class="tag" data-testid="profile-private">${icons.lock} Private</span>` : ''}
          ${profile.followsMe ? html`<span class="tag" data-testid="follows-me">Follows you</span>` : ''}
        </p>
        ${!this.own && online ? html`<p class="subtitle online-now" data-testid="profile-online">online</p>` : ''}
      </div>
    </header>`;
  }

  #counts({ id, posts, followers, following }) {
    return html`<p class="profile-counts">
      <span data-testid="profile-posts"><b>${posts}</b> ${posts === 1 ? 'post' : 'posts'}</span>
      <a href=${`/profile/${id}/followers`} data-testid="profile-followers"><b>${followers}</b> ${followers === 1 ? 'follower' : 'followers'}</a>
      <a href=${`/profile/${id}/following`} data-testid="profile-following"><b>${following}</b> following</a>
    </p>`;
  }

  #ownActions({ profileType }) {
    return html`<div class="profile-actions">
      <button class="primary" data-testid="profile-change" @click=${() => (this.editing = true)}>Edit profile</button>
      ${profileType === 1 ? html`<a class="button" href="/requests" data-testid="to-requests">Follow requests</a>` : ''}
      <a class="button" href="/settings/friends" data-testid="to-friends">Close friends</a>
    </div>`;
  }

  #restricted({ blocked, followStatus }, name) {
    if (blocked) return html`<div class="empty" data-testid="profile-blocked">${icons.block}<h2>You block ${name}</h2><p>They see nothing of what you show, and you of what they show, until you unblock them.</p></div>`;
    return html`<div class="empty" data-testid="profile-restricted">
      ${icons.lock}
      <h2>This profile is private</h2>
      <p>${followStatus === 'requested' ? `${name} has to let you in. You’re told when it happens.` : `Follow ${name} to see what they show and write.`}</p>
    </div>`;
  }

  // Who begins to follow sees more of them: the list is another one.
  #posts({ followStatus }, name) {
    const none = this.own
      ? html`<div class="empty" data-testid="posts-none"><h2>You have written nothing yet</h2><p>What you post stands here, for those whom you choose.</p><p><a class="button primary" href="/write">Write a post</a></p></div>`
      : html`<p class="posts-note" data-testid="posts-none">${name} has written nothing that you can see.</p>`;
    return keyed(followStatus, html`<parley-posts .client=${this.client} .router=${this.router} .source=${this.#source} .none=${none}></parley-posts>`);
  }

  #closed = () => {
    this.editing = false;
    this.reload();
  };

  async #picture(pictureID) {
    this.client.takeAccount(await this.client.request('updateProfile', { pictureID }));
    await this.reload();
  }
}

customElements.define('parley-profile-page', ProfilePage);
