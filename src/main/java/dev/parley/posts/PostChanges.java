package dev.parley.posts;

import dev.parley.accounts.AccountEvent;
import dev.parley.attachments.PictureClaims;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writing, changing and deleting posts. */
@ApplicationScoped
@Transactional
public class PostChanges {

  @Inject Sql sql;
  @Inject Posts posts;
  @Inject PostViewers viewers;
  @Inject Categories categories;
  @Inject PictureClaims pictures;
  @Inject Event<PostEvent> events;

  /**
   * What a post is to be. When one is edited, what is null stays.
   *
   * @param categories names; null when there is none
   * @param postType 0 everybody, 1 followers, 2 close friends; null is 0. Means nothing in a group
   * @param pictureID the id of an own upload; empty: no picture
   */
  public record Draft(
      String title, String body, List<String> categories, Integer postType, String pictureID) {}

  /**
   * Writes a post.
   *
   * @param groupId the group that it is for, or null
   */
  public Post create(Caller caller, Draft draft, Long groupId) {
    String title = Texts.title(draft.title());
    String body = Texts.body(draft.body());
    int visibility = visibility(draft.postType());
    if (groupId != null) {
      viewers.requireGroup(caller, groupId);
    }
    long id =
        sql.first(
                row -> row.getLong("id"),
                """
                INSERT INTO posts (author_id, conversation_id, title, body, visibility)
                VALUES (?, ?::bigint, ?, ?, ?) RETURNING id
                """,
                caller.accountId(),
                groupId,
                title,
                body,
                groupId == null ? visibility : 0)
            .orElseThrow();
    if (draft.categories() != null) {
      categories.set(id, draft.categories());
    }
    pictures.changeOfPost(caller, draft.pictureID(), id);
    events.fire(new PostEvent.Posted(id, caller.accountId(), groupId));
    return posts.get(caller, id);
  }

  /** Changes one's own post. */
  public Post edit(Caller caller, long postId, Draft draft) {
    PostViewers.Found found = viewers.require(caller, postId);
    if (!found.own()) {
      throw Refusal.forbidden("only the author may edit a post");
    }
    String title = draft.title() == null ? null : Texts.title(draft.title());
    String body = draft.body() == null ? null : Texts.body(draft.body());
    Integer visibility =
        draft.postType() == null || found.groupId() != null ? null : visibility(draft.postType());
    // First, and so alone: two changes of one post come one after the other.
    int changed =
        sql.update(
            """
            UPDATE posts SET title = coalesce(?::text, title), body = coalesce(?::text, body),
              visibility = coalesce(?::smallint, visibility), edited_at = now()
            WHERE id = ? AND deleted_at IS NULL
            """,
            title,
            body,
            visibility,
            postId);
    if (changed == 0) {
      throw PostViewers.missing();
    }
    if (draft.categories() != null) {
      categories.set(postId, draft.categories());
    }
    pictures.changeOfPost(caller, draft.pictureID(), postId);
    events.fire(new PostEvent.Edited(postId, caller.accountId()));
    return posts.get(caller, postId);
  }

  /** Deletes a post: one's own, or as somebody who keeps order there. */
  public void delete(Caller caller, long postId) {
    PostViewers.Found found = viewers.require(caller, postId);
    if (!found.own() && !found.moderates()) {
      throw Refusal.forbidden("only the author may delete a post");
    }
    if (empty("id = ?", postId) == 0) {
      throw PostViewers.missing();
    }
    events.fire(new PostEvent.Deleted(postId, found.authorId(), caller.accountId()));
  }

  /** A person's own page goes with the person; what they wrote elsewhere stays. */
  void leave(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Deleted) {
      empty("author_id = ? AND conversation_id IS NULL", event.accountId());
    }
  }

  /** Takes everything out of posts and off them; how many there were. */
  private int empty(String which, long id) {
    List<Long> ids =
        sql.list(
            row -> row.getLong("id"),
            """
            UPDATE posts SET title = '', body = '', edited_at = NULL, deleted_at = now()
            WHERE deleted_at IS NULL AND\s"""
                + which
                + " RETURNING id",
            id);
    pictures.releaseBelow(ids);
    sql.update("DELETE FROM post_categories WHERE post_id = ANY (?)", ids);
    sql.update("DELETE FROM post_votes WHERE post_id = ANY (?)", ids);
    sql.update(
        """
        DELETE FROM comment_votes WHERE comment_id IN (
          SELECT id FROM comments WHERE post_id = ANY (?))
        """,
        ids);
    sql.update(
        """
        UPDATE comments SET body = '', deleted_at = now()
        WHERE post_id = ANY (?) AND deleted_at IS NULL
        """,
        ids);
    return ids.size();
  }

  private static int visibility(Integer postType) {
    int type = postType == null ? 0 : postType;
    if (type < 0 || type > 2) {
      throw Refusal.invalid("postType", "postType must be 0, 1 or 2");
    }
    return type;
  }
}
