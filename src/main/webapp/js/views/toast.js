const SHOWN = 3_500;
const SHOWN_TO_CHOOSE = 10_000;
let timer;

/**
 * Tells in a few words what has happened, at the bottom of the page for a moment.
 *
 * @param {string} text
 * @param {{href?: string, action?: string}} [way] where to go from here, and what that is called
 */
export function toast(text, { href, action } = {}) {
  let place = document.querySelector('.toast');
  if (!place) {
    place = document.createElement('div');
    place.className = 'toast';
    place.dataset.testid = 'toast';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  place.textContent = text;
  if (href) {
    const link = Object.assign(document.createElement('a'), { href, textContent: action, onclick: () => (place.hidden = true) });
    place.append(' ', link);
  }
  place.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    place.hidden = true;
  }, href ? SHOWN_TO_CHOOSE : SHOWN);
}
