package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The caller's chats in short, for clients that show a list of names and no more. */
@ApplicationScoped
@Transactional
public class ChatList {

  @Inject Sql sql;

  /**
   * A chat.
   *
   * @param id the conversation's
   * @param name of a private one the other person's
   * @param type {@link #PRIVATE} or {@link #GROUP}; everything that is not between two is a group
   * @param userID the other person of a private one, or null
   * @param picture its address, or null; of a private one the other person's
   */
  public record Entry(String id, String name, int type, String userID, String picture) {

    /** Between two people. */
    public static final int PRIVATE = 0;

    /** Of many. */
    public static final int GROUP = 1;
  }

  /** All of them, the one with the newest message first. */
  public List<Entry> of(Caller caller) {
    return sql.list(
        row ->
            new Entry(
                row.getString("id"),
                row.getString("name"),
                row.getString("kind").equals("private") ? Entry.PRIVATE : Entry.GROUP,
                row.getString("other_id"),
                PictureAddress.of(row.getObject("picture_id", Long.class))),
        """
        SELECT c.id, c.kind, other.id AS other_id, coalesce(other.name, c.name) AS name,
          CASE WHEN other.id IS NULL THEN c.picture_id ELSE other.picture_id END AS picture_id
        FROM memberships own
        JOIN conversations c ON c.id = own.conversation_id
        LEFT JOIN accounts other ON other.id =
          CASE WHEN c.pair_low = own.account_id THEN c.pair_high ELSE c.pair_low END
        WHERE own.account_id = ?
        ORDER BY coalesce(c.last_message_at, c.created_at) DESC, c.id DESC
        """,
        caller.accountId());
  }
}
