import { html } from 'lit';
import { findPeople } from '../api.js';
import { personName } from '../state/names.js';
import { nameKey } from '../text/markdown.js';
import { avatar } from './avatar.js';

const MOST = 6;
const BEGUN = /(?:^|[^\p{L}\p{M}\p{N}._@-])@([\p{L}\p{M}\p{N}._-]{0,64})$/u;

/** The members whose names go on like what stands after an `@`, to choose from while one writes. */
export class MentionList {
  /** @type {object[]} */
  people = [];
  at = 0;
  #begun = null;
  #changed;
  #elsewhere = new Map();

  /** @param {() => void} changed asks for another rendering */
  constructor(changed) {
    this.#changed = changed;
  }

  get open() {
    return this.people.length > 0;
  }

  /** @returns {string|null} the id of the element that is chosen */
  get activeId() {
    return this.open ? `mention-${this.at}` : null;
  }

  /**
   * Looks at what is written.
   *
   * @param {HTMLTextAreaElement} area
   * @param {import('../state/chat.js').Chat|undefined} chat
   * @param {import('../state/store.js').Store} store
   */
  look(area, chat, store) {
    const caret = area.selectionStart;
    const begun = chat && caret === area.selectionEnd ? BEGUN.exec(area.value.slice(Math.max(0, caret - 80), caret)) : null;
    if (!begun) return this.close();
    const key = nameKey(begun[1]);
    this.#begun = { from: caret - begun[1].length, to: caret };
    const found = this.#found(key, chat, store);
    if (found.length !== this.people.length || found.some(({ id }, i) => id !== this.people[i].id)) this.at = 0;
    this.people = found;
    this.#changed();
    this.#ask(begun[1], key, chat, () => this.look(area, chat, store));
  }

  #found(key, chat, store) {
    const known = new Map([...chat.members, ...(this.#elsewhere.get(key) ?? [])].map((person) => [person.id, person]));
    known.delete(store.me.id);
    const rank = ({ name, fullName }) => {
      if (nameKey(name).startsWith(key)) return 0;
      return nameKey(fullName ?? '').split(/\s+/).some((word) => word.startsWith(key)) ? 1 : 2;
    };
    return [...known.values()]
      .map((person) => ({ person, rank: rank(person) }))
      .filter((each) => each.rank < 2)
      .sort((a, b) => a.rank - b.rank || a.person.name.localeCompare(b.person.name))
      .slice(0, MOST)
      .map(({ person }) => person);
  }

  // The members of a large conversation are not all here; in the room of everybody that is everybody.
  #ask(text, key, chat, again) {
    if (chat.kind !== 'everybody' || text.length < 2 || chat.memberCount <= chat.members.length || this.#elsewhere.has(key)) return;
    this.#elsewhere.set(key, []);
    findPeople(text)
      .then((people) => {
        this.#elsewhere.set(key, people);
        if (this.#begun) again();
      })
      .catch(() => this.#elsewhere.delete(key));
  }

  close() {
    this.#begun = null;
    if (!this.open) return;
    this.people = [];
    this.#changed();
  }

  /** @param {KeyboardEvent} event @param {HTMLTextAreaElement} area @returns {boolean} whether it was for the list */
  key(event, area) {
    if (!this.open || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = (this.at + step + this.people.length) % this.people.length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(this.people[this.at], area);
    else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    this.#changed();
    return true;
  }

  /** @param {object} person @param {HTMLTextAreaElement} area */
  choose(person, area) {
    const { from, to } = this.#begun;
    this.close();
    area.focus();
    area.setRangeText(`${person.name} `, from, to, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** @param {HTMLElement} composer */
  template(composer) {
    if (!this.open) return '';
    // a button that takes the focus would close the keyboard of a phone
    const choose = (event, person) => {
      event.preventDefault();
      this.choose(person, composer.querySelector('textarea'));
    };
    return html`<ul class="mention-list" id="mention-list" role="listbox" aria-label="Members" data-testid="mention-list">
      ${this.people.map(
        (person, i) => html`<li id=${`mention-${i}`} class="item" role="option" aria-selected=${i === this.at} data-testid="mention-choice" data-user-id=${person.id} @pointerdown=${(event) => choose(event, person)}>
          ${avatar({ id: person.id, name: personName(person), picture: person.picture })}
          <span class="item-text"><b class="item-name">${personName(person)}</b>${person.fullName ? html`<span class="item-preview">@${person.name}</span>` : ''}</span>
        </li>`,
      )}
    </ul>`;
  }
}
