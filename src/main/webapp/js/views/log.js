import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { jumps } from './jumps.js';
import { rowTemplate } from './message.js';
import { MessageActions } from './messageActions.js';
import { MessageGestures } from './messageGestures.js';
import { peopleOf } from './peopleOf.js';
import { Place } from './place.js';
import { rowsOf } from './rows.js';
import { toast } from './toast.js';
import { View } from './view.js';

const LIT_FOR = 2_600;

/** The messages of a conversation. `target` names the one to begin at: `{seq}`, a new object for each wish. */
class Log extends View {
  static properties = {
    chatID: {},
    userID: {},
    target: { attribute: false },
    lit: { state: true },
  };

  #place;
  #actions;
  #gestures;
  #shown = null;
  #asked = null;
  #darken;
  #mentionAt = 0;

  constructor() {
    super();
    this.lit = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#place ??= new Place(this.client, () => this.requestUpdate());
    this.#actions ??= new MessageActions(this.client, this);
    this.#gestures ??= new MessageGestures(this.#actions, (seq) => this.#messageAt(seq));
    this.client.outbox.addEventListener('written', this.#written);
    addEventListener('focus', this.#attention);
    addEventListener('blur', this.#attention);
    document.addEventListener('visibilitychange', this.#attention);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.client.outbox.removeEventListener('written', this.#written);
    removeEventListener('focus', this.#attention);
    removeEventListener('blur', this.#attention);
    document.removeEventListener('visibilitychange', this.#attention);
    this.#place.end();
  }

  watches(topics) {
    return ['outbox', 'connection', 'me', `chat:${this.chatID}`].some((topic) => topics.has(topic));
  }

  get chat() {
    return this.store.chats.get(this.chatID);
  }

  willUpdate(changed) {
    if (this.#shown !== this.chatID) {
      this.#shown = this.chatID;
      this.#place.reset();
      this.#mentionAt = 0;
    }
    if (changed.has('target') && this.target) this.#place.wanted = this.target.seq;
    this.#place.beforeRender(this.chat);
  }

  #entries() {
    return this.client.outbox.waitingFor({ chatID: this.chatID, userID: this.userID });
  }

  get #items() {
    const { chat } = this;
    return chat?.past?.items ?? chat?.log.items ?? [];
  }

  #messageAt(seq) {
    return this.#items.find((message) => message.seq === seq);
  }

  render() {
    const { chat } = this;
    const me = this.store.me;
    const rows = rowsOf({ messages: this.#items, waiting: chat?.past ? [] : this.#entries(), me, unreadAfter: this.#place.unreadAfter });
    const context = {
      ...peopleOf(chat, this.store),
      lit: this.lit,
      jump: (seq) => this.jump(seq),
      actions: this.#actions,
      retry: (key) => this.client.outbox.retry(key),
      discard: (key) => this.client.outbox.discard(key),
    };
    return html`<div class="log" role="log" aria-label="Messages" tabindex="0" data-testid="log" @scroll=${this.#scrolled}
        @pointerdown=${this.#gestures} @pointermove=${this.#gestures} @pointerup=${this.#gestures} @pointercancel=${this.#gestures}
        @click=${this.#gestures} @contextmenu=${this.#gestures} @keydown=${this.#gestures}>
        ${this.#top(chat, rows)}
        <ol class="rows">
          ${repeat(rows, ({ key }) => key, (row) => rowTemplate(row, context))}
        </ol>
      </div>
      ${jumps(chat, { away: this.#place.away, toMention: () => this.#toMention(), toBottom: () => this.#toBottom() })}`;
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
    this.#place.begin(this.querySelector('.log'), this.querySelector('.rows'));
  }

  updated() {
    const { wanted, away } = this.#place;
    this.#place.afterRender(this.chat, this);
    if (wanted !== null && this.#place.wanted === null) this.#light(wanted);
    if (this.#place.wanted !== null) this.#find(this.#place.wanted);
    if (this.#place.away !== away) this.requestUpdate();
  }

  /** Shows a message, also one that is far back. @param {number} seq */
  jump(seq) {
    this.#place.wanted = seq;
    this.requestUpdate();
  }

  // Not in sight, so it has to be loaded: once for each wish, and after the newest messages are there.
  async #find(seq) {
    const { chat } = this;
    if (!chat || chat.log.empty || chat.stale || chat.loading || this.#asked === seq || this.client.connection.state !== 'online') return;
    this.#asked = seq;
    if (chat.log.at(seq)) chat.past = null; // it stands in the other stretch
    const problem = await this.client.synchroniser.around(chat.id, seq).then(
      (found) => (found ? '' : 'This message isn’t here'),
      (error) => error.message,
    );
    this.#asked = null;
    if (problem) {
      this.#place.wanted = null;
      toast(problem);
    }
    this.requestUpdate();
  }

  #light(seq) {
    this.lit = seq;
    clearTimeout(this.#darken);
    this.#darken = setTimeout(() => {
      this.lit = null;
    }, LIT_FOR);
  }

  #scrolled = () => this.#place.moved(this.chat) && this.requestUpdate();

  #written = ({ detail: { chatID, userID } }) => {
    if (chatID ? chatID === this.chatID : userID === this.userID) this.#place.written(this.chat);
  };

  #attention = () => this.#place.attention(this.chat);

  async #toMention() {
    const { chat } = this;
    const after = Math.max(chat.readSeq, this.#mentionAt);
    const seq = await this.client.synchroniser.nextMention(chat.id, after).catch(() => null);
    this.#mentionAt = seq ?? 0; // after the last, once more from the first
    if (seq) this.jump(seq);
  }

  #toBottom() {
    const { chat } = this;
    const far = Boolean(chat?.past);
    if (far) {
      chat.past = null;
      this.#place.newest();
      return this.requestUpdate();
    }
    this.#place.toBottom(!matchMedia('(prefers-reduced-motion: reduce)').matches);
  }
}

customElements.define('parley-log', Log);
