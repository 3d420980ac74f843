const SHOWN = 3_500;
let timer;

/** Tells in a few words what has happened, at the bottom of the page for a moment. @param {string} text */
export function toast(text) {
  let place = document.querySelector('.toast');
  if (!place) {
    place = document.createElement('div');
    place.className = 'toast';
    place.dataset.testid = 'toast';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  place.textContent = text;
  place.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    place.hidden = true;
  }, SHOWN);
}
