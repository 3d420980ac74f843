const LONG = 450;
const STILL = 10;

/**
 * Leads a long press or the other mouse button on an element to a menu. Listens as one object for all its
 * events: `@pointerdown=${press} @pointermove=${press} …`.
 */
export class LongPress {
  #open;
  #press = null;
  #timer;
  #opened = false;

  /** @param {(at: DOMRect) => void} open the place is a point */
  constructor(open) {
    this.#open = open;
  }

  handleEvent(event) {
    this[event.type]?.(event);
  }

  pointerdown(event) {
    this.#opened = false;
    this.pointercancel();
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    this.#press = { x: event.clientX, y: event.clientY };
    this.#timer = setTimeout(() => this.#show(event), LONG);
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

  // The finger goes up after a long press: that must not follow the link.
  click(event) {
    if (this.#opened) event.preventDefault();
    this.#opened = false;
  }

  contextmenu(event) {
    event.preventDefault();
    if (!this.#opened) this.#show(event);
  }

  #show({ clientX, clientY }) {
    this.pointercancel();
    this.#opened = true;
    this.#open(new DOMRect(clientX, clientY, 0, 0));
  }
}
