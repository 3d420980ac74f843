const LONG = 450;
const STILL = 10;

/**
 * Leads a long press or the other mouse button to what it opens. Listens as one object for all its events:
 * `@pointerdown=${press} @pointermove=${press} …`.
 */
export class LongPress {
  #open;
  #press = null;
  #timer;
  #opened = false;

  /** @param {(at: DOMRect, event: Event) => boolean|void} open the place is a point; false: nothing was opened */
  constructor(open) {
    this.#open = open;
  }

  /** Whether what was pressed last has opened something. */
  get opened() {
    return this.#opened;
  }

  handleEvent(event) {
    this[event.type]?.(event);
  }

  pointerdown(event) {
    this.#opened = false;
    this.pointercancel();
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    this.#press = { x: event.clientX, y: event.clientY };
    this.#timer = setTimeout(() => this.show(event), LONG);
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

  // The finger goes up after a long press: that must not follow a link.
  click(event) {
    if (this.#opened) event.preventDefault();
    this.#opened = false;
  }

  contextmenu(event) {
    if (this.#opened || this.show(event)) event.preventDefault();
  }

  /** @param {MouseEvent} event @returns {boolean} whether something was opened */
  show(event) {
    this.pointercancel();
    this.#opened = this.#open(new DOMRect(event.clientX, event.clientY, 0, 0), event) !== false;
    return this.#opened;
  }
}
