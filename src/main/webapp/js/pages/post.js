import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { vote } from '../state/votes.js';
import { ask } from '../views/dialog.js';
import { toast } from '../views/toast.js';
import { cameFrom } from './back.js';
import { commentItem } from './comment.js';
import { Page } from './page.js';
import { postCard } from './postCard.js';
import { moderates, openPostMenu } from './postMenu.js';
import './commentForm.js';
import './postForm.js';

const LOOK_EVERY = 30_000;
const LIT = 3_000;

/** One post, all of it, with what stands below it. `?edit=1` begins with changing it, `?comment=` with that comment in view. */
class PostPage extends Page {
  static properties = {
    /** What the form wants to know; null: the post is not being changed. */
    changing: { state: true },
    /** The id of the comment that is being changed. */
    editing: { state: true },
  };

  #timer;
  /** The address whose comment was led to: once, so that nobody is taken back who reads on. */
  #led = null;
  #back = '/feed';

  constructor() {
    super();
    this.changing = null;
    this.editing = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#back = cameFrom('/feed');
    this.#timer = setInterval(this.#look, LOOK_EVERY);
    document.addEventListener('visibilitychange', this.#look);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
  }

  get subject() {
    return this.route.postID;
  }

  updated(changed) {
    super.updated(changed);
    const { comment } = this.route.query;
    if (!comment || this.#led === this.route) return;
    const there = this.querySelector(`[data-comment-id="${CSS.escape(comment)}"]`);
    if (!there) return;
    this.#led = this.route;
    there.classList.add('lit');
    setTimeout(() => there.classList.remove('lit'), LIT);
    const show = () => there.matches('.lit') && there.scrollIntoView({ block: 'center' });
    show();
    // pictures that come now push it away
    for (const img of this.querySelectorAll('.post-picture img')) if (!img.complete) img.addEventListener('load', show, { once: true });
  }

  // Comments that were fetched from further back stay where they are.
  async load() {
    const post = await this.client.request('fullPostAndComments', this.route.postID);
    if (this.route.query.edit && post.mine && !this.data) this.#change();
    return { ...post, comments: [...this.#before(post.comments), ...post.comments] };
  }

  #before([first]) {
    return first ? (this.data?.comments ?? []).filter(({ id }) => Number(id) < Number(first.id)) : [];
  }

  concerns({ type, data }) {
    return type === 'postActivity' && data.postID === this.route.postID;
  }

  watches(topics) {
    return topics.has('people') || topics.has('me') || topics.has('connection');
  }

  #look = () => {
    if (this.online && document.visibilityState === 'visible' && !this.missing) this.reload();
  };

  render() {
    return this.frame('Post', () => this.#post(), { back: this.#back });
  }

  #post() {
    const { data: post, client } = this;
    const context = { client, whole: true, vote: (_, liked) => this.#vote('post', post, liked), menu: this.#menu };
    return html`${this.changing
        ? html`<parley-post-form .client=${client} .post=${post} .group=${this.#group(post)} .about=${this.changing} @written=${this.#changed} @left=${() => this.#changed()}></parley-post-form>`
        : postCard(post, context)}
      ${this.#comments(post)}`;
  }

  #group({ groupID }) {
    const chat = this.store.chats.get(groupID);
    return groupID ? { id: groupID, name: chat ? this.store.nameOf(chat) : 'the group', memberCount: chat?.memberCount } : null;
  }

  #comments({ comments, commentsQuantity, id }) {
    const context = {
      client: this.client,
      editing: this.editing,
      mayDelete: (comment) => comment.mine || this.data.mine || moderates(this.data, this.store),
      vote: (comment, liked) => this.#vote('comment', comment, liked),
      edit: (comment) => this.#edit(comment),
      remove: (comment) => this.#remove(comment),
      written: (event) => {
        this.#commented(event);
        this.#edit(null);
      },
    };
    return html`<section class="plain-card comments" aria-labelledby="comments-title">
      <h2 id="comments-title" data-testid="comments-title">${commentsQuantity === 0 ? 'No comments yet' : commentsQuantity === 1 ? 'One comment' : `${commentsQuantity} comments`}</h2>
      ${commentsQuantity > comments.length ? html`<button class="link" data-testid="earlier-comments" @click=${this.#earlier}>Earlier comments</button>` : ''}
      <ul data-testid="comments">${repeat(comments, (comment) => comment.id, (comment) => commentItem(comment, context))}</ul>
      <parley-comment-form .client=${this.client} .postID=${id} @written=${this.#commented}></parley-comment-form>
    </section>`;
  }

  async #vote(type, { id }, liked) {
    const find = () => (type === 'post' ? this.data : this.data.comments.find((comment) => comment.id === id));
    const show = (content) => {
      if (type === 'post') this.shows({ ...this.data, content });
      else this.shows({ ...this.data, comments: this.data.comments.map((comment) => (comment.id === id ? { ...comment, content } : comment)) });
    };
    await vote(this.client, type, find(), liked, show).catch((error) => (error.code === 'notFound' ? this.reload() : toast(error.message)));
  }

  #menu = (post, at) => openPostMenu({ client: this.client, post, at, edit: () => this.#change(), gone: () => this.router.go(this.#back, { replace: true }) });

  async #change() {
    const { client, store } = this;
    try {
      const asked = ['categories', 'closeFriends'].map((type) => client.request(type));
      const [categories, friends, profile] = await Promise.all([...asked, client.request('getUserProfile', store.me.id)]);
      this.changing = { categories, friends, profile };
    } catch (error) {
      toast(error.message);
    }
  }

  #changed = (event) => {
    this.changing = null;
    if (event) this.shows({ ...this.data, ...event.detail, comments: this.data.comments });
    if (this.route.query.edit) this.router.go(`/post/${this.data.id}`, { replace: true });
    this.#focus('[data-testid="post-menu"]');
  };

  // The keyboard goes on where a form stood that is gone.
  async #focus(selector) {
    await this.updateComplete;
    this.querySelector(selector)?.focus({ preventScroll: true });
  }

  #edit(id) {
    const before = this.editing;
    this.editing = id;
    if (!id) this.#focus(`[data-comment-id="${before}"] [data-testid="comment-menu"]`);
  }

  #commented = ({ detail: post }) => {
    this.shows({ ...post, comments: [...this.#before(post.comments), ...post.comments] });
  };

  #earlier = async () => {
    const [first] = this.data.comments;
    const post = await this.act('fullPostAndComments', { postID: this.data.id, before: first.id });
    if (post) this.data = { ...this.data, comments: [...post.comments, ...this.data.comments] };
  };

  async #remove(comment) {
    if (!(await ask({ title: 'Delete this comment?', text: 'There is no way back.', action: 'Delete' }))) return;
    const post = await this.act('deleteComment', comment.id);
    if (post) this.shows({ ...post, comments: [...this.#before(post.comments).filter(({ id }) => id !== comment.id), ...post.comments] });
  }
}

customElements.define('parley-post', PostPage);
