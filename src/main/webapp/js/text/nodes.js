/**
 * @typedef {object} Node
 * @property {'text'|'code'|'strong'|'em'|'del'|'link'|'mention'} type
 * @property {string} [text] of text, code and mention
 * @property {Node[]} [children] of the others
 * @property {string} [href]
 */

/** @param {Node[]} nodes @returns {Node[]} the same words, without links: no link stands in a link */
export const unlinked = (nodes) =>
  nodes.flatMap((node) => {
    if (node.type === 'link') return unlinked(node.children);
    if (node.type === 'mention') return { type: 'text', text: `@${node.text}` };
    return node.children ? { ...node, children: unlinked(node.children) } : node;
  });

/** @param {Node[]} nodes @returns {Node[]} signs that turned out to mean nothing are text like what stands beside them */
export function joined(nodes) {
  const all = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.text += node.text;
    else all.push(node.children ? { ...node, children: joined(node.children) } : { ...node });
  }
  return all;
}
