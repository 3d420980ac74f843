import { Chat } from './chat.js';
import { chatName, personName } from './names.js';
import { counted } from './notices.js';
import { isMuted } from './own.js';

const byName = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/**
 * What this client knows: the account, the conversations, the people. Knows nothing of wires and views.
 *
 * Changes are told by one `change` event per frame, however many there were; `detail` is the set of topics:
 * `me`, `chats`, `people`, `notifications` and `chat:<id>` for the inside of a conversation.
 */
export class Store extends EventTarget {
  me = null;
  epoch = null;
  /** Whether the server has said what there is; until then this is what was kept from the last visit. */
  ready = false;
  /** Whether the server tells what happens. */
  live = false;
  /** When all this was right, in milliseconds; counts only while there is no connection. */
  rightAt = 0;
  /** @type {Map<string, Chat>} */
  chats = new Map();
  /** @type {Map<string, object>} */
  people = new Map();
  /** Ids of those whom the reader blocks. @type {Set<string>} */
  blocked = new Set();
  /** The unread notifications that count: what is new in chats is counted there. @type {Set<number>} */
  notices = new Set();
  /** What was typed and not sent, by conversation or `person:<id>`. @type {import('./drafts.js').Drafts} */
  drafts;
  limits = { messageChars: 8000 };
  #topics = new Set();
  #later;

  /** @param {(run: () => void) => void} [later] when to tell about changes; tests give `queueMicrotask` */
  constructor(later = nextFrame) {
    super();
    this.#later = later;
  }

  /** @param {...string} topics */
  changed(...topics) {
    if (this.#topics.size === 0) {
      this.#later(() => {
        const detail = this.#topics;
        this.#topics = new Set();
        this.dispatchEvent(new CustomEvent('change', { detail }));
      });
    }
    for (const topic of topics) this.#topics.add(topic);
  }

  /** Forgets everything: another account, or a server that was restored to an earlier state. */
  forget() {
    this.epoch = null;
    this.ready = false;
    this.chats = new Map();
    this.people = new Map();
    this.blocked = new Set();
    this.notices = new Set();
    this.changed('chats', 'people', 'notifications');
  }

  /**
   * Takes what was kept from the last visit, to be shown until the server answers.
   *
   * @param {{state: object, people: object[], chats: object[]}} kept as `Vault.read` gave it
   */
  restore({ state, people, chats }) {
    this.me = state.me;
    this.epoch = state.epoch;
    this.rightAt = state.at;
    this.people = new Map(people.map((person) => [person.id, person]));
    this.chats = new Map(chats.map((record) => [record.id, Chat.kept(record)]));
    this.changed('me', 'chats', 'people');
  }

  /** What a warm sync names: only what is held has a version worth comparing. */
  held() {
    const held = {};
    for (const chat of this.chats.values()) if (!chat.log.empty) held[chat.id] = chat.ev;
    return held;
  }

  /**
   * Takes the answer to a sync.
   *
   * @param {object} answer
   * @param {Set<string>} known the ids of the conversations at the time of asking
   * @param {Record<string, number>} held what was named, as `held` gave it
   */
  takeSync(answer, known, held) {
    const renewed = this.epoch !== answer.epoch; // then the server answers as if nothing had been named
    if (this.epoch !== null && renewed) this.forget();
    this.epoch = answer.epoch;
    this.me = answer.me;
    this.people = new Map(answer.people.map((person) => [person.id, person]));
    this.blocked = new Set(answer.blocked ?? []);
    this.notices = counted(answer.notifications ?? []);
    const kept = new Set(answer.chats.map(({ id }) => id));
    for (const id of known) if (!kept.has(id)) this.chats.delete(id);
    for (const id of answer.gone ?? []) this.chats.delete(id);
    for (const conversation of answer.chats) {
      this.adopt(conversation, !renewed && conversation.id in held ? 'changes' : 'newest');
    }
    this.ready = true;
    this.rightAt = Date.now();
    this.changed('me', 'chats', 'people', 'notifications', ...[...known, ...kept].map((id) => `chat:${id}`));
  }

  /**
   * @param {object} conversation as the viewer sees it
   * @param {'changes'|'newest'|'none'} [messages] see `Chat.takeSnapshot`
   * @returns {Chat}
   */
  adopt(conversation, messages = 'none') {
    let chat = this.chats.get(conversation.id);
    if (!chat) this.chats.set(conversation.id, (chat = new Chat(conversation)));
    chat.takeSnapshot(conversation, messages);
    this.drafts?.take(chat.id, chat.draft);
    this.changed('chats', `chat:${chat.id}`);
    return chat;
  }

  remove(chatID) {
    if (this.chats.delete(chatID)) this.changed('chats', `chat:${chatID}`);
  }

  /** @returns {Chat[]} newest activity first, without those in the archive */
  orderedChats() {
    return this.#ordered((chat) => !chat.archived);
  }

  /** @returns {Chat[]} those in the archive, newest activity first */
  archivedChats() {
    return this.#ordered((chat) => chat.archived);
  }

  #ordered(wanted) {
    return [...this.chats.values()].filter(wanted).sort((a, b) => (a.activity < b.activity ? 1 : a.activity > b.activity ? -1 : 0));
  }

  /** @returns {object[]} everybody else, those who are online first, then by name */
  orderedPeople() {
    return [...this.people.values()]
      .filter(({ id }) => id !== this.me?.id)
      .sort((a, b) => (b.online ? 1 : 0) - (a.online ? 1 : 0) || byName.compare(personName(a), personName(b)));
  }

  /** @param {string} userID @returns {Chat|undefined} the private conversation with somebody */
  privateWith(userID) {
    for (const chat of this.chats.values()) {
      if (chat.kind === 'private' && chat.other(this.me?.id)?.id === userID) return chat;
    }
    return undefined;
  }

  /** @param {object} person @returns {boolean} */
  isOnline(person) {
    return this.live && (person?.id === this.me?.id || Boolean(this.people.get(person?.id)?.online));
  }

  /** @param {object} person @returns {'online'|'offline'|''} empty: nobody can tell without a connection */
  presenceOf(person) {
    if (!this.live) return '';
    return this.isOnline(person) ? 'online' : 'offline';
  }

  nameOf(chat) {
    return chatName(chat, this);
  }

  /** @returns {string|null} the address of a conversation's picture; of a private one the other person's */
  pictureOf(chat) {
    const other = chat.other(this.me?.id);
    return (other ? (this.people.get(other.id) ?? other).picture : chat.picture) ?? null;
  }

  /** Messages that want to be seen: those of muted and archived conversations wait. */
  get unread() {
    let sum = 0;
    for (const chat of this.chats.values()) if (!isMuted(chat) && !chat.archived) sum += chat.unread;
    return sum;
  }
}

// A hidden page has no frames, but its title still counts unread messages.
function nextFrame(run) {
  if (document.visibilityState === 'visible') requestAnimationFrame(run);
  else setTimeout(run, 100);
}
