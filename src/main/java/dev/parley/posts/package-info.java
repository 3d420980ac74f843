/**
 * Posts: what people write for everybody, for their followers, for their close friends or for a
 * group, with comments, votes, pictures and the categories that moderators keep.
 *
 * <p>Who may see a post is decided in one place, the database's view {@code visible_posts}: it has
 * a row for each viewer and each post that this viewer may see. It lies there and not in a class
 * because packages that can't know this one must ask it, too: {@code attachments} for the pictures.
 * Whatever one does to a post or a comment begins there, so what one may not see does not exist.
 *
 * <p>An office (moderator, administrator) shows nobody more; who has one may delete what they see.
 */
package dev.parley.posts;
