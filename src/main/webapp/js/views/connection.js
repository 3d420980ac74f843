import { html } from 'lit';
import { longTime } from './times.js';
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
      <span class="connection-text" aria-hidden="true">${this.#text(state)}</span>
      ${state === 'offline'
        ? html`<button class="link" data-testid="retry-now" @click=${() => this.client.connection.retryNow()}>Retry now</button>`
        : this.client.shell?.outdated
          ? html`<button class="link" data-testid="new-version" @click=${() => this.client.shell.takeOver()}>New version: reload</button>`
          : ''}
    </div>`;
  }

  #text(state) {
    if (state === 'online') return 'Connected';
    const { rightAt } = this.store;
    const as = rightAt ? html` <small data-testid="right-at">As of ${longTime(rightAt)}</small>` : '';
    if (state === 'connecting') return html`<b>Connecting…</b>${this.store.ready ? '' : as}`;
    const seconds = Math.ceil((this.client.connection.retryAt - Date.now()) / 1000);
    const again = seconds > 0 ? ` Next try in ${seconds} s.` : '';
    return html`<b>You’re offline.</b> Messages will be sent when you’re back.${again}${as}`;
  }
}

customElements.define('parley-connection', ConnectionState);
