import { html } from 'lit';
import { setPassword } from '../api.js';
import { ask, askPassword } from './dialog.js';
import { field, focusError, valueOf } from './field.js';
import { icons } from './icons.js';
import { View } from './view.js';
import './blocked.js';
import './noticeSettings.js';
import './preferences.js';
import './profile.js';
import './sessions.js';

const INNER = {
  sessions: ['Sessions', (client) => html`<parley-sessions .client=${client}></parley-sessions>`],
  blocked: ['Blocked people', (client) => html`<parley-blocked .client=${client}></parley-blocked>`],
};
const THEMES = { system: 'System', light: 'Light', dark: 'Dark' };

/** The own account, its password, its sessions, and how the page looks. */
class Settings extends View {
  static properties = {
    page: {},
    errors: { state: true },
    done: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.errors = {};
    this.done = '';
    this.busy = false;
  }

  watches(topics) {
    return topics.has('me');
  }

  render() {
    if (!this.client.account) return ''; // on the way to the log-in
    const [title, inner] = INNER[this.page] ?? ['Settings'];
    return html`<div class="page">
      <header class="bar">
        <a class="round ${inner ? '' : 'back'}" href=${inner ? '/settings' : '/'} aria-label="Back" data-testid="settings-back">${icons.back}</a>
        <h1>${title}</h1>
      </header>
      <div class="page-body">
        ${inner ? inner(this.client) : this.#main()}
      </div>
    </div>`;
  }

  #main() {
    const { account } = this.client;
    return html`<parley-profile .client=${this.client}></parley-profile>
      ${account.guest ? this.#password(account) : ''}
      <section class="box rows">
        <a class="row" href=${`/profile/${account.id}`} data-testid="to-profile">${icons.person} Profile <span class="end">${icons.next}</span></a>
        <a class="row" href="/requests" data-testid="to-requests">${icons.people} Follow requests <span class="end">${icons.next}</span></a>
        <a class="row" href="/settings/friends" data-testid="to-friends">${icons.star} Close friends <span class="end">${icons.next}</span></a>
      </section>
      <parley-preferences .client=${this.client}></parley-preferences>
      <parley-notice-settings .client=${this.client}></parley-notice-settings>
      ${this.#appearance()} ${account.guest ? '' : this.#password(account)}
      <section class="box rows">
        <a class="row" href="/settings/sessions" data-testid="to-sessions">${icons.laptop} Sessions <span class="end">${icons.next}</span></a>
        <a class="row" href="/settings/blocked" data-testid="to-blocked">${icons.block} Blocked people <span class="end">${icons.next}</span></a>
        <a class="row" href="/archive">${icons.archive} Archive <span class="end">${icons.next}</span></a>
        <button class="row danger" data-testid="logout" @click=${this.#logOut}>${icons.leave} Log out</button>
        <button class="row danger" data-testid="delete-account" @click=${this.#farewell}>${icons.bin} Delete the account</button>
        ${this.errors.logout ? html`<p class="note error" role="alert">${this.errors.logout}</p>` : ''}
      </section>`;
  }

  #password({ guest, name }) {
    const { errors } = this;
    return html`<section class="box">
      <h2>${guest ? 'Keep this account' : 'Password'}</h2>
      ${guest ? html`<p class="lead">You are a guest. Set a password, and you can log in again, here and elsewhere.</p>` : ''}
      <form novalidate @submit=${this.#setPassword} data-testid="password-form">
        <input type="text" name="username" autocomplete="username" .defaultValue=${name} hidden />
        ${guest ? '' : field({ id: 'old-password', label: 'Current password', type: 'password', autocomplete: 'current-password', error: errors.oldPassword })}
        ${field({ id: 'new-password', label: 'New password', type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters', error: errors.newPassword })}
        ${errors.form ? html`<p class="note error" role="alert" data-testid="form-error">${errors.form}</p>` : ''}
        <div>
          <button class="primary" ?disabled=${this.busy} data-testid="password-submit">${guest ? 'Set password' : 'Change password'}</button>
          <span class="done" role="status" data-testid="password-done">${this.done}</span>
        </div>
      </form>
    </section>`;
  }

  #appearance() {
    return html`<section class="box">
      <h2 id="look">Appearance</h2>
      <div class="segments" role="radiogroup" aria-labelledby="look">
        ${Object.entries(THEMES).map(
          ([id, label]) => html`<label
            ><input type="radio" name="theme" value=${id} data-testid=${`theme-${id}`} .checked=${theme() === id} @change=${() => setTheme(id)} /><span>${label}</span></label
          >`,
        )}
      </div>
    </section>`;
  }

  async #setPassword(event) {
    event.preventDefault();
    const form = event.target;
    const { guest } = this.client.account;
    const oldPassword = valueOf(form, 'old-password');
    const newPassword = valueOf(form, 'new-password');
    this.done = '';
    this.errors = {
      ...(!guest && !oldPassword && { oldPassword: 'Your current password, please' }),
      ...(newPassword.length < 8 && { newPassword: 'At least 8 characters' }),
    };
    if (Object.keys(this.errors).length === 0) await this.#send(form, { ...(!guest && { oldPassword }), newPassword }, guest);
    await this.updateComplete;
    focusError(this);
  }

  async #send(form, fields, guest) {
    this.busy = true;
    try {
      await setPassword(fields);
      form.reset();
      await this.client.refreshAccount().catch(() => {});
      this.done = guest ? 'Set. The account is yours.' : 'Changed. Other sessions were ended.';
    } catch (error) {
      const known = error.field === 'oldPassword' || error.field === 'newPassword';
      const place = known ? error.field : error.code === 'forbidden' && !guest ? 'oldPassword' : error.field === 'password' ? 'newPassword' : 'form';
      this.errors = { [place]: error.message };
    }
    this.busy = false;
  }

  async #farewell() {
    const { account } = this.client;
    const title = 'Delete your account?';
    const text = 'Your name, picture and address are forgotten, your groups are left. What you wrote stays, without your name. There is no way back.';
    const action = 'Delete the account';
    const answer = account.guest ? (await ask({ title, text, action })) || null : await askPassword({ title, text, action });
    if (answer === null) return;
    try {
      await this.client.farewell(account.guest ? {} : { password: answer });
    } catch (error) {
      this.errors = { logout: error.message };
    }
  }

  async #logOut() {
    const unsent = this.client.outbox.unsent.length;
    const text = `${unsent === 1 ? 'One message was' : `${unsent} messages were`} not sent yet. Logging out deletes ${unsent === 1 ? 'it' : 'them'}.`;
    if (unsent > 0 && !(await ask({ title: 'Log out now?', text, action: 'Log out' }))) return;
    try {
      await this.client.logOut();
      this.router.go('/login', { replace: true }); // whoever comes next begins at the beginning, not in these settings
    } catch (error) {
      this.errors = { logout: error.message };
    }
  }
}

function theme() {
  try {
    return localStorage.getItem('parley.theme') || 'system';
  } catch {
    return 'system';
  }
}

function setTheme(id) {
  try {
    localStorage.setItem('parley.theme', id);
  } catch {
    // storage may be forbidden; then the choice can't be kept
  }
  dispatchEvent(new Event('parley-theme'));
}

customElements.define('parley-settings', Settings);
