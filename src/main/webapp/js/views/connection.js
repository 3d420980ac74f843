import { html } from 'lit';
import { View } from './view.js';

/** The state of the connection, visible at all times. */
class ConnectionState extends View {
  #ticker;

  watches(topics) {
    return topics.has('connection');
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
      <span role="status" class="sr">${{ online: 'Connected', connecting: 'Connecting', offline: 'Offline' }[state]}</span>
      <span aria-hidden="true">${this.#text(state)}</span>
      ${state === 'offline'
        ? html`<button class="link" data-testid="retry-now" @click=${() => this.client.connection.retryNow()}>Retry now</button>`
        : ''}
    </div>`;
  }

  #text(state) {
    if (state === 'online') return 'Connected';
    if (state === 'connecting') return 'Connecting…';
    const seconds = Math.ceil((this.client.connection.retryAt - Date.now()) / 1000);
    return seconds > 0 ? `Offline – reconnecting in ${seconds} s` : 'Offline – reconnecting';
  }
}

customElements.define('parley-connection', ConnectionState);
