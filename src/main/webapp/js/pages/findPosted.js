/**
 * Looks for a post that was sent without an answer: the connection was lost on the way there, or on the way back.
 *
 * @param {import('../client.js').Client} client
 * @param {{title: string, body: string}} fields
 * @param {{id: string}|null} group
 * @returns {Promise<object|undefined>} the post, when it is there
 */
export async function findPosted(client, { title, body }, group) {
  const userID = client.store.me.id;
  const posts = group ? await client.request('postsPortionInGroup', { groupID: group.id, offset: 0 }) : await client.request('userPostsPortion', { userID, offset: 0 });
  return posts.find(({ mine, theme, content }) => mine && theme === title.trim() && content.text === body.trim());
}
