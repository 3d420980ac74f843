const routes = [
  ['login', /^\/login$/],
  ['join', /^\/join$/],
  ['home', /^\/$/],
  ['people', /^\/people$/],
  ['person', /^\/people\/([^/]+)$/, 'userID'],
  ['chat', /^\/chat\/([^/]+)$/, 'chatID'],
  ['message', /^\/chat\/([^/]+)\/(\d+)$/, 'chatID', 'seq'],
  ['details', /^\/chat\/([^/]+)\/details$/, 'chatID'],
  ['new', /^\/new$/],
  ['invite', /^\/invite\/([^/]+)$/, 'code'],
  ['search', /^\/search$/],
  ['archive', /^\/archive$/],
  ['settings', /^\/settings$/],
  ['sessions', /^\/settings\/sessions$/],
  ['blocked', /^\/settings\/blocked$/],
  ['feed', /^\/feed$/],
  ['write', /^\/write$/],
  ['post', /^\/post\/(\d+)$/, 'postID'],
  ['profile', /^\/profile\/(\d+)$/, 'userID'],
  ['followers', /^\/profile\/(\d+)\/followers$/, 'userID'],
  ['following', /^\/profile\/(\d+)\/following$/, 'userID'],
  ['requests', /^\/requests$/],
  ['friends', /^\/settings\/friends$/],
  ['groups', /^\/groups$/],
  ['newGroup', /^\/groups\/new$/],
  ['group', /^\/group\/(\d+)$/, 'groupID'],
  ['groupMembers', /^\/group\/(\d+)\/members$/, 'groupID'],
  ['groupEvents', /^\/group\/(\d+)\/events$/, 'groupID'],
  ['event', /^\/event\/(\d+)$/, 'eventID'],
  ['notifications', /^\/notifications$/],
];

/** The address bar as a route `{name, query, chatID?, userID?, seq?, code?, …}`. Tells of changes by a `change` event. */
export class Router extends EventTarget {
  route = { name: 'home' };

  start() {
    addEventListener('popstate', () => this.#read());
    document.addEventListener('click', (event) => this.#follow(event));
    this.#read();
  }

  /** @param {string} path @param {{replace?: boolean}} [options] replace: "back" does not lead here again */
  go(path, { replace = false } = {}) {
    // the same once more: a link to a message that is open already leads to it again
    if (path !== location.pathname + location.search) history[replace ? 'replaceState' : 'pushState'](null, '', path);
    this.#read();
  }

  #read() {
    const path = decodeURI(location.pathname);
    this.route = { name: 'unknown' };
    for (const [name, pattern, ...parameters] of routes) {
      const match = pattern.exec(path);
      if (match) this.route = { name, ...Object.fromEntries(parameters.map((each, i) => [each, match[i + 1]])) };
    }
    this.route.query = Object.fromEntries(new URLSearchParams(location.search));
    if (this.route.name === 'search') Object.assign(this.route, { text: this.route.query.text ?? '', chatID: this.route.query.chat ?? null });
    this.dispatchEvent(new Event('change'));
  }

  // Plain clicks on own links stay in the page; anything with a modifier is the browser's.
  #follow(event) {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[href]');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

/**
 * The place to return to after logging in. Only own paths: an address from elsewhere must not choose where
 * a fresh session goes.
 *
 * @param {string} search of an address, such as `?next=%2Fchat%2F9`
 */
export function nextPath(search) {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const url = URL.canParse(next, location.origin) ? new URL(next, location.origin) : location;
  const own = url.origin === location.origin && !/^\/(login|join)\b/.test(url.pathname);
  return own ? url.pathname + url.search : '/';
}
