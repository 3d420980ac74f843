import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../views/icons.js';
import { goOn, rowOf } from './goOn.js';
import { Page } from './page.js';
import { nameOf, personRow } from './personRow.js';

const PAUSE = 250;

/** Those of one's followers whom one shows more than the others. */
class FriendsPage extends Page {
  static properties = { words: { state: true } };

  #timer;

  constructor() {
    super();
    this.words = '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  watches(topics) {
    return topics.has('people') || topics.has('connection');
  }

  async load() {
    const [friends, others] = await Promise.all([this.client.request('closeFriends', {}), this.client.request('searchNotCloseFriends', { text: this.words.trim() })]);
    return { friends, others };
  }

  concerns({ type }) {
    return type === 'followChanged' || type === 'blocksChanged';
  }

  render() {
    return this.frame('Close friends', () => this.#lists(), { back: '/settings' });
  }

  #lists() {
    const { friends, others } = this.data;
    return html`<p class="lead">What you post for close friends is seen by these people only. You choose them among your followers. Nobody is told, and nobody sees this list.</p>
      ${friends.length
        ? html`<ul class="box rows people" data-testid="friends">${repeat(friends, ({ id }) => id, (person) => personRow(person, this.store, this.#remove(person)))}</ul>`
        : html`<p class="list-empty" data-testid="friends-none">You have chosen nobody yet.</p>`}
      <h2>Your other followers</h2>
      <input type="search" placeholder="Find a follower" aria-label="Find a follower" autocomplete="off" maxlength="100" data-testid="friends-search" @input=${this.#search} />
      ${others.length
        ? html`<ul class="box rows people" data-testid="not-friends">${repeat(others, ({ id }) => id, (person) => personRow(person, this.store, this.#add(person)))}</ul>`
        : html`<p class="list-empty" data-testid="not-friends-none">${this.words.trim() ? 'No follower of that name' : friends.length ? 'All your followers are close friends.' : 'Nobody follows you yet.'}</p>`}`;
  }

  #remove(person) {
    return html`<button aria-label=${`Remove ${nameOf(person)}`} data-testid="friend-remove" @click=${() => this.#change('removeCloseFriend', person)}>Remove</button>`;
  }

  #add(person) {
    return html`<button class="with-icon" aria-label=${`Add ${nameOf(person)}`} data-testid="friend-add" @click=${() => this.#change('addCloseFriend', person)}>${icons.star} Add</button>`;
  }

  #search({ target }) {
    this.words = target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.reload(), PAUSE);
  }

  async #change(type, { id }) {
    const at = rowOf(this, id);
    if ((await this.act(type, { userID: id })) !== undefined) await this.reload();
    await goOn(this, '.person-row button', at);
  }
}

customElements.define('parley-friends-page', FriendsPage);
