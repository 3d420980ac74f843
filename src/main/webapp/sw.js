/**
 * Keeps the program itself, so that a page opens without a network: the document and all files of the shell,
 * and nothing else. What is somebody's (under /api, and everything not listed here) never goes through here.
 *
 * The server puts `self.SHELL` before this text: `version`, `pages` (a pattern of the addresses that are the
 * one document) and `files` with their hashes. Another build makes another text, which the browser takes for a
 * new worker: it fetches every file, checks its hash, and takes over as a whole or not at all.
 */
const { version, pages, files } = self.SHELL;
const CACHE = `parley-shell-${version}`;
const DOCUMENT = '/';
const PAGE = new RegExp(`^${pages}$`);

self.addEventListener('install', (event) => event.waitUntil(fill()));

self.addEventListener('activate', (event) => event.waitUntil(clean().then(() => self.clients.claim())));

self.addEventListener('message', ({ data }) => data === 'take over' && self.skipWaiting());

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (PAGE.test(url.pathname)) event.respondWith(kept(DOCUMENT, request));
  } else if (url.pathname in files) {
    event.respondWith(kept(url.pathname, request));
  }
});

async function fill() {
  const cache = await caches.open(CACHE);
  // a file of another build than this worker's is refused by its hash; the browser tries again later
  await cache.addAll(Object.entries(files).map(([path, integrity]) => new Request(path, { integrity, cache: 'no-cache' })));
}

async function clean() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('parley-shell-') && name !== CACHE).map((name) => caches.delete(name)));
}

async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

// A page that is open leads to the conversation itself; otherwise a new one is opened.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data?.path ?? '/'));
});

async function lead(path) {
  const [page] = await self.clients.matchAll({ type: 'window' });
  if (!page) return self.clients.openWindow(path);
  page.postMessage({ path });
  return page.focus();
}
