const SCHEME = /(?:https?:\/\/|mailto:)/iy;
const ENDS = /[\s<>"'`]/;
const OF_THE_SENTENCE = '.,;:!?…*_~';

/**
 * @param {string} address
 * @returns {string|null} the address when a link may lead there: the web or a mailbox, never a script
 */
export function safeAddress(address) {
  if (!/^(?:https?:\/\/|mailto:)./i.test(address)) return null;
  return URL.canParse(address) && /^(?:https?|mailto):$/.test(new URL(address).protocol) ? address : null;
}

/**
 * The address that begins at a place of a text.
 *
 * @param {string} text
 * @param {number} from
 * @returns {string} empty when there is none
 */
export function addressAt(text, from) {
  SCHEME.lastIndex = from;
  if (!SCHEME.test(text)) return '';
  let end = SCHEME.lastIndex;
  // "](" ends the words of a link whose address follows
  while (end < text.length && !ENDS.test(text[end]) && !(text[end] === ']' && text[end + 1] === '(')) end++;
  const address = trimmed(text.slice(from, end));
  return safeAddress(address) ?? '';
}

// The point after a sentence, and a bracket that was opened before the address, belong to the sentence.
function trimmed(address) {
  let surplus = 0;
  for (const sign of address) {
    if (sign === ')' || sign === ']') surplus++;
    else if (sign === '(' || sign === '[') surplus--;
  }
  let end = address.length;
  for (; end > 0; end--) {
    const sign = address[end - 1];
    if (OF_THE_SENTENCE.includes(sign)) continue;
    if ((sign === ')' || sign === ']') && surplus > 0) surplus--;
    else break;
  }
  return address.slice(0, end);
}
