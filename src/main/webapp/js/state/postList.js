const PORTION = 10;

const older = (post, than) => Number(post.id) < Number(than.id);

/**
 * Posts of one kind, the newest first, as far as they were asked for. New ones wait in `fresh` until somebody
 * wants to see them: nothing moves under the reader's eyes. Tells of changes by `change`.
 */
export class PostList extends EventTarget {
  /** @type {object[]|null} null until the first answer */
  items = null;
  /** There are no older ones. */
  complete = false;
  /** How many are new since. */
  fresh = 0;
  /** Why the last answer was none; '' for none. */
  problem = '';
  #request;
  #source;
  #newest = [];
  #asking = null;
  #looking = null;

  /**
   * @param {(type: string, payload: object) => Promise<any>} request
   * @param {{type: string, payload?: object}} source a type that answers a portion from an `offset` on
   * @param {{items: object[], complete: boolean}} [kept] of an earlier list of the same source
   */
  constructor(request, source, kept) {
    super();
    this.#request = request;
    this.#source = source;
    if (kept) Object.assign(this, kept);
  }

  /** Asks for the newest: those that are known are brought up to date, others wait to be shown. */
  look() {
    return (this.#looking ??= this.#once(async () => {
      await undefined; // several who ask at once are answered by one
      this.#looking = null;
      const newest = await this.#portion(0);
      this.#newest = newest;
      if (!this.items?.length) return this.#take(newest, newest.length < PORTION);
      const known = new Map(this.items.map((post) => [post.id, post]));
      const last = newest.at(-1);
      const now = new Map(newest.map((post) => [post.id, post]));
      // what is not there any more was deleted, or is not for this reader now
      this.items = this.items.filter((post) => now.has(post.id) || (last && newest.length === PORTION && older(post, last))).map((post) => now.get(post.id) ?? post);
      this.fresh = newest.filter(({ id }) => !known.has(id)).length;
      if (this.fresh && newest.every((post) => post.mine || known.has(post.id))) this.show();
    }));
  }

  /** Puts the new ones on top. */
  show() {
    const all = this.items ?? [];
    const last = this.#newest.at(-1);
    const rest = last ? all.filter((post) => older(post, last)) : [];
    const gap = this.#newest.length === PORTION && this.fresh === PORTION; // perhaps there are more in between
    this.#take([...this.#newest, ...(gap ? [] : rest)], gap ? false : this.complete);
  }

  /** Asks for the next portion of older ones. */
  more() {
    if (this.complete || !this.items?.length || this.#asking) return this.#asking ?? undefined;
    return this.#once(async () => {
      const last = this.items.at(-1);
      // With the last one again: if it is not there, posts above were deleted, and the rest has moved up.
      let offset = this.items.length + this.fresh - 1;
      let portion = await this.#portion(offset);
      while (offset > 0 && !(portion[0] && !older(portion[0], last))) {
        offset = Math.max(0, offset - PORTION + 1);
        portion = await this.#portion(offset);
      }
      this.items = [...this.items, ...portion.filter((post) => older(post, last))];
      this.complete = portion.length < PORTION;
    });
  }

  /** @param {string} id @param {(post: object) => object|null} change null takes it away */
  change(id, change) {
    if (!this.items) return;
    this.items = this.items.map((post) => (post.id === id ? change(post) : post)).filter(Boolean);
    this.#changed();
  }

  #take(items, complete) {
    this.items = items;
    this.complete = complete;
    this.fresh = 0;
    this.#changed();
  }

  // One request at a time: each is made from what the one before has left.
  async #once(work) {
    while (this.#asking) await this.#asking;
    this.#asking = work().then(
      () => (this.problem = ''),
      (error) => (this.problem = error.code === 'closed' || error.code === 'timeout' ? '' : error.message),
    );
    await this.#asking;
    this.#asking = null;
    this.#changed();
  }

  #portion(offset) {
    return this.#request(this.#source.type, { ...this.#source.payload, offset });
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
