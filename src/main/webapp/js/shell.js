/**
 * The service worker that keeps the program for offline use, and what happens when there is a newer build.
 *
 * A page is of one build as a whole. A newer one waits until nobody loses anything: it takes over at once on a
 * page that nobody has touched yet or that nobody looks at, otherwise when the reader agrees. Everything
 * unsent is kept, so the page may start anew.
 *
 * Event: `change` when `outdated` has become true.
 */
export class Shell extends EventTarget {
  /** A newer build is ready. */
  outdated = false;
  #registration;
  #touched = false;

  /** Once the page is there: fetching all files must not delay it. */
  async start() {
    const { serviceWorker } = navigator; // missing without TLS, except on this very machine
    if (!serviceWorker) return;
    const touched = () => (this.#touched = true);
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, touched, { once: true, capture: true });
    // the first worker ever takes over a page that is of its own build
    let hadOne = Boolean(serviceWorker.controller);
    serviceWorker.addEventListener('controllerchange', () => {
      if (hadOne) this.#replaced();
      hadOne = true;
    });
    try {
      this.#registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    } catch {
      return; // forbidden by the browser's settings, or offline: what is registered already goes on working
    }
    this.#registration.addEventListener('updatefound', () => this.#coming(this.#registration.installing));
    if (this.#registration.waiting) this.#ready();
    document.addEventListener('visibilitychange', () => this.outdated && document.hidden && this.takeOver());
  }

  /** Looks for a newer build: the server may have been replaced. */
  look() {
    this.#registration?.update().catch(() => {});
  }

  /** Goes over to the newer build. */
  takeOver() {
    this.#registration?.waiting?.postMessage('take over');
  }

  #coming(worker) {
    worker?.addEventListener('statechange', () => worker.state === 'installed' && navigator.serviceWorker.controller && this.#ready());
  }

  #ready() {
    this.outdated = true;
    this.dispatchEvent(new Event('change'));
    if (!this.#touched || document.hidden) this.takeOver();
  }

  // Another page may have agreed: this one starts anew only when that disturbs nobody.
  #replaced() {
    if (this.outdated || document.hidden || !this.#touched) location.reload();
  }
}
