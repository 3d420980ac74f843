import { html } from 'lit';
import { markdown } from '../text/markdown.js';
import { copy } from './clipboard.js';
import { icons } from './icons.js';

/**
 * A message's text as nodes of the page. What users write never becomes HTML.
 *
 * @param {string} text
 * @param {(name: string) => {id: string, own: boolean}|null} who tells who a name after an `@` means
 */
export const formatted = (text, who) => markdown(text).map((block) => blockOf(block, who));

function blockOf({ type, nodes, code, language, blocks, items }, who) {
  switch (type) {
    case 'code':
      return html`<div class="code-block">
        <div class="code-head"><span>${language || 'code'}</span><button class="link" data-testid="copy-code" @click=${() => copy(code, 'Code copied')}>${icons.copy}Copy</button></div>
        <pre tabindex="0" aria-label="Code"><code>${code}</code></pre>
      </div>`;
    case 'quote':
      return html`<blockquote>${blocks.map((block) => blockOf(block, who))}</blockquote>`;
    case 'list':
      return html`<ul class="list-block" role="list">
        ${items.map((item) => html`<li class=${`level-${item.level}`}><span class="list-sign">${item.number === null ? '•' : `${item.number}.`}</span><span>${nodesOf(item.nodes, who)}</span></li>`)}
      </ul>`;
    default:
      return nodesOf(nodes, who);
  }
}

const nodesOf = (nodes, who) => nodes.map((node) => nodeOf(node, who));

function nodeOf({ type, text, href, children }, who) {
  switch (type) {
    case 'code':
      return html`<code>${text}</code>`;
    case 'strong':
      return html`<strong>${nodesOf(children, who)}</strong>`;
    case 'em':
      return html`<em>${nodesOf(children, who)}</em>`;
    case 'del':
      return html`<del>${nodesOf(children, who)}</del>`;
    case 'link':
      return link(href, nodesOf(children, who));
    case 'mention':
      return mention(text, who);
    default:
      return text;
  }
}

// A link to a message, a person or a post of this very place stays in the page.
function link(href, words) {
  const { origin, pathname } = new URL(href);
  if (origin === location.origin && /^\/(chat|people|invite|post|profile|group|event)\//.test(pathname)) return html`<a href=${pathname}>${words}</a>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${words}</a>`;
}

// A full stop after a name may belong to the name or to the sentence.
function mention(text, who) {
  const shorter = text.replace(/[._-]+$/, '');
  const name = who(text) ? text : shorter;
  const person = name && who(name);
  if (!person) return `@${text}`;
  const rest = text.slice(name.length);
  return person.own
    ? html`<mark class="mention own" data-testid="mention">@${name}</mark>${rest}`
    : html`<a class="mention" data-testid="mention" href=${`/people/${person.id}`}>@${name}</a>${rest}`;
}
