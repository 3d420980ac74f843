import { html } from 'lit';
import { toast } from '../views/toast.js';
import { cameFrom } from './back.js';
import { Page } from './page.js';
import './postForm.js';

/** Writing a new post, with `?group=` for a group. */
class Write extends Page {
  async load() {
    const { group } = this.route.query;
    const [categories, profile, friends, profileOfGroup] = await Promise.all([
      this.client.request('categories'),
      this.client.request('getUserProfile', this.store.me.id),
      this.client.request('closeFriends'),
      group ? this.client.request('getGroupProfile', group) : null,
    ]);
    return { categories, profile, friends, group: profileOfGroup };
  }

  concerns({ type }) {
    return type === 'followChanged';
  }

  // One can write without a connection, as long as the group's name is known.
  willUpdate() {
    super.willUpdate();
    if (!this.route.query.group || this.#group) this.data ??= {};
  }

  get #group() {
    const { group: id } = this.route.query;
    const chat = this.store.chats.get(id);
    return this.data?.group ?? (chat ? { id, name: this.store.nameOf(chat), memberCount: chat.memberCount } : null);
  }

  render() {
    const { group: id } = this.route.query;
    const group = this.#group;
    const back = cameFrom(id ? `/group/${id}` : '/feed');
    if (group?.status && group.status !== 'member') return this.frame('New post', () => this.#stranger(group), { back });
    return this.frame(group ? `New post in ${group.name}` : 'New post', () => this.#form(group), { back });
  }

  #form(group) {
    return html`<parley-post-form .client=${this.client} .group=${group} .about=${this.data.categories ? this.data : null} @written=${this.#written}></parley-post-form>`;
  }

  #stranger({ id, name }) {
    return html`<div class="empty" data-testid="write-stranger">
      <h2>Only members write in ${name}</h2>
      <p><a class="button" href=${`/group/${id}`}>To the group</a></p>
    </div>`;
  }

  #written = ({ detail: post }) => {
    toast('Your post is there');
    this.router.go(`/post/${post.id}`, { replace: true });
  };
}

customElements.define('parley-write', Write);
