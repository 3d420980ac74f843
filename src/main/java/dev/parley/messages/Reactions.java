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

  /** What emoji are among the symbols, those that Java does not know yet, and elsewhere. */
  private static final String SYMBOLS =
      "\\p{So}\\x{1F000}-\\x{1FAFF}\\u203C\\u2049\\u20E3\\u2139\\u2194-\\u21AA\\u25FB-\\u25FE"
          + "\\u2934\\u2935\\u3030\\u303D";

  /** One symbol with whatever may modify it, or a key cap; never text, and never two. */
  private static final Pattern EMOJI =
      Pattern.compile(
          "(?=.*[%s])(?=\\X$)[%s\\p{Sk}\\p{M}\\p{Sm}\\u200D\\uFE0F#*0-9\\x{E0020}-\\x{E007F}]+"
              .formatted(SYMBOLS, SYMBOLS));

  @Inject Sql sql;

  /** Adds the caller's emoji, or takes it back. */
  void toggle(Caller caller, Message.Place place, String emoji) {
    if (emoji == null || emoji.isEmpty()) {
      throw Refusal.invalid("emoji", "emoji is missing");
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
    if (!isEmoji(emoji)) {
      throw Refusal.invalid("emoji", "emoji must be one emoji");
    }
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

  static boolean isEmoji(String text) {
    return text.length() <= LONGEST && EMOJI.matcher(text).matches();
  }

  void clear(Message.Place place) {
    sql.update(
        "DELETE FROM reactions WHERE conversation_id = ? AND seq = ?",
        place.conversationId(),
        place.seq());
  }
}
