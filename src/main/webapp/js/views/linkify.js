import { html } from 'lit';

const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi;

/**
 * Text with its http(s) addresses as links. Built of nodes: what users write never becomes HTML.
 *
 * @param {string} text
 * @returns {(string|object)[]}
 */
export function linkify(text) {
  const parts = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimEnd(match[0]);
    if (!isWeb(address)) continue;
    parts.push(text.slice(done, match.index), link(address));
    done = match.index + address.length;
  }
  parts.push(text.slice(done));
  return parts;
}

const link = (address) =>
  html`<a href=${address} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`;

// The point after a sentence, and a bracket that was opened before the address, belong to the sentence.
function trimEnd(address) {
  let end = address.replace(/[.,;:!?…]+$/, '');
  while (/[)\]]$/.test(end) && count(end, /[)\]]/g) > count(end, /[([]/g)) end = end.slice(0, -1).replace(/[.,;:!?…]+$/, '');
  return end;
}

const count = (text, pattern) => text.match(pattern)?.length ?? 0;

function isWeb(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}(?<![0-9#*])|\s){1,24}$/u;

/** @param {string} text @returns {boolean} nothing but a few emoji: worth showing large */
export const isEmojiOnly = (text) =>
  EMOJI.test(text) && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text) &&
  [...new Intl.Segmenter().segment(text.replace(/\s/g, ''))].length <= 4;
