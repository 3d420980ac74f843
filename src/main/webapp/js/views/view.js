import { LitElement } from 'lit';

/**
 * A part of the page. Renders into the light DOM, so that the style sheets of the page, the only ones the
 * Content-Security-Policy lets in, reach it.
 *
 * Reactive properties get their first value in the constructor: a class field would hide Lit's accessor.
 *
 * It renders again when the store tells of a topic that `watches` accepts.
 */
export class View extends LitElement {
  static properties = {
    client: { attribute: false },
    router: { attribute: false },
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#store = this.client?.store;
    this.#store?.addEventListener('change', this.#changed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#store?.removeEventListener('change', this.#changed);
  }

  get store() {
    return this.client.store;
  }

  /** @param {Set<string>} topics @returns {boolean} whether to render again */
  watches(topics) {
    return topics.size > 0;
  }

  #store;
  #changed = ({ detail }) => this.watches(detail) && this.requestUpdate();
}
