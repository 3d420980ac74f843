import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { nameKey } from '../text/markdown.js';
import { icons } from './icons.js';
import { rowTemplate } from './message.js';
import { rowsOf } from './rows.js';
import { isAttended } from './screen.js';
import { Scroller } from './scroller.js';
import { View } from './view.js';

const NEAR_TOP = 500;
const PAGES_TO_UNREAD = 3;

/** The messages of a conversation. */
class Log extends View {
  static properties = {
    chatID: {},
    userID: {},
    away: { state: true },
  };

  #scroller;
  #shown = null;
  /** The seq after which the divider stands; null for none. */
  #unreadAfter = null;
  /** Whether messages that come now get a new divider: the reader is not looking. */
  #looksAway = true;
  #placed = false;
  /** The first unread message is still being loaded: the place is not final. */
  #seeking = false;
  #pages = 0;
  #waiting = 0;
  #notBefore = 0;

  constructor() {
    super();
    /** The reader has scrolled up. */
    this.away = false;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('focus', this.#attention);
    addEventListener('blur', this.#attention);
    document.addEventListener('visibilitychange', this.#attention);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('focus', this.#attention);
    removeEventListener('blur', this.#attention);
    document.removeEventListener('visibilitychange', this.#attention);
    this.#scroller?.disconnect();
  }

  watches(topics) {
    return ['outbox', 'connection', 'me', `chat:${this.chatID}`].some((topic) => topics.has(topic));
  }

  get chat() {
    return this.store.chats.get(this.chatID);
  }

  willUpdate() {
    const { chat } = this;
    if (this.#shown !== this.chatID) {
      this.#shown = this.chatID;
      this.#unreadAfter = null;
      this.#looksAway = true;
      this.#placed = false;
      this.#seeking = false;
      this.#pages = 0;
    }
    const waiting = this.#entries().length;
    if (waiting > this.#waiting) {
      this.#unreadAfter = null; // who writes has read
      if (this.#scroller) this.#scroller.pinned = true;
    }
    this.#waiting = waiting;
    if (chat && chat.unread > 0 && this.#looksAway) {
      this.#unreadAfter = chat.readSeq;
      this.#looksAway = false;
    }
    this.#scroller?.before();
  }

  #entries() {
    return this.client.outbox.waitingFor({ chatID: this.chatID, userID: this.userID });
  }

  render() {
    const { chat } = this;
    const rows = rowsOf({
      messages: chat?.log.items ?? [],
      waiting: this.#entries(),
      me: this.store.me,
      unreadAfter: this.#unreadAfter,
    });
    const context = {
      withFaces: Boolean(chat) && chat.kind !== 'private',
      members: chat?.members,
      whoIs: (name, message) => this.#whoIs(name, message),
      readUpTo: this.#readByOthers(chat),
      retry: (key) => this.client.outbox.retry(key),
      discard: (key) => this.client.outbox.discard(key),
    };
    const news = chat?.unread === 1 ? 'new message' : 'new messages';
    return html`<div class="log" role="log" aria-label="Messages" tabindex="0" data-testid="log" @scroll=${this.#scrolled}>
        ${this.#top(chat, rows)}
        <ol class="rows">
          ${repeat(rows, ({ key }) => key, (row) => rowTemplate(row, context))}
        </ol>
      </div>
      ${this.away
        ? html`<button class="to-bottom" data-testid="to-bottom" aria-label=${chat?.unread ? `${chat.unread} ${news}, to the newest` : 'To the newest message'} @click=${this.#toBottom}>
            ${chat?.unread ? html`<span class="badge">${chat.unread}</span><span class="new-label">${news}</span>` : ''}${icons.down}
          </button>`
        : ''}`;
  }

  #top(chat, rows) {
    if (chat?.loading) return html`<p class="log-top" role="status"><span class="spinner" aria-hidden="true"></span><span class="sr">Loading messages</span></p>`;
    if (rows.length === 0 && (!chat || chat.seq === 0)) {
      return html`<p class="log-empty" data-testid="log-empty">No messages yet.<br />Write the first one.</p>`;
    }
    const more = chat && chat.seq > 0 && !chat.log.complete;
    if (more && this.client.connection.state === 'offline') {
      return html`<p class="log-top kept-only" data-testid="kept-only">${chat.log.empty ? 'The' : 'Earlier'} messages come when you’re back online.</p>`;
    }
    return html`<p class="log-top"></p>`;
  }

  firstUpdated() {
    this.#scroller = new Scroller(this.querySelector('.log'), this.querySelector('.rows'));
  }

  updated() {
    const { chat } = this;
    const begins = !this.#placed && chat && !chat.log.empty && !chat.stale;
    if (begins || (this.#seeking && chat)) this.#place(chat);
    else this.#scroller.after();
    this.#attend();
    this.#older();
  }

  // The reader begins at the first unread message, which may lie some pages above.
  #place(chat) {
    this.#placed = true;
    this.#scroller.toBottom();
    const divider = this.querySelector('[data-testid="unread-divider"]');
    if (divider && !this.#scroller.fits) this.#scroller.toRow(divider);
    this.#seeking = this.client.connection.state === 'online' && (chat.loading || this.#unreadAbove);
    // a frame later everything has its size
    requestAnimationFrame(() => this.#scrolled());
  }

  get #unreadAbove() {
    const { log } = this.chat;
    return this.#unreadAfter !== null && !log.complete && log.first > this.#unreadAfter + 1 && this.#pages < PAGES_TO_UNREAD;
  }

  #scrolled = () => {
    this.#scroller.moved();
    this.away = !this.#scroller.pinned;
    this.#attend();
    this.#older();
  };

  #attention = () => {
    if (!isAttended()) this.#looksAway = true;
    this.#attend();
  };

  // Read is what was in view while somebody was looking.
  #attend() {
    const { chat } = this;
    if (!this.#placed || this.#seeking || !chat || !isAttended()) return;
    const seen = this.#scroller.pinned ? chat.log.last : this.#scroller.lowestSeen;
    this.client.reading.mark(chat, seen);
    if (this.#scroller.pinned) this.#looksAway = false;
    else if (chat.unread === 0) this.#looksAway = true;
  }

  // More above: when the reader comes near, and as far as the first unread message.
  #older() {
    const { chat } = this;
    if (!this.#placed || !chat || chat.loading || chat.log.complete || Date.now() < this.#notBefore) return;
    if (this.client.connection.state !== 'online') return;
    const unreadAbove = this.#unreadAbove;
    if (unreadAbove) this.#pages++;
    else if (this.#scroller.above > NEAR_TOP) return;
    this.client.synchroniser.older(chat.id, unreadAbove ? 100 : undefined).catch(() => this.#pause());
  }

  // A refused page is asked for again, but not at once: each answer renders, and each rendering asks.
  #pause() {
    this.#seeking = false;
    this.#notBefore = Date.now() + 3_000;
    setTimeout(() => this.requestUpdate(), 3_050);
  }

  #toBottom() {
    this.#scroller.toBottom(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  }

  // The server says whom a message mentions; of one on its way it can only be guessed.
  #whoIs(name, { mentions }) {
    const key = nameKey(name);
    const { chat, store } = this;
    const isMeant = ({ id }) => !mentions || mentions.includes(id);
    const person =
      chat?.members.find((member) => isMeant(member) && nameKey(member.name) === key) ??
      mentions?.map((id) => store.people.get(id)).find((each) => each && nameKey(each.name) === key);
    return person ? { id: person.id, own: person.id === store.me.id } : null;
  }

  // In a group it is read when anybody else has read it.
  #readByOthers(chat) {
    const others = (chat?.members ?? []).filter(({ id }) => id !== this.store.me.id);
    return Math.max(0, ...others.map(({ readSeq }) => readSeq ?? 0));
  }
}

customElements.define('parley-log', Log);
