import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { copy } from './clipboard.js';
import { icons } from './icons.js';
import { longTime } from './times.js';
import { View } from './view.js';

const HOURS = [['', 'Never'], ['1', 'In an hour'], ['24', 'In a day'], ['168', 'In a week'], ['720', 'In 30 days']];
const USES = [['', 'Everybody'], ['1', 'One person'], ['10', '10 people'], ['100', '100 people']];

/** The links to a group, for its administrators: to make, copy and revoke. */
class Invites extends View {
  static properties = {
    chatID: {},
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

  willUpdate(changed) {
    if (changed.has('chatID')) this.#load();
  }

  render() {
    return html`<section class="invites" data-testid="invites">
      <h3 class="list-title">Invite links</h3>
      <form class="invite-form" @submit=${this.#create}>
        ${choice('invite-hours', 'Ends', HOURS)} ${choice('invite-uses', 'For', USES)}
        <button class="primary" data-testid="invite-create">${icons.link} Make a link</button>
      </form>
      ${this.problem ? html`<p class="note error" role="alert" data-testid="invite-error">${this.problem}</p>` : ''}
      <ul>${repeat(this.items ?? [], ({ id }) => id, (invite) => this.#item(invite))}</ul>
    </section>`;
  }

  #item({ id, code, expires, uses, usesLeft }) {
    const joined = uses === 0 ? 'nobody has used it yet' : `${uses} joined`;
    const left = usesLeft === null ? '' : `, ${usesLeft} left`;
    return html`<li class="invite" data-testid="invite">
      <span class="item-text">
        <b class="item-name">…${code.slice(-8)}</b>
        <span class="item-preview two-lines">${expires ? `Until ${longTime(expires)}` : 'Without an end'} · ${joined}${left}</span>
      </span>
      <button class="round small" title="Copy the link" aria-label="Copy the link" data-testid="invite-copy" @click=${() => copy(`${location.origin}/invite/${code}`, 'Link copied')}>${icons.copy}</button>
      <button class="round small" title="Revoke" aria-label="Revoke the link" data-testid="invite-revoke" @click=${() => this.#do('revokeInvite', { inviteID: id })}>${icons.close}</button>
    </li>`;
  }

  async #create(event) {
    event.preventDefault();
    const { 'invite-hours': hours, 'invite-uses': uses } = event.target.elements;
    await this.#do('createInvite', {
      chatID: this.chatID,
      ...(hours.value && { hours: Number(hours.value) }),
      ...(uses.value && { uses: Number(uses.value) }),
    });
  }

  async #do(type, payload) {
    this.problem = '';
    try {
      await this.client.request(type, payload);
    } catch (error) {
      this.problem = error.message;
    }
    await this.#load();
  }

  async #load() {
    try {
      this.items = (await this.client.request('invites', { chatID: this.chatID })).invites;
    } catch (error) {
      this.problem = error.message;
    }
  }
}

const choice = (id, label, options) => html`<label class="choose">
  <span>${label}</span>
  <select name=${id} data-testid=${id}>${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select>
</label>`;

customElements.define('parley-invites', Invites);
