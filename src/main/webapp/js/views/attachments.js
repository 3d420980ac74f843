import { html } from 'lit';
import { sizeText } from '../text/sizes.js';
import { icons } from './icons.js';
import { openLightbox } from './lightbox.js';

const WIDEST = 340;
const HIGHEST = 360;

/**
 * What a message carries: pictures as previews of a size that is known before they are loaded, everything
 * else as a card to download.
 *
 * @param {object[]} attachments
 */
export function attachmentList(attachments) {
  const images = attachments.filter(({ image, preview }) => image && preview);
  const files = attachments.filter((each) => !images.includes(each));
  return html`${images.length === 1 ? single(images[0], images) : images.length > 1 ? html`<div class="pictures">${images.map((image) => tile(image, images))}</div>` : ''}
    ${files.map(card)}`;
}

const single = (image, images) => {
  const scale = Math.min(1, WIDEST / image.width, HIGHEST / image.height);
  return html`<button class="picture" data-testid="picture" aria-label=${`Open ${image.name}`} @click=${() => openLightbox(images, image)}>
    <img src=${image.preview} alt=${image.name} width=${Math.max(1, Math.round(image.width * scale))} height=${Math.max(1, Math.round(image.height * scale))} decoding="async" />
  </button>`;
};

const tile = (image, images) => html`<button class="picture tile" data-testid="picture" aria-label=${`Open ${image.name}`} @click=${() => openLightbox(images, image)}>
  <img src=${image.preview} alt=${image.name} width="160" height="160" decoding="async" />
</button>`;

const card = ({ name, size, address }) => html`<a class="file" href=${address} download=${name} data-testid="file">
  <span class="file-icon">${icons.file}</span>
  <span class="file-text"><b class="file-name">${name}</b><span class="file-size">${sizeText(size)}</span></span>
  ${icons.download}
</a>`;
