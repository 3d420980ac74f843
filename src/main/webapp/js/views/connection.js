import { html } from 'lit';
import { longTime } from './times.js';
import { View } from './view.js';

const SAID = {
  online: '',
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
    const { state } = this.client.connection;
    return html`<div class="connection" data-testid="connection-state" data-state=${state}>
      <i class="dot" aria-hidden="true"></i>
      <span role="status" class="sr">${SAID[state]}</span>
      <span class="connection-text" aria-hidden=${state !== 'online'}>${this.#text(state)}</span>
      ${state === 'offline'
        ? html`<button class="link" data-testid="retry-now" @click=${() => this.client.connection.retryNow()}>Retry now</button>`
        : this.client.shell?.outdated
          ? html`<button class="link" data-testid="new-version" @click=${() => this.client.shell.takeOver()}>New version: reload</button>`
          : ''}
    </div>`;
  }

  // A refused message stands in its conversation, which may not be the one in front, or may be gone.
  #failed() {
    const failed = this.client.outbox.unsent.filter((entry) => entry.state === 'failed');
    if (failed.length === 0) return undefined;
    const [{ chatID, userID }] = failed;
    const text = failed.length === 1 ? 'A message was not sent' : `${failed.length} messages were not sent`;
    return html`<a class="failed" href=${chatID ? `/chat/${chatID}` : `/people/${userID}`} data-testid="unsent-note">${text}</a>`;
  }

  #text(state) {
    if (state === 'online') return this.#failed() ?? 'Connected';
    const { rightAt } = this.store;
    const as = rightAt ? html` <small data-testid="right-at">As of ${longTime(rightAt)}</small>` : '';
    if (state === 'connecting') return html`<b>Connecting…</b>${this.store.ready ? '' : as}`;
    const seconds = Math.ceil((this.client.connection.retryAt - Date.now()) / 1000);
    const again = seconds > 0 ? ` Next try in ${seconds} s.` : '';
    return html`<b>You’re offline.</b> Messages will be sent when you’re back.${again}${as}`;
  }
}

customElements.define('parley-connection', ConnectionState);
