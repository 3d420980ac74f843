import { html, render } from 'lit';
import { icons } from './icons.js';

/**
 * Pictures in full size. Arrows go to the one before and after, Escape leaves.
 *
 * @param {object[]} images attachments
 * @param {object} first of them the one to begin with
 */
export function openLightbox(images, first) {
  const dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  dialog.dataset.testid = 'lightbox';
  dialog.setAttribute('aria-label', 'Picture');
  let at = images.indexOf(first);
  const show = (index) => {
    at = (index + images.length) % images.length;
    render(template(images[at], at, images.length, { go: (step) => show(at + step), close: () => dialog.close() }), dialog);
  };
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight' || key === 'ArrowLeft') show(at + (key === 'ArrowRight' ? 1 : -1));
  });
  // beside the picture
  dialog.addEventListener('click', ({ target }) => target.matches('dialog, .lightbox-stage') && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  show(at);
  document.body.append(dialog);
  dialog.showModal();
}

const template = (image, at, count, { go, close }) => html`<header class="lightbox-bar">
    <span class="lightbox-name" data-testid="lightbox-name">${image.name}</span>
    ${count > 1 ? html`<span class="lightbox-count" role="status">${at + 1} of ${count}</span>` : ''}
    <a class="round" href=${image.address} download=${image.name} aria-label="Download" title="Download">${icons.download}</a>
    <button class="round" aria-label="Close" title="Close" data-testid="lightbox-close" @click=${close}>${icons.close}</button>
  </header>
  <div class="lightbox-stage">
    <img src=${image.address} alt=${image.name} width=${image.width} height=${image.height} data-testid="lightbox-image" />
  </div>
  ${count > 1
    ? html`<button class="round lightbox-step before" aria-label="Picture before" data-testid="lightbox-before" @click=${() => go(-1)}>${icons.back}</button>
        <button class="round lightbox-step after" aria-label="Next picture" data-testid="lightbox-next" @click=${() => go(1)}>${icons.next}</button>`
    : ''}`;
