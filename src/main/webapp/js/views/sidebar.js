import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { personName } from '../state/names.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import { conversationItem, personItem } from './items.js';
import { isWide } from './screen.js';
import { View } from './view.js';
import './found.js';

/** The left side: conversations, people, and the search over both. */
class Sidebar extends View {
  static properties = {
    route: { attribute: false },
    tab: { state: true },
    query: { state: true },
    /** The id of the only conversation to look into. */
    within: { state: true },
    creating: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.tab = 'chats';
    this.query = '';
    this.within = null;
    this.problem = '';
  }

  watches(topics) {
    return ['chats', 'people', 'me', 'outbox', 'connection'].some((topic) => topics.has(topic));
  }

  willUpdate(changed) {
    if (!changed.has('route')) return;
    const { name, text = '', chatID = null } = this.route;
    if (name === 'message' && this.query) return; // what was found stays beside what is looked at
    this.query = name === 'search' ? text : '';
    this.within = name === 'search' ? chatID : null;
    if (name === 'home') this.tab = 'chats';
    if (name === 'people') this.tab = 'people';
  }

  updated(changed) {
    if (changed.has('route') && this.route.name === 'search') this.querySelector('[type=search]').focus();
  }

  render() {
    const { store } = this;
    const within = store.chats.get(this.within);
    return html`<aside class="sidebar" aria-label="Chats and people" @keydown=${this.#key}>
      <header class="bar">
        <a class="me" href="/settings" title="Settings" data-testid="to-settings">
          ${avatar({ id: store.me.id, name: personName(store.me), picture: store.me.picture })}
          <span class="me-name" data-testid="me">${personName(store.me)}</span>
        </a>
        <button class="round" title="New group with a generated name" aria-label="New group with a generated name" data-testid="quick-group" ?disabled=${this.creating} @click=${this.#quickGroup}>${icons.dice}</button>
        <a class="round" href="/new" title="New group" aria-label="New group" data-testid="new-group">${icons.compose}</a>
      </header>
      <label class="search">
        ${icons.search}<span class="sr">Search chats and people</span>
        <input type="search" placeholder=${within ? `Search in ${store.nameOf(within)}` : 'Search'} data-testid="search" autocomplete="off" maxlength="200" .value=${this.query} @input=${this.#search} />
        <kbd aria-hidden="true">${/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
      </label>
      ${this.problem ? html`<p class="note error" role="alert">${this.problem}</p>` : ''}
      ${this.#content()}
    </aside>`;
  }

  #content() {
    if (this.query.trim() || this.route.name === 'search') return this.#found();
    return this.route.name === 'archive' ? this.#archive() : this.#tabs();
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
        ${this.tab === 'chats' ? html`${this.#chats(store.orderedChats())}${this.#archived()}` : this.#people(store.orderedPeople())}
      </div>`;
  }

  #found() {
    const within = this.store.chats.get(this.within);
    return html`${within
        ? html`<p class="within" data-testid="search-within">In <b>${this.store.nameOf(within)}</b> <a href=${`/chat/${within.id}`}>Back to the chat</a></p>`
        : ''}
      <div class="list">
        <parley-found .client=${this.client} .query=${this.query} .chatID=${within?.id ?? null}></parley-found>
      </div>`;
  }

  #archive() {
    const chats = this.store.archivedChats();
    return html`<div class="tabs-alone"><a class="round small" href="/" aria-label="Back to the chats" data-testid="archive-back">${icons.back}</a><h2>Archive</h2></div>
      <div class="list">${chats.length ? this.#chats(chats) : html`<p class="list-empty">Nothing is archived.</p>`}</div>`;
  }

  #chats(chats) {
    if (chats.length === 0) {
      return html`<p class="list-empty">${this.store.ready ? 'No chats yet. Look under People, or make a group.' : this.#unready()}</p>`;
    }
    const item = (chat) => conversationItem(chat, this.client, chat.id === this.route.chatID);
    return html`<ul data-testid="conversation-list">${repeat(chats, ({ id }) => id, item)}</ul>`;
  }

  #unready() {
    return this.client.connection.cutOff ? 'You’re offline. This list is there when you’re back online.' : 'Loading…';
  }

  #archived() {
    const chats = this.store.archivedChats();
    if (chats.length === 0) return '';
    const unread = chats.filter((chat) => chat.unread > 0).length;
    return html`<a class="item archived" href="/archive" data-testid="to-archive">
      ${icons.archive}<span class="item-text">Archive</span>
      ${unread ? html`<span class="badge quiet" aria-label=${`${unread} of them unread`}>${unread}</span>` : html`<span class="item-time">${chats.length}</span>`}
    </a>`;
  }

  #people(people) {
    if (people.length === 0) {
      return html`<p class="list-empty">${this.store.ready ? 'Nobody else is here yet.' : this.#unready()}</p>`;
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

  #search(event) {
    this.query = event.target.value;
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
