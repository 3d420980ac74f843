package dev.parley.messages;

import dev.parley.attachments.Attachment;
import dev.parley.attachments.Attachments;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads messages together with what hangs on them. A page of plain messages is one query; quotes,
 * attachments and reactions cost one more each where there are any. Who may see the messages is
 * decided by the caller, in the query.
 */
@ApplicationScoped
@Transactional
public class MessageViews {

  private static final String AT =
      """
      FROM unnest(?::bigint[], ?::bigint[]) AS i(conversation_id, seq)
      CROSS JOIN LATERAL (
        SELECT * FROM messages
        WHERE conversation_id = i.conversation_id AND seq = i.seq LIMIT 1) m
      JOIN accounts a ON a.id = m.sender_id
      """;

  @Inject Sql sql;
  @Inject Attachments attachments;

  /**
   * Messages.
   *
   * @param from the query from {@code FROM} on, with {@code messages m} and their senders {@code
   *     accounts a}
   */
  public List<Message.View> list(String from, Object... parameters) {
    return complete(
        sql.list(StoredMessage.ROW, "SELECT " + StoredMessage.COLUMNS + " " + from, parameters));
  }

  /** The messages at these places, as far as they exist, without what they quote. */
  public List<Message.View> at(List<Message.Place> places) {
    return list(AT, conversations(places), seqs(places));
  }

  private List<Message.View> complete(List<StoredMessage> stored) {
    if (stored.stream().allMatch(StoredMessage::isPlain)) {
      return stored.stream().map(StoredMessage::plain).toList();
    }
    Map<Message.Place, Message.Quote> quotes = quotes(stored);
    Map<Message.Place, List<Message.Reaction>> reactions =
        reactions(places(stored, StoredMessage::reacted));
    Map<Attachments.Place, List<Attachment.View>> attached = attached(stored);
    return stored.stream()
        .map(
            message ->
                message.view(
                    message.replySeq() == null ? null : quotes.get(quoted(message)),
                    attached.getOrDefault(place(message), List.of()),
                    reactions.getOrDefault(message.place(), List.of())))
        .toList();
  }

  /** What a message at a place looks like where it is answered. */
  Map<Message.Place, Message.Quote> quotesAt(List<Message.Place> places) {
    Map<Message.Place, Message.Quote> quotes = new HashMap<>();
    if (!places.isEmpty()) {
      sql.list(
              StoredMessage.ROW,
              "SELECT " + StoredMessage.COLUMNS + " " + AT,
              conversations(places),
              seqs(places))
          .forEach(found -> quotes.put(found.place(), Message.Quote.of(found.plain())));
    }
    return quotes;
  }

  private Map<Message.Place, Message.Quote> quotes(List<StoredMessage> stored) {
    return quotesAt(
        stored.stream()
            .filter(message -> message.replySeq() != null)
            .map(MessageViews::quoted)
            .distinct()
            .toList());
  }

  private Map<Message.Place, List<Message.Reaction>> reactions(List<Message.Place> places) {
    Map<Message.Place, List<Message.Reaction>> all = new HashMap<>();
    if (places.isEmpty()) {
      return all;
    }
    record Found(Message.Place place, Message.Reaction reaction) {}
    sql.list(
            row -> new Found(Message.Place.ROW.read(row), reaction(row)),
            """
            SELECT i.conversation_id, i.seq, r.emoji, r.account_ids
            FROM unnest(?::bigint[], ?::bigint[]) AS i(conversation_id, seq)
            CROSS JOIN LATERAL (
              SELECT emoji, min(created_at) AS first,
                array_agg(account_id ORDER BY created_at, account_id) AS account_ids
              FROM reactions WHERE conversation_id = i.conversation_id AND seq = i.seq
              GROUP BY emoji) r
            ORDER BY r.first, r.emoji
            """,
            conversations(places),
            seqs(places))
        .forEach(
            found ->
                all.computeIfAbsent(found.place(), place -> new ArrayList<>())
                    .add(found.reaction()));
    return all;
  }

  private static Message.Reaction reaction(ResultSet row) throws SQLException {
    Long[] ids = (Long[]) row.getArray("account_ids").getArray();
    return new Message.Reaction(
        row.getString("emoji"), Stream.of(ids).map(String::valueOf).toList());
  }

  private Map<Attachments.Place, List<Attachment.View>> attached(List<StoredMessage> stored) {
    List<Attachments.Place> places =
        stored.stream()
            .filter(message -> message.attachments() > 0)
            .map(MessageViews::place)
            .toList();
    return places.isEmpty() ? Map.of() : attachments.ofMessages(places);
  }

  private static List<Message.Place> places(
      List<StoredMessage> stored, Predicate<StoredMessage> which) {
    return stored.stream().filter(which).map(StoredMessage::place).toList();
  }

  private static Message.Place quoted(StoredMessage message) {
    return new Message.Place(message.conversationId(), message.replySeq());
  }

  private static Attachments.Place place(StoredMessage message) {
    return new Attachments.Place(message.conversationId(), message.seq());
  }

  private static List<Long> conversations(List<Message.Place> places) {
    return places.stream().map(Message.Place::conversationId).toList();
  }

  private static List<Long> seqs(List<Message.Place> places) {
    return places.stream().map(Message.Place::seq).toList();
  }
}
