const AT_BOTTOM = 40;

/**
 * Keeps the place of the reader while the rows of a scrolled element change: at the bottom it stays at the
 * bottom, elsewhere what is looked at stays where it is, whatever is put in above.
 */
export class Scroller {
  pinned = true;
  /** What follows the last row is not loaded: its bottom is none to stay at. */
  openEnded = false;
  #element;
  #rows;
  #anchor = null;
  #top = 0;
  #resizes;

  /**
   * @param {HTMLElement} element what scrolls
   * @param {HTMLElement} rows the list of rows inside of it
   */
  constructor(element, rows) {
    this.#element = element;
    this.#rows = rows;
    // the on-screen keyboard or a growing composer must not hide the newest message
    this.#resizes = new ResizeObserver(() => this.pinned && this.toBottom());
    this.#resizes.observe(element);
    this.#resizes.observe(rows);
  }

  disconnect() {
    this.#resizes.disconnect();
  }

  /** The place changed. Only a reader who moves up leaves the bottom; a change of size does not. */
  moved() {
    const { scrollHeight, scrollTop, clientHeight } = this.#element;
    if (this.openEnded) this.pinned = false;
    else if (scrollHeight - scrollTop - clientHeight < AT_BOTTOM) this.pinned = true;
    else if (scrollTop < this.#top) this.pinned = false;
    this.#top = scrollTop;
  }

  /** Before the rows change: remember what is looked at. */
  before() {
    const top = this.#element.scrollTop;
    const row = this.#first((each) => each.offsetTop + each.offsetHeight > top && each.dataset.seq);
    this.#anchor = row && { row, offset: row.offsetTop - top };
  }

  /** After the rows have changed: back to it. */
  after() {
    if (this.pinned && !this.openEnded) this.toBottom();
    else if (this.#anchor?.row.isConnected) this.#place(this.#anchor.row.offsetTop - this.#anchor.offset);
  }

  toBottom(smooth = false) {
    this.pinned = true;
    this.#element.scrollTo({ top: this.#element.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
  }

  /** Shows a row at a third of the height. @param {HTMLElement} row */
  toRow(row) {
    this.pinned = false;
    this.#place(row.offsetTop - this.#element.clientHeight / 3);
    this.moved();
  }

  /** @returns {number} pixels between the top and what is looked at */
  get above() {
    return this.#element.scrollTop;
  }

  /** @returns {number} pixels between what is looked at and the bottom */
  get below() {
    const { scrollHeight, scrollTop, clientHeight } = this.#element;
    return scrollHeight - scrollTop - clientHeight;
  }

  /** @returns {boolean} whether everything fits without scrolling */
  get fits() {
    return this.#element.scrollHeight <= this.#element.clientHeight;
  }

  /** @returns {number} the seq of the lowest message in view, 0 if there is none */
  get lowestSeen() {
    const bottom = this.#element.scrollTop + this.#element.clientHeight;
    const rows = this.#rows.children;
    for (let i = rows.length - 1; i >= 0; i--) {
      if (rows[i].dataset.seq && rows[i].offsetTop + 12 < bottom) return Number(rows[i].dataset.seq);
    }
    return 0;
  }

  #place(top) {
    this.#element.scrollTop = top;
    this.#top = this.#element.scrollTop;
  }

  // Rows lie from top to bottom, so the first that reaches into view is found by halving.
  #first(fits) {
    const rows = [...this.#rows.children].filter((row) => row.dataset.seq);
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fits(rows[middle])) high = middle;
      else low = middle + 1;
    }
    return rows[low];
  }
}
