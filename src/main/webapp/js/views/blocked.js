import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { personName } from '../state/names.js';
import { avatar } from './avatar.js';
import { View } from './view.js';

/** The people whom one blocks. */
class Blocked extends View {
  static properties = {
    people: { state: true },
    problem: { state: true },
  };

  #shown = null;

  constructor() {
    super();
    this.people = null;
    this.problem = '';
  }

  watches(topics) {
    return topics.has('people') || topics.has('connection');
  }

  updated() {
    if (this.#shown === this.store.blocked || this.client.connection.state !== 'online') return;
    this.#shown = this.store.blocked;
    this.#load();
  }

  render() {
    if (this.problem) return html`<p class="note error" role="alert">${this.problem}</p>`;
    if (!this.people) return html`<p class="list-empty" role="status">Loading…</p>`;
    return html`<p class="lead">They can’t write to you in private and don’t see whether you are online. They are not told.</p>
      ${this.people.length
        ? html`<ul class="box rows" data-testid="blocked-people">${repeat(this.people, ({ id }) => id, (person) => this.#item(person))}</ul>`
        : html`<p class="list-empty" data-testid="blocked-none">You block nobody.</p>`}`;
  }

  #item(person) {
    return html`<li class="row session" data-testid="blocked-person" data-user-id=${person.id}>
      ${avatar({ id: person.id, name: personName(person), picture: person.picture })}
      <span class="item-text"><b class="item-name">${personName(person)}</b><span class="item-preview">@${person.name}</span></span>
      <button data-testid="unblock" @click=${() => this.#unblock(person)}>Unblock</button>
    </li>`;
  }

  async #unblock({ id }) {
    try {
      await this.client.request('unblockUser', { userID: id });
    } catch (error) {
      this.problem = error.message;
    }
  }

  async #load() {
    try {
      this.people = (await this.client.request('blockedUsers', {})).people;
    } catch (error) {
      this.problem = error.message;
    }
  }
}

customElements.define('parley-blocked', Blocked);
