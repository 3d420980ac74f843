import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { findPeople } from '../api.js';
import { personName } from '../state/names.js';
import { avatar } from './avatar.js';
import { View } from './view.js';

/** A list of people to choose from. `chosen` is a set of ids; each change is told by a `picked` event. */
class Picker extends View {
  static properties = {
    without: { attribute: false },
    query: { state: true },
  };

  chosen = new Set();
  #timer;

  constructor() {
    super();
    this.query = '';
    /** Ids of those who can't be chosen: they are there already. */
    this.without = new Set();
  }

  watches(topics) {
    return topics.has('people');
  }

  render() {
    const words = this.query.trim().toLocaleLowerCase();
    const people = this.store
      .orderedPeople()
      .filter(({ id, name, fullName }) => !this.without.has(id) && `${name} ${fullName ?? ''}`.toLocaleLowerCase().includes(words));
    return html`<div class="picker">
      <input type="search" placeholder="Find people" aria-label="Find people" data-testid="pick-search" autocomplete="off" @input=${this.#search} />
      <ul>
        ${repeat(people, ({ id }) => id, (person) => this.#choice(person))}
      </ul>
      ${people.length === 0 ? html`<p class="list-empty">Nobody to choose</p>` : ''}
    </div>`;
  }

  #choice(person) {
    return html`<li>
      <label class="item choice" data-testid="pick-person" data-user-id=${person.id}>
        ${avatar({ id: person.id, name: personName(person), picture: person.picture, online: this.store.isOnline(person) })}
        <span class="item-text">
          <b class="item-name">${personName(person)}</b>
          ${person.fullName ? html`<span class="item-preview">@${person.name}</span>` : ''}
        </span>
        <input type="checkbox" .checked=${this.chosen.has(person.id)} @change=${(e) => this.#choose(person.id, e.target.checked)} />
      </label>
    </li>`;
  }

  #choose(id, chosen) {
    if (chosen) this.chosen.add(id);
    else this.chosen.delete(id);
    this.dispatchEvent(new Event('picked'));
    this.requestUpdate();
  }

  #search(event) {
    this.query = event.target.value;
    clearTimeout(this.#timer);
    if (this.query.trim().length < 2) return;
    this.#timer = setTimeout(async () => {
      const people = await findPeople(this.query.trim()).catch(() => []);
      for (const person of people) this.store.people.set(person.id, person);
      if (people.length) this.store.changed('people');
    }, 300);
  }
}

customElements.define('parley-picker', Picker);
