import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PostList } from '../state/postList.js';
import { vote } from '../state/votes.js';
import { toast } from '../views/toast.js';
import { View } from '../views/view.js';
import { postCard } from './postCard.js';
import { openPostMenu } from './postMenu.js';

const NEAR = '700px';
const LOOK_EVERY = 45_000;
const SOON = 250;

// What was read down to, to come back to; of this session only.
const kept = { owner: '', key: '', items: [], complete: false };

/**
 * A list of posts, the newest first, that grows as one scrolls. For the feed and the pages of people and groups:
 * `<parley-posts .client .router .source=${{type: 'userPostsPortion', payload: {userID}}}>`.
 *
 * `source.type` is asked for portions by `offset`; `none` is shown when there is nothing.
 */
class Posts extends View {
  static properties = {
    source: { attribute: false },
    none: { attribute: false },
  };

  #list;
  #key = '';
  #owner = '';
  #near;
  #timer;
  #returning = null;
  #touched = new Set();

  constructor() {
    super();
    this.none = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const { connection } = this.client;
    connection.addEventListener('push', this.#heard);
    connection.addEventListener('state', this.#moved);
    document.addEventListener('visibilitychange', this.#attended);
    this.#timer = setInterval(this.#attended, LOOK_EVERY);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    const { connection } = this.client;
    connection.removeEventListener('push', this.#heard);
    connection.removeEventListener('state', this.#moved);
    document.removeEventListener('visibilitychange', this.#attended);
    clearInterval(this.#timer);
    this.#near?.disconnect();
    this.#keep();
  }

  watches(topics) {
    return topics.has('people') || topics.has('me');
  }

  get #online() {
    return this.client.connection.state === 'online';
  }

  willUpdate() {
    const key = JSON.stringify(this.source);
    if (this.#key === key) return;
    this.#keep();
    this.#key = key;
    this.#owner = this.store.me.id;
    // who comes back finds the place where they were; who comes anew begins at the top
    const back = kept.owner === this.#owner && kept.key === key && history.state?.posts !== undefined;
    this.#returning = back ? history.state.posts : null;
    this.#list = new PostList((type, payload) => this.client.request(type, payload), this.source, back ? { items: kept.items, complete: kept.complete } : undefined);
    this.#list.addEventListener('change', () => this.requestUpdate());
    if (this.#online) this.#list.look();
  }

  updated() {
    if (this.#returning !== null && this.#list.items) {
      this.#scroller.scrollTop = this.#returning;
      this.#returning = null;
    }
    this.#near ??= new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && this.#more(), { root: this.#scroller, rootMargin: NEAR });
    this.#near.disconnect();
    const end = this.querySelector('.posts-end');
    if (end) this.#near.observe(end); // anew, so that it tells of an end that has stayed in view
  }

  get #scroller() {
    return this.closest('.page-body');
  }

  render() {
    const { items, complete, fresh, problem } = this.#list;
    if (problem && !items) return html`<p class="note error" role="alert" data-testid="posts-problem">${problem}</p>`;
    if (!items) return html`<p class="posts-note soon" role="status">${this.#online ? 'Loading…' : 'You’re offline. Posts are there when you’re back online.'}</p>`;
    const context = { client: this.client, vote: this.#vote, menu: this.#menu };
    return html`<div class="posts-fresh" role="status">
        ${fresh ? html`<button class="primary" data-testid="posts-fresh" @click=${this.#show}>${fresh === 1 ? 'A new post' : 'New posts'}</button>` : ''}
      </div>
      <section class="posts" aria-label="Posts" data-testid="posts">${repeat(items, ({ id }) => id, (post) => postCard(post, context))}</section>
      ${items.length === 0 ? (this.none ?? html`<p class="posts-note" data-testid="posts-none">No posts yet.</p>`) : ''}
      ${complete || !items.length ? '' : html`<p class="posts-note posts-end" role="status">${this.#online ? 'Loading more…' : 'You’re offline. There is more when you’re back online.'}</p>`}
      ${complete && items.length > 5 ? html`<p class="posts-note" data-testid="posts-end">That is all.</p>` : ''}`;
  }

  async #more() {
    if (this.#online) await this.#list.more();
  }

  #show = () => {
    this.#list.show();
    this.#scroller.scrollTo({ top: 0, behavior: 'instant' });
  };

  #vote = async (post, liked) => {
    const show = (content) => this.#list.change(post.id, (now) => ({ ...now, content }));
    await vote(this.client, 'post', post, liked, show).catch((error) => {
      if (error.code === 'notFound') this.#list.change(post.id, () => null);
      toast(error.message);
    });
  };

  #menu = (post, at) => {
    const edit = () => this.router.go(`/post/${post.id}?edit=1`);
    openPostMenu({ client: this.client, post, at, edit, gone: () => this.#list.change(post.id, () => null) });
  };

  #keep() {
    if (this.#list?.items) Object.assign(kept, { owner: this.#owner, key: this.#key, items: this.#list.items, complete: this.#list.complete });
  }

  #heard = ({ detail: { type, data } }) => {
    if (type === 'postActivity') this.#refreshSoon(data.postID);
    else if (type === 'postPublished') this.#attended();
  };

  // what many do to one post comes in bursts
  #refreshSoon(id) {
    if (this.#touched.size === 0) {
      setTimeout(() => {
        const touched = [...this.#touched];
        this.#touched.clear();
        if (this.isConnected && this.#online) for (const each of touched) this.#refresh(each);
      }, SOON);
    }
    this.#touched.add(id);
  }

  // Something has happened to a post: to one that is shown here, or there is a new one.
  async #refresh(id) {
    if (!this.#list.items?.some((post) => post.id === id)) return this.#list.look();
    try {
      const { comments, ...post } = await this.client.request('fullPostAndComments', id);
      this.#list.change(id, () => post);
    } catch (error) {
      if (error.code === 'notFound') this.#list.change(id, () => null);
    }
    return undefined;
  }

  #moved = () => {
    if (this.#online) this.#list.look();
    this.requestUpdate();
  };

  #attended = () => {
    if (this.#online && document.visibilityState === 'visible') this.#list.look();
  };
}

// A place in the list is kept with the page's entry in the history.
document.addEventListener('click', ({ target }) => remember(target), { capture: true });

function remember(target) {
  const link = target.closest?.('parley-posts a[href]');
  const scroller = link?.closest('.page-body');
  if (scroller) history.replaceState({ ...history.state, posts: scroller.scrollTop }, '');
}

customElements.define('parley-posts', Posts);
