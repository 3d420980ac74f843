import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { endSession, sessions } from '../api.js';
import { icons } from './icons.js';
import { exactTime, longTime } from './times.js';
import { View } from './view.js';

/** Where one is logged in, and ending it there. */
class Sessions extends View {
  static properties = {
    items: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.items = null;
    this.problem = '';
  }

  watches() {
    return false;
  }

  firstUpdated() {
    this.#load();
  }

  render() {
    if (this.problem) return html`<p class="note error" role="alert">${this.problem}</p>`;
    if (!this.items) return html`<p class="list-empty" role="status">Loading…</p>`;
    const others = this.items.filter(({ current }) => !current);
    return html`<p class="lead">Each place where you are logged in. An ended one is logged out at once.</p>
      <ul class="box rows" data-testid="sessions">
        ${repeat(this.items, ({ id }) => id, (session) => this.#item(session))}
      </ul>
      ${others.length > 1
        ? html`<button class="danger" data-testid="end-others" @click=${() => this.#end(others)}>End all other sessions</button>`
        : ''}`;
  }

  #item(session) {
    return html`<li class="row session" data-testid="session" data-current=${session.current}>
      ${icons.laptop}
      <span class="item-text">
        <b title=${session.userAgent ?? ''}>${device(session.userAgent)}</b>
        <span class="item-preview" title=${exactTime(session.dateCreate)}>
          ${session.current ? 'This session' : `Last used ${longTime(session.lastUsed)}`}
        </span>
      </span>
      ${session.current ? '' : html`<button class="danger" data-testid="end-session" @click=${() => this.#end([session])}>End</button>`}
    </li>`;
  }

  async #end(ended) {
    try {
      for (const { id } of ended) await endSession(id);
    } catch (error) {
      if (error.code !== 'notFound') this.problem = error.message;
    }
    await this.#load();
  }

  async #load() {
    try {
      this.items = await sessions();
    } catch (error) {
      this.problem = error.message;
    }
  }
}

// Good enough to recognise one's own devices; the whole text is in the tooltip.
function device(userAgent) {
  if (!userAgent) return 'Unknown device';
  const browser = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([sign]) => userAgent.includes(sign))?.[1];
  const system = [['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Android', 'Android'], ['Mac OS', 'macOS'], ['Windows', 'Windows'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux']].find(([sign]) => userAgent.includes(sign))?.[1];
  if (!browser) return userAgent.slice(0, 60);
  return system ? `${browser} on ${system}` : browser;
}

customElements.define('parley-sessions', Sessions);
