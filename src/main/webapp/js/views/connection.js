import { html } from 'lit';
import { longTime } from './times.js';
import { View } from './view.js';

const SAID = {
  online: 'Connected',
  connecting: 'Connecting',
  offline: 'You are offline. Messages will be sent when you are back.',
};

/** The state of the connection, visible at all times. */
class ConnectionState extends View {
  #ticker;

  watches(topics) {
    return topics.has('connection') || topics.has('outbox');
  }

  updated() {
    clearTimeout(this.#ticker);
    // the count-down is the only thing on the page that moves by itself
    if (this.client.connection.state === 'offline') this.#ticker = setTimeout(() => this.requestUpdate(), 500);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#ticker);
  }

  render() {
    const { state, cutOff } = this.client.connection;
    return html`<div class="connection ${cutOff ? 'lost' : ''}" data-testid="connection-state" data-state=${state}>
      <i class="dot" aria-hidden="true"></i>
      <span role="status" class="sr">${SAID[cutOff ? 'offline' : state]}</span>
      ${cutOff ? this.#offline(state) : state === 'online' ? this.#online() : this.#connecting()}
    </div>`;
  }

  #online() {
    const outdated = this.client.shell?.outdated;
    return html`<span class="connection-text">${this.#failed() ?? 'Connected'}</span>
      ${outdated ? html`<button class="link" data-testid="new-version" @click=${() => this.client.shell.takeOver()}>New version: reload</button>` : ''}`;
  }

  #connecting() {
    return html`<span class="connection-text" aria-hidden="true">Connecting…${this.store.ready ? '' : this.#asOf()}</span>`;
  }

  #offline(state) {
    const seconds = Math.ceil((this.client.connection.retryAt - Date.now()) / 1000);
    return html`<span class="connection-text" aria-hidden="true">
        <b>You’re offline</b>${this.#asOf()}
      </span>
      ${state === 'offline'
        ? html`<button class="link" data-testid="retry-now" aria-label="Retry now" @click=${() => this.client.connection.retryNow()}>Retry${seconds > 0 ? ` (${seconds} s)` : ''}</button>`
        : html`<span class="trying" aria-hidden="true">Trying…</span>`}
      <span class="connection-more" aria-hidden="true">Messages will be sent when you’re back.</span>`;
  }

  #asOf() {
    const { rightAt } = this.store;
    return rightAt ? html`<span data-testid="right-at"> · as of ${longTime(rightAt).replace('today, ', '')}</span>` : '';
  }

  // A refused message stands in its conversation, which may not be the one in front, or may be gone.
  #failed() {
    const failed = this.client.outbox.unsent.filter((entry) => entry.state === 'failed');
    if (failed.length === 0) return undefined;
    const [{ chatID, userID }] = failed;
    const text = failed.length === 1 ? 'A message was not sent' : `${failed.length} messages were not sent`;
    return html`<a class="failed" href=${chatID ? `/chat/${chatID}` : `/people/${userID}`} data-testid="unsent-note">${text}</a>`;
  }
}

customElements.define('parley-connection', ConnectionState);
