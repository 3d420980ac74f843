import { html } from 'lit';

const MOST = 10;

/**
 * What a post is about, out of the categories that there are.
 *
 * @param {{name: string}[]} categories
 * @param {string[]} chosen their names; a retired one that the post has already stays to be chosen
 * @param {(chosen: string[]) => void} choose
 * @param {string} [error]
 */
export function categoryChoice(categories, chosen, choose, error = '') {
  const names = [...new Set([...categories.map(({ name }) => name), ...chosen])];
  const full = chosen.length >= MOST;
  const toggle = (name) => choose(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name]);
  return html`<fieldset class="category-choice">
    <legend>Categories <span class="note">${full ? `${MOST} at most` : 'as many as fit, up to ten'}</span></legend>
    <div class="post-categories">
      ${names.map((name) => {
        const checked = chosen.includes(name);
        return html`<label><input type="checkbox" class="sr" data-testid="choose-category" .checked=${checked} ?disabled=${full && !checked} @change=${() => toggle(name)} /><span>${name}</span></label>`;
      })}
    </div>
    ${error ? html`<p class="note error" role="alert" data-testid="categories-error">${error}</p>` : ''}
  </fieldset>`;
}
