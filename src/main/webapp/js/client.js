import * as api from './api.js';
import { Connection } from './net/connection.js';
import { Outbox } from './state/outbox.js';
import { applyPush } from './state/pushes.js';
import { Reading } from './state/reading.js';
import { Store } from './state/store.js';
import { Synchroniser } from './state/synchroniser.js';

// Of a conversation one has left; more is a page of history away.
const KEPT_MESSAGES = 100;

/**
 * The whole client without its views: who is logged in, and the parts wired together.
 *
 * Events: `session` when somebody logs in, out, or is thrown out.
 */
export class Client extends EventTarget {
  /** undefined: not known yet; null: nobody */
  account = undefined;
  /** Why one was thrown out, for the log-in page. */
  notice = '';
  store = new Store();
  #attending = null;

  constructor() {
    super();
    const { store } = this;
    this.connection = new Connection({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
      greet: () => this.#greet(),
      probe: () => ['focus', { chatID: this.#attending }],
    });
    const parts = { connection: this.connection, store };
    this.synchroniser = new Synchroniser(parts);
    this.outbox = new Outbox(parts);
    this.reading = new Reading(parts);
    this.connection.addEventListener('push', ({ detail }) => {
      if (applyPush(store, detail)) this.synchroniser.repairSoon();
      this.#frontPushed(detail);
    });
    this.connection.addEventListener('refused', ({ detail }) => this.#refused(detail.code));
    this.connection.addEventListener('state', () => this.#connected());
    addEventListener('online', () => this.connection.retryNow());
    addEventListener('offline', () => this.connection.lost());
    document.addEventListener('visibilitychange', () => this.#visibilityChanged());
  }

  /** Finds out who is logged in; retries while the server is away. */
  async start() {
    for (let wait = 1_000; ; wait = Math.min(wait * 2, 15_000)) {
      const answer = await api.currentSession().catch(() => null);
      if (answer) return this.#entered(answer.account);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }

  async register(fields) {
    this.#entered((await api.register(fields)).account);
  }

  async logIn(fields) {
    this.#entered((await api.logIn(fields)).account);
  }

  async logOut() {
    await api.logOut().catch((error) => {
      if (error.code === 'closed') throw error; // the session would live on
    });
    this.#left('');
  }

  /** @param {string|null} chatID the conversation in front of the reader */
  attend(chatID) {
    const before = this.synchroniser.front;
    if (before !== null && before !== chatID) this.store.chats.get(before)?.log.trim(KEPT_MESSAGES);
    this.synchroniser.front = chatID;
    this.#tellFocus();
  }

  /** @param {string} type @param {object} payload */
  request(type, payload) {
    return this.connection.request(type, payload);
  }

  /** @param {object} fields of createConversation @returns {Promise<import('./state/chat.js').Chat>} */
  async createConversation(fields) {
    return this.store.adopt(await this.request('createConversation', fields));
  }

  /** A guest has become a full account. */
  async refreshAccount() {
    const { account } = await api.currentSession();
    if (!account) return;
    this.account = this.store.me = account;
    this.store.changed('me');
  }

  async #greet() {
    this.#attending = null;
    await this.synchroniser.sync();
    this.account = this.store.me;
  }

  #connected() {
    this.store.changed('connection');
    if (this.connection.state !== 'online') return;
    this.#tellFocus();
    this.reading.flush();
    this.outbox.pump();
  }

  #entered(account) {
    this.account = account;
    if (account) {
      this.notice = '';
      this.store.me = account;
      this.connection.start();
    }
    this.dispatchEvent(new Event('session'));
  }

  #left(notice) {
    this.account = null;
    this.notice = notice;
    this.connection.stop();
    this.outbox.clear();
    this.reading.clear();
    this.store.drafts.clear();
    this.store.me = null;
    this.store.forget();
    this.dispatchEvent(new Event('session'));
  }

  async #refused(code) {
    const ended = 'You were logged out. Log in again to go on.';
    if (code === 4401) return this.#left(ended);
    // A refused handshake tells no reason to a page: look whether it was the session.
    const answer = await api.currentSession().catch(() => null);
    if (answer && !answer.account && this.account) this.#left(ended);
  }

  // The chat in front is repaired at once, others when they are opened.
  #frontPushed({ type, data }) {
    if (data?.chatID !== this.synchroniser.front) return;
    if (type === 'chatActivity') this.synchroniser.repairSoon();
    if (type === 'conversationGone') this.#attending = null; // the server has let go of it, too
    if (type === 'conversationChanged') this.#tellFocus();
  }

  #tellFocus() {
    const chatID = document.visibilityState === 'visible' ? this.synchroniser.front : null;
    if (chatID === this.#attending || this.connection.state !== 'online') return;
    this.#attending = chatID;
    this.request('focus', { chatID }).catch(({ code }) => {
      // one that was just made may not have reached the part of the server that keeps the focus
      if (code !== 'notFound' || !this.store.chats.has(chatID)) return;
      setTimeout(() => {
        if (this.#attending === chatID) this.#attending = null;
        this.#tellFocus();
      }, 1_000);
    });
  }

  #visibilityChanged() {
    this.#tellFocus();
    if (document.visibilityState !== 'visible') return this.reading.flush(); // perhaps the page goes for good
    this.connection.retryNow();
    this.connection.check(30_000); // a phone that slept may hold a dead socket
    const front = this.store.chats.get(this.synchroniser.front);
    if (front?.stale) this.synchroniser.repairSoon();
  }
}
