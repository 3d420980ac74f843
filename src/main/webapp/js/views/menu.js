import { html, render } from 'lit';
import { hasKeyboard, isWide } from './screen.js';

const GAP = 6;

/**
 * A dialog that closes by itself when one clicks beside it: beside what it belongs to where there is a mouse,
 * as a sheet from below on a phone.
 *
 * @param {{label: string, content: import('lit').TemplateResult, className: string, testId: string,
 *   at?: DOMRect|null}} what `at` null: in the middle
 * @returns {HTMLDialogElement} open
 */
export function openLayer({ label, content, className, testId, at = null }) {
  const dialog = document.createElement('dialog');
  const beside = at && isWide() && hasKeyboard();
  dialog.className = `layer ${className} ${beside ? 'beside' : at ? 'sheet' : 'middle'}`;
  dialog.setAttribute('aria-label', label);
  dialog.dataset.testid = testId;
  render(html`<div class="layer-body">${content}</div>`, dialog);
  document.body.append(dialog);
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  if (beside) place(dialog, at);
  return dialog;
}

// The policy lets no style attribute of a document in; what a script sets is not one.
function place(dialog, at) {
  const { width, height } = dialog.getBoundingClientRect();
  const below = at.bottom + GAP + height < innerHeight;
  const top = below ? at.bottom + GAP : Math.max(GAP, Math.min(at.top - GAP, innerHeight - GAP) - height);
  const left = at.left + width < innerWidth - GAP ? at.left : at.right - width;
  dialog.style.top = `${Math.max(GAP, top)}px`;
  dialog.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
}

/**
 * A menu. Arrows move, Enter chooses, Escape and a click beside it leave.
 *
 * @param {{label: string, at: DOMRect, items: {icon: object, label: string, testId: string, danger?: boolean,
 *   run: () => void}[], head?: (close: () => void) => object, testId: string}} what
 */
export function openMenu({ label, at, items, head, testId }) {
  const close = () => dialog.close();
  const choose = (item) => {
    close();
    item.run();
  };
  const content = html`${head?.(close) ?? ''}
    <div role="menu" aria-label=${label} @keydown=${moveByKey}>
      ${items.map(
        (item) => html`<button role="menuitem" class="menu-item ${item.danger ? 'danger' : ''}" data-testid=${item.testId} @click=${() => choose(item)}>
          ${item.icon}<span>${item.label}</span>
        </button>`,
      )}
    </div>`;
  const dialog = openLayer({ label, content, className: 'menu', testId, at });
  if (hasKeyboard()) dialog.querySelector('[role="menuitem"]')?.focus();
}

function moveByKey(event) {
  const items = [...event.currentTarget.querySelectorAll('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length).focus();
}
