import { personName } from '../state/names.js';
import { nameKey } from '../text/markdown.js';

/**
 * Who is who in a conversation, as its messages need it.
 *
 * @param {import('../state/chat.js').Chat|undefined} chat
 * @param {import('../state/store.js').Store} store
 */
export function peopleOf(chat, store) {
  const { me } = store;
  const members = chat?.members ?? [];
  return {
    me,
    members: chat?.members,
    others: members.filter(({ id }) => id !== me.id),
    otherCount: (chat?.memberCount ?? 2) - 1,
    withFaces: Boolean(chat) && chat.kind !== 'private',
    nameOf: (id) => personName(store.people.get(id) ?? members.find((member) => member.id === id)),
    pictureOf: (id) => (store.people.get(id) ?? members.find((member) => member.id === id))?.picture,
    whoIs: (name, message) => whoIs(nameKey(name), message, members, store),
  };
}

// The server says whom a message mentions; of one on its way it can only be guessed.
function whoIs(key, { mentions }, members, store) {
  const isMeant = ({ id }) => !mentions || mentions.includes(id);
  const person =
    members.find((member) => isMeant(member) && nameKey(member.name) === key) ??
    mentions?.map((id) => store.people.get(id)).find((each) => each && nameKey(each.name) === key);
  return person ? { id: person.id, own: person.id === store.me.id } : null;
}
