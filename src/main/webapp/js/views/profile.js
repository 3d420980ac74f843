import { html } from 'lit';
import { personName } from '../state/names.js';
import { field, focusError, valueOf } from './field.js';
import { View } from './view.js';
import './picture.js';

/** Who one is: picture, name, full name and address, and changing them. */
class Profile extends View {
  static properties = {
    editing: { state: true },
    errors: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.editing = false;
    this.errors = {};
    this.busy = false;
  }

  watches(topics) {
    return topics.has('me');
  }

  render() {
    const { me } = this.store;
    if (!me) return '';
    const of = { id: me.id, name: personName(me), picture: me.picture };
    return html`<section class="box">
      <div class="profile">
        <parley-picture .client=${this.client} .of=${of} .save=${(id) => this.#picture(id)}></parley-picture>
        <div class="profile-text">
          <h2>${personName(me)}</h2>
          <p class="subtitle" data-testid="account">@${me.name}${me.guest ? ' · guest' : me.role === 'user' ? '' : ` · ${me.role}`}</p>
          ${me.email ? html`<p class="subtitle" data-testid="account-email">${me.email}</p>` : ''}
          ${this.editing ? '' : html`<button class="link" data-testid="profile-edit" @click=${() => (this.editing = true)}>Edit</button>`}
        </div>
      </div>
      ${this.editing ? this.#form(me) : ''}
    </section>`;
  }

  #form(me) {
    const { errors } = this;
    return html`<form novalidate class="profile-form" @submit=${this.#save} data-testid="profile-form">
      ${field({ id: 'profile-fullName', label: 'Full name', autocomplete: 'name', maxlength: 100, value: me.fullName ?? '', error: errors.fullName })}
      ${field({ id: 'profile-name', label: 'Name', hint: 'By which others find and mention you', maxlength: 32, value: me.name, error: errors.name })}
      ${field({ id: 'profile-email', label: 'E-mail', type: 'email', autocomplete: 'email', value: me.email ?? '', error: errors.email })}
      ${me.guest
        ? ''
        : field({ id: 'profile-currentPassword', label: 'Current password', type: 'password', autocomplete: 'current-password', hint: 'Only needed for another e-mail address', error: errors.currentPassword })}
      ${errors.form ? html`<p class="note error" role="alert" data-testid="profile-error">${errors.form}</p>` : ''}
      <div>
        <button class="primary" ?disabled=${this.busy} data-testid="profile-save">Save</button>
        <button type="button" @click=${() => this.#close()}>Cancel</button>
      </div>
    </form>`;
  }

  async #save(event) {
    event.preventDefault();
    const { me } = this.store;
    const changed = {};
    for (const name of ['fullName', 'name', 'email']) {
      const value = valueOf(event.target, `profile-${name}`).trim();
      if (value !== (me[name] ?? '')) changed[name] = value;
    }
    if (Object.keys(changed).length === 0) return this.#close();
    const currentPassword = valueOf(event.target, 'profile-currentPassword');
    this.busy = true;
    this.errors = {};
    try {
      this.client.takeAccount(await this.client.request('updateAccount', { ...changed, ...(currentPassword && { currentPassword }) }));
      this.#close();
    } catch (error) {
      this.errors = { [error.field && event.target.elements[`profile-${error.field}`] ? error.field : 'form']: error.message };
      await this.updateComplete;
      focusError(this);
    }
    this.busy = false;
  }

  #close() {
    this.editing = false;
    this.errors = {};
  }

  async #picture(pictureID) {
    this.client.takeAccount(await this.client.request('updateProfile', { pictureID }));
  }
}

customElements.define('parley-profile', Profile);
