import { inline } from './inline.js';

const FENCE = /^\s{0,3}```([\w+#.-]{0,20})[ \t]*$/;
const FENCE_END = /^\s{0,3}```[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,12})(?:([-*+])|(\d{1,9})[.)])[ \t]+(?=\S)/;
const DEEPEST_QUOTE = 3;

/**
 * @typedef {object} Block
 * @property {'text'|'code'|'quote'|'list'} type
 * @property {import('./nodes.js').Node[]} [nodes] of text, line breaks included
 * @property {string} [code]
 * @property {string} [language]
 * @property {Block[]} [blocks] of a quote
 * @property {{level: number, number: number|null, nodes: import('./nodes.js').Node[]}[]} [items] of a list
 */

/**
 * The small part of Markdown that messages have. The answer is a tree, never HTML. Whatever means nothing stays
 * the text that was written. The time grows with the length of the text and with nothing else.
 *
 * @param {string} text
 * @returns {Block[]}
 */
export const markdown = (text) => blocksOf(text.replace(/\r\n?/g, '\n').split('\n'), 0);

function blocksOf(lines, depth) {
  const blocks = [];
  const paragraph = [];
  const lastFence = lines.findLastIndex((line) => FENCE_END.test(line));
  const endText = () => {
    const text = paragraph.splice(0).join('\n');
    // empty lines are kept between words, not beside a block
    const shown = text.replace(/^\n+/, '').trimEnd();
    if (shown) blocks.push({ type: 'text', nodes: inline(shown) });
  };
  for (let i = 0; i < lines.length; ) {
    const fence = i < lastFence && FENCE.exec(lines[i]);
    let end;
    if (fence) {
      endText();
      for (end = i + 1; !FENCE_END.test(lines[end]); ) end++;
      blocks.push({ type: 'code', language: fence[1], code: lines.slice(i + 1, end).join('\n') });
      i = end + 1;
    } else if (depth < DEEPEST_QUOTE && QUOTE.test(lines[i])) {
      endText();
      end = endOf(lines, i, QUOTE);
      const inner = lines.slice(i, end).map((line) => line.replace(QUOTE, ''));
      blocks.push({ type: 'quote', blocks: blocksOf(inner, depth + 1) });
      i = end;
    } else if (ITEM.test(lines[i])) {
      endText();
      end = endOf(lines, i, ITEM);
      blocks.push({ type: 'list', items: lines.slice(i, end).map(item) });
      i = end;
    } else {
      paragraph.push(lines[i++]);
    }
  }
  endText();
  return blocks;
}

function endOf(lines, from, pattern) {
  let end = from;
  while (end < lines.length && pattern.test(lines[end])) end++;
  return end;
}

function item(line) {
  const [signs, indent, , number] = ITEM.exec(line);
  return {
    level: Math.min(indent.length >> 1, 3),
    number: number === undefined ? null : Number(number),
    nodes: inline(line.slice(signs.length)),
  };
}

/**
 * A name as names are compared: case and look-alike forms of a character do not matter.
 *
 * @param {string} name
 * @returns {string}
 */
export const nameKey = (name) => name.normalize('NFKC').toUpperCase().toLowerCase();

/** @param {string} text @returns {string} in one line and without signs, for a list or a quote */
export const plainText = (text) => markdown(text).map(plainBlock).join(' ').replace(/\s+/g, ' ').trim();

function plainBlock({ nodes, code, blocks, items }) {
  if (nodes) return plainNodes(nodes);
  if (items) return items.map((each) => plainNodes(each.nodes)).join(' ');
  return code ?? blocks.map(plainBlock).join(' ');
}

const plainNodes = (nodes) =>
  nodes.map(({ type, text, children }) => (children ? plainNodes(children) : type === 'mention' ? `@${text}` : text)).join('');
