import { html } from 'lit';
import { serverInfo } from '../api.js';
import { field, focusError, valueOf } from './field.js';
import { hasKeyboard } from './screen.js';
import { View } from './view.js';

const SHORTEST_PASSWORD = 8;

/** Log in, or join with an account or as a guest. */
class Auth extends View {
  static properties = {
    mode: {},
    guest: { state: true },
    guestsAllowed: { state: true },
    errors: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.guest = false;
    this.guestsAllowed = true;
    this.errors = {};
    this.busy = false;
  }

  willUpdate(changed) {
    if (!changed.has('mode')) return;
    this.errors = {};
    if (this.mode === 'join') {
      serverInfo().then(
        ({ guests }) => (this.guestsAllowed = guests !== false),
        () => {},
      );
    }
  }

  updated(changed) {
    if (changed.has('mode') && hasKeyboard()) this.querySelector('input')?.focus();
  }

  render() {
    const joining = this.mode === 'join';
    const other = `${joining ? '/login' : '/join'}${location.search}`;
    return html`<main class="auth">
      <form class="card" novalidate @submit=${joining ? this.#join : this.#logIn} data-testid=${joining ? 'register-form' : 'login-form'}>
        <img class="logo" src="/icons/icon.svg" alt="" width="56" height="56" />
        <h1>${joining ? 'Join Parley' : 'Welcome back'}</h1>
        <p class="lead">${joining ? 'Talk live, lose nothing.' : 'Log in to go on talking.'}</p>
        ${this.client.notice ? html`<p class="notice" role="status" data-testid="auth-notice">${this.client.notice}</p>` : ''}
        ${joining ? this.#joinFields() : this.#logInFields()}
        ${this.errors.form ? html`<p class="note error" role="alert" data-testid="form-error">${this.errors.form}</p>` : ''}
        <button class="primary wide" ?disabled=${this.busy} data-testid=${joining ? 'register-submit' : 'login-submit'}>
          ${joining ? (this.guest ? 'Join as a guest' : 'Create account') : 'Log in'}
        </button>
        <p class="other">
          ${joining ? 'Been here before?' : 'New here?'}
          <a href=${other} data-testid=${joining ? 'to-login' : 'to-register'}>${joining ? 'Log in' : 'Create an account'}</a>
        </p>
      </form>
    </main>`;
  }

  #logInFields() {
    return html`${field({ id: 'login-name', label: 'Name or e-mail', autocomplete: 'username', error: this.errors.name })}
    ${field({ id: 'login-password', label: 'Password', type: 'password', autocomplete: 'current-password', error: this.errors.password })}`;
  }

  #joinFields() {
    const { errors, guest } = this;
    return html`${field({ id: 'register-name', label: 'Name', hint: 'How others find you: letters, digits, . _ -', autocomplete: 'username', error: errors.name })}
      ${guest
        ? ''
        : html`${field({ id: 'register-full-name', label: 'Full name (optional)', autocomplete: 'name', error: errors.fullName })}
          ${field({ id: 'register-password', label: 'Password', hint: 'At least 8 characters', type: 'password', autocomplete: 'new-password', error: errors.password })}`}
      ${this.guestsAllowed
        ? html`<label class="check">
            <input type="checkbox" data-testid="register-guest" .checked=${guest} @change=${(e) => (this.guest = e.target.checked)} />
            <span><b>Join as a guest</b><small>Just a name; set a password later to keep the account</small></span>
          </label>`
        : ''}`;
  }

  #logIn(event) {
    event.preventDefault();
    const name = valueOf(event.target, 'login-name').trim();
    const password = valueOf(event.target, 'login-password');
    this.#try({ ...(!name && { name: 'Who are you?' }), ...(!password && { password: 'Your password, please' }) }, () =>
      this.client.logIn({ name, password }),
    );
  }

  #join(event) {
    event.preventDefault();
    const name = valueOf(event.target, 'register-name').trim();
    const fullName = valueOf(event.target, 'register-full-name').trim();
    const password = valueOf(event.target, 'register-password');
    const short = !this.guest && password.length < SHORTEST_PASSWORD;
    const wrong = { ...(!name && { name: 'A name is needed' }), ...(short && { password: `At least ${SHORTEST_PASSWORD} characters` }) };
    const fields = this.guest ? { name } : { name, password, ...(fullName && { fullName }) };
    this.#try(wrong, () => this.client.register(fields));
  }

  async #try(wrong, act) {
    this.errors = wrong;
    if (Object.keys(wrong).length === 0) {
      this.busy = true;
      await act().catch((error) => {
        const known = ['name', 'password', 'fullName'].includes(error.field);
        // a refused log-in doesn't say which of the two was wrong: show it under the last one
        const place = known ? error.field : error.code === 'forbidden' ? 'password' : 'form';
        this.errors = { [place]: error.message };
      });
      this.busy = false;
    }
    await this.updateComplete;
    focusError(this);
  }
}

customElements.define('parley-auth', Auth);
