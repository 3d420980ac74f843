import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { findPeople } from '../api.js';
import { personName } from '../state/names.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import { conversationItem, personItem } from './items.js';
import { isWide } from './screen.js';
import { View } from './view.js';

/** The left side: conversations, people, and the search over both. */
class Sidebar extends View {
  static properties = {
    route: { attribute: false },
    tab: { state: true },
    query: { state: true },
    creating: { state: true },
    problem: { state: true },
  };

  #searchTimer;

  constructor() {
    super();
    this.tab = 'chats';
    this.query = '';
    this.problem = '';
  }

  watches(topics) {
    return topics.has('chats') || topics.has('people') || topics.has('me');
  }

  willUpdate(changed) {
    if (!changed.has('route')) return;
    this.query = '';
    if (this.route.name === 'home') this.tab = 'chats';
    if (this.route.name === 'people') this.tab = 'people';
  }

  render() {
    const { store } = this;
    return html`<aside class="sidebar" aria-label="Chats and people" @keydown=${this.#key}>
      <header class="bar">
        <a class="me" href="/settings" title="Settings" data-testid="to-settings">
          ${avatar({ id: store.me.id, name: personName(store.me) })}
          <span class="me-name" data-testid="me">${personName(store.me)}</span>
        </a>
        <button class="round" title="New group with a generated name" aria-label="New group with a generated name" data-testid="quick-group" ?disabled=${this.creating} @click=${this.#quickGroup}>${icons.dice}</button>
        <a class="round" href="/new" title="New group" aria-label="New group" data-testid="new-group">${icons.compose}</a>
      </header>
      <label class="search">
        ${icons.search}<span class="sr">Search chats and people</span>
        <input type="search" placeholder="Search" data-testid="search" autocomplete="off" .value=${this.query} @input=${this.#search} />
        <kbd aria-hidden="true">${/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
      </label>
      ${this.problem ? html`<p class="note error" role="alert">${this.problem}</p>` : ''}
      ${this.query.trim() ? this.#found() : this.#tabs()}
    </aside>`;
  }

  #tabs() {
    const tab = (id, label, count) => html`<button
      role="tab"
      id=${`tab-${id}`}
      aria-controls="list"
      aria-selected=${this.tab === id}
      data-testid=${`tab-${id}`}
      @click=${() => this.#choose(id)}
    >${label}${count ? html` <span class="count">${count}</span>` : ''}</button>`;
    const { store } = this;
    return html`<div class="tabs" role="tablist" aria-label="What to list">
        ${tab('chats', 'Chats', store.unread)} ${tab('people', 'People', 0)}
      </div>
      <div class="list" id="list" role="tabpanel" aria-labelledby=${`tab-${this.tab}`}>
        ${this.tab === 'chats' ? this.#chats(store.orderedChats()) : this.#people(store.orderedPeople())}
      </div>`;
  }

  #found() {
    const words = this.query.trim().toLocaleLowerCase();
    const fits = (...names) => names.some((name) => name?.toLocaleLowerCase().includes(words));
    const chats = this.store.orderedChats().filter((chat) => fits(this.store.nameOf(chat)));
    const people = this.store.orderedPeople().filter(({ name, fullName }) => fits(name, fullName));
    return html`<div class="list">
      ${chats.length ? html`<h2 class="list-title">Chats</h2>${this.#chats(chats)}` : ''}
      ${people.length ? html`<h2 class="list-title">People</h2>${this.#people(people)}` : ''}
      ${chats.length + people.length === 0 ? html`<p class="list-empty">Nothing found for “${this.query.trim()}”</p>` : ''}
    </div>`;
  }

  #chats(chats) {
    if (chats.length === 0) {
      return html`<p class="list-empty">${this.store.ready ? 'No chats yet. Look under People, or make a group.' : 'Loading…'}</p>`;
    }
    const item = (chat) => conversationItem(chat, this.store, chat.id === this.route.chatID);
    return html`<ul data-testid="conversation-list">${repeat(chats, ({ id }) => id, item)}</ul>`;
  }

  #people(people) {
    if (people.length === 0) {
      return html`<p class="list-empty">${this.store.ready ? 'Nobody else is here yet.' : 'Loading…'}</p>`;
    }
    const open = this.route.userID ?? this.store.chats.get(this.route.chatID)?.other(this.store.me.id)?.id;
    return html`<ul data-testid="people-list">
      ${repeat(people, ({ id }) => id, (person) => personItem(person, this.store, person.id === open))}
    </ul>`;
  }

  // Beside an open conversation a tab only changes the list; alone it is a page of its own.
  #choose(tab) {
    this.tab = tab;
    const alone = this.route.name === 'home' || this.route.name === 'people';
    if (alone || !isWide()) this.router.go(tab === 'chats' ? '/' : '/people', { replace: alone });
  }

  // Those already known are found at once; the server knows more people than the snapshot brings.
  #search(event) {
    this.query = event.target.value;
    clearTimeout(this.#searchTimer);
    const query = this.query.trim();
    if (query.length < 2) return;
    this.#searchTimer = setTimeout(async () => {
      const people = await findPeople(query).catch(() => []);
      for (const person of people) this.store.people.set(person.id, person);
      if (people.length) this.store.changed('people');
    }, 300);
  }

  #key(event) {
    const items = [...this.querySelectorAll('.item')];
    const at = items.indexOf(document.activeElement);
    const searching = document.activeElement?.type === 'search';
    if (event.key === 'ArrowDown' && (searching || at >= 0)) items[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (items[at - 1] ?? this.querySelector('[type=search]')).focus();
    else if (event.key === 'Enter' && searching) items[0]?.click();
    else if (event.key === 'Escape' && this.query) this.query = '';
    else return;
    event.preventDefault();
    if (event.key === 'Enter') this.query = '';
  }

  async #quickGroup() {
    this.creating = true;
    this.problem = '';
    try {
      const chat = await this.client.createConversation({ kind: 'group', userIDs: [] });
      this.router.go(`/chat/${chat.id}`);
    } catch (error) {
      this.problem = error.message;
    }
    this.creating = false;
  }
}

customElements.define('parley-sidebar', Sidebar);
