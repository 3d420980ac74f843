import { isAttended } from './screen.js';
import { Scroller } from './scroller.js';

const NEAR = 500;
const PAGES_TO_UNREAD = 3;

/**
 * Where the reader of a conversation is: begins at the first unread message or at one that was asked for,
 * loads what comes near, marks as read what was in view.
 */
export class Place {
  /** The seq after which the divider stands; null for none. */
  unreadAfter = null;
  /** The seq of the message that was asked for and is still to be shown; null for none. */
  wanted = null;
  #client;
  #again;
  #scroller;
  /** Whether messages that come now get a new divider: the reader is not looking. */
  #looksAway = true;
  #placed = false;
  /** The first unread message is still being loaded: the place is not final. */
  #seeking = false;
  #pages = 0;
  /** The divider stands where this browser remembers it; the server has not said yet what was read elsewhere. */
  #remembered = false;
  #notBefore = 0;

  /**
   * @param {import('../client.js').Client} client
   * @param {() => void} again asks for another rendering
   */
  constructor(client, again) {
    this.#client = client;
    this.#again = again;
  }

  /** The page has its elements. @param {HTMLElement} log @param {HTMLElement} rows */
  begin(log, rows) {
    this.#scroller = new Scroller(log, rows);
  }

  end() {
    this.#scroller?.disconnect();
  }

  /** The reader has scrolled up, or is far back. */
  get away() {
    return this.#scroller ? !this.#scroller.pinned : false;
  }

  /** Another conversation. */
  reset() {
    this.unreadAfter = null;
    this.#remembered = false;
    this.wanted = null;
    this.#looksAway = true;
    this.#placed = false;
    this.#seeking = false;
    this.#pages = 0;
  }

  /** Who writes has read, and is at the end. @param {import('../state/chat.js').Chat|undefined} chat */
  written(chat) {
    this.unreadAfter = null;
    this.wanted = null;
    if (chat) chat.past = null;
    if (this.#scroller) this.#scroller.pinned = true;
    this.#again();
  }

  /** @param {import('../state/chat.js').Chat|undefined} chat */
  beforeRender(chat) {
    const { ready } = this.#client.store;
    if (ready && this.#remembered && chat) {
      this.#remembered = false;
      if (chat.readSeq > this.unreadAfter) this.unreadAfter = chat.unread > 0 ? chat.readSeq : null;
    }
    if (chat && chat.unread > 0 && this.#looksAway) {
      this.unreadAfter = chat.readSeq;
      this.#looksAway = false;
      this.#remembered = !ready;
    }
    if (this.#scroller) this.#scroller.openEnded = Boolean(chat?.past);
    this.#scroller?.before();
  }

  /** @param {import('../state/chat.js').Chat|undefined} chat @param {HTMLElement} element the rows' page */
  afterRender(chat, element) {
    const row = this.wanted !== null && element.querySelector(`[data-seq="${this.wanted}"]`);
    const begins = !this.#placed && this.wanted === null && chat && !chat.log.empty && !chat.stale;
    if (row) {
      this.#placed = true;
      this.#seeking = false;
      this.wanted = null;
      this.#scroller.toRow(row);
      this.#later(chat);
    } else if (begins || (this.#seeking && chat)) this.#place(chat, element);
    else this.#scroller.after();
    this.attend(chat);
    this.#load(chat);
  }

  // The reader begins at the first unread message, which may lie some pages above.
  #place(chat, element) {
    this.#placed = true;
    this.#scroller.toBottom();
    const divider = element.querySelector('[data-testid="unread-divider"]');
    if (divider && !this.#scroller.fits) this.#scroller.toRow(divider);
    this.#seeking = this.#client.connection.state === 'online' && (chat.loading || this.#unreadAbove(chat));
    this.#later(chat);
  }

  // a frame later everything has its size
  #later(chat) {
    requestAnimationFrame(() => this.moved(chat) && this.#again());
  }

  #unreadAbove({ log }) {
    return this.unreadAfter !== null && !log.complete && log.first > this.unreadAfter + 1 && this.#pages < PAGES_TO_UNREAD;
  }

  /** The page was scrolled. @returns {boolean} whether there is something else to show */
  moved(chat) {
    const before = this.away;
    this.#scroller.moved();
    this.attend(chat);
    this.#load(chat);
    return this.away !== before;
  }

  /** Somebody begins or ceases to look. @param {import('../state/chat.js').Chat|undefined} chat */
  attention(chat) {
    if (!isAttended()) this.#looksAway = true;
    this.attend(chat);
  }

  /** Read is what was in view while somebody was looking. Far back nothing is new. */
  attend(chat) {
    if (!this.#placed || this.#seeking || this.wanted !== null || !chat || chat.past || !isAttended()) return;
    const { pinned } = this.#scroller;
    // what is not loaded was not seen; who goes to the end has done with all of it
    if (pinned || chat.log.first <= chat.readSeq + 1) this.#client.reading.mark(chat, pinned ? chat.log.last : this.#scroller.lowestSeen);
    if (pinned) this.#looksAway = false;
    else if (chat.unread === 0) this.#looksAway = true;
  }

  // More above and, far back, below: when the reader comes near, and as far as the first unread message.
  #load(chat) {
    if (!this.#placed || !chat || chat.loading || Date.now() < this.#notBefore) return;
    if (this.#client.connection.state !== 'online') return;
    const { synchroniser } = this.#client;
    const pause = () => this.#pause();
    if (chat.past) {
      if (this.#scroller.below < NEAR) synchroniser.further(chat.id, 'after').catch(pause);
      else if (this.#scroller.above < NEAR) synchroniser.further(chat.id, 'before').catch(pause);
      return;
    }
    if (chat.log.complete) return;
    const unreadAbove = this.#unreadAbove(chat);
    if (unreadAbove) this.#pages++;
    else if (this.#scroller.above > NEAR) return;
    synchroniser.older(chat.id, unreadAbove ? 100 : undefined).catch(pause);
  }

  // A refused page is asked for again, but not at once: each answer renders, and each rendering asks.
  #pause() {
    this.#seeking = false;
    this.#notBefore = Date.now() + 3_000;
    setTimeout(this.#again, 3_050);
  }

  /** From far back to the newest messages, which the next rendering shows. */
  newest() {
    this.wanted = null;
    this.#scroller.pinned = true;
  }

  /** @param {boolean} smooth */
  toBottom(smooth) {
    this.#scroller.toBottom(smooth);
  }
}
