import { html } from 'lit';
import { View } from '../views/view.js';

const MARGIN = '600px';

/**
 * Stands behind a list of which there is more, and tells by `near` that the reader comes close to its end.
 * As long as it is in sight it tells again with each rendering: a portion may not fill the screen.
 */
class NearEnd extends View {
  static properties = {
    /** How much there is before it. */
    after: { type: Number },
  };

  #watch = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.#tell(), { rootMargin: MARGIN });

  watches() {
    return false;
  }

  updated() {
    this.#watch.unobserve(this);
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  render() {
    return html`<button class="link more" @click=${() => this.#tell()}>Older</button>`;
  }

  #tell() {
    this.dispatchEvent(new Event('near'));
  }
}

customElements.define('parley-near-end', NearEnd);
