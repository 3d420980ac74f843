/**
 * The pages of one person that are open in this browser tell each other what they do to what they share.
 *
 * Event: `told` with detail `{about, …}`. What another account's page says is not heard.
 */
export class Tabs extends EventTarget {
  #channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('parley') : null;
  #owner;

  /** @param {() => string|undefined} owner whose page this is */
  constructor(owner) {
    super();
    this.#owner = owner;
    this.#channel?.addEventListener('message', ({ data }) => {
      if (data.owner !== undefined && data.owner === this.#owner()) {
        this.dispatchEvent(new CustomEvent('told', { detail: data }));
      }
    });
  }

  /** @param {object} what @param {string} what.about */
  tell(what) {
    this.#channel?.postMessage({ ...what, owner: this.#owner() });
  }

  /**
   * Does something that one page shall do at a time. Where a browser has no locks (without TLS), several may:
   * this must be a matter of economy only.
   *
   * @param {string} name @param {() => Promise<void>} work
   */
  async alone(name, work) {
    await (navigator.locks ? navigator.locks.request(`parley.${name}`, work) : work());
  }
}
