import { html } from 'lit';
import { avatar } from './avatar.js';
import { View } from './view.js';

/** Where an invite link leads: what the group is, and a button to join it. */
class Invite extends View {
  static properties = {
    code: {},
    info: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  #asked = '';

  constructor() {
    super();
    this.info = null;
    this.problem = '';
    this.busy = false;
  }

  watches(topics) {
    return topics.has('connection');
  }

  updated() {
    if (this.#asked === this.code || this.client.connection.state !== 'online') return;
    this.#asked = this.code;
    this.#load();
  }

  render() {
    const { info, problem } = this;
    if (problem) {
      return html`<div class="empty" data-testid="invite-ended">
        <h2>This link leads nowhere</h2>
        <p>${problem}</p>
        <p><a class="button" href="/">To your chats</a></p>
      </div>`;
    }
    if (!info) return html`<div class="empty" role="status">Loading…</div>`;
    const { name, topic, memberCount, member } = info;
    return html`<div class="empty invitation" data-testid="invitation">
      ${avatar({ id: `i${name}`, name, large: true, group: true })}
      <h2 data-testid="invitation-name">${name}</h2>
      <p>${memberCount} ${memberCount === 1 ? 'member' : 'members'}</p>
      ${topic ? html`<p class="topic">${topic}</p>` : ''}
      ${member
        ? html`<p>You are a member already.</p><a class="button primary" href=${`/chat/${info.chatID}`} data-testid="invitation-open">Open</a>`
        : html`<button class="primary" ?disabled=${this.busy} data-testid="invitation-join" @click=${this.#join}>Join the group</button>`}
      <p><a href="/">Not now</a></p>
    </div>`;
  }

  async #load() {
    try {
      this.info = await this.client.request('inviteInfo', { code: this.code });
    } catch (error) {
      this.#fail(error);
    }
  }

  async #join() {
    this.busy = true;
    try {
      const chat = this.store.adopt(await this.client.request('joinByInvite', { code: this.code }));
      this.router.go(`/chat/${chat.id}`, { replace: true });
    } catch (error) {
      this.#fail(error);
    }
    this.busy = false;
  }

  #fail({ code, message }) {
    this.problem = code === 'notFound' ? 'It has ended, was revoked, or was never made. Ask whoever sent it for a new one.' : message;
  }
}

customElements.define('parley-invite', Invite);
