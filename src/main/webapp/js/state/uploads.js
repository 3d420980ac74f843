import { upload } from '../net/upload.js';

const MOST = 10;
const AT_ONCE = 2;
const AGAIN_AFTER = 2_000;

/**
 * @typedef {object} Upload a file on its way to the server
 * @property {number} id
 * @property {string} name
 * @property {number} size
 * @property {string} preview address of a picture to show meanwhile; empty for other files
 * @property {number} part how much of it is there, from 0 to 1
 * @property {'sending'|'done'|'failed'} state
 * @property {string} problem why it failed, for people
 * @property {object|null} attachment what the server made of it
 */

/** The files of messages that are not sent yet, by conversation (the keys of drafts). Tells by `uploads`. */
export class Uploads {
  /** @type {Map<string, Upload[]>} */
  #lists = new Map();
  #controllers = new Map();
  #count = 0;
  #store;
  /** @type {{entry: Upload, file: File}[]} */
  #waiting = [];
  #running = 0;

  /** @param {import('./store.js').Store} store */
  constructor(store) {
    this.#store = store;
  }

  /** @param {string} draft @returns {Upload[]} */
  of(draft) {
    return this.#lists.get(draft) ?? [];
  }

  /**
   * @param {string} draft
   * @param {Iterable<File>} files
   * @returns {number} how many were too many
   */
  add(draft, files) {
    const all = [...files];
    const taken = all.slice(0, Math.max(0, MOST - this.of(draft).length));
    for (const file of taken) this.#send(draft, file);
    return all.length - taken.length;
  }

  #send(draft, file) {
    const entry = {
      id: ++this.#count,
      name: file.name || 'picture.png',
      size: file.size,
      preview: /^image\/(png|jpeg|gif|webp)$/.test(file.type) ? URL.createObjectURL(file) : '',
      part: 0,
      state: 'sending',
      problem: '',
      attachment: null,
    };
    this.#lists.set(draft, [...this.of(draft), entry]);
    const most = this.#store.limits.attachmentBytes;
    if (most && file.size > most) {
      this.#change(entry, { state: 'failed', problem: `Too large: at most ${Math.floor(most / 1_048_576)} MB` });
      return;
    }
    this.#waiting.push({ entry, file });
    this.#store.changed('uploads');
    this.#pump();
  }

  async #pump() {
    if (this.#running >= AT_ONCE || this.#waiting.length === 0) return;
    const { entry, file } = this.#waiting.shift();
    const controller = new AbortController();
    this.#controllers.set(entry.id, controller);
    this.#running++;
    try {
      const progress = (part) => this.#change(entry, { part });
      const attachment = await upload(file, entry.name, { progress, signal: controller.signal });
      this.#change(entry, { attachment, state: 'done', part: 1 });
    } catch ({ code, message }) {
      if (code === 'rateLimited') await this.#wait(entry, file);
      else if (code !== 'aborted') this.#change(entry, { state: 'failed', problem: message });
    }
    this.#controllers.delete(entry.id);
    this.#running--;
    this.#pump();
  }

  // Too many of this person's are on their way, from other pages.
  async #wait(entry, file) {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    if (!this.#controllers.get(entry.id)?.signal.aborted) this.#waiting.unshift({ entry, file });
  }

  #change(entry, change) {
    Object.assign(entry, change);
    this.#store.changed('uploads');
  }

  /** Takes a file back, also while it is being sent. @param {string} draft @param {number} id */
  remove(draft, id) {
    this.#controllers.get(id)?.abort();
    this.#waiting = this.#waiting.filter(({ entry }) => entry.id !== id);
    this.#forget(this.of(draft).filter((each) => each.id === id));
    this.#lists.set(draft, this.of(draft).filter((each) => each.id !== id));
    this.#store.changed('uploads');
  }

  /**
   * What goes with a message that is sent now; only what could not be uploaded stays, to be seen.
   *
   * @param {string} draft
   * @returns {object[]} attachments
   */
  take(draft) {
    const ready = this.of(draft).filter(({ state }) => state === 'done');
    this.#forget(ready);
    this.#lists.set(draft, this.of(draft).filter((each) => !ready.includes(each)));
    this.#store.changed('uploads');
    return ready.map(({ attachment }) => attachment);
  }

  /** The page of a person has become the conversation with them. @param {string} from @param {string} to */
  move(from, to) {
    if (!this.#lists.has(from)) return;
    this.#lists.set(to, [...this.of(to), ...this.of(from)]);
    this.#lists.delete(from);
  }

  clear() {
    for (const draft of [...this.#lists.keys()]) for (const { id } of this.of(draft)) this.remove(draft, id);
    this.#lists.clear();
  }

  #forget(entries) {
    for (const { preview } of entries) if (preview) URL.revokeObjectURL(preview);
  }
}
