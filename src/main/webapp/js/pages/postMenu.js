import { copy } from '../views/clipboard.js';
import { ask } from '../views/dialog.js';
import { icons } from '../views/icons.js';
import { openMenu } from '../views/menu.js';
import { toast } from '../views/toast.js';

/** @param {object} post @param {import('../state/store.js').Store} store @returns {boolean} whether one keeps order there */
export const moderates = (post, store) => (store.me.role ?? 'user') !== 'user' || store.chats.get(post.groupID)?.role === 'admin';

/**
 * What one may do with a post.
 *
 * @param {{client: import('../client.js').Client, post: object, at: DOMRect, edit: () => void, gone: () => void}} what
 *   `gone` is called when it was deleted
 */
export function openPostMenu({ client, post, at, edit, gone }) {
  openMenu({
    label: post.theme,
    at,
    testId: 'post-actions',
    items: [
      { icon: icons.link, label: 'Copy the link', testId: 'post-link', run: () => copy(`${location.origin}/post/${post.id}`, 'Link copied') },
      post.mine && { icon: icons.pen, label: 'Edit', testId: 'post-edit', run: edit },
      (post.mine || moderates(post, client.store)) && { icon: icons.bin, label: 'Delete', testId: 'post-delete', danger: true, run: () => remove(client, post, gone) },
    ].filter(Boolean),
  });
}

async function remove(client, post, gone) {
  const text = post.mine ? 'It goes with its comments. There is no way back.' : 'It is not yours. It goes with its comments, for everybody.';
  if (!(await ask({ title: 'Delete this post?', text, action: 'Delete' }))) return;
  try {
    await client.request('deletePost', post.id);
    gone();
    toast('The post is deleted');
  } catch (error) {
    toast(error.message);
  }
}
