import { html } from 'lit';
import { formatted } from '../views/markdown.js';
import { icons } from '../views/icons.js';
import { audience, byline, pictureOf, voteButtons, whoIs } from './postParts.js';

const LONG = 700;
const MANY_LINES = 12;

/**
 * What a card needs besides its post.
 *
 * @typedef {object} Context
 * @property {import('../client.js').Client} client
 * @property {(post: object, liked: boolean) => void} vote
 * @property {(post: object, at: DOMRect) => void} menu what one may do with it
 * @property {boolean} [whole] all of the text, on the post's own page
 */

/** A post in a list, or as the head of its own page. @param {object} post @param {Context} context */
export function postCard(post, context) {
  const { store } = context.client;
  const { content, theme, image, categories } = post;
  const href = `/post/${post.id}`;
  const whole = context.whole ?? false;
  const clipped = !whole && isLong(content.text);
  return html`<article class="post-card ${whole ? 'whole' : ''}" data-testid="post" data-post-id=${post.id} aria-labelledby=${`post-${post.id}`}>
    <header class="post-head">
      ${byline(post, store, { href, more: audience(post, store) })}
      <button class="round small" aria-label="What to do with this post" aria-haspopup="menu" data-testid="post-menu" @click=${(e) => context.menu(post, e.currentTarget.getBoundingClientRect())}>${icons.more}</button>
    </header>
    <h2 class="post-title" dir="auto" id=${`post-${post.id}`} data-testid="post-title">${whole ? theme : html`<a href=${href}>${theme}</a>`}</h2>
    <div class="content post-text ${clipped ? 'clipped' : ''}" data-testid="post-text" dir="auto">${formatted(content.text, whoIs(store))}</div>
    ${clipped ? html`<a class="link read-on" href=${href} data-testid="read-on">Read on</a>` : ''}
    ${image ? pictureOf(image, theme) : ''}
    ${categories.length
      ? html`<ul class="post-categories" aria-label="Categories">
          ${categories.map((name) => html`<li><a href=${`/feed?category=${encodeURIComponent(name)}`} data-testid="post-category">${name}</a></li>`)}
        </ul>`
      : ''}
    <footer class="post-actions">
      ${voteButtons(content, (liked) => context.vote(post, liked))}
      <a class="post-action" href=${href} aria-label=${`Comments: ${post.commentsQuantity}`} title="Comments" data-testid="comment-count">${icons.comment}<span>${post.commentsQuantity || ''}</span></a>
    </footer>
  </article>`;
}

const isLong = (text) => text.length > LONG || text.split('\n', MANY_LINES + 1).length > MANY_LINES;
