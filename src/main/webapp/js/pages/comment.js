import { html } from 'lit';
import { formatted } from '../views/markdown.js';
import { icons } from '../views/icons.js';
import { openMenu } from '../views/menu.js';
import { byline, pictureOf, voteButtons, whoIs } from './postParts.js';
import './commentForm.js';

/**
 * A comment below a post.
 *
 * @param {object} comment
 * @param {{client: import('../client.js').Client, editing: string|null, mayDelete: (comment: object) => boolean,
 *   vote: (comment: object, liked: boolean) => void, edit: (id: string|null) => void,
 *   remove: (comment: object) => void, written: (event: CustomEvent) => void}} context `editing` the id of the
 *   comment that is being changed
 */
export function commentItem(comment, context) {
  const { client } = context;
  const { content } = comment;
  if (context.editing === comment.id) {
    return html`<li class="comment" data-testid="comment" data-comment-id=${comment.id}>
      <parley-comment-form .client=${client} .postID=${comment.postID} .comment=${comment} @written=${context.written} @left=${() => context.edit(null)}></parley-comment-form>
    </li>`;
  }
  return html`<li class="comment" data-testid="comment" data-comment-id=${comment.id}>
    <div class="post-head">
      ${byline(comment, client.store)}
      ${context.mayDelete(comment)
        ? html`<button class="round small" aria-label="What to do with this comment" aria-haspopup="menu" data-testid="comment-menu" @click=${(e) => open(comment, context, e.currentTarget.getBoundingClientRect())}>${icons.more}</button>`
        : ''}
    </div>
    <div class="comment-body">
      <div class="content post-text" data-testid="comment-text" dir="auto">${formatted(content.text, whoIs(client.store))}</div>
      ${content.image ? pictureOf(content.image, 'Picture of a comment') : ''}
      <div class="post-actions">${voteButtons(content, (liked) => context.vote(comment, liked))}</div>
    </div>
  </li>`;
}

function open(comment, context, at) {
  openMenu({
    label: 'Comment',
    at,
    testId: 'comment-actions',
    items: [
      comment.mine && { icon: icons.pen, label: 'Edit', testId: 'comment-edit', run: () => context.edit(comment.id) },
      { icon: icons.bin, label: 'Delete', testId: 'comment-delete', danger: true, run: () => context.remove(comment) },
    ].filter(Boolean),
  });
}
