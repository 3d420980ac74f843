import { html } from 'lit';
import { upload } from '../net/upload.js';
import { icons } from '../views/icons.js';
import { View } from '../views/view.js';

const TYPES = 'image/png,image/jpeg,image/gif,image/webp';
const NONE = 'This is not a picture. Choose a PNG, JPEG, GIF or WebP.';

/**
 * A picture that goes with what one writes. `picture` is `{id, address}` or null; another choice is told by a
 * `chosen` event with the same. A picture that stood there before has no `id`.
 */
class PictureChoice extends View {
  static properties = {
    picture: { attribute: false },
    small: { type: Boolean },
    part: { state: true },
    problem: { state: true },
  };

  #sending = null;

  constructor() {
    super();
    this.picture = null;
    this.small = false;
    /** How much of it is there, from 0 to 1; null when none is on its way. */
    this.part = null;
    this.problem = '';
  }

  /** Whether a picture is on its way. */
  get busy() {
    return this.part !== null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sending?.abort();
  }

  watches() {
    return false;
  }

  render() {
    const { picture, part } = this;
    const label = picture ? 'Choose another picture' : 'Add a picture';
    return html`${picture
        ? html`<div class="chosen-picture">
            <img src=${picture.address} alt="The picture you chose" data-testid="chosen-picture" @error=${this.#gone} />
            <button type="button" class="round small" aria-label="Remove the picture" title="Remove the picture" data-testid="remove-picture" @click=${() => this.#choose(null)}>${icons.close}</button>
          </div>`
        : ''}
      ${part === null
        ? html`<label class=${this.small ? 'round' : 'button add-picture'} title=${label}>
            ${icons.camera}<span class=${this.small ? 'sr' : ''}>${label}</span>
            <input class="sr" type="file" accept=${TYPES} data-testid="picture-input" @change=${this.#file} />
          </label>`
        : html`<span class="sending-picture" role="status"><progress max="1" .value=${part} aria-label="Uploading the picture"></progress> <button type="button" class="link" @click=${() => this.#sending.abort()}>Cancel</button></span>`}
      ${this.problem ? html`<p class="note error" role="alert" data-testid="picture-problem">${this.problem}</p>` : ''}`;
  }

  async #file({ target }) {
    const [file] = target.files;
    target.value = '';
    if (!file) return;
    this.#sending = new AbortController();
    this.part = 0;
    this.problem = this.#tooLarge(file);
    try {
      if (this.problem) return;
      const progress = (part) => (this.part = part);
      const { id, image, preview } = await upload(file, file.name || 'picture', { progress, signal: this.#sending.signal });
      if (image && preview) this.#choose({ id, address: preview });
      else this.problem = NONE;
    } catch ({ code, message }) {
      if (code !== 'aborted') this.problem = message;
    } finally {
      this.part = null;
    }
  }

  #tooLarge({ size }) {
    const most = this.store.limits.attachmentBytes;
    return most && size > most ? `Too large: at most ${Math.floor(most / 1_048_576)} MB` : '';
  }

  // What is not used for a long time is not kept by the server.
  #gone() {
    if (!this.picture?.id || !navigator.onLine) return;
    this.#choose(null);
    this.problem = 'The picture is not there any more. Choose it again.';
  }

  #choose(picture) {
    this.problem = '';
    this.dispatchEvent(new CustomEvent('chosen', { detail: picture }));
  }
}

customElements.define('parley-picture-choice', PictureChoice);
