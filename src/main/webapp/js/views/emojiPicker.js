import { html, render } from 'lit';
import { allEmoji, recentEmoji, rememberEmoji } from '../text/emoji.js';
import { openLayer } from './menu.js';
import { hasKeyboard } from './screen.js';

/**
 * Lets somebody choose an emoji.
 *
 * @param {DOMRect} at what it belongs to
 * @param {(emoji: string) => void} chosen
 */
export function pickEmoji(at, chosen) {
  const dialog = openLayer({ label: 'Choose an emoji', content: html`<div class="emoji-place"></div>`, className: 'emoji-picker', testId: 'emoji-picker', at });
  const place = dialog.querySelector('.emoji-place');
  const choose = (emoji) => {
    rememberEmoji(emoji);
    dialog.close();
    chosen(emoji);
  };
  const show = (query) => render(picker(query, choose, show), place);
  show('');
  if (hasKeyboard()) place.querySelector('input').focus();
}

/** Puts an emoji where one writes. @param {HTMLTextAreaElement} area @param {DOMRect} at */
export const emojiInto = (area, at) =>
  pickEmoji(at, (emoji) => {
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
    if (hasKeyboard()) area.focus();
  });

function picker(query, choose, show) {
  const words = query.trim().toLowerCase();
  const recent = words ? [] : recentEmoji();
  const groups = [
    ...(recent.length ? [{ name: 'Recent', sign: '🕘', emoji: recent }] : []),
    ...allEmoji.map((group) => ({ ...group, emoji: group.emoji.filter(({ name }) => name.includes(words)) })),
  ].filter(({ emoji }) => emoji.length > 0);
  return html`<input type="search" placeholder="Find an emoji" aria-label="Find an emoji" data-testid="emoji-search" autocomplete="off"
      @input=${(event) => show(event.target.value)} @keydown=${(event) => fromSearch(event, choose)} />
    <nav class="emoji-groups" aria-label="Kinds of emoji">
      ${groups.map(({ name, sign }) => html`<button title=${name} aria-label=${name} @click=${(event) => toGroup(event, name)}>${sign}</button>`)}
    </nav>
    <div class="emoji-list" @keydown=${moveByKey}>
      ${groups.map(
        ({ name, emoji }) => html`<section data-group=${name} aria-label=${name}>
          <h3>${name}</h3>
          <div class="emoji-grid">
            ${emoji.map((each) => html`<button class="emoji" data-testid="emoji" title=${each.name} aria-label=${each.name} @click=${() => choose(each.sign)}>${each.sign}</button>`)}
          </div>
        </section>`,
      )}
      ${groups.length ? '' : html`<p class="list-empty">No such emoji</p>`}
    </div>`;
}

function toGroup(event, name) {
  const list = event.target.closest('.emoji-place').querySelector('.emoji-list');
  const section = list.querySelector(`[data-group="${name}"]`);
  list.scrollTop = section.offsetTop - list.offsetTop;
}

function fromSearch(event, choose) {
  const first = event.target.closest('.emoji-place').querySelector('.emoji');
  if (!first || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
  event.preventDefault();
  if (event.key === 'Enter') choose(first.textContent);
  else first.focus();
}

// A row is as long as the buttons on one height.
function moveByKey(event) {
  const all = [...event.currentTarget.querySelectorAll('.emoji')];
  const at = all.indexOf(document.activeElement);
  const row = all.findIndex((each) => each.offsetTop !== all[0].offsetTop);
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row < 0 ? 1 : row, ArrowUp: row < 0 ? -1 : -row }[event.key];
  if (at < 0 || !step) return;
  event.preventDefault();
  all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
}
