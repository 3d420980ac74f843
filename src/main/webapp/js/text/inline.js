import { addressAt, safeAddress } from './links.js';
import { joined, unlinked } from './nodes.js';

const DEEPEST = 16;
const SPACE = /^\s?$/;
const WORD = /^[\p{L}\p{M}\p{N}]$/u;
const BEFORE_NAME = /^[\p{L}\p{M}\p{N}._@-]$/u;
const NAME = /@([\p{L}\p{M}\p{N}._-]{1,64})/uy;
const BREAKS = /[\s<>\]]/;
const PLAIN = /(?:[^*_~`[\]\\@hm]|h(?!ttps?:\/\/)|m(?!ailto:))+/iy;

/**
 * The signs within a line of text. One pass: each sign is looked at once, and what was opened is taken from a
 * stack once, so that the time grows with the length and with nothing else.
 */
class Inline {
  #text;
  #at = 0;
  /** @type {import('./nodes.js').Node[]} */
  #out = [];
  /** Signs that may begin something, with the place of their text in #out. */
  #open = [];
  /** Places of `[` in #out. */
  #brackets = [];
  /** The place of each run of backticks by its length, from the last to the first. */
  #ticks = new Map();

  constructor(text) {
    this.#text = text;
    for (const { 0: run, index } of [...text.matchAll(/`+/g)].reverse()) {
      if (!this.#ticks.has(run.length)) this.#ticks.set(run.length, []);
      this.#ticks.get(run.length).push(index);
    }
  }

  /** @returns {import('./nodes.js').Node[]} */
  parse() {
    const text = this.#text;
    while (this.#at < text.length) {
      PLAIN.lastIndex = this.#at;
      if (PLAIN.test(text)) this.#say(text.slice(this.#at, (this.#at = PLAIN.lastIndex)));
      else this.#sign(text[this.#at]);
    }
    return this.#out;
  }

  #sign(sign) {
    const before = this.#text[this.#at - 1] ?? '';
    if (sign === '`') return this.#code();
    if ('*_~'.includes(sign)) return this.#emphasis(sign, before);
    if (sign === '[') {
      this.#brackets.push(this.#out.length);
      return this.#step(1);
    }
    if (sign === ']') return this.#link();
    if (sign === '@') return this.#mention(before);
    if (sign === '\\') return this.#escape();
    const address = WORD.test(before) ? '' : addressAt(this.#text, this.#at);
    if (!address) return this.#step(1);
    this.#at += address.length;
    this.#out.push({ type: 'link', href: address, children: [{ type: 'text', text: address }] });
  }

  #escape() {
    const next = this.#text[this.#at + 1];
    if (next === '_') return this.#step(2); // an arm: ¯\_(ツ)_/¯
    if (next && '*~`['.includes(next)) this.#at++;
    this.#step(1);
  }

  #code() {
    const start = this.#at;
    let end = start;
    while (this.#text[end] === '`') end++;
    const places = this.#ticks.get(end - start);
    while (places.length && places.at(-1) < end) places.pop();
    const close = places.pop();
    if (close === undefined) return this.#step(end - start);
    this.#out.push({ type: 'code', text: this.#text.slice(end, close).replace(/^ (.*\S.*) $/s, '$1') });
    this.#at = close + end - start;
  }

  #emphasis(sign, before) {
    let length = 1;
    while (this.#text[this.#at + length] === sign) length++;
    const after = this.#text[this.#at + length] ?? '';
    // within a word they are a part of it: snake_case, 2*3*4
    const inWord = (sign === '_' || length === 1) && WORD.test(before) && WORD.test(after);
    this.#at += length;
    if (length > 3 || inWord || (sign === '~' && length !== 2)) return this.#say(sign.repeat(length));
    let left = length;
    let closed;
    while (left > 0 && !SPACE.test(before) && (closed = this.#closes(sign, left))) left -= closed;
    if (SPACE.test(after)) return this.#say(sign.repeat(left));
    if (left > 1) this.#opens(sign.repeat(2));
    if (left % 2 === 1) this.#opens(sign);
  }

  #opens(run) {
    this.#open.push({ run, index: this.#out.length });
    if (this.#open.length > DEEPEST) this.#open.shift(); // stays text
    this.#say(run);
  }

  /** @returns {number} how many signs closed something */
  #closes(sign, most) {
    const found = this.#open.findLastIndex(({ run }) => run[0] === sign && run.length <= most);
    if (found < 0) return 0;
    const { run, index } = this.#open[found];
    this.#open.length = found;
    while (this.#brackets.at(-1) > index) this.#brackets.pop();
    this.#wrap(index, { type: sign === '~' ? 'del' : run.length === 2 ? 'strong' : 'em' });
    return run.length;
  }

  #link() {
    const start = this.#brackets.pop();
    const text = this.#text;
    if (start === undefined || text[this.#at + 1] !== '(') return this.#step(1);
    let end = this.#at + 2;
    for (let deep = 0; end < text.length && !BREAKS.test(text[end]) && (text[end] !== ')' || deep-- > 0); end++) {
      if (text[end] === '(') deep++;
    }
    const href = text[end] === ')' && safeAddress(text.slice(this.#at + 2, end));
    if (!href) return this.#step(1);
    while (this.#open.at(-1)?.index > start) this.#open.pop();
    this.#brackets = []; // no link in a link
    this.#wrap(start, { type: 'link', href });
    const link = this.#out[start];
    link.children = unlinked(link.children);
    if (link.children.length === 0) link.children = [{ type: 'text', text: href }];
    this.#at = end + 1;
  }

  #mention(before) {
    NAME.lastIndex = this.#at;
    const name = !BEFORE_NAME.test(before) && NAME.exec(this.#text)?.[1];
    if (!name) return this.#step(1);
    this.#at += name.length + 1;
    this.#out.push({ type: 'mention', text: name });
  }

  // What was put out since takes the place of the sign that opened it: each node moves once for each level.
  #wrap(index, node) {
    const children = this.#out.splice(index + 1);
    this.#out[index] = { ...node, children };
  }

  #step(length) {
    this.#say(this.#text.slice(this.#at, (this.#at += length)));
  }

  #say(text) {
    if (text) this.#out.push({ type: 'text', text });
  }
}

/**
 * @param {string} text without block signs, line breaks included
 * @returns {import('./nodes.js').Node[]}
 */
export const inline = (text) => joined(new Inline(text).parse());
