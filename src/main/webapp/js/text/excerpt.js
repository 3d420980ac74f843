const BEFORE = 40;
const LONGEST = 160;

/**
 * The part of a text that shows why it was found: it begins shortly before the first word that stands there as
 * it was typed.
 *
 * @param {string} text
 * @param {string} query
 * @returns {string}
 */
export function excerpt(text, query) {
  const lower = text.toLocaleLowerCase();
  const words = query.trim().toLocaleLowerCase().split(/\s+/);
  const at = Math.max(0, Math.min(...words.map((word) => lower.indexOf(word)).filter((each) => each >= 0), Infinity) - BEFORE);
  const from = Number.isFinite(at) ? at : 0;
  return `${from > 0 ? '…' : ''}${text.slice(from, from + LONGEST)}`;
}
