/**
 * What this browser keeps of one account between two visits, in IndexedDB.
 *
 * There is room for one account only. The record `owner` says whose it is, with a `grant` made at log-in that
 * ends at log-out: what a forgotten page of an earlier account still wants to write finds another grant, or
 * none, and is dropped. Where a browser keeps nothing (it may be forbidden), everything here does nothing, and
 * answers `undefined`.
 *
 * Stores: `head` (`owner`, `state`, `people`), `chats` by id, `outbox` numbered in the order of writing,
 * `drafts` by conversation.
 */
export class Vault {
  #opening;
  #grant = null;

  /**
   * @returns {Promise<{state: object, people: object[], chats: object[], outbox: object[], drafts: object[]}
   *   |undefined>} everything, when somebody has been here before and did not log out
   */
  read() {
    return this.#run('readonly', async ({ head, ...stores }) => {
      const [owner, state, people] = await Promise.all(['owner', 'state', 'people'].map((id) => done(head.get(id))));
      if (!owner?.grant || !state?.me) return undefined;
      this.#grant = owner.grant;
      const [chats, outbox, drafts] = await Promise.all(['chats', 'outbox', 'drafts'].map((name) => done(stores[name].getAll())));
      return { state, people: people ?? [], chats, outbox, drafts };
    });
  }

  /**
   * Somebody is logged in: what was another's goes.
   *
   * @param {string} accountID
   * @returns {Promise<{outbox: object[], drafts: object[]}|undefined>} what the same account had left unsent
   */
  claim(accountID) {
    return this.#run('readwrite', async ({ head, ...stores }) => {
      const owner = await done(head.get('owner'));
      if (owner?.id !== accountID) for (const store of [head, ...Object.values(stores)]) store.clear();
      this.#grant = (owner?.id === accountID && owner.grant) || newKey();
      head.put({ id: accountID, grant: this.#grant }, 'owner');
      const [outbox, drafts] = await Promise.all([done(stores.outbox.getAll()), done(stores.drafts.getAll())]);
      return { outbox, drafts };
    });
  }

  /**
   * Changes what is kept, unless it is another's by now.
   *
   * @template T
   * @param {(stores: Record<string, IDBObjectStore>) => Promise<T>|T} work awaits nothing but `done`
   * @returns {Promise<T|undefined>}
   */
  change(work) {
    const grant = this.#grant;
    if (!grant) return Promise.resolve(undefined);
    return this.#run('readwrite', async (stores) => {
      const owner = await done(stores.head.get('owner'));
      return owner?.grant === grant ? work(stores) : undefined;
    });
  }

  /** @returns {Promise<object[]|undefined>} all entries of the outbox in the order of writing */
  outbox() {
    return this.#grant ? this.#run('readonly', ({ outbox }) => done(outbox.getAll())) : Promise.resolve(undefined);
  }

  /** The session has ended. @param {{keepUnsent: boolean}} what unsent messages wait for their author's return */
  empty({ keepUnsent }) {
    const grant = this.#grant;
    this.#grant = null;
    return this.#run('readwrite', async ({ head, chats, drafts, outbox }) => {
      const owner = await done(head.get('owner'));
      if (owner?.grant && owner.grant !== grant) return; // somebody has logged in since, in another page
      for (const store of [head, chats, drafts]) store.clear();
      if (!keepUnsent) outbox.clear();
      else if (owner) head.put({ id: owner.id }, 'owner');
    });
  }

  // All stores in each transaction: there are few, and what is read belongs together.
  async #run(mode, work) {
    try {
      const db = await (this.#opening ??= this.#open());
      const transaction = db.transaction(STORES, mode);
      const stores = Object.fromEntries(STORES.map((name) => [name, transaction.objectStore(name)]));
      const written = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      const [answer] = await Promise.all([work(stores), written]);
      return answer;
    } catch {
      return undefined; // forbidden, full, or taken away: the page goes on without
    }
  }

  async #open() {
    const request = indexedDB.open('parley', 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('head');
      db.createObjectStore('chats', { keyPath: 'id' });
      db.createObjectStore('outbox', { keyPath: 'n', autoIncrement: true });
      db.createObjectStore('drafts', { keyPath: 'id' });
    };
    const db = await done(request);
    db.onversionchange = () => db.close(); // a newer page wants to change it
    db.onclose = () => (this.#opening = undefined);
    return db;
  }
}

const STORES = ['head', 'chats', 'outbox', 'drafts'];

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @returns {string} unique for ever; `randomUUID` is missing where a page came without TLS */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
