import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { pages } from '../pages/index.js';
import { nextPath } from '../router.js';
import { isWide } from './screen.js';
import { View } from './view.js';
import './auth.js';
import './chat.js';
import './connection.js';
import './invite.js';
import './navigation.js';
import './newGroup.js';
import './settings.js';
import './sidebar.js';

/** The page: log-in without a session, otherwise the list on the left and what was chosen on the right. */
class App extends View {
  #latest = '';
  #target = null;

  willUpdate(changed) {
    if (!changed.has('client') || !this.client) return;
    this.client.addEventListener('session', () => this.#moved());
    this.store.addEventListener('change', ({ detail }) => this.#heard(detail));
    this.router.addEventListener('change', () => this.#moved());
    addEventListener('keydown', (event) => this.#key(event));
  }

  // This element stands in the page before it has a store to watch, so it watches by itself.
  #heard(topics) {
    if (topics.has('chats')) this.#titled();
    if (topics.has('me')) this.requestUpdate();
  }

  #moved() {
    for (const open of document.querySelectorAll('dialog[open]')) open.close(); // they belong to the page before
    this.#guard();
    const { name, chatID = null } = this.router.route;
    this.client.attend(this.client.account && ['chat', 'message', 'details'].includes(name) ? chatID : null);
    this.#titled();
    this.requestUpdate();
  }

  // Without a session every page leads to log-in, and back afterwards.
  #guard() {
    const { account } = this.client;
    const outside = this.router.route.name === 'login' || this.router.route.name === 'join';
    if (account === null && !outside) {
      const here = location.pathname + location.search;
      this.router.go(here === '/' ? '/login' : `/login?next=${encodeURIComponent(here)}`, { replace: true });
    } else if (account && outside) {
      this.router.go(nextPath(location.search), { replace: true });
    }
  }

  #titled() {
    const { unread } = this.store;
    document.title = unread > 0 ? `(${unread > 99 ? '99+' : unread}) Parley` : 'Parley';
  }

  #key(event) {
    if (event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      if (!isWide() && this.#main()) this.router.go('/');
      this.updateComplete.then(() => this.querySelector('[data-testid="search"]')?.focus());
    }
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) this.#escape();
  }

  #escape() {
    const { name, chatID } = this.router.route;
    if (name === 'details') this.router.go(`/chat/${chatID}`);
    else if (['sessions', 'blocked', 'friends'].includes(name)) this.router.go('/settings');
    else if (this.#main() && (!isWide() || name === 'new' || name === 'settings')) this.router.go('/');
  }

  #main() {
    return !['home', 'people', 'archive', 'search'].includes(this.router.route.name);
  }

  render() {
    if (!this.client || this.client.account === undefined) {
      return html`<div class="splash" role="status" aria-label="Loading">
        <img src="/icons/icon.svg" alt="" width="72" height="72" />
        ${this.client?.unreachable ? html`<p data-testid="unreachable"><b>You’re offline.</b> Parley opens when the server can be reached.</p>` : ''}
      </div>`;
    }
    const { name } = this.router.route;
    if (!this.client.account) return html`<parley-auth .client=${this.client} .mode=${name}></parley-auth>`;
    return html`<button class="skip" data-testid="skip" @click=${this.#skip}>Skip to the page</button>
      <div class="shell" data-pane=${this.#main() ? 'main' : 'list'}>
      <parley-navigation .client=${this.client} .route=${this.router.route}></parley-navigation>
      <parley-sidebar .client=${this.client} .router=${this.router} .route=${this.router.route}></parley-sidebar>
      <main class="pane">${this.#pane()}</main>
      <parley-connection .client=${this.client}></parley-connection>
    </div>`;
  }

  // Only now: a page that always takes the focus would take it with each click, too.
  #skip() {
    const main = this.querySelector('main');
    main.tabIndex = -1;
    main.addEventListener('blur', () => main.removeAttribute('tabindex'), { once: true });
    main.focus();
  }

  #pane() {
    const { client, router } = this;
    const { name, chatID, userID, seq } = router.route;
    if (this.#target?.route !== router.route) this.#target = seq ? { route: router.route, seq: Number(seq) } : null;
    switch (name) {
      case 'chat':
      case 'message':
      case 'details':
      case 'person':
        return keyed(
          this.#conversationKey(chatID, userID),
          html`<parley-chat
            .client=${client}
            .router=${router}
            .chatID=${chatID ?? null}
            .userID=${userID ?? null}
            .target=${this.#target}
            .details=${name === 'details'}
          ></parley-chat>`,
        );
      case 'new':
        return html`<parley-new-group .client=${client} .router=${router}></parley-new-group>`;
      case 'settings':
      case 'sessions':
      case 'blocked':
        return html`<parley-settings .client=${client} .router=${router} .page=${name}></parley-settings>`;
      case 'invite':
        return html`<parley-invite .client=${client} .router=${router} .code=${router.route.code}></parley-invite>`;
      case 'unknown':
        return html`<div class="empty"><h2>There is nothing here</h2><p><a href="/">To your chats</a></p></div>`;
      default:
        if (name in pages) return pages[name]({ client, router, route: router.route });
        return html`<div class="empty">
          <img src="/icons/icon.svg" alt="" width="64" height="64" />
          <h2>Pick up a conversation</h2>
          <p>Choose a chat on the left, or look for somebody under People.</p>
        </div>`;
    }
  }

  // The page of a person becomes the conversation with them in place: what is typed and focused stays.
  #conversationKey(chatID, userID) {
    const key = userID ?? this.store.chats.get(chatID)?.other(this.store.me?.id)?.id;
    const next = key ? `person:${key}` : `chat:${chatID}`;
    this.#latest = this.#latest === `chat:${chatID}` ? this.#latest : next;
    return this.#latest;
  }
}

customElements.define('parley-app', App);
