package dev.parley.messages;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.regex.Pattern;

/** The emoji that people leave on messages. Whoever calls this holds the conversation's row. */
@ApplicationScoped
@Transactional
public class Reactions {

  private static final int LONGEST = 32;
  private static final int MOST_KINDS = 20;

  /** One symbol with whatever may modify it, or a key cap; never text. */
  private static final Pattern EMOJI =
      Pattern.compile(
          "(?=.*[\\p{So}\\u20E3\\u203C\\u2049\\u2194-\\u21AA])"
              + "[\\p{So}\\p{Sk}\\p{M}\\p{Sm}\\u203C\\u2049\\u200D\\uFE0F\\u20E3#*0-9"
              + "\\x{E0020}-\\x{E007F}]+");

  @Inject Sql sql;

  /** Adds the caller's emoji, or takes it back. */
  void toggle(Caller caller, Message.Place place, String emoji) {
    if (emoji == null || emoji.isEmpty()) {
      throw Refusal.invalid("emoji", "emoji is missing");
    }
    if (emoji.length() > LONGEST || !EMOJI.matcher(emoji).matches()) {
      throw Refusal.invalid("emoji", "emoji must be one emoji");
    }
    int taken =
        sql.update(
            """
            DELETE FROM reactions
            WHERE conversation_id = ? AND seq = ? AND account_id = ? AND emoji = ?
            """,
            place.conversationId(),
            place.seq(),
            caller.accountId(),
            emoji);
    if (taken == 0) {
      add(caller, place, emoji);
    }
    sql.update(
        """
        UPDATE messages m SET reacted = EXISTS (
          SELECT FROM reactions r WHERE r.conversation_id = m.conversation_id AND r.seq = m.seq)
        WHERE conversation_id = ? AND seq = ?
        """,
        place.conversationId(),
        place.seq());
  }

  private void add(Caller caller, Message.Place place, String emoji) {
    sql.update(
        """
        INSERT INTO reactions (conversation_id, seq, account_id, emoji, created_at)
        VALUES (?, ?, ?, ?, clock_timestamp())
        """,
        place.conversationId(),
        place.seq(),
        caller.accountId(),
        emoji);
    int kinds =
        sql.list(
                row -> row.getString("emoji"),
                "SELECT DISTINCT emoji FROM reactions WHERE conversation_id = ? AND seq = ?",
                place.conversationId(),
                place.seq())
            .size();
    if (kinds > MOST_KINDS) {
      throw Refusal.conflict("emoji", "a message has at most " + MOST_KINDS + " kinds of emoji");
    }
  }

  void clear(Message.Place place) {
    sql.update(
        "DELETE FROM reactions WHERE conversation_id = ? AND seq = ?",
        place.conversationId(),
        place.seq());
  }
}
