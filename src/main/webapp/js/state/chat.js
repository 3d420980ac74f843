import { MessageLog } from './messageLog.js';
import { isMuted, mentionsMe, takeOwn } from './own.js';
import { Pins } from './pins.js';
import { countsAsUnread } from './unread.js';

/**
 * One conversation as this client knows it.
 *
 * `ev` is the change up to which everything loaded is right, `seenEv` the newest change heard of. When they
 * differ the client misses something and has to sync before it shows the conversation.
 */
export class Chat {
  log = new MessageLog();
  /**
   * A stretch further back that does not adjoin the log, while the reader looks at it.
   * @type {MessageLog|null}
   */
  past = null;
  pins = new Pins();
  /** userID -> timer of the typing sign */
  typing = new Map();
  ev = 0;
  seenEv = 0;
  seq = 0;
  readSeq = 0;
  /** What was read here and the server has not confirmed; 0 when there is nothing. */
  marking = 0;
  unread = 0;
  /** How many of the unread ones mention the reader. */
  mentions = 0;
  /** Of what is the reader's own: see `takeOwn`. */
  rev = 0;
  mutedUntil = null;
  archived = false;
  draft = '';
  mayWrite = true;
  role = 'member';
  lastMessage = null;
  loading = false;
  /** Activity without a body: only the time it was heard of is known. */
  heardAt = '';

  /** @param {object} conversation as the server gives it */
  constructor(conversation) {
    this.id = conversation.id;
    this.takeState(conversation);
  }

  /** @param {object} record as the cache kept it @returns {Chat} what is known of it is shown as it stands */
  static kept({ messages, ...state }) {
    const chat = Object.assign(new Chat(state), state, { seenEv: state.ev, marking: 0 });
    chat.log.merge(messages ?? []);
    return chat;
  }

  get stale() {
    return this.seenEv > this.ev;
  }

  /** When something last happened here, RFC 3339; orders the list. */
  get activity() {
    const last = this.lastMessage?.dateCreate ?? this.dateCreate ?? '';
    return this.heardAt > last ? this.heardAt : last;
  }

  /** Takes what every viewer sees alike. */
  takeState({ kind, name, topic, picture = null, creatorID, members, memberCount, dateCreate }) {
    Object.assign(this, { kind, topic, picture, creatorID, members: members ?? [], dateCreate });
    if (name || !this.name) this.name = name ?? '';
    this.memberCount = memberCount ?? this.members.length;
  }

  /**
   * Takes the conversation as the server shows it to this viewer.
   *
   * @param {object} conversation
   * @param {'changes'|'newest'|'none'} messages what its `messages` are: all changes since the version held,
   *   the newest ones without regard to what is held, or not there, nor is the last one and what is unread
   */
  takeSnapshot(conversation, messages) {
    if (messages !== 'none') this.pins.known = false; // one that was taken out may lie outside of what is loaded
    if (messages === 'newest' || conversation.reset) {
      this.past = null;
      this.log.clear(); // what is held can't be vouched for
      if (conversation.ev < this.ev) this.seenEv = 0; // nor what was heard
      this.ev = 0;
      this.log.merge(conversation.messages ?? []);
    } else if (!this.log.empty) {
      this.log.merge(conversation.messages ?? []);
      this.past?.refresh(conversation.messages ?? []);
    }
    if (conversation.ev < this.ev) return; // overtaken by a push
    this.takeState(conversation);
    this.seq = Math.max(this.seq, conversation.seq);
    this.role = conversation.role ?? this.role;
    if (messages === 'none') {
      this.hear(conversation.ev);
      return;
    }
    const { readSeq, unread, mentions = 0 } = conversation;
    const newer = takeOwn(this, { ...conversation, unread: undefined });
    // what was heard of while the answer was on its way tells of a later moment than the answer
    if (conversation.ev >= this.seenEv) {
      this.lastMessage = conversation.lastMessage ?? null;
      this.heardAt = '';
      if (readSeq >= this.marking && (newer || readSeq >= this.readSeq)) Object.assign(this, { readSeq, unread, mentions });
    }
    this.holds(conversation.ev);
  }

  /** Everything up to this change is here. */
  holds(ev) {
    this.ev = Math.max(this.ev, ev);
    this.seenEv = Math.max(this.seenEv, ev);
  }

  /**
   * Hears of a change that comes with what it changed.
   *
   * @param {number} ev
   * @returns {boolean} whether nothing lies between it and what is held
   */
  hear(ev) {
    const adjoins = ev <= this.ev + 1 || this.log.empty; // without messages there is nothing to be wrong
    this.seenEv = Math.max(this.seenEv, ev);
    if (adjoins) this.ev = Math.max(this.ev, ev);
    return adjoins;
  }

  /** A message arrived with its body. @param {object} message @param {string} me own id */
  receive(message, me) {
    if (message.seq > this.seq) {
      this.seq = message.seq;
      this.#surface();
      if (message.seq > this.readSeq && countsAsUnread(message, me)) {
        this.unread++;
        if (mentionsMe(message, me)) this.mentions++;
      }
    }
    if (message.deleted && this.#wasUnread(message, me)) this.unread = Math.max(0, this.unread - 1);
    if (message.seq >= (this.lastMessage?.seq ?? 0)) {
      this.lastMessage = message;
      this.heardAt = '';
    }
    // into an empty log only the newest: an edited old one would stand for all that followed
    if (this.hear(message.ev) && (!this.log.empty || message.seq === this.seq)) this.log.merge([message]);
    this.past?.refresh([message]);
    this.pins.take(message);
  }

  /** The reader has turned to another one. @param {number} kept how many messages stay loaded */
  leave(kept) {
    this.log.trim(kept);
    this.past = null;
  }

  /** Whether a message that is deleted now was counted as unread until then. */
  #wasUnread(message, me) {
    const held = this.log.at(message.seq);
    const isNews = held ? !held.deleted : message.ev > this.seenEv;
    return isNews && message.seq > this.readSeq && countsAsUnread({ ...message, deleted: false }, me);
  }

  /** Something happened in the background: counts, no bodies. */
  takeActivity({ seq = 0, ev, unread, mentions = 0, ownRev = this.rev }) {
    if (ev < this.seenEv) return;
    if (seq > this.seq) {
      this.heardAt = new Date().toISOString();
      this.#surface();
    }
    this.seenEv = ev;
    this.seq = Math.max(this.seq, seq);
    if (ownRev >= this.rev) Object.assign(this, { unread, mentions }); // else counted from an older mark
    if (this.log.empty) this.ev = ev;
  }

  /** The own mark moves, only upwards. @param {number} seq @param {string} me */
  readUpTo(seq, me) {
    if (seq < this.readSeq) return;
    this.readSeq = seq;
    const left = seq >= this.seq ? [] : this.log.items.filter((m) => m.seq > seq && countsAsUnread(m, me));
    this.unread = left.length;
    this.mentions = left.filter((m) => mentionsMe(m, me)).length;
  }

  // A new message takes it out of the archive.
  #surface() {
    if (!isMuted(this)) this.archived = false;
  }

  /** Another member has read up to `seq`, or with null keeps that to themselves from now on. */
  memberRead(userID, seq) {
    const member = this.members.find(({ id }) => id === userID);
    if (member && (seq === null || seq > (member.readSeq ?? 0))) member.readSeq = seq;
  }

  /** @param {string} me @returns {object|undefined} the other one of a private conversation */
  other(me) {
    if (this.kind !== 'private') return undefined;
    return this.members.find(({ id }) => id !== me) ?? this.members[0];
  }
}
