import { html } from 'lit';
import { personName } from '../state/names.js';
import { avatar } from '../views/avatar.js';
import { icons } from '../views/icons.js';
import { openMenu } from '../views/menu.js';
import { Page } from './page.js';
import { openCategories } from './categories.js';
import './posts.js';

/** All posts that one may see, the newest first; `?category=` leaves those of one category. */
class Feed extends Page {
  async load() {
    return { categories: await this.client.request('categories') };
  }

  get #category() {
    return this.route.query.category ?? '';
  }

  // The posts don't wait for the categories.
  render() {
    const { me } = this.store;
    if (!me) return '';
    const category = this.#category;
    const source = { type: 'postsPortion', payload: category ? { category } : {} };
    return html`<div class="page social">
      <header class="bar">
        <h1 data-testid="page-title">Feed</h1>
        <button class="filter" aria-haspopup="menu" data-testid="feed-filter" @click=${this.#filter}><span>${category || 'All categories'}</span>${icons.open}</button>
        <a class="round" href="/write" title="New post" aria-label="New post" data-testid="feed-write">${icons.compose}</a>
      </header>
      <div class="page-body">
        <a class="plain-card prompt" href="/write" data-testid="feed-prompt">
          ${avatar({ id: me.id, name: personName(me), picture: me.picture })}<span>What do you want to tell?</span>${icons.pen}
        </a>
        <parley-posts .client=${this.client} .router=${this.router} .source=${source} .none=${this.#none(category)}></parley-posts>
      </div>
    </div>`;
  }

  #none(category) {
    return category
      ? html`<div class="empty" data-testid="posts-none"><h2>Nothing about ${category} yet</h2><p>Be the first, or look at <a href="/feed">all posts</a>.</p></div>`
      : html`<div class="empty" data-testid="posts-none">
          <h2>It’s quiet here</h2>
          <p>Write the first post, or follow people whose posts you want to see.</p>
          <p><a class="button primary" href="/write">Write a post</a> <a class="button" href="/people">Find people</a></p>
        </div>`;
  }

  get #moderates() {
    return (this.store.me.role ?? 'user') !== 'user';
  }

  #filter = ({ currentTarget }) => {
    const at = currentTarget.getBoundingClientRect();
    const chosen = this.#category;
    const to = (name) => this.router.go(name ? `/feed?category=${encodeURIComponent(name)}` : '/feed');
    const item = (name, label) => ({ icon: chosen === name ? icons.check : html`<span class="icon"></span>`, label, testId: 'filter-category', run: () => to(name) });
    openMenu({
      label: 'Which posts?',
      at,
      testId: 'filter-menu',
      items: [
        item('', 'All categories'),
        ...(this.data?.categories ?? []).map(({ name }) => item(name, name)),
        this.#moderates && { icon: icons.settings, label: 'Change the categories', testId: 'change-categories', run: () => openCategories(this.client, () => this.reload()) },
      ].filter(Boolean),
    });
  };
}

customElements.define('parley-feed', Feed);
