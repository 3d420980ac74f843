package dev.parley.posts;

/** What happened to posts and comments. */
public sealed interface PostEvent {

  /** The post it happened to, or below which. */
  long postId();

  /** Who wrote the post. */
  long authorId();

  /** Who did it. */
  long actorId();

  /**
   * There is a new post.
   *
   * @param groupId the group that it is in, or null
   */
  record Posted(long postId, long authorId, Long groupId) implements PostEvent {
    @Override
    public long actorId() {
      return authorId;
    }
  }

  /** A post is another than before. */
  record Edited(long postId, long authorId) implements PostEvent {
    @Override
    public long actorId() {
      return authorId;
    }
  }

  /** A post is gone, with everything below it. */
  record Deleted(long postId, long authorId, long actorId) implements PostEvent {}

  /** There is a new comment. */
  record Commented(long postId, long authorId, long actorId, long commentId) implements PostEvent {}

  /** A comment is another than before. */
  record CommentEdited(long postId, long authorId, long actorId, long commentId)
      implements PostEvent {}

  /** A comment is gone. */
  record CommentDeleted(long postId, long authorId, long actorId, long commentId)
      implements PostEvent {}

  /**
   * Somebody likes or dislikes something now, or not any more.
   *
   * @param commentId null when it is about the post itself
   * @param votedAuthorId who wrote what it is about
   * @param liked null when the vote was taken back
   */
  record Voted(
      long postId, long authorId, long actorId, Long commentId, long votedAuthorId, Boolean liked)
      implements PostEvent {}
}
