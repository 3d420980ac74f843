import { html } from 'lit';
import { View } from './view.js';

const NOTIFICATIONS = {
  denied: 'Your browser forbids them for this page',
  impossible: 'Your browser has none',
  on: 'On this device, for chats that are not muted and for your activity',
  off: 'On this device, for chats that are not muted and for your activity',
};

/** What others learn of one's reading, and whether the system tells of new messages. */
class Preferences extends View {
  static properties = {
    problem: { state: true },
  };

  constructor() {
    super();
    this.problem = '';
  }

  watches(topics) {
    return topics.has('me');
  }

  render() {
    if (!this.store.me) return '';
    const { state } = this.client.notifier;
    return html`<section class="box">
      <h2>Messages</h2>
      ${this.#toggle('receipts', 'Show others how far I have read', 'Otherwise they only see that a message was sent', this.store.me.receipts !== false, false, (on) => this.#receipts(on))}
      ${this.#toggle('notifications', 'Notifications', NOTIFICATIONS[state], state === 'on', state === 'denied' || state === 'impossible', (on) => this.#notify(on))}
      ${this.problem ? html`<p class="note error" role="alert">${this.problem}</p>` : ''}
    </section>`;
  }

  #toggle(id, label, hint, on, disabled, change) {
    return html`<label class="check">
      <input type="checkbox" role="switch" data-testid=${id} .checked=${on} ?disabled=${disabled} @change=${(e) => change(e.target.checked)} />
      <span><b>${label}</b><small>${hint}</small></span>
    </label>`;
  }

  async #receipts(receipts) {
    this.problem = '';
    try {
      this.client.takeAccount(await this.client.request('updateSettings', { receipts }));
    } catch (error) {
      this.problem = error.message;
      this.requestUpdate();
    }
  }

  async #notify(on) {
    await this.client.notifier.turn(on);
    this.requestUpdate();
  }
}

customElements.define('parley-preferences', Preferences);
