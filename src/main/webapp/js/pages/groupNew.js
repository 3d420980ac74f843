import { html } from 'lit';
import { field, focusError, valueOf } from '../views/field.js';
import { icons } from '../views/icons.js';
import { hasKeyboard } from '../views/screen.js';
import { toast } from '../views/toast.js';
import { View } from '../views/view.js';
import { area } from './area.js';
import { keepDraft, keptDraft } from './formDraft.js';
import '../views/picker.js';
import '../views/picture.js';

const DRAFT = 'group:new';

/** A new group that everybody can find: what it is called, what it is about, and who is asked to come in. */
class GroupNew extends View {
  static properties = {
    route: { attribute: false },
    /** What is typed for a title, for the picture's initials. */
    name: { state: true },
    /** The id of an uploaded picture, or ''. */
    pictureID: { state: true },
    count: { state: true },
    errors: { state: true },
    busy: { state: true },
  };

  /** What the fields begin with. */
  #begun;

  constructor() {
    super();
    this.name = '';
    this.pictureID = '';
    this.count = 0;
    this.errors = {};
    this.busy = false;
  }

  watches() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begun = { title: '', description: '', ...keptDraft(this.store.drafts, DRAFT), ...(this.route.query.title && { title: this.route.query.title }) };
    this.name = this.#begun.title;
  }

  firstUpdated() {
    if (hasKeyboard()) this.querySelector('[name="group-title"]').focus();
  }

  render() {
    const { errors, pictureID } = this;
    const of = { id: 'new', name: this.name.trim() || '?', picture: pictureID && `/api/v1/attachments/${pictureID}/preview`, group: true };
    return html`<form class="page social" novalidate @submit=${this.#create} data-testid="group-form">
      <header class="bar">
        <a class="round" href="/groups" aria-label="Back" data-testid="page-back">${icons.back}</a>
        <h1 data-testid="page-title">New group</h1>
        <button class="primary" ?disabled=${this.busy} data-testid="group-create">${this.count ? `Create and invite ${this.count}` : 'Create'}</button>
      </header>
      <div class="page-body">
        <section class="plain-card stacked" @input=${this.#typed}>
          <parley-picture .client=${this.client} .of=${of} .save=${async (id) => (this.pictureID = id)}></parley-picture>
          ${field({ id: 'group-title', label: 'Title', maxlength: 100, value: this.#begun.title, error: errors.title })}
          ${area({ id: 'group-description', label: 'What is it about?', hint: 'Everybody can read this, also who is not in the group', maxlength: 2000, value: this.#begun.description, error: errors.description })}
          ${errors.form ? html`<p class="note error" role="alert" data-testid="form-error">${errors.form}</p>` : ''}
        </section>
        <section class="plain-card stacked">
          <div>
            <h2>Invite people</h2>
            <p class="lead">They decide themselves whether they come in. You can invite more later.</p>
          </div>
          <parley-picker .client=${this.client} @picked=${(e) => (this.count = e.target.chosen.size)}></parley-picker>
        </section>
      </div>
    </form>`;
  }

  #typed({ target }) {
    const { form } = target;
    if (target.name === 'group-title') this.name = target.value;
    if (form) keepDraft(this.store.drafts, DRAFT, fieldsOf(form));
    if (Object.keys(this.errors).length) this.errors = {};
  }

  async #create(event) {
    event.preventDefault();
    const form = event.target;
    this.busy = true;
    this.errors = {};
    try {
      const { id } = await this.client.request('createGroup', fieldsOf(form));
      this.store.drafts.delete(DRAFT);
      await this.#furnish(id);
      this.router.go(`/group/${id}`, { replace: true });
    } catch (error) {
      const known = error.field === 'title' || error.field === 'description';
      this.errors = { [known ? error.field : 'form']: error.message };
      await this.updateComplete;
      focusError(this);
    }
    this.busy = false;
  }

  // The group is there by now: what of this fails can be done again on its page.
  async #furnish(groupID) {
    const problems = [];
    const tell = ({ message }) => problems.push(message);
    if (this.pictureID) await this.client.request('updateGroup', { groupID, pictureID: this.pictureID }).catch(tell);
    for (const user of this.querySelector('parley-picker').chosen) await this.client.request('inviteToGroup', { groupID, user }).catch(tell);
    if (problems.length) toast(`The group was made, but: ${problems[0]}`);
  }
}

const fieldsOf = (form) => ({ title: valueOf(form, 'group-title'), description: valueOf(form, 'group-description') });

customElements.define('parley-group-new', GroupNew);
