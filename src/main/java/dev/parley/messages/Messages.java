package dev.parley.messages;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.kernel.Sql;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.CompletableFuture;

/** Sending messages and reading single ones. */
@ApplicationScoped
public class Messages {

  private static final int LONGEST_KEY = 64;

  @Inject Settings settings;
  @Inject MessageWriters writers;
  @Inject Memberships memberships;
  @Inject Sql sql;

  private int longest;

  @PostConstruct
  void readSettings() {
    longest = settings.number(Setting.PARLEY_MESSAGE_CHARS);
  }

  /**
   * Sends a message. That the caller is a member is decided by the statement that stores it.
   *
   * @param key the caller's own name for this message, by which a retry is recognised; may be null
   * @return completed when the message is committed; exceptionally with a {@link Refusal}
   */
  public CompletableFuture<Receipt> send(
      Caller caller, long conversationId, String content, String key) {
    if (content == null || content.isBlank()) {
      throw Refusal.invalid("content", "content is missing");
    }
    if (content.length() > longest && content.codePointCount(0, content.length()) > longest) {
      throw Refusal.invalid("content", "content may have at most " + longest + " characters");
    }
    if (content.indexOf('\0') >= 0) {
      throw Refusal.invalid("content", "content may not have NUL characters");
    }
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0)) {
      throw Refusal.invalid("key", "key must have 1 to " + LONGEST_KEY + " characters");
    }
    PendingSend send = PendingSend.of(conversationId, caller.accountId(), key, content);
    writers.accept(send);
    return send.answer();
  }

  /** One message of a conversation that the caller is in. */
  @Transactional
  public Message.View get(Caller caller, long messageId) {
    return sql.first(
            Message.ROW,
            "SELECT "
                + Message.COLUMNS
                + """
                 FROM messages m
                JOIN memberships own
                  ON own.conversation_id = m.conversation_id AND own.account_id = ?
                JOIN accounts a ON a.id = m.sender_id
                WHERE m.id = ?
                """,
            caller.accountId(),
            messageId)
        .orElseThrow(() -> Refusal.notFound("message"));
  }
}
