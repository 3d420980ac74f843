// What was open before, as far as the browser tells.
function before() {
  const { navigation } = window;
  const entry = navigation?.entries?.()[navigation.currentEntry.index - 1];
  if (!entry?.url) return null;
  const url = new URL(entry.url);
  return url.origin === location.origin ? url : null;
}

/**
 * @param {string} otherwise where to go when nothing was open before
 * @param {RegExp} [unless] what is passed over: it would lead here again
 * @returns {string} the address of the page that one came from
 */
export function cameFrom(otherwise, unless = /^\/(login|join|write|post\/)/) {
  const url = before();
  return url && !unless.test(url.pathname) ? url.pathname + url.search : otherwise;
}

/** For a link back: to a page that was open just before one returns as one left it. @param {MouseEvent} event */
export function goBack(event) {
  const url = before();
  const { pathname, search } = event.currentTarget;
  if (!url || url.pathname + url.search !== pathname + search || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.back();
}
