/** @param {{name?: string, fullName?: string}|null|undefined} person @returns {string} what to call them */
export const personName = (person) => person?.fullName || person?.name || 'Somebody';

/**
 * What to call somebody of whom only these two came along; the people who are known tell their full names.
 *
 * @param {import('./store.js').Store} store
 * @param {string} id @param {string} name by which they log in
 * @returns {string}
 */
export const knownName = (store, id, name) => personName(store.people.get(id) ?? (id === store.me?.id ? store.me : { name }));

/**
 * @param {import('./chat.js').Chat} chat
 * @param {import('./store.js').Store} store
 * @returns {string} the title of a conversation for this reader
 */
export function chatName(chat, store) {
  if (chat.kind !== 'private') return chat.name || 'Group';
  const other = chat.other(store.me?.id);
  return personName(store.people.get(other?.id) ?? other ?? chat);
}
