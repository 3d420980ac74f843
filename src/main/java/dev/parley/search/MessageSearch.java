package dev.parley.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Page;
import dev.parley.kernel.Sql;
import dev.parley.messages.Message;
import dev.parley.messages.MessageViews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Finding messages by their words, in the caller's own conversations. */
@ApplicationScoped
@Transactional
public class MessageSearch {

  /** Stands for the conversation in a query; no word contains it. */
  private static final String CONVERSATION = "~";

  /**
   * Looks into each conversation by itself, for the index has its words by conversation: what it
   * costs depends on what the caller can read, not on what there is.
   *
   * <p>In a long conversation a frequent word is soon found among the newest messages; only when
   * those have too few, the index is asked, which gives all that there are at once. The OFFSET
   * keeps the planner from walking along all messages in their order instead.
   */
  private static final String FIND =
      """
      SELECT found.id FROM memberships own
      JOIN conversations c ON c.id = own.conversation_id
      CROSS JOIN LATERAL (
        SELECT replace(?, '~', own.conversation_id::text)::tsquery AS words) wanted
      CROSS JOIN LATERAL (
        WITH newest AS MATERIALIZED (
          SELECT id, words @@ wanted.words AS hit FROM (
            SELECT id, words FROM message_words
            WHERE conversation_id = own.conversation_id AND id < ?
            ORDER BY id DESC LIMIT CASE WHEN c.seq > 1000 THEN 200 ELSE 0 END) n)
        SELECT id FROM newest WHERE hit
        UNION ALL
        SELECT id FROM (
          SELECT id FROM message_words
          WHERE words @@ wanted.words AND id + 0 < coalesce((SELECT min(id) FROM newest), ?)
            AND (SELECT count(*) FROM newest WHERE hit) < ?
          OFFSET 0) older
        ORDER BY id DESC LIMIT ?) found
      WHERE own.account_id = ? AND (?::bigint IS NULL OR own.conversation_id = ?)
      ORDER BY found.id DESC LIMIT ?
      """;

  @Inject Sql sql;
  @Inject Wanted wanted;
  @Inject Memberships memberships;
  @Inject MessageViews views;

  /**
   * A page of messages.
   *
   * @param messages the newest first; may be fewer than were asked for
   * @param next the cursor that gets older ones, absent when there are none
   */
  public record Found(
      List<Message.View> messages, @JsonInclude(JsonInclude.Include.NON_NULL) String next) {
    static final Found NOTHING = new Found(List.of(), null);
  }

  /**
   * Messages in which every word of the text stands in one of its forms; of the last word, the
   * beginning is enough. Newest first.
   *
   * @param conversationId the only conversation to look into, or null
   * @param before the cursor of the page before, or null
   */
  public Found find(Caller caller, String text, Long conversationId, Long before, int limit) {
    Wanted.check(text);
    if (conversationId != null) {
      memberships.require(caller, conversationId);
    }
    List<String> words = Words.of(text);
    if (words.isEmpty()) {
      return Found.NOTHING;
    }
    long from = before == null ? Long.MAX_VALUE : before;
    Page<Long> ids =
        Page.cut(
            sql.list(
                row -> row.getLong("id"),
                FIND,
                wanted.query(CONVERSATION, words),
                from,
                from,
                limit + 1,
                limit + 1,
                caller.accountId(),
                conversationId,
                conversationId,
                limit + 1),
            limit,
            String::valueOf);
    return new Found(messages(ids.items()), ids.next());
  }

  /** As they are now: what was deleted a moment ago may still be in the index. */
  private List<Message.View> messages(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : views.list(
            """
            FROM unnest(?::bigint[]) AS i(id)
            CROSS JOIN LATERAL (SELECT * FROM messages WHERE id = i.id LIMIT 1) m
            JOIN accounts a ON a.id = m.sender_id
            WHERE m.deleted_at IS NULL ORDER BY m.id DESC
            """,
            ids);
  }
}
