import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ask } from '../views/dialog.js';
import { icons } from '../views/icons.js';
import { cameFrom } from './back.js';
import { goOn, rowOf } from './goOn.js';
import { Page } from './page.js';
import { nameOf, personRow } from './personRow.js';

const MANY = 12;
const OUTSIDE = /^\/(login|join)\b/;

/** Who follows somebody, or whom they follow. One's own followers can be removed, and chosen as close friends. */
class FollowsPage extends Page {
  static properties = { words: { state: true } };

  constructor() {
    super();
    this.words = '';
  }

  get own() {
    return this.route.userID === this.store.me?.id;
  }

  get followers() {
    return this.route.name === 'followers';
  }

  watches(topics) {
    return topics.has('people') || topics.has('connection');
  }

  willUpdate(changed) {
    super.willUpdate(changed);
    if (changed.has('route')) this.words = '';
  }

  async load() {
    const { userID } = this.route;
    const ask = (type, payload) => this.client.request(type, payload);
    const [profile, people, friends] = await Promise.all([
      ask('getUserProfile', userID),
      ask(this.followers ? 'userFollowers' : 'userFollowing', userID),
      this.own && this.followers ? ask('closeFriends', {}) : [],
    ]);
    return { profile, people, friends: new Set(friends.map(({ id }) => id)) };
  }

  concerns({ type, data }) {
    return type === 'followChanged' && (this.own || data.userID === this.route.userID);
  }

  render() {
    if (!this.store.me) return '';
    return this.frame(this.#title(), () => this.#list(), { back: cameFrom(`/profile/${this.route.userID}`, OUTSIDE) });
  }

  #title() {
    if (this.own) return this.followers ? 'Your followers' : 'You follow';
    const name = this.data ? nameOf(this.data.profile) : '';
    return this.followers ? `Followers${name && ` of ${name}`}` : `${name ? `${name} follows` : 'Following'}`;
  }

  #list() {
    const { profile, people } = this.data;
    if (profile.restricted) return html`<div class="empty" data-testid="follows-restricted">${icons.lock}<h2>This profile is private</h2><p>Who follows ${nameOf(profile)}, and whom they follow, is for their followers.</p></div>`;
    if (people.length === 0) return this.#nobody(profile);
    const words = this.words.trim().toLocaleLowerCase();
    const fits = ({ userName, fullName }) => `${userName} ${fullName ?? ''}`.toLocaleLowerCase().includes(words);
    const shown = people.filter(fits);
    return html`${people.length > MANY
        ? html`<input type="search" placeholder="Find somebody" aria-label="Find somebody in this list" autocomplete="off" data-testid="follows-search" @input=${({ target }) => (this.words = target.value)} />`
        : ''}
      <ul class="box rows people" data-testid="follows">${repeat(shown, ({ id }) => id, (person) => personRow(person, this.store, this.own ? this.#end(person) : ''))}</ul>
      ${shown.length === 0 ? html`<p class="list-empty">Nobody of that name</p>` : ''}`;
  }

  #nobody(profile) {
    const [head, text] = this.own
      ? this.followers
        ? ['Nobody follows you yet', 'Write something for the feed, or look for people whom you know.']
        : ['You follow nobody yet', 'Whoever you follow has their posts in your feed.']
      : [this.followers ? `Nobody follows ${nameOf(profile)} yet` : `${nameOf(profile)} follows nobody yet`, ''];
    return html`<div class="empty" data-testid="follows-none">
      ${icons.people}
      <h2>${head}</h2>
      ${text ? html`<p>${text}</p>` : ''} ${this.own ? html`<p><a class="button" href="/people">Look for people</a></p>` : ''}
    </div>`;
  }

  #end(person) {
    const name = nameOf(person);
    if (!this.followers) return html`<button data-testid="unfollow" aria-label=${`Unfollow ${name}`} @click=${() => this.#unfollow(person)}>Unfollow</button>`;
    const close = this.data.friends.has(person.id);
    return html`<button
        class="round small star"
        aria-pressed=${close}
        aria-label=${`${name} is a close friend`}
        title=${close ? 'Close friend' : 'Make a close friend'}
        data-testid="star"
        @click=${() => this.#change(close ? 'removeCloseFriend' : 'addCloseFriend', person)}
      >${icons.star}</button>
      <button class="round small" aria-label=${`Remove ${name} from your followers`} title="Remove" data-testid="remove-follower" @click=${() => this.#remove(person)}>${icons.close}</button>`;
  }

  async #unfollow(person) {
    const text = 'Their posts come to your feed no more.';
    if (await ask({ title: `Stop following ${nameOf(person)}?`, text, action: 'Unfollow' })) await this.#change('unFollowUser', person);
  }

  async #remove(person) {
    const text = 'They see no more what you show to followers. They are not told, and may follow or ask again.';
    if (await ask({ title: `Remove ${nameOf(person)} from your followers?`, text, action: 'Remove' })) await this.#change('removeFollower', person);
  }

  async #change(type, { id }) {
    const at = rowOf(this, id);
    if ((await this.act(type, { userID: id })) !== undefined) await this.reload();
    await goOn(this, '.person-row button:last-of-type', at);
  }
}

customElements.define('parley-follows-page', FollowsPage);
