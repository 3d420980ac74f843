import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { findGroups, findPeople } from '../api.js';
import { excerpt } from '../text/excerpt.js';
import { plainText } from '../text/markdown.js';
import { avatar } from './avatar.js';
import { conversationItem, groupItem, personItem } from './items.js';
import { listTime } from './times.js';
import { View } from './view.js';
import './foundPosts.js';

const PAUSE = 300;
const PAGE = 20;

/**
 * What fits the words that somebody looks for: chats, people and groups by their names, and messages and posts
 * by any form of the words. Names that are known here are found at once, everything else when the server has answered.
 */
class Found extends View {
  static properties = {
    query: {},
    /** Only messages of this conversation. */
    chatID: {},
    /** Groups that everybody can find, but for those whose chat is listed. */
    groups: { state: true },
    /** How many posts were found; null while they are being looked for. */
    posts: { state: true },
    messages: { state: true },
    next: { state: true },
    problem: { state: true },
  };

  #timer;
  #asked = '';

  constructor() {
    super();
    this.chatID = null;
    this.groups = [];
    this.posts = null;
    this.messages = null;
    this.next = null;
    this.problem = '';
  }

  watches(topics) {
    return topics.has('people') || topics.has('chats');
  }

  updated(changed) {
    if (!changed.has('query') && !changed.has('chatID')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), PAUSE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const words = this.query.trim().toLocaleLowerCase();
    if (!words) return html`<p class="list-empty">Type what you look for.</p>`;
    const fits = (...names) => names.some((name) => name?.toLocaleLowerCase().includes(words));
    const { store } = this;
    const all = [...store.orderedChats(), ...store.archivedChats()];
    const chats = this.chatID ? [] : all.filter((chat) => fits(store.nameOf(chat), chat.topic));
    const people = this.chatID ? [] : store.orderedPeople().filter(({ name, fullName }) => fits(name, fullName));
    const groups = this.chatID ? [] : this.groups.filter((group) => fits(group.name) && !store.chats.has(group.id));
    const none = chats.length + people.length + groups.length === 0 && this.messages?.length === 0 && (this.chatID !== null || this.posts === 0);
    return html`${chats.length ? this.#list('Chats', chats.map((chat) => conversationItem(chat, this.client, false)), 'conversation-list') : ''}
      ${people.length ? this.#list('People', people.map((person) => personItem(person, store, false)), 'people-list') : ''}
      ${groups.length ? this.#list('Groups', groups.map(groupItem), 'groups-list') : ''}
      ${this.chatID ? '' : html`<parley-found-posts .client=${this.client} .query=${this.query} @found=${({ detail }) => (this.posts = detail)}></parley-found-posts>`}
      ${this.messages?.length ? this.#messages() : ''}
      ${this.messages === null && !this.problem ? html`<p class="list-empty" role="status">Looking for messages…</p>` : ''}
      ${this.problem ? html`<p class="list-empty" role="status" data-testid="search-problem">${this.problem}</p>` : ''}
      ${none ? html`<p class="list-empty" data-testid="found-nothing">Nothing found for “${this.query.trim()}”</p>` : ''}`;
  }

  #list(title, items, testId) {
    return html`<h2 class="list-title">${title}</h2>
      <ul data-testid=${testId}>${items}</ul>`;
  }

  #messages() {
    return html`<h2 class="list-title">Messages</h2>
      <ul data-testid="found-messages">
        ${repeat(this.messages, ({ id }) => id, (message) => this.#message(message))}
      </ul>
      ${this.next ? html`<button class="link more" data-testid="found-more" @click=${() => this.#more()}>Older messages</button>` : ''}`;
  }

  #message(message) {
    const { store } = this;
    const chat = store.chats.get(message.chatID);
    const own = message.userID === store.me.id;
    const from = own ? 'You' : message.senderName || message.userName;
    const name = chat ? store.nameOf(chat) : from;
    const picture = chat && store.pictureOf(chat);
    const other = chat?.other(store.me.id);
    return html`<li>
      <a class="item" href=${`/chat/${message.chatID}/${message.seq}`} data-testid="found-message">
        ${avatar({ id: other?.id ?? `c${message.chatID}`, name, picture, group: Boolean(chat && !other) })}
        <span class="item-text">
          <span class="item-line">
            <b class="item-name">${name}</b>
            <time class="item-time" datetime=${message.dateCreate}>${listTime(message.dateCreate)}</time>
          </span>
          <span class="item-preview two-lines">${other && !own ? '' : html`<span class="who">${from}:</span> `}${this.#excerpt(message)}</span>
        </span>
      </a>
    </li>`;
  }

  #excerpt({ content, attachments = [] }) {
    return excerpt(plainText(content) || attachments.map(({ name }) => name).join(', '), this.query);
  }

  async #search() {
    const query = this.query.trim();
    const asked = (this.#asked = `${this.chatID} ${query}`);
    if (!query) return;
    if (!this.chatID && query.length > 1) this.#meet(query);
    try {
      const found = await this.client.request('searchMessages', { text: query, limit: PAGE, ...(this.chatID && { chatID: this.chatID }) });
      if (asked !== this.#asked) return;
      this.messages = found.messages;
      this.next = found.next ?? null;
      this.problem = '';
    } catch (error) {
      if (asked !== this.#asked) return;
      this.messages = [];
      this.next = null;
      this.problem = error.code === 'closed' ? 'Messages can be searched when you’re back online.' : error.message;
    }
  }

  async #more() {
    const asked = this.#asked;
    const payload = { text: this.query.trim(), limit: PAGE, before: this.next, ...(this.chatID && { chatID: this.chatID }) };
    const found = await this.client.request('searchMessages', payload).catch(() => null);
    if (!found || asked !== this.#asked) return;
    this.messages = [...this.messages, ...found.messages];
    this.next = found.next ?? null;
  }

  // The server knows more people than the snapshot brings, and groups that one is not in.
  async #meet(query) {
    const none = () => [];
    const [people, groups] = await Promise.all([findPeople(query).catch(none), findGroups(query).catch(none)]);
    if (query === this.query.trim()) this.groups = groups;
    for (const person of people) this.store.people.set(person.id, person);
    if (people.length) this.store.changed('people');
  }
}

customElements.define('parley-found', Found);
