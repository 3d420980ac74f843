/**
 * What a post or a comment looks like right after a vote; the same vote again takes it back.
 *
 * @param {{likes: number[], userReaction: number}} content `likes` are dislikes and likes
 * @param {boolean} liked
 */
function voted(content, liked) {
  const vote = liked ? 1 : 0;
  const likes = [...content.likes];
  const takenBack = content.userReaction === vote;
  if (content.userReaction >= 0) likes[content.userReaction]--;
  if (!takenBack) likes[vote]++;
  return { ...content, likes, userReaction: takenBack ? -1 : vote };
}

/** What the server has counted. @param {object} content @param {{likes: number, dislikes: number, userReactions: number}} tally */
const tallied = (content, { likes, dislikes, userReactions }) => ({ ...content, likes: [dislikes, likes], userReaction: userReactions });

/**
 * Votes: shows it at once, and takes it back when the server refuses.
 *
 * @param {import('../client.js').Client} client
 * @param {'post'|'comment'} messageType
 * @param {{id: string, content: object}} what
 * @param {boolean} liked
 * @param {(content: object) => void} show
 */
export async function vote(client, messageType, { id, content }, liked, show) {
  show(voted(content, liked));
  try {
    show(tallied(content, await client.request('likePost', { messageType, messageID: id, reaction: liked })));
  } catch (error) {
    show(content);
    throw error;
  }
}
