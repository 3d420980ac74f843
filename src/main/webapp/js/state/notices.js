import { personName } from './names.js';

const when = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' });

/** A name within a sentence. */
const named = (name) => ({ name });

/** What each kind of notification says, as texts and names; `who`, `group` and `title` are names. */
const SENTENCES = {
  'follow request': ({ who }) => [who, ' wants to follow you'],
  'join group request': ({ who, group }) => [who, ' wants to join ', group],
  'invite to group': ({ who, group }) => [who, ' invites you to ', group],
  'join group request accepted': ({ group }) => ['You are a member of ', group, ' now'],
  'join group request declined': ({ group }) => ['Your request to join ', group, ' was declined'],
  'invite to group accepted': ({ who, group }) => [who, ' has accepted your invitation to ', group],
  'invite to group rejected': ({ who, group }) => [who, ' has declined your invitation to ', group],
  'new chat message': ({ who, chat }) => (chat ? ['There are new messages in ', chat] : [who, ' has written to you']),
  'new group event': ({ who, group, title }) => [who, ' plans ', title, ' in ', group],
  'group event reminder': ({ title, group, begins }) => [title, ' of ', group, ` begins on ${begins}`],
  'group post': ({ who, group }) => [who, ' has written in ', group],
  comment: ({ who }) => [who, ' has commented on your post'],
  reaction: ({ who, commentId }) => [who, ` has reacted to your ${commentId ? 'comment' : 'post'}`],
};

/** Where each kind leads. */
const PLACES = {
  'follow request': ({ fromUserId }) => `/profile/${fromUserId}`,
  'new chat message': ({ chatId }) => `/chat/${chatId}`,
  'new group event': ({ eventId }) => `/event/${eventId}`,
  'group event reminder': ({ eventId }) => `/event/${eventId}`,
  'group post': ({ postId }) => `/post/${postId}`,
  comment: commentOf,
  reaction: commentOf,
};

function commentOf({ postId, commentId }) {
  return commentId ? `/post/${postId}?comment=${commentId}` : `/post/${postId}`;
}

/** What accepting and declining is, by the kind that asks for it: the type of the request. */
export const ANSWERS = {
  'follow request': { accept: 'acceptFollowRequest', decline: 'declineFollowRequest' },
  'join group request': { accept: 'acceptRequestToJoinGroup', decline: 'declineRequestToJoinGroup' },
  'invite to group': { accept: 'acceptInvitationToGroup', decline: 'declineInvitationToGroup' },
};

/**
 * A notification in words. What this client knows of a kind that is newer than itself is the server's sentence.
 *
 * @param {object} notice as the server gives it @param {import('./store.js').Store} store
 * @returns {(string|{name: string})[]} texts, and names that stand out
 */
export function sentenceOf(notice, store) {
  const sentence = SENTENCES[notice.type];
  if (!sentence) return [notice.body];
  const chat = store.chats.get(notice.chatId);
  return sentence({
    who: named(whoOf(notice, store)),
    group: named(notice.groupName ?? 'a group'),
    title: named(notice.eventTitle ?? 'an event'),
    chat: chat && chat.kind !== 'private' ? named(store.nameOf(chat)) : null,
    begins: notice.dateEvent ? when.format(new Date(notice.dateEvent)) : 'a day that is near',
    commentId: notice.commentId,
  });
}

/** @param {object} notice @param {import('./store.js').Store} store @returns {string} the same without names standing out */
export const textOf = (notice, store) =>
  sentenceOf(notice, store)
    .map((part) => part.name ?? part)
    .join('');

/** @param {object} notice @returns {string} the address of what it is about */
export const placeOf = (notice) => PLACES[notice.type]?.(notice) ?? (notice.groupId ? `/group/${notice.groupId}` : '/notifications');

/** @param {object} notice @param {import('./store.js').Store} store @returns {string} who did it */
export function whoOf({ fromUserId, fromUserName }, store) {
  return personName(store.people.get(fromUserId) ?? { name: fromUserName });
}

/** @param {object[]} notices unread ones @returns {Set<number>} ids of those that count: chats have a count of their own */
export const counted = (notices) => new Set(notices.filter(({ type }) => type !== 'new chat message').map(({ id }) => id));
