import { upload } from '../net/upload.js';

const MOST = 10;

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
    const controller = new AbortController();
    this.#controllers.set(entry.id, controller);
    upload(file, entry.name, { progress: (part) => this.#change(entry, { part }), signal: controller.signal })
      .then((attachment) => this.#change(entry, { attachment, state: 'done', part: 1 }))
      .catch(({ code, message }) => code !== 'aborted' && this.#change(entry, { state: 'failed', problem: message }))
      .finally(() => this.#controllers.delete(entry.id));
    this.#store.changed('uploads');
  }

  #change(entry, change) {
    Object.assign(entry, change);
    this.#store.changed('uploads');
  }

  /** Takes a file back, also while it is being sent. @param {string} draft @param {number} id */
  remove(draft, id) {
    this.#controllers.get(id)?.abort();
    this.#forget(this.of(draft).filter((each) => each.id === id));
    this.#lists.set(draft, this.of(draft).filter((each) => each.id !== id));
    this.#store.changed('uploads');
  }

  /**
   * What goes with a message that is sent now; the list is empty afterwards.
   *
   * @param {string} draft
   * @returns {object[]} attachments
   */
  take(draft) {
    const all = this.of(draft);
    this.#forget(all);
    this.#lists.delete(draft);
    this.#store.changed('uploads');
    return all.map(({ attachment }) => attachment).filter(Boolean);
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
