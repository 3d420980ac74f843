package dev.parley.search;

import dev.parley.groups.Group;
import dev.parley.groups.GroupViews;
import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import dev.parley.messages.Message;
import dev.parley.people.People;
import dev.parley.people.Person;
import dev.parley.posts.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Finding people, conversations, groups, posts and messages by one text. */
@ApplicationScoped
@Transactional
public class Everything {

  private static final int MOST_PEOPLE = 20;
  private static final int MOST_CONVERSATIONS = 20;
  private static final int MOST_POSTS = 10;
  private static final int MOST_MESSAGES = 10;

  @Inject Sql sql;
  @Inject MessageSearch search;
  @Inject PostSearch posts;
  @Inject People people;
  @Inject GroupViews groups;

  /**
   * What was found.
   *
   * @param people others than the caller, at most 20
   * @param conversations the caller's own, the one with the newest message first, at most 20
   * @param groups those that everybody may know of, whether the caller is in them or not; at most
   *     20
   * @param posts the newest 10; {@code searchPosts} has more
   * @param messages the newest 10; {@code searchMessages} has more
   */
  public record Found(
      List<Person> people,
      List<Conversation> conversations,
      List<Group.Found> groups,
      List<Post> posts,
      List<Message.View> messages) {}

  /**
   * A conversation in short.
   *
   * @param name of a private one the other person's; the picture, too
   * @param picture its address, or null
   */
  public record Conversation(String id, String kind, String name, String picture) {}

  /**
   * People, conversations and groups whose name contains the text; posts, messages with its words.
   */
  public Found find(Caller caller, String text) {
    Wanted.check(text);
    String part = writable(text).strip();
    return part.isEmpty()
        ? new Found(List.of(), List.of(), List.of(), List.of(), List.of())
        : new Found(
            people.list(caller, part, false, null, MOST_PEOPLE).items(),
            conversations(caller, part),
            groups.search(caller, part),
            posts.find(caller, text, null, MOST_POSTS).posts(),
            search.find(caller, text, null, null, MOST_MESSAGES).messages());
  }

  private List<Conversation> conversations(Caller caller, String part) {
    String[] patterns = Sql.containing(part);
    return sql.list(
        row ->
            new Conversation(
                row.getString("id"),
                row.getString("kind"),
                row.getString("name"),
                PictureAddress.of(row.getObject("picture_id", Long.class))),
        """
        SELECT c.id, c.kind, coalesce(other.name, c.name) AS name,
          coalesce(other.picture_id, c.picture_id) AS picture_id
        FROM memberships own
        JOIN conversations c ON c.id = own.conversation_id
        LEFT JOIN accounts other ON other.id =
          CASE WHEN c.pair_low = own.account_id THEN c.pair_high ELSE c.pair_low END
        WHERE own.account_id = ? AND
          CASE WHEN other.id IS NULL
            THEN c.name ILIKE ANY (?) OR c.topic ILIKE ANY (?)
            ELSE other.name ILIKE ANY (?) OR other.full_name ILIKE ANY (?) END
        ORDER BY coalesce(c.last_message_at, c.created_at) DESC, c.id DESC LIMIT ?
        """,
        caller.accountId(),
        patterns,
        patterns,
        patterns,
        patterns,
        MOST_CONVERSATIONS);
  }

  /** Without what PostgreSQL can't store, and so no name contains. */
  private static String writable(String text) {
    return text.codePoints()
        .filter(c -> c != 0 && Character.getType(c) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
