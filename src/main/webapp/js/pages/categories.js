import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icons } from '../views/icons.js';
import { openLayer } from '../views/menu.js';
import { View } from '../views/view.js';

const LONGEST = 50;

/**
 * Opens the list of categories to be changed, for those who may.
 *
 * @param {import('../client.js').Client} client
 * @param {() => void} changed is called at the end
 */
export function openCategories(client, changed) {
  const close = () => layer.close();
  const content = html`<header class="panel-head">
      <h2>Categories</h2>
      <button class="round small" aria-label="Close" data-testid="categories-close" @click=${close}>${icons.close}</button>
    </header>
    <parley-categories .client=${client}></parley-categories>`;
  const layer = openLayer({ label: 'Categories', content, className: 'panel', testId: 'categories' });
  layer.addEventListener('close', changed);
}

/** The categories of posts: to be made, renamed and retired. A retired one stays on the posts that have it. */
class Categories extends View {
  static properties = {
    categories: { state: true },
    /** The id of the one that is being renamed. */
    renaming: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.categories = null;
    this.renaming = null;
    this.problem = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  watches() {
    return false;
  }

  updated(changed) {
    if (changed.has('renaming') && this.renaming) this.querySelector('.rename-category input')?.select();
  }

  render() {
    return html`<form class="new-category" @submit=${this.#create}>
        <input name="category" maxlength=${LONGEST} placeholder="New category" aria-label="New category" autocomplete="off" data-testid="category-name" />
        <button class="primary" data-testid="category-add">Add</button>
      </form>
      ${this.problem ? html`<p class="note error" role="alert" data-testid="category-problem">${this.problem}</p>` : ''}
      <ul class="panel-list" data-testid="category-list">
        ${repeat(this.categories ?? [], ({ id }) => id, (each) => html`<li class="panel-row" data-testid="category" data-retired=${each.retired}>${this.renaming === each.id ? this.#rename(each) : this.#row(each)}</li>`)}
      </ul>`;
  }

  #row({ id, name, retired }) {
    return html`<span class="category-name">${name}${retired ? html` <small>retired</small>` : ''}</span>
      <button class="round small" aria-label=${`Rename ${name}`} title="Rename" data-testid="category-rename" @click=${() => (this.renaming = id)}>${icons.pen}</button>
      <button class="link" aria-label=${retired ? `Bring ${name} back` : `Retire ${name}`} data-testid="category-retire" @click=${() => this.#act('retireCategory', { categoryID: id, retired: !retired })}>${retired ? 'Bring back' : 'Retire'}</button>`;
  }

  #rename({ id, name }) {
    const save = async (event) => {
      event.preventDefault();
      const given = event.target.elements.name.value.trim();
      if (given === name || (await this.#act('renameCategory', { categoryID: id, name: given }))) this.renaming = null;
    };
    const leave = (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault(); // the list stays open
      this.renaming = null;
    };
    return html`<form class="rename-category" @submit=${save} @keydown=${leave}>
      <input name="name" maxlength=${LONGEST} .defaultValue=${name} aria-label="Name" autocomplete="off" data-testid="category-new-name" />
      <button class="link" data-testid="category-save">Save</button>
    </form>`;
  }

  #create = async (event) => {
    event.preventDefault();
    const { category } = event.target.elements;
    if (await this.#act('createCategory', { name: category.value })) category.value = '';
  };

  async #act(type, payload) {
    try {
      await this.client.request(type, payload);
      this.problem = '';
    } catch (error) {
      this.problem = error.message;
      return false;
    }
    await this.#load();
    return true;
  }

  async #load() {
    try {
      this.categories = await this.client.request('categories', { retired: true });
    } catch (error) {
      this.problem = error.message;
    }
  }
}

customElements.define('parley-categories', Categories);
