import { html } from 'lit';
import { upload } from '../net/upload.js';
import { avatar } from './avatar.js';
import { icons } from './icons.js';
import { View } from './view.js';

const TYPES = 'image/png,image/jpeg,image/gif,image/webp';

/**
 * The picture of a person or a conversation, to be changed. `save` gets the id of an upload, or an empty text
 * to take the picture away, and tells the server.
 */
class Picture extends View {
  static properties = {
    of: { attribute: false },
    save: { attribute: false },
    busy: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.busy = false;
    this.problem = '';
  }

  watches() {
    return false;
  }

  render() {
    const { of, busy } = this;
    return html`<div class="portrait" aria-busy=${busy}>
        ${avatar({ ...of, large: true })}
        <label class="round small change" title="Choose a picture">
          ${busy ? html`<span class="spinner" role="status" aria-label="Uploading"></span>` : icons.camera}
          <span class="sr">Choose a picture</span>
          <input class="sr" type="file" accept=${TYPES} ?disabled=${busy} data-testid="picture-file" @change=${this.#choose} />
        </label>
      </div>
      ${of.picture ? html`<button type="button" class="link" ?disabled=${busy} data-testid="picture-remove" @click=${() => this.#change('')}>Remove picture</button>` : ''}
      ${this.problem ? html`<p class="note error" role="alert" data-testid="picture-error">${this.problem}</p>` : ''}`;
  }

  async #choose({ target }) {
    const [file] = target.files;
    target.value = '';
    if (!file) return;
    await this.#change(async () => {
      const kept = await upload(file, file.name, { progress: () => {}, signal: new AbortController().signal });
      return kept.id;
    });
  }

  async #change(picture) {
    this.busy = true;
    this.problem = '';
    try {
      await this.save(typeof picture === 'function' ? await picture() : picture);
    } catch (error) {
      this.problem = error.message;
    }
    this.busy = false;
  }
}

customElements.define('parley-picture', Picture);
