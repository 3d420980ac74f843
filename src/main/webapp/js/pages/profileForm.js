import { html } from 'lit';
import { field, focusError, valueOf } from '../views/field.js';
import { View } from '../views/view.js';
import { keptDraft } from './formDraft.js';

/** By which the changes that were not saved yet are kept. */
export const PROFILE_DRAFT = 'profile';

const PUBLIC = 'Everybody here sees your profile and what you post for everybody, and can follow you at once.';
const PRIVATE = 'Only people whom you let follow you see your profile and your posts. Everybody else sees your name and picture, and can ask.';
const TEXTS = ['firstName', 'lastName', 'dateOfBirth', 'gender', 'about'];

const WORDS = { dateOfBirth: 'This can’t be a birthday' };

/**
 * What one tells of oneself, to be changed. What is not saved stays as a draft of this browser. Tells by `closed`
 * that one is done with it.
 */
class ProfileForm extends View {
  static properties = {
    /** As `getUserProfile` gives it to its owner. */
    profile: { attribute: false },
    hidden: { state: true },
    errors: { state: true },
    busy: { state: true },
  };

  /** What was changed before a reload. */
  #begun = {};

  constructor() {
    super();
    this.errors = {};
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begun = keptDraft(this.store.drafts, PROFILE_DRAFT) ?? {};
  }

  watches() {
    return false; // what is typed stays
  }

  willUpdate() {
    this.hidden ??= (this.#begun.profileType ?? this.profile.profileType) === 1;
  }

  firstUpdated() {
    this.querySelector('#firstName').focus();
  }

  render() {
    const { errors } = this;
    const was = { ...values(this.profile), ...this.#begun };
    return html`<form novalidate class="plain-card profile-edit" @submit=${this.#save} @input=${this.#typed} @keydown=${this.#key} data-testid="profile-edit-form">
      <div class="two">
        ${field({ id: 'firstName', label: 'First name', autocomplete: 'given-name', maxlength: 100, value: was.firstName, error: errors.firstName })}
        ${field({ id: 'lastName', label: 'Last name', autocomplete: 'family-name', maxlength: 100, value: was.lastName, error: errors.lastName })}
      </div>
      <div class="two">
        ${field({ id: 'dateOfBirth', label: 'Birthday', type: 'date', autocomplete: 'bday', value: was.dateOfBirth, error: errors.dateOfBirth, hint: 'Nobody else sees it' })}
        ${field({ id: 'gender', label: 'Gender', autocomplete: 'sex', maxlength: 50, value: was.gender, error: errors.gender, hint: 'In your own words, or not at all' })}
      </div>
      <div class="field">
        <label for="about">About you</label>
        <textarea id="about" name="about" rows="4" dir="auto" maxlength="2000" data-testid="about" .defaultValue=${was.about} aria-invalid=${errors.about ? 'true' : 'false'} aria-describedby="about-note"></textarea>
        <p id="about-note" class=${errors.about ? 'note error' : 'note'}>${errors.about ?? 'What others should know, or like to'}</p>
      </div>
      <label class="check">
        <input type="checkbox" role="switch" name="private" data-testid="profile-private-switch" .checked=${this.hidden} @change=${({ target }) => (this.hidden = target.checked)} />
        <span><b>Private profile</b><small data-testid="profile-type-means">${this.hidden ? PRIVATE : PUBLIC}${this.#accepts()}</small></span>
      </label>
      ${errors.form ? html`<p class="note error" role="alert" data-testid="profile-edit-error">${errors.form}</p>` : ''}
      <div class="profile-actions">
        <button class="primary" ?disabled=${this.busy} data-testid="profile-edit-save">Save</button>
        <button type="button" data-testid="profile-edit-cancel" @click=${this.#close}>Cancel</button>
      </div>
    </form>`;
  }

  #accepts() {
    return this.profile.profileType === 1 && !this.hidden ? ' Whoever waits for your answer follows you then.' : '';
  }

  #key(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#close();
  }

  async #save(event) {
    event.preventDefault();
    const changed = this.#changes(event.target);
    if (Object.keys(changed).length === 0) return this.#close();
    this.busy = true;
    this.errors = {};
    try {
      this.client.takeAccount(await this.client.request('updateProfile', { ...changed, ...shownName(this.profile, values(this.profile), changed) }));
      this.#close();
    } catch (error) {
      this.errors = { [TEXTS.includes(error.field) ? error.field : 'form']: WORDS[error.field] ?? error.message };
      await this.updateComplete;
      focusError(this);
    }
    this.busy = false;
  }

  #typed({ currentTarget: form }) {
    const changed = this.#changes(form);
    this.store.drafts.set(PROFILE_DRAFT, Object.keys(changed).length ? JSON.stringify(changed) : '');
  }

  #changes(form) {
    const was = values(this.profile);
    const changed = {};
    for (const name of TEXTS) {
      const value = valueOf(form, name).trim();
      if (value !== was[name]) changed[name] = value;
    }
    const type = form.elements.private.checked ? 1 : 0;
    if (type !== this.profile.profileType) changed.profileType = type;
    return changed;
  }

  #close() {
    this.store.drafts.delete(PROFILE_DRAFT);
    this.dispatchEvent(new Event('closed'));
  }
}

const values = ({ firstName, lastName, dateBirth, gender, aboutMe }) => ({ firstName, lastName, dateOfBirth: dateBirth?.slice(0, 10) ?? '', gender, about: aboutMe });

// By which name one is shown is chosen in the settings; as long as nothing else was, it is these two.
function shownName({ fullName }, was, changed) {
  const joined = ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' ');
  const follows = !fullName || fullName === joined(was);
  return follows && ('firstName' in changed || 'lastName' in changed) ? { fullName: joined({ ...was, ...changed }).slice(0, 100) } : {};
}

customElements.define('parley-profile-form', ProfileForm);
