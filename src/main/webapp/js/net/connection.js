import { Backoff } from './backoff.js';
import { decode, encode } from './frames.js';
import { RequestError, Requests } from './requests.js';

const SUSPICIOUS_AFTER = 70_000;
const PROBE_TIMEOUT = 5_000;
const OPEN_TIMEOUT = 10_000;

/**
 * The one WebSocket, kept alive for as long as `start` … `stop`.
 *
 * `state` is `connecting` | `online` | `offline`; it becomes `online` only after `greet` (the sync) is
 * through, so "Connected" means "up to date". While offline `retryAt` tells when the next try is due.
 *
 * Events: `state`; `push` (detail `{type, data}`); `refused` (detail `{code}`: 4401, or 0 when a handshake
 * failed without a code, in which case the owner should look whether the session is still there).
 */
export class Connection extends EventTarget {
  state = 'offline';
  /** Offline since the last time online: a try that is under way changes nothing for the reader. */
  cutOff = false;
  retryAt = 0;
  #url;
  #greet;
  #probe;
  #socket = null;
  #requests = new Requests();
  #backoff = new Backoff();
  #running = false;
  #heardAt = 0;
  #outgoing = '';
  #retryTimer;
  #watchTimer;

  /**
   * @param {{url: string, greet: () => Promise<void>, probe: () => [string, object]}} options
   *   `greet` runs on each new socket before it counts as online; `probe` gives a cheap request
   */
  constructor({ url, greet, probe }) {
    super();
    this.#url = url;
    this.#greet = greet;
    this.#probe = probe;
  }

  start() {
    if (this.#running) return;
    this.#running = true;
    this.cutOff = false;
    this.#watchTimer = setInterval(() => this.#watch(), 5_000);
    this.#open();
  }

  stop() {
    this.#running = false;
    clearInterval(this.#watchTimer);
    clearTimeout(this.#retryTimer);
    this.#drop(1000);
    this.#backoff.reset();
    this.#enter('offline');
  }

  /** Tries again without waiting for the back-off. */
  retryNow() {
    if (!this.#running || this.#socket) return;
    clearTimeout(this.#retryTimer);
    this.#open();
  }

  /** The system says the network is gone: don't wait for the socket to find out. */
  lost() {
    if (this.#socket) this.#closed(this.#socket, 0, '');
  }

  /** Asks for a sign of life when the wire has been silent for `quiet` milliseconds. */
  async check(quiet = SUSPICIOUS_AFTER) {
    if (this.state !== 'online' || Date.now() - this.#heardAt < quiet) return;
    const socket = this.#socket;
    this.#heardAt = Date.now(); // one probe at a time
    await this.request(...this.#probe(), PROBE_TIMEOUT).catch((error) => {
      if (error.code === 'timeout' && socket === this.#socket) this.#closed(socket, 0, '');
    });
  }

  /**
   * @param {string} type
   * @param {object} [payload]
   * @param {number} [timeout] milliseconds
   * @returns {Promise<any>} the reply's data; rejects with a RequestError
   */
  request(type, payload = {}, timeout = 15_000) {
    if (this.#socket?.readyState !== WebSocket.OPEN) {
      return Promise.reject(new RequestError('closed', 'You are offline, and this needs the connection'));
    }
    const { id, reply } = this.#requests.open(timeout);
    this.#send({ type, id, payload });
    return reply;
  }

  // What is said within one turn of the event loop goes out as one frame.
  #send(message) {
    if (!this.#outgoing) queueMicrotask(() => this.#flush());
    this.#outgoing += encode(message);
    if (this.#outgoing.length > 16_000) this.#flush();
  }

  #flush() {
    const frame = this.#outgoing;
    this.#outgoing = '';
    if (frame && this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame);
  }

  #open() {
    this.#enter('connecting');
    const socket = new WebSocket(this.#url, 'parley.v1');
    this.#socket = socket;
    let opened = false;
    const openTimer = setTimeout(() => !opened && this.#closed(socket, 0, ''), OPEN_TIMEOUT);
    socket.onopen = async () => {
      opened = true;
      clearTimeout(openTimer);
      this.#heardAt = Date.now();
      try {
        await this.#greet();
        if (socket !== this.#socket) return;
        this.#backoff.reset();
        this.#enter('online');
      } catch {
        this.#closed(socket, 0, '');
      }
    };
    socket.onmessage = ({ data }) => socket === this.#socket && this.#hear(data);
    socket.onclose = ({ code, reason }) => {
      clearTimeout(openTimer);
      if (!opened && socket === this.#socket) this.#refused(0);
      this.#closed(socket, code, reason);
    };
  }

  #hear(frame) {
    this.#heardAt = Date.now();
    for (const message of decode(frame)) {
      if (this.#requests.settle(message) || message.payload?.result !== 'success') continue;
      const push = { type: message.type, data: message.payload.data };
      this.dispatchEvent(new CustomEvent('push', { detail: push }));
    }
  }

  #closed(socket, code, reason) {
    if (socket !== this.#socket) return; // an old one's late news
    this.#drop(1000);
    if (!this.#running) return;
    if (code === 4401) {
      this.#refused(4401);
      return;
    }
    this.#retryIn(waitFor(code, reason) ?? this.#backoff.next());
  }

  #drop(code) {
    const socket = this.#socket;
    this.#socket = null;
    this.#outgoing = '';
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close(code);
    }
    this.#requests.failAll();
  }

  #retryIn(wait) {
    clearTimeout(this.#retryTimer);
    this.retryAt = Date.now() + wait;
    this.#retryTimer = setTimeout(() => this.#open(), wait);
    this.#enter('offline');
  }

  #refused(code) {
    this.dispatchEvent(new CustomEvent('refused', { detail: { code } }));
  }

  #watch() {
    this.check();
  }

  #enter(state) {
    this.state = state;
    if (state !== 'connecting') this.cutOff = state === 'offline';
    this.dispatchEvent(new Event('state'));
  }
}

// How long the server asks to stay away, in milliseconds; undefined where it says nothing.
function waitFor(code, reason) {
  if (code === 4408) return 0; // we were too slow: what we missed waits for us
  if (code === 4429) return 10_000 + Math.random() * 10_000;
  if (code !== 4503) return undefined;
  try {
    const { reconnectInMs } = JSON.parse(reason);
    return Number.isFinite(reconnectInMs) ? Math.max(0, reconnectInMs) : undefined;
  } catch {
    return undefined;
  }
}
