import { html } from 'lit';
import { field, focusError, valueOf } from './field.js';
import { icons } from './icons.js';
import { hasKeyboard } from './screen.js';
import { View } from './view.js';
import './picker.js';

/** A new group: a name, or none and the server makes one up, and people. */
class NewGroup extends View {
  static properties = {
    count: { state: true },
    errors: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.count = 0;
    this.errors = {};
    this.busy = false;
  }

  watches() {
    return false;
  }

  firstUpdated() {
    if (hasKeyboard()) this.querySelector('input')?.focus();
  }

  render() {
    return html`<form class="page" novalidate @submit=${this.#create} data-testid="new-group-form">
      <header class="bar">
        <a class="round back" href="/" aria-label="Back to the list">${icons.back}</a>
        <h1>New group</h1>
        <button class="primary" ?disabled=${this.busy} data-testid="group-submit">
          ${this.count ? `Create with ${this.count} ${this.count === 1 ? 'person' : 'people'}` : 'Create'}
        </button>
      </header>
      <div class="page-body">
        ${field({ id: 'group-name', label: 'Name', hint: 'Leave it empty and one is made up', maxlength: 100, error: this.errors.name })}
        ${this.errors.form ? html`<p class="note error" role="alert" data-testid="form-error">${this.errors.form}</p>` : ''}
        <h2>People</h2>
        <parley-picker .client=${this.client} @picked=${(e) => (this.count = e.target.chosen.size)}></parley-picker>
      </div>
    </form>`;
  }

  async #create(event) {
    event.preventDefault();
    const name = valueOf(event.target, 'group-name').trim();
    const userIDs = [...this.querySelector('parley-picker').chosen];
    this.busy = true;
    this.errors = {};
    try {
      const chat = await this.client.createConversation({ kind: 'group', ...(name && { name }), userIDs });
      this.router.go(`/chat/${chat.id}`, { replace: true });
    } catch (error) {
      this.errors = { [error.field === 'name' ? 'name' : 'form']: error.message };
      await this.updateComplete;
      focusError(this);
    }
    this.busy = false;
  }
}

customElements.define('parley-new-group', NewGroup);
