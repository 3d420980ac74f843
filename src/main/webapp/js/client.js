import * as api from './api.js';
import { Connection } from './net/connection.js';
import { Cache } from './state/cache.js';
import { Drafts } from './state/drafts.js';
import { Focus } from './state/focus.js';
import { Notifier } from './state/notifier.js';
import { Outbox } from './state/outbox.js';
import { applyPush } from './state/pushes.js';
import { Reading } from './state/reading.js';
import { Sender } from './state/sender.js';
import { Store } from './state/store.js';
import { Synchroniser } from './state/synchroniser.js';
import { Tabs } from './state/tabs.js';
import { Uploads } from './state/uploads.js';
import { Vault } from './state/vault.js';

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
  /** Nobody is known here, and the server can't be reached. */
  unreachable = false;
  store = new Store();
  #vault = new Vault();
  #tabs;
  #focus;

  constructor() {
    super();
    const { store } = this;
    this.connection = new Connection({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
      greet: () => this.#greet(),
      probe: () => this.#focus.request,
    });
    const tabs = (this.#tabs = new Tabs(() => this.account?.id));
    tabs.addEventListener('told', ({ detail }) => detail.about === 'left' && this.#left('', { keepUnsent: false }));
    const parts = { connection: this.connection, store, vault: this.#vault, tabs };
    this.synchroniser = new Synchroniser(parts);
    this.synchroniser.onstranger = (account) => this.#replaced(account);
    this.#focus = new Focus({ ...parts, synchroniser: this.synchroniser });
    this.outbox = new Outbox(parts);
    this.sender = new Sender({ ...parts, outbox: this.outbox });
    this.reading = new Reading(parts);
    this.notifier = new Notifier({ store, front: () => this.#focus.seen });
    this.drafts = store.drafts = new Drafts(parts);
    const more = () => ({ at: this.#rightAt, reading: this.reading.unconfirmed });
    this.cache = new Cache({ store, vault: this.#vault, more });
    this.uploads = new Uploads(store);
    this.connection.addEventListener('push', ({ detail }) => {
      const unread = store.chats.get(detail.data?.chatID)?.unread ?? 0;
      if (applyPush(store, detail)) this.synchroniser.repairSoon();
      this.notifier.heard(detail, unread);
      if (this.account) this.account = store.me;
      this.#focus.heard(detail);
    });
    this.connection.addEventListener('refused', ({ detail }) => this.#refused(detail.code));
    this.connection.addEventListener('state', () => this.#connected());
    addEventListener('online', () => this.connection.retryNow());
    addEventListener('offline', () => this.connection.lost());
    document.addEventListener('visibilitychange', () => this.#visibilityChanged());
  }

  /** Shows who was here last, with what was kept; otherwise finds out who is logged in. */
  async start() {
    const kept = await this.#vault.read();
    if (kept) return this.#returned(kept);
    for (let wait = 1_000; ; wait = Math.min(wait * 2, 15_000)) {
      const answer = await api.currentSession().catch(() => null);
      if (answer) return this.#entered(answer.account);
      this.unreachable = true;
      this.dispatchEvent(new Event('session'));
      await new Promise((resolve) => {
        setTimeout(resolve, wait);
        addEventListener('online', resolve, { once: true });
      });
    }
  }

  async register(fields) {
    await this.#entered((await api.register(fields)).account);
  }

  async logIn(fields) {
    await this.#entered((await api.logIn(fields)).account);
  }

  async logOut() {
    await api.logOut().catch((error) => {
      if (error.code === 'closed') throw error; // the session would live on
    });
    this.#tabs.tell({ about: 'left' }); // before another page sends what shall not be sent
    await this.#left('', { keepUnsent: false });
  }

  /** Deletes the account, and with it all that is kept of it here. @param {{password?: string}} proof */
  async farewell(proof) {
    // with the account the session goes, sometimes before the answer
    await this.request('deleteAccount', proof).catch((error) => {
      if (error.code !== 'closed') throw error;
    });
    this.#tabs.tell({ about: 'left' });
    await this.#left('Your account was deleted.', { keepUnsent: false });
  }

  /** @param {string|null} chatID the conversation in front of the reader */
  attend(chatID) {
    this.#focus.moveTo(chatID);
  }

  /** @param {string} type @param {object} payload */
  request(type, payload) {
    return this.connection.request(type, payload);
  }

  /** @param {object} fields of createConversation @returns {Promise<import('./state/chat.js').Chat>} */
  async createConversation(fields) {
    return this.store.adopt(await this.request('createConversation', fields));
  }

  /** The own account has changed. */
  async refreshAccount() {
    const { account } = await api.currentSession();
    if (account) this.takeAccount(account);
  }

  /** @param {object} account as the server gave it to its owner */
  takeAccount(account) {
    this.account = this.store.me = account;
    this.store.changed('me');
  }

  async #greet() {
    this.#focus.forget();
    await this.synchroniser.sync();
    this.account = this.store.me;
  }

  get #rightAt() {
    return this.connection.state === 'online' ? Date.now() : this.store.rightAt;
  }

  #connected() {
    if (this.store.live && this.account) this.store.rightAt = Date.now(); // until now all was as the server said
    this.store.live = this.connection.state === 'online';
    this.store.changed('connection', 'people');
    if (!this.store.live) return;
    this.#focus.tell();
    this.reading.flush();
    this.drafts.flush();
    this.sender.pump();
  }

  #returned(kept) {
    this.store.restore(kept);
    this.cache.restored(kept.chats);
    this.reading.restore(kept.state.reading);
    this.#opened(this.store.me, kept);
  }

  async #entered(account) {
    this.#opened(account, account ? await this.#vault.claim(account.id) : undefined);
  }

  #opened(account, kept) {
    this.account = account;
    this.unreachable = false;
    if (account) {
      this.notice = '';
      this.store.me = account;
      this.outbox.restore(kept?.outbox ?? []);
      this.drafts.restore(kept?.drafts ?? []);
      this.connection.start();
    }
    this.dispatchEvent(new Event('session'));
  }

  // A session that ended by itself leaves what its owner wrote for their return; nobody else gets to see it.
  async #left(notice, { keepUnsent } = { keepUnsent: true }) {
    this.notice = notice;
    this.#forget(null);
    await this.#vault.empty({ keepUnsent });
  }

  #forget(account) {
    this.account = account;
    this.connection.stop();
    this.outbox.clear();
    this.reading.clear();
    this.drafts.clear();
    this.cache.clear();
    this.uploads.clear();
    this.store.me = null;
    this.store.forget();
    this.dispatchEvent(new Event('session'));
  }

  // Another page has logged in somebody else. A new page holds nothing of who was here before, and this one
  // must not either: what it writes down until it is gone would be kept as the other's.
  async #replaced(account) {
    this.#forget(undefined);
    await this.#vault.claim(account.id);
    location.reload();
    throw new Error('another account');
  }

  async #refused(code) {
    const ended = 'You were logged out. Log in again to go on.';
    if (code === 4401) return this.#left(ended);
    // A refused handshake tells no reason to a page: look whether it was the session.
    const answer = await api.currentSession().catch(() => null);
    if (answer && !answer.account && this.account) this.#left(ended);
  }

  #visibilityChanged() {
    this.#focus.tell();
    if (document.visibilityState !== 'visible') {
      this.reading.flush(); // perhaps the page goes for good
      return this.drafts.flush();
    }
    this.connection.retryNow();
    this.connection.check(30_000); // a phone that slept may hold a dead socket
    const front = this.store.chats.get(this.synchroniser.front);
    if (front?.stale) this.synchroniser.repairSoon();
  }
}
