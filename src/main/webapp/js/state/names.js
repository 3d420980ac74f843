/** @param {{name?: string, fullName?: string}|null|undefined} person @returns {string} what to call them */
export const personName = (person) => person?.fullName || person?.name || 'Somebody';

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
