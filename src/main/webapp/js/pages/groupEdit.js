import { html } from 'lit';
import { field, focusError, valueOf } from '../views/field.js';
import { View } from '../views/view.js';
import { area } from './area.js';

/** Another title or description for a group. Fires `done` when the server has it, `cancel` when it is not wanted. */
class GroupEdit extends View {
  static properties = {
    group: { attribute: false },
    errors: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.errors = {};
    this.busy = false;
  }

  watches() {
    return false;
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  render() {
    const { group, errors } = this;
    return html`<section class="plain-card">
      <h2 class="card-title">Edit the group</h2>
      <form class="stacked" novalidate @submit=${this.#save} @input=${this.#typed} data-testid="group-edit-form">
        ${field({ id: 'group-title', label: 'Title', maxlength: 100, value: group.name, error: errors.title })}
        ${area({ id: 'group-description', label: 'What is it about?', hint: 'Everybody can read this, also who is not in the group', maxlength: 2000, value: group.description, error: errors.description })}
        ${errors.form ? html`<p class="note error" role="alert" data-testid="form-error">${errors.form}</p>` : ''}
        <div class="buttons">
          <button class="primary" ?disabled=${this.busy} data-testid="group-save">Save</button>
          <button type="button" data-testid="group-cancel" @click=${() => this.dispatchEvent(new Event('cancel'))}>Cancel</button>
        </div>
      </form>
    </section>`;
  }

  #typed() {
    if (Object.keys(this.errors).length) this.errors = {};
  }

  async #save(event) {
    event.preventDefault();
    const form = event.target;
    const fields = { title: valueOf(form, 'group-title'), description: valueOf(form, 'group-description') };
    this.busy = true;
    this.errors = {};
    try {
      await this.client.request('updateGroup', { groupID: this.group.id, ...fields });
      this.dispatchEvent(new Event('done'));
    } catch (error) {
      const known = error.field === 'title' || error.field === 'description';
      this.errors = { [known ? error.field : 'form']: error.message };
      await this.updateComplete;
      focusError(this);
    }
    this.busy = false;
  }
}

customElements.define('parley-group-edit', GroupEdit);
