package dev.parley.messages;

import dev.parley.attachments.Attachments;
import dev.parley.conversations.Kind;
import dev.parley.conversations.MembershipRole;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * What may happen to a message after it was sent. Each change takes the next {@code ev} of the
 * conversation and holds the conversation's row meanwhile, so that changes of one message come one
 * after the other.
 */
@ApplicationScoped
@Transactional
public class MessageChanges {

  @Inject Sql sql;
  @Inject Messages messages;
  @Inject MessageViews views;
  @Inject References references;
  @Inject Reactions reactions;
  @Inject Attachments attachments;
  @Inject Memberships memberships;
  @Inject Event<MessageEvent> events;

  /** Puts another text into one's own message. */
  public Message.View edit(Caller caller, long messageId, String content) {
    Found found = require(caller, messageId);
    found.requireWritable();
    if (!found.own()) {
      throw Refusal.forbidden("only the sender may edit a message");
    }
    messages.check(content, found.attachments() > 0);
    if (found.content().equals(content)) {
      return view(found.place());
    }
    List<Long> mentions = references.mentions(found.place().conversationId(), content);
    sql.update(
        """
        UPDATE messages SET content = ?, mentions = ?::bigint[], edited_at = now()
        WHERE conversation_id = ? AND seq = ?
        """,
        content,
        mentions.isEmpty() ? null : mentions,
        found.place().conversationId(),
        found.place().seq());
    return changed(found.place(), !mentions.equals(found.mentions()));
  }

  /**
   * Empties a message; it keeps its number. Its sender may, and who administrates the conversation.
   */
  public Message.View delete(Caller caller, long messageId) {
    return delete(require(caller, messageId), true);
  }

  /** Empties a message of the caller's own. */
  public Message.View deleteOwn(Caller caller, long messageId) {
    return delete(require(caller, messageId), false);
  }

  private Message.View delete(Found found, boolean administratorsToo) {
    if (found.system() || !found.own() && !(administratorsToo && found.administrates())) {
      throw Refusal.forbidden("only the sender may delete a message");
    }
    Message.Place place = found.place();
    if (found.deleted()) {
      return view(place);
    }
    sql.update(
        """
        UPDATE messages SET content = '', deleted_at = now(), mentions = NULL, reply_seq = NULL,
          attachments = 0, reacted = false, pinned_at = NULL
        WHERE conversation_id = ? AND seq = ?
        """,
        place.conversationId(),
        place.seq());
    reactions.clear(place);
    if (found.attachments() > 0) {
      attachments.release(place.conversationId(), place.seq());
    }
    return changed(place, true);
  }

  /** Adds an emoji of the caller's to a message, or takes it back. */
  public Message.View react(Caller caller, long messageId, String emoji) {
    Found found = require(caller, messageId);
    found.requireWritable();
    reactions.toggle(caller, found.place(), emoji);
    return changed(found.place(), false);
  }

  /** Pins a message for everybody in the conversation, or takes the pin out. */
  public Message.View pin(Caller caller, long messageId, boolean pinned) {
    Found found = require(caller, messageId);
    found.requireWritable();
    if (found.kind() == Kind.EVERYBODY && !found.administrates()) {
      throw Refusal.forbidden("only a moderator may pin messages here");
    }
    if (found.pinned() == pinned) {
      return view(found.place());
    }
    sql.update(
        "UPDATE messages SET pinned_at = "
            + (pinned ? "clock_timestamp()" : "NULL")
            + " WHERE conversation_id = ? AND seq = ?",
        found.place().conversationId(),
        found.place().seq());
    return changed(found.place(), false);
  }

  private Message.View changed(Message.Place place, boolean recount) {
    sql.update(
        "UPDATE messages SET ev = ? WHERE conversation_id = ? AND seq = ?",
        memberships.nextEv(place.conversationId()),
        place.conversationId(),
        place.seq());
    Message.View view = view(place);
    events.fire(new MessageEvent.Changed(view, recount));
    return view;
  }

  private Message.View view(Message.Place place) {
    return views.at(List.of(place)).get(0);
  }

  /** A message, and what the caller is to it. */
  private record Found(
      Message.Place place,
      Kind kind,
      boolean own,
      boolean administrates,
      boolean system,
      boolean deleted,
      boolean pinned,
      boolean mayWrite,
      int attachments,
      List<Long> mentions,
      String content) {

    void requireWritable() {
      if (system || deleted) {
        throw Refusal.notFound("message");
      }
      if (!mayWrite) {
        throw Memberships.mayNotWrite();
      }
    }
  }

  /** The message, with its conversation's row held. */
  private Found require(Caller caller, long messageId) {
    long conversationId =
        sql.first(
                row -> row.getLong("conversation_id"),
                """
                SELECT m.conversation_id FROM messages m
                JOIN memberships own
                  ON own.conversation_id = m.conversation_id AND own.account_id = ?
                WHERE m.id = ?
                """,
                caller.accountId(),
                messageId)
            .orElseThrow(() -> Refusal.notFound("message"));
    memberships.hold(conversationId);
    boolean moderates = caller.role() != Role.USER;
    // Once more: until the row was held, everything may have changed.
    return sql.first(
            row -> {
              Kind kind = Kind.of(row.getString("conversation_kind"));
              boolean admin = row.getString("role").equals(MembershipRole.ADMIN.code());
              return new Found(
                  Message.Place.ROW.read(row),
                  kind,
                  row.getLong("sender_id") == caller.accountId(),
                  kind == Kind.EVERYBODY ? moderates : admin,
                  row.getString("kind").equals("system"),
                  row.getObject("deleted_at") != null,
                  row.getObject("pinned_at") != null,
                  row.getBoolean("may_write"),
                  row.getInt("attachments"),
                  StoredMessage.ids(row.getArray("mentions")),
                  row.getString("content"));
            },
            """
            SELECT m.*, own.role, own.may_write, c.kind AS conversation_kind FROM messages m
            JOIN memberships own ON own.conversation_id = m.conversation_id AND own.account_id = ?
            JOIN conversations c ON c.id = m.conversation_id
            WHERE m.id = ?
            """,
            caller.accountId(),
            messageId)
        .orElseThrow(() -> Refusal.notFound("message"));
  }
}
