import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ANSWERS } from '../state/notices.js';
import { icons } from '../views/icons.js';
import { toast } from '../views/toast.js';
import { goOn } from './goOn.js';
import { noticeRow } from './noticeRow.js';
import { Page } from './page.js';
import './nearEnd.js';

const PORTION = 30;
const MOST = 100;

/**
 * Everything one is told of. What was unread when one came, or comes meanwhile, stands above the rest and stays
 * there until one leaves, so that nothing jumps away from under the finger.
 */
class NotificationsPage extends Page {
  /** Ids of what stands above. */
  #fresh = new Set();
  #loading = false;

  watches(topics) {
    return topics.has('people') || topics.has('connection') || topics.has('chats');
  }

  /** @returns {Promise<{all: object[], last: number|null, more: boolean}>} `last`: where the next portion begins */
  async load() {
    const known = this.data?.all ?? [];
    const limit = Math.min(MOST, Math.max(PORTION, known.length));
    const [unread, portion] = await Promise.all([this.client.request('getUserNotifications', {}), this.client.request('notifications', { limit })]);
    const newest = portion.notifications;
    for (const { id } of unread) this.#fresh.add(id);
    const last = newest.at(-1)?.id ?? null;
    const older = portion.more ? known.filter(({ id }) => id < last) : [];
    const reaches = older.length > 0;
    return { all: ordered([...older, ...unread, ...newest]), last: reaches ? this.data.last : last, more: reaches ? this.data.more : portion.more };
  }

  concerns({ type }) {
    return type === 'newNotification' || type === 'notificationsChanged';
  }

  render() {
    if (!this.store.me) return '';
    const unread = this.data?.all.some(({ read }) => !read);
    const actions = html`${unread ? html`<button class="link" data-testid="notices-read-all" @click=${() => this.#readAll()}>Mark all as read</button>` : ''}
      <a class="round" href="/settings?about=activity" aria-label="What you are told" title="What you are told" data-testid="to-notice-settings">${icons.settings}</a>`;
    return this.frame('Activity', () => this.#lists(), { actions });
  }

  #lists() {
    const { all, more } = this.data;
    if (all.length === 0) {
      return html`<div class="empty" data-testid="notices-none">
        ${icons.bell}
        <h2>Nothing yet</h2>
        <p>Requests, invitations, events and what others say to your posts come here, on all of your devices.</p>
      </div>`;
    }
    const fresh = all.filter(({ id }) => this.#fresh.has(id));
    const rest = all.filter(({ id }) => !this.#fresh.has(id));
    return html`<div aria-live="polite">${fresh.length ? this.#list('New', 'notices-new', fresh) : ''}</div>
      ${rest.length ? this.#list(fresh.length ? 'Earlier' : '', 'notices-earlier', rest) : ''}
      ${more ? html`<parley-near-end .client=${this.client} .after=${all.length} @near=${() => this.#older()}></parley-near-end>` : ''}`;
  }

  #list(title, testId, notices) {
    const may = { open: (notice) => this.#open(notice), answer: (notice, accept) => this.#answer(notice, accept) };
    return html`${title ? html`<h2 class="list-title">${title}</h2>` : ''}
      <ul class="box rows" data-testid=${testId}>${repeat(notices, ({ id }) => id, (notice) => noticeRow(notice, this.store, may))}</ul>`;
  }

  async #older() {
    if (this.#loading || !this.online) return;
    this.#loading = true;
    const portion = await this.act('notifications', { before: this.data.last, limit: PORTION });
    if (portion && this.data) {
      const { notifications, more } = portion;
      this.data = { all: ordered([...this.data.all, ...notifications]), last: notifications.at(-1)?.id ?? this.data.last, more };
    }
    this.#loading = false;
  }

  // Told at once; whether the server heard it shows with what it says next.
  #open({ id, read }) {
    if (read) return;
    this.#shown((notice) => notice.id === id, { read: 1 });
    this.client.request('markNotificationsRead', { ids: [id] }).catch(() => {});
  }

  async #readAll() {
    this.#shown(() => true, { read: 1 });
    if ((await this.act('markNotificationsRead', { all: true })) === undefined) await this.reload();
  }

  async #answer(notice, accept) {
    const { accept: yes, decline: no } = ANSWERS[notice.type];
    try {
      await this.client.request(accept ? yes : no, notice.id);
      this.#shown(({ id }) => id === notice.id, { read: 1, answer: accept ? 'accepted' : 'declined' });
    } catch (error) {
      toast(error.code === 'notFound' ? 'This was taken back' : error.message);
      await this.reload(); // answered elsewhere, or taken back
    }
    await goOn(this, `[data-notice-id="${notice.id}"] a`);
  }

  #shown(which, changes) {
    this.shows({ ...this.data, all: this.data.all.map((notice) => (which(notice) ? { ...notice, ...changes } : notice)) });
  }
}

// Later ones stand for earlier states of the same.
const ordered = (notices) => [...new Map(notices.map((notice) => [notice.id, notice])).values()].sort((a, b) => b.id - a.id);

customElements.define('parley-notifications-page', NotificationsPage);
