import { html } from 'lit';
import { View } from './view.js';

const KINDS = [
  ['groupPost', 'Posts in my groups', 'Somebody has written in a group of yours'],
  ['comment', 'Comments', 'Somebody has commented on what you wrote'],
  ['reaction', 'Reactions', 'Somebody likes what you wrote, or does not'],
];

/** Of what one is told under Activity, on all devices. Requests, invitations and events can't be switched off. */
class NoticeSettings extends View {
  static properties = {
    /** Kind by kind whether one is told; null: not known yet. */
    told: { state: true },
    problem: { state: true },
  };

  #asked = false;

  constructor() {
    super();
    this.told = null;
    this.problem = '';
  }

  watches(topics) {
    return topics.has('connection');
  }

  firstUpdated() {
    if (new URLSearchParams(location.search).get('about') === 'activity') this.scrollIntoView();
  }

  updated() {
    if (this.#asked || this.client.connection.state !== 'online') return;
    this.#asked = true;
    this.#set({}); // what is left out stays: this only asks
  }

  render() {
    return html`<section class="box">
      <h2>Activity</h2>
      <p class="lead">Requests, invitations and events always reach you. Tell me of these, too:</p>
      ${KINDS.map(
        ([id, label, hint]) => html`<label class="check">
          <input type="checkbox" role="switch" data-testid=${`told-${id}`} .checked=${this.told?.[id] ?? true} ?disabled=${!this.told} @change=${({ target }) => this.#set({ [id]: target.checked })} />
          <span><b>${label}</b><small>${hint}</small></span>
        </label>`,
      )}
      ${this.problem ? html`<p class="note error" role="alert">${this.problem}</p>` : ''}
    </section>`;
  }

  async #set(change) {
    this.problem = '';
    try {
      this.told = await this.client.request('setNotificationSettings', change);
    } catch (error) {
      if (error.code !== 'closed') this.problem = error.message;
      this.told = this.told && { ...this.told };
      this.#asked = Boolean(this.told);
    }
  }
}

customElements.define('parley-notice-settings', NoticeSettings);
