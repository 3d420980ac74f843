import { html } from 'lit';

const HUES = 12;

/** A colour for an id, always the same one. @param {string} id @returns {number} of the classes `hue-…` */
export function hueOf(id) {
  let hash = 7;
  for (const sign of String(id)) hash = (hash * 31 + sign.codePointAt(0)) >>> 0;
  return hash % HUES;
}

/** @param {string} name @returns {string} one or two signs; an emoji counts as one */
export function initials(name) {
  const words = name.trim().split(/[\s._-]+/).filter(Boolean);
  const first = [...new Intl.Segmenter().segment(words[0] ?? '?')][0]?.segment ?? '?';
  const last = words.length > 1 ? [...new Intl.Segmenter().segment(words.at(-1))][0].segment : '';
  return (first + last).toUpperCase();
}

/**
 * A round picture, made of initials where there is none. The initials stay beneath it for the time until it is
 * there, and offline.
 *
 * @param {{id: string, name: string, picture?: string|null, online?: boolean, large?: boolean,
 *   group?: boolean}} of `picture` is an address; `online` undefined: no dot at all
 */
export const avatar = ({ id, name, picture = null, online, large = false, group = false }) => html`<span
  class="avatar hue-${hueOf(id)} ${large ? 'large' : ''} ${group ? 'group' : ''}"
  aria-hidden="true"
  >${initials(name)}${picture ? html`<img src=${picture} alt="" loading="lazy" decoding="async" @error=${hide} @load=${show} />` : ''}${online === undefined
    ? ''
    : html`<i class="presence ${online ? 'online' : ''}" data-testid="presence" data-online=${online}></i>`}</span
>`;

const hide = ({ target }) => (target.hidden = true);
const show = ({ target }) => (target.hidden = false);
