import { html } from 'lit';
import { knownName } from '../state/names.js';
import { nameKey } from '../text/markdown.js';
import { avatar } from '../views/avatar.js';
import { icons } from '../views/icons.js';
import { openLightbox } from '../views/lightbox.js';
import { exactTime, listTime } from '../views/times.js';

const SMALL = 300;

/**
 * Who wrote something, and when.
 *
 * @param {{content: object, userPicture: string|null, edited: string|null}} written a post or a comment
 * @param {import('../state/store.js').Store} store
 * @param {{href?: string, more?: any}} [options] `href` what the time leads to, `more` what stands beside it
 */
export function byline({ content, userPicture, edited }, store, { href, more = '' } = {}) {
  const { userID, userName, dateCreate } = content;
  const name = knownName(store, userID, userName);
  const time = html`<time datetime=${dateCreate} title=${exactTime(dateCreate)}>${listTime(dateCreate)}</time>`;
  return html`<div class="byline">
    <a href=${`/profile/${userID}`} tabindex="-1" aria-hidden="true">${avatar({ id: userID, name, picture: userPicture })}</a>
    <div class="byline-text">
      <a class="byline-name" href=${`/profile/${userID}`} data-testid="author">${name}</a>
      <div class="byline-more">
        ${href ? html`<a href=${href}>${time}</a>` : time}
        ${edited ? html`<span title=${exactTime(edited)} data-testid="edited">· edited</span>` : ''} ${more}
      </div>
    </div>
  </div>`;
}

/** Who may see a post, as far as that is not everybody. @param {object} post @param {import('../state/store.js').Store} store */
export function audience(post, store) {
  if (post.groupID) {
    const chat = store.chats.get(post.groupID);
    return html`<a class="audience" href=${`/group/${post.groupID}`} data-testid="post-group">${icons.people}<span>${chat ? store.nameOf(chat) : 'Group'}</span></a>`;
  }
  if (post.postType === 1) return html`<span class="audience" data-testid="post-audience">${icons.lock}<span>Followers</span></span>`;
  if (post.postType === 2) return html`<span class="audience" data-testid="post-audience">${icons.star}<span>Close friends</span></span>`;
  return '';
}

/** @param {string} address of a preview @param {string} name what to call it */
export function pictureOf(address, name) {
  const open = ({ currentTarget }) => {
    const { naturalWidth: width, naturalHeight: height } = currentTarget.querySelector('img');
    const image = { name, address: address.replace(/\/preview$/, ''), width, height };
    openLightbox([image], image);
  };
  return html`<button class="picture post-picture" data-testid="post-picture" aria-label="Open the picture" @click=${open}>
    <img src=${address} alt="" loading="lazy" decoding="async" @load=${fit} />
  </button>`;
}

// a small picture isn't blown up
const fit = ({ target }) => target.classList.toggle('small', target.naturalWidth < SMALL);

/**
 * Like and dislike.
 *
 * @param {{likes: number[], userReaction: number}} content
 * @param {(liked: boolean) => void} vote
 */
export function voteButtons({ likes: [dislikes, likes], userReaction }, vote) {
  const button = (liked, count, label, icon) => html`<button
    class="post-action"
    aria-pressed=${userReaction === (liked ? 1 : 0)}
    aria-label=${`${label}: ${count}`}
    title=${label}
    data-testid=${liked ? 'like' : 'dislike'}
    @click=${() => vote(liked)}
  >${icon}<span>${count || ''}</span></button>`;
  return html`${button(true, likes, 'Like', icons.like)}${button(false, dislikes, 'Dislike', icons.dislike)}`;
}

/** Who a name after an `@` means, as far as this client knows the people. @param {import('../state/store.js').Store} store */
export const whoIs = (store) => (name) => {
  const key = nameKey(name);
  if (store.me && nameKey(store.me.name) === key) return { id: store.me.id, own: true };
  for (const person of store.people.values()) if (nameKey(person.name) === key) return { id: person.id, own: false };
  return null;
};
