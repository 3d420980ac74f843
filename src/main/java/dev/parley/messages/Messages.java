package dev.parley.messages;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Sending messages and reading single ones. */
@ApplicationScoped
public class Messages {

  private static final int LONGEST_KEY = 64;
  private static final int MOST_ATTACHMENTS = 10;

  @Inject Settings settings;
  @Inject MessageWriters writers;
  @Inject MessageViews views;

  private int longest;

  @PostConstruct
  void readSettings() {
    longest = settings.number(Setting.PARLEY_MESSAGE_CHARS);
  }

  /**
   * Something to send.
   *
   * @param content may be blank when there are attachments
   * @param key the sender's own name for it, by which a retry is recognised; may be null
   * @param replyTo the id of a message of the same conversation, or null
   * @param attachmentIds ids of own uploads, or null
   */
  public record Draft(String content, String key, Long replyTo, List<Long> attachmentIds) {

    /** Just a text. */
    public static Draft of(String content, String key) {
      return new Draft(content, key, null, null);
    }
  }

  /**
   * Sends a message. That the caller may write there is decided by the statement that stores it.
   *
   * @return completed when the message is committed; exceptionally with a {@link Refusal}
   */
  public CompletableFuture<Receipt> send(Caller caller, long conversationId, Draft draft) {
    List<Long> attachmentIds = draft.attachmentIds() == null ? List.of() : draft.attachmentIds();
    String content = draft.content() == null ? "" : draft.content();
    check(content, !attachmentIds.isEmpty());
    String key = draft.key();
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf('\0') >= 0)) {
      throw Refusal.invalid("key", "key must have 1 to " + LONGEST_KEY + " characters");
    }
    if (attachmentIds.size() > MOST_ATTACHMENTS) {
      throw Refusal.invalid("attachmentIDs", "attachmentIDs may name at most " + MOST_ATTACHMENTS);
    }
    if (Set.copyOf(attachmentIds).size() < attachmentIds.size()) {
      throw Refusal.invalid("attachmentIDs", "attachmentIDs names one twice");
    }
    PendingSend send =
        PendingSend.of(
            conversationId, caller.accountId(), key, content, draft.replyTo(), attachmentIds);
    writers.accept(send);
    return send.answer();
  }

  /** Refuses what can't be the text of a message. */
  public void check(String content, boolean mayBeBlank) {
    if (content == null || !mayBeBlank && content.codePoints().allMatch(Messages::isInvisible)) {
      throw Refusal.invalid("content", "content is missing");
    }
    if (content.length() > longest && content.codePointCount(0, content.length()) > longest) {
      throw Refusal.invalid("content", "content may have at most " + longest + " characters");
    }
    if (content.indexOf('\0') >= 0) {
      throw Refusal.invalid("content", "content may not have NUL characters");
    }
  }

  /** Spaces of all kinds, and what joins or turns characters where there are none. */
  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }

  /** One message of a conversation that the caller is in. */
  @Transactional
  public Message.View get(Caller caller, long messageId) {
    return views
        .list(
            """
            FROM messages m
            JOIN memberships own
              ON own.conversation_id = m.conversation_id AND own.account_id = ?
            JOIN accounts a ON a.id = m.sender_id
            WHERE m.id = ?
            """,
            caller.accountId(),
            messageId)
        .stream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("message"));
  }
}
