import { html } from 'lit';
import { person as fetchPerson } from '../api.js';
import { personName } from '../state/names.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import { typingSign } from './typing.js';
import { View } from './view.js';
import './composer.js';
import './details.js';
import './log.js';
import './pins.js';

/**
 * A conversation in front of the reader, or a person (`userID`) with whom none exists yet: that one is made
 * by the first message.
 */
class ChatView extends View {
  static properties = {
    chatID: {},
    userID: {},
    details: { type: Boolean },
    /** The message to begin at, `{seq}`. */
    target: { attribute: false },
    /** What the composer is used for besides a new message: `{mode: 'reply'|'edit', message}`. */
    composing: { state: true },
    /** Files are held over this conversation. */
    dropping: { state: true },
  };

  #asked = '';

  watches(topics) {
    return ['people', 'connection', 'me', 'outbox', `chat:${this.chatID}`].some((topic) => topics.has(topic));
  }

  get chat() {
    return this.store.chats.get(this.chatID);
  }

  willUpdate(changed) {
    if (changed.has('chatID') && changed.get('chatID')) this.composing = null;
    // the first message, from here or from the other side, has made the conversation
    const chat = this.userID && this.store.privateWith(this.userID);
    if (chat) queueMicrotask(() => this.isConnected && this.router.go(`/chat/${chat.id}`, { replace: true }));
  }

  updated(changed) {
    this.#load();
    if (changed.has('userID') && this.userID && !this.store.people.has(this.userID)) this.#meet(this.userID);
  }

  // A snapshot doesn't bring everybody there is; an address may name anyone.
  async #meet(userID) {
    const person = await fetchPerson(userID).catch(() => null);
    if (!person) return;
    this.store.people.set(userID, person);
    this.store.changed('people');
  }

  // Loads once for each reason to load, so that a refusal does not become a storm of requests.
  #load() {
    const { chat } = this;
    const online = this.client.connection.state === 'online';
    const unloaded = chat?.log.empty && chat.seq > 0;
    const reason = chat && online ? `${chat.id} ${unloaded} ${chat.stale}` : '';
    if (reason === this.#asked) return;
    this.#asked = reason;
    if (!unloaded && !chat?.stale) return;
    this.client.synchroniser.load(chat.id).catch(() => {
      setTimeout(() => {
        this.#asked = '';
        this.requestUpdate();
      }, 2_000);
    });
  }

  render() {
    const { chat, store } = this;
    const person = this.userID ? store.people.get(this.userID) : null;
    if (!chat && !person) return this.#missing();
    return html`<section class="chat ${this.details ? 'with-details' : ''} ${this.dropping ? 'dropping' : ''}" aria-label=${chat ? store.nameOf(chat) : personName(person)}
        @dragenter=${this.#drag} @dragover=${this.#drag} @dragleave=${this.#dragEnds} @drop=${this.#drop}>
        ${this.#header(chat, person)}
        ${chat ? html`<parley-pins .client=${this.client} .chatID=${this.chatID} @jump=${this.#jump}></parley-pins>` : ''}
        <parley-log .client=${this.client} .chatID=${this.chatID} .userID=${this.userID} .target=${this.target} @compose=${(e) => (this.composing = e.detail)} @leave-chat=${() => this.router.go('/')}></parley-log>
        ${typingSign(chat, store)}
        ${chat?.mayWrite === false
          ? html`<p class="no-writing" role="note" data-testid="may-not-write">You can’t write in this conversation.</p>`
          : html`<parley-composer
              .client=${this.client}
              .chatID=${this.chatID}
              .userID=${this.userID}
              .composing=${this.composing}
              @composed=${() => (this.composing = null)}
              @compose=${(e) => (this.composing = e.detail)}
              @jump=${this.#jump}
            ></parley-composer>`}
      </section>
      ${this.details && chat
        ? html`<parley-details .client=${this.client} .router=${this.router} .chatID=${this.chatID}></parley-details>`
        : ''}`;
  }

  #jump = ({ detail }) => this.querySelector('parley-log').jump(detail.seq);

  #drag(event) {
    if (!event.dataTransfer.types.includes('Files') || !this.querySelector('parley-composer')) return;
    event.preventDefault();
    this.dropping = true;
  }

  #dragEnds(event) {
    if (!event.currentTarget.contains(event.relatedTarget)) this.dropping = false;
  }

  #drop(event) {
    if (!this.dropping) return;
    event.preventDefault();
    this.dropping = false;
    this.querySelector('parley-composer').attach(event.dataTransfer.files);
  }

  #missing() {
    if (!this.store.ready) {
      const offline = this.client.connection.state === 'offline';
      return html`<div class="empty" role="status" data-testid="chat-unready">${offline ? 'This conversation was not kept on this device. It opens when you’re back online.' : 'Loading…'}</div>`;
    }
    return html`<div class="empty" data-testid="chat-missing">
      <h2>This conversation isn't here</h2>
      <p>It was deleted, or you are not a member of it.</p>
      ${this.#unsent()}
      <p><a class="button" href="/">To your chats</a></p>
    </div>`;
  }

  // What was written before the conversation went: its author may want to have it back.
  #unsent() {
    const { outbox } = this.client;
    return outbox.waitingFor({ chatID: this.chatID }).map(
      ({ key, content, problem }) => html`<blockquote class="unsent" data-testid="unsent">
        <p>${content}</p>
        <footer>
          Not sent${problem ? `: ${problem}` : ''}
          <button class="link" data-testid="discard" @click=${() => outbox.discard(key)}>Remove</button>
        </footer>
      </blockquote>`,
    );
  }

  #header(chat, person) {
    const { store } = this;
    const other = person ?? chat.other(store.me.id);
    const name = chat ? store.nameOf(chat) : personName(person);
    const label = html`${avatar({ id: other?.id ?? `c${chat.id}`, name, picture: chat ? store.pictureOf(chat) : person.picture, online: other ? store.isOnline(other) : undefined, group: !other })}
      <span class="chat-title">
        <h1 data-testid="chat-title">${name}</h1>
        <span class="subtitle" data-testid="chat-subtitle">${this.#subtitle(chat, other)}</span>
      </span>`;
    return html`<header class="bar chat-bar">
      <a class="round back" href="/" aria-label="Back to the list" data-testid="back">${icons.back}</a>
      ${chat
        ? html`<a class="chat-head" href=${this.#detailsPath()} title="About this conversation" data-testid="chat-details">${label}</a>
            ${other ? html`<a class="round" href=${`/profile/${other.id}`} aria-label="Profile" title="Profile" data-testid="chat-profile">${icons.person}</a>` : ''}
            <a class="round" href=${this.#detailsPath()} aria-label="About this conversation" aria-expanded=${Boolean(this.details)}>${icons.info}</a>`
        : html`<a class="chat-head" href=${`/profile/${other.id}`} title="Profile">${label}</a>`}
    </header>`;
  }

  #detailsPath() {
    return this.details ? `/chat/${this.chatID}` : `/chat/${this.chatID}/details`;
  }

  #subtitle(chat, other) {
    if (other) return this.store.presenceOf(other);
    const online = chat.members.filter((member) => this.store.isOnline(member)).length;
    const all = `${chat.memberCount} ${chat.memberCount === 1 ? 'member' : 'members'}`;
    return online > 1 ? `${all}, ${online} online` : all;
  }
}

customElements.define('parley-chat', ChatView);
