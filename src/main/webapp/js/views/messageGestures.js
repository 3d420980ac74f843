import { hasKeyboard } from './screen.js';

const LONG = 450;
const STILL = 10;
const OWN_USE = 'a, button, input, textarea, summary, pre';

/**
 * What leads to the menu of a message: a tap or a long press where there are fingers, the other mouse button
 * at a desk; arrows go from one message's button to the next. Listens as one object for all its events.
 */
export class MessageGestures {
  #actions;
  #messageAt;
  #press = null;
  #timer;
  #opened = false;

  /**
   * @param {import('./messageActions.js').MessageActions} actions
   * @param {(seq: number) => object|undefined} messageAt
   */
  constructor(actions, messageAt) {
    this.#actions = actions;
    this.#messageAt = messageAt;
  }

  handleEvent(event) {
    this[event.type]?.(event);
  }

  pointerdown(event) {
    this.#opened = false;
    this.pointercancel();
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    this.#press = { x: event.clientX, y: event.clientY };
    this.#timer = setTimeout(() => this.#open(event), LONG);
  }

  pointermove({ clientX, clientY }) {
    if (this.#press && Math.hypot(clientX - this.#press.x, clientY - this.#press.y) > STILL) this.pointercancel();
  }

  pointerup() {
    this.pointercancel();
  }

  pointercancel() {
    clearTimeout(this.#timer);
    this.#press = null;
  }

  click(event) {
    if (this.#opened) {
      event.preventDefault(); // the finger goes up after a long press
      this.#opened = false;
      return;
    }
    if (hasKeyboard() || event.target.closest(OWN_USE) || !event.target.closest('.bubble')) return;
    if (getSelection().isCollapsed) this.#open(event);
  }

  contextmenu(event) {
    if (this.#opened) return event.preventDefault();
    if (!hasKeyboard() || event.target.closest('a, img, pre') || !event.target.closest('.bubble') || !getSelection().isCollapsed) return;
    if (this.#open(event)) event.preventDefault();
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

  #open({ target, clientX, clientY }) {
    const row = target.closest('[data-testid="message"]');
    const message = row && this.#messageAt(Number(row.dataset.seq));
    if (!message || message.deleted) return false;
    this.#opened = true;
    this.#actions.menu(message, new DOMRect(clientX, clientY, 0, 0));
    return true;
  }
}
