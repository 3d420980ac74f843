package dev.parley.messages;

import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationEvent;
import dev.parley.conversations.ConversationViews;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody keeps about a conversation: whether it is muted or in the archive, a draft, and
 * where reading is to go on. It touches their membership only, never the conversation, so nobody
 * who writes there waits for it.
 */
@ApplicationScoped
@Transactional
public class OwnChats {

  private static final String FOREVER = "forever";
  private static final int LONGEST_DRAFT = 8000;

  @Inject Sql sql;
  @Inject Event<MessageEvent> events;

  /**
   * Mutes a conversation, or lets it be heard again.
   *
   * @param until RFC 3339, or {@code forever}, or null to end it
   */
  public OwnChat mute(Caller caller, long conversationId, String until) {
    // Whether it is in the archive stays as it is: from now on that is counted from here.
    return change(
        caller,
        conversationId,
        "muted_until = ?, archived_seq = CASE WHEN "
            + ConversationViews.ARCHIVED
            + " THEN c.seq END",
        until == null ? null : time(until));
  }

  /** Puts a conversation into the archive, or takes it out. */
  public OwnChat archive(Caller caller, long conversationId, boolean archived) {
    return change(
        caller, conversationId, "archived_seq = CASE WHEN ?::boolean THEN c.seq END", archived);
  }

  /**
   * Keeps what the caller has begun to write, for all their devices; the last one wins.
   *
   * @param content empty when there is nothing to keep any more
   */
  public OwnChat saveDraft(Caller caller, long conversationId, String content) {
    if (content == null) {
      throw Refusal.invalid("content", "content is missing");
    }
    if (content.codePointCount(0, content.length()) > LONGEST_DRAFT) {
      throw Refusal.invalid("content", "content may have at most " + LONGEST_DRAFT + " characters");
    }
    if (content.indexOf('\0') >= 0) {
      throw Refusal.invalid("content", "content may not have NUL characters");
    }
    return change(caller, conversationId, "draft = ?", content);
  }

  /**
   * Moves the caller's read mark down, so that a message and what follows is unread again. What the
   * others were told is not taken back.
   *
   * @param seq the first message that is to be unread
   */
  public OwnChat markUnread(Caller caller, long conversationId, long seq) {
    if (seq < 1) {
      throw Refusal.invalid("seq", "seq must be at least 1");
    }
    return change(caller, conversationId, "read_seq = least(own.read_seq, ?)", seq - 1);
  }

  /** Tells those concerned that they may do more now, or less. */
  void observe(@Observes ConversationEvent event) {
    if (event instanceof ConversationEvent.WritingChanged changed) {
      tell(changed.conversationId(), changed.accountIds());
    } else if (event instanceof ConversationEvent.RolesChanged changed) {
      tell(changed.conversationId(), changed.accountIds());
    }
  }

  private void tell(long conversationId, List<Long> accountIds) {
    for (Long accountId : accountIds) {
      OwnChat now = get(conversationId, accountId);
      events.fire(new MessageEvent.OwnChanged(accountId, now));
    }
  }

  private OwnChat change(Caller caller, long conversationId, String change, Object parameter) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(parameter);
    parameters.addAll(Arrays.asList(conversationId, caller.accountId()));
    int changed =
        sql.update(
            "UPDATE memberships own SET rev = own.rev + 1, "
                + change
                + """
                 FROM conversations c
                WHERE c.id = own.conversation_id AND own.conversation_id = ? AND own.account_id = ?
                """,
            parameters.toArray());
    if (changed == 0) {
      throw Refusal.notFound("conversation");
    }
    OwnChat now = get(conversationId, caller.accountId());
    events.fire(new MessageEvent.OwnChanged(caller.accountId(), now));
    return now;
  }

  private OwnChat get(long conversationId, long accountId) {
    return sql.first(
            OwnChat.ROW,
            "SELECT "
                + OwnChat.COLUMNS
                + Unread.FROM
                + "WHERE own.conversation_id = ? AND own.account_id = ?",
            conversationId,
            accountId)
        .orElseThrow();
  }

  private static Instant time(String until) {
    if (until.equals(FOREVER)) {
      return Conversation.FOREVER;
    }
    try {
      Instant time = OffsetDateTime.parse(until).toInstant();
      if (!time.isAfter(Instant.now())) {
        throw Refusal.invalid("until", "until is over");
      }
      return time.isAfter(Conversation.FOREVER) ? Conversation.FOREVER : time;
    } catch (DateTimeParseException e) {
      throw Refusal.invalid("until", "until must be a time such as 2030-01-31T08:00:00Z");
    }
  }
}
