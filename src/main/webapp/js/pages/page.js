import { html } from 'lit';
import { icons } from '../views/icons.js';
import { toast } from '../views/toast.js';
import { View } from '../views/view.js';
import { goBack } from './back.js';

const SOON = 250;

/**
 * A page that shows what the server holds and the store does not: feed, profile, group. `load` is asked when
 * the page opens, when its route changes, when the connection is back, and soon after a push of which
 * `concerns` says that it is about this page.
 *
 * A subclass renders `this.data`, which is null until the first answer, with `this.frame`.
 */
export class Page extends View {
  static properties = {
    route: { attribute: false },
    data: { state: true },
    /** Why the last answer was none, in words; '' for none. */
    problem: { state: true },
    missing: { state: true },
  };

  #subject = null;
  #stale = true;
  #asked = 0;
  /** The last asking until it is done; null when nothing is asked. */
  #latest = null;
  #later;

  constructor() {
    super();
    this.#forget();
  }

  connectedCallback() {
    super.connectedCallback();
    this.client.connection.addEventListener('push', this.#heard);
    this.client.connection.addEventListener('state', this.#moved);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#later);
    this.client.connection.removeEventListener('push', this.#heard);
    this.client.connection.removeEventListener('state', this.#moved);
  }

  /** What the page is about: another one is another page. */
  get subject() {
    return JSON.stringify(this.route);
  }

  /** @returns {Promise<any>} what to show */
  async load() {
    return {};
  }

  /** @param {{type: string, data: any}} push @returns {boolean} whether it changes what is shown here */
  concerns(push) {
    return false;
  }

  get online() {
    return this.client.connection.state === 'online';
  }

  willUpdate() {
    if (this.#subject === this.subject) return;
    this.#subject = this.subject;
    this.#forget();
    this.#stale = true;
  }

  updated() {
    if (this.#stale && this.online) this.reload();
  }

  /** Asks once more. What is shown stays until the answer is there; who is overtaken waits for the later one. */
  reload() {
    this.#stale = false;
    return (this.#latest = this.#ask(++this.#asked));
  }

  /** Shows what became of one's own change. An answer that is still on its way may be older: it is asked for anew. */
  shows(data) {
    this.data = data;
    if (this.#latest) this.reload();
  }

  async #ask(asked) {
    try {
      const data = await this.load();
      if (asked !== this.#asked) return this.#latest;
      this.#latest = null;
      this.data = data;
      this.problem = '';
      this.missing = false;
    } catch (error) {
      if (asked !== this.#asked) return this.#latest;
      this.#latest = null;
      if (error.code === 'closed' || error.code === 'timeout') this.#stale = true; // asked again with the next connection
      else if (error.code === 'notFound') this.missing = true;
      else this.problem = error.message;
    }
    return undefined;
  }

  /**
   * Does something that one has clicked; a refusal is told at the bottom of the page.
   *
   * @param {string} type @param {any} payload
   * @returns {Promise<any>} the answer; undefined when it was refused
   */
  async act(type, payload) {
    try {
      return await this.client.request(type, payload);
    } catch (error) {
      toast(error.message);
      return undefined;
    }
  }

  /**
   * The page around its content.
   *
   * @param {string} title
   * @param {() => any} body rendered when there is data
   * @param {{back?: string, actions?: any}} [options] `back` is shown on a phone; without it there is no arrow
   */
  frame(title, body, { back, actions = '' } = {}) {
    return html`<div class="page social">
      <header class="bar">
        ${back ? html`<a class="round" href=${back} aria-label="Back" data-testid="page-back" @click=${goBack}>${icons.back}</a>` : ''}
        <h1 data-testid="page-title">${title}</h1>
        ${actions}
      </header>
      <div class="page-body">${this.#content(body)}</div>
    </div>`;
  }

  #content(body) {
    if (this.missing) return html`<div class="empty" data-testid="page-missing"><h2>There is nothing here</h2><p>It was deleted, or it is not for you to see.</p></div>`;
    if (this.problem && !this.data) return html`<p class="note error" role="alert" data-testid="page-problem">${this.problem}</p>`;
    if (!this.data) return html`<div class="empty soon" role="status">${this.client.connection.cutOff ? 'You’re offline. This page opens when you’re back online.' : 'Loading…'}</div>`;
    return body();
  }

  #forget() {
    this.data = null;
    this.problem = '';
    this.missing = false;
  }

  #heard = ({ detail }) => {
    if (!this.concerns(detail)) return;
    clearTimeout(this.#later); // pushes come in bursts
    this.#later = setTimeout(() => this.online && this.reload(), SOON);
  };

  #moved = () => {
    if (!this.online) this.#stale = true;
    this.requestUpdate();
  };
}
