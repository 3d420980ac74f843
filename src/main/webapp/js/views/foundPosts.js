import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { knownName } from '../state/names.js';
import { excerpt } from '../text/excerpt.js';
import { plainText } from '../text/markdown.js';
import { avatar } from './avatar.js';
import { listTime } from './times.js';
import { View } from './view.js';

const PAUSE = 300;
const PAGE = 10;

/** Posts that have the words that somebody looks for, in any form. Tells by `found` when the server has answered. */
class FoundPosts extends View {
  static properties = {
    query: {},
    posts: { state: true },
    next: { state: true },
  };

  #timer;

  constructor() {
    super();
    this.posts = [];
    this.next = null;
  }

  watches() {
    return false;
  }

  updated(changed) {
    if (!changed.has('query')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(null), PAUSE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const { posts, next } = this;
    if (!posts.length) return '';
    return html`<h2 class="list-title">Posts</h2>
      <ul data-testid="found-posts">
        ${repeat(posts, ({ id }) => id, (post) => this.#post(post))}
      </ul>
      ${next ? html`<button class="link more" data-testid="found-more-posts" @click=${() => this.#search(next)}>Older posts</button>` : ''}`;
  }

  #post({ id, theme, content, userPicture }) {
    const { userID, userName, dateCreate } = content;
    const own = userID === this.store.me.id;
    const name = knownName(this.store, userID, userName);
    return html`<li>
      <a class="item" href=${`/post/${id}`} data-testid="found-post">
        ${avatar({ id: userID, name, picture: userPicture })}
        <span class="item-text">
          <span class="item-line">
            <b class="item-name">${theme}</b>
            <time class="item-time" datetime=${dateCreate}>${listTime(dateCreate)}</time>
          </span>
          <span class="item-preview two-lines"><span class="who">${own ? 'You' : name}:</span> <bdi>${excerpt(plainText(content.text), this.query)}</bdi></span>
        </span>
      </a>
    </li>`;
  }

  async #search(before) {
    const query = this.query.trim();
    const found = query ? await this.client.request('searchPosts', { text: query, limit: PAGE, ...(before && { before }) }).catch(() => null) : null;
    if (query !== this.query.trim()) return;
    this.posts = [...(before ? this.posts : []), ...(found?.posts ?? [])];
    this.next = found?.next ?? null;
    this.dispatchEvent(new CustomEvent('found', { detail: this.posts.length }));
  }
}

customElements.define('parley-found-posts', FoundPosts);
