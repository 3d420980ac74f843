import { LongPress } from './longPress.js';
import { hasKeyboard } from './screen.js';

const OWN_USE = 'a, button, input, textarea, summary, pre';

/**
 * What leads to the menu of a message: a tap or a long press where there are fingers, the other mouse button
 * at a desk; arrows go from one message's button to the next. Listens as one object for all its events.
 */
export class MessageGestures extends LongPress {
  /**
   * @param {import('./messageActions.js').MessageActions} actions
   * @param {(seq: number) => object|undefined} messageAt
   */
  constructor(actions, messageAt) {
    super((at, { target }) => {
      const row = target.closest('[data-testid="message"]');
      const message = row && messageAt(Number(row.dataset.seq));
      if (!message || message.deleted) return false;
      actions.menu(message, at);
      return true;
    });
  }

  click(event) {
    if (this.opened) return super.click(event);
    if (hasKeyboard() || event.target.closest(OWN_USE) || !event.target.closest('.bubble')) return;
    if (getSelection().isCollapsed) this.show(event);
  }

  contextmenu(event) {
    const own = hasKeyboard() && event.target.closest('.bubble') && !event.target.closest('a, img, pre') && getSelection().isCollapsed;
    if (own || this.opened) super.contextmenu(event);
  }

  keydown(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches('[data-testid="message-actions"]')) return;
    const all = [...event.currentTarget.querySelectorAll('[data-testid="message-actions"]')];
    const next = all[all.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}
