import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { personName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { icons } from '../views/icons.js';
import { hasKeyboard } from '../views/screen.js';
import { toast } from '../views/toast.js';
import { View } from '../views/view.js';

const PAUSE = 250;

/** People who are not in a group, to be found by name and invited. */
class GroupInvite extends View {
  static properties = {
    group: { attribute: false },
    query: { state: true },
    /** Who was found; null until the first answer. */
    found: { state: true },
    /** Who is being invited. */
    busy: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.query = '';
    this.found = null;
  }

  watches(topics) {
    return topics.has('people');
  }

  // Somebody has come in meanwhile, or the group has just been opened.
  willUpdate(changed) {
    if (changed.has('group')) this.#find();
  }

  firstUpdated() {
    if (hasKeyboard()) this.querySelector('input').focus();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const { found } = this;
    return html`<section class="box rows">
      <h2 class="list-title">Invite people</h2>
      <label class="search">
        ${icons.search}<span class="sr">Find people who are not in the group</span>
        <input type="search" placeholder="Find people by name" maxlength="100" autocomplete="off" data-testid="invite-search" @input=${this.#typed} />
      </label>
      ${found?.length === 0 ? html`<p class="list-empty" data-testid="nobody-to-invite">${this.query.trim() ? `Nobody outside the group is called “${this.query.trim()}”` : 'Everybody is in already'}</p>` : ''}
      <ul data-testid="outsiders">
        ${repeat(found ?? [], ({ id }) => id, (person) => this.#row(person))}
      </ul>
    </section>`;
  }

  #row(person) {
    const { id, userName, fullName, picture } = person;
    const name = personName({ name: userName, fullName });
    return html`<li class="group-row" data-testid="outsider" data-user-id=${id}>
      <a class="item" href=${`/profile/${id}`}>
        ${avatar({ id, name, picture, online: this.store.isOnline({ id }) })}
        <span class="item-text">
          <b class="item-name">${name}</b>
          <span class="item-preview">${[fullName && `@${userName}`, person.status === 'requested' ? 'asks to join' : ''].filter(Boolean).join(' · ')}</span>
        </span>
      </a>
      <div class="group-actions">${this.#action(person, name)}</div>
    </li>`;
  }

  #action({ id, status }, name) {
    if (status === 'invited') return html`<span class="state" data-testid="outsider-state">Invited</span>`;
    const accepts = status === 'requested' && this.group.role === 'admin';
    return html`<button ?disabled=${this.busy === id} aria-label=${accepts ? `Let ${name} in` : `Invite ${name}`} data-testid="invite" @click=${() => this.#invite(id)}>${accepts ? 'Accept' : 'Invite'}</button>`;
  }

  async #invite(user) {
    this.busy = user;
    try {
      const { status } = await this.client.request('inviteToGroup', { groupID: this.group.id, user });
      this.found = status === 'member' ? this.found.filter(({ id }) => id !== user) : this.found.map((each) => (each.id === user ? { ...each, status } : each));
    } catch (error) {
      toast(error.message);
      this.#find();
    }
    this.busy = null;
  }

  #typed({ target }) {
    this.query = target.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#find(), PAUSE);
  }

  async #find() {
    const { query } = this;
    const found = await this.client.request('searchUsersNotInGroup', { groupID: this.group.id, user: query.trim() }).catch(() => null);
    if (found && query === this.query) this.found = found;
  }
}

customElements.define('parley-group-invite', GroupInvite);
