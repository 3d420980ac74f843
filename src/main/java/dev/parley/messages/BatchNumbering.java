package dev.parley.messages;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a batch has to know of the database to give its messages their numbers. The conversations'
 * rows are locked, so nobody else gives out numbers meanwhile.
 */
final class BatchNumbering {

  private final Map<Long, Counter> counters = new HashMap<>();
  private final Map<Pair, Names> members = new HashMap<>();
  private final Map<Key, Known> known = new HashMap<>();

  private static final class Counter {
    long seq;
    long ev;
  }

  private record Pair(long conversationId, long accountId) {}

  private record Names(String name, String fullName, boolean mayWrite) {}

  private record Key(long senderId, String key) {}

  private record Known(
      long conversationId,
      String content,
      Long replySeq,
      int attachments,
      boolean changed,
      Receipt receipt) {

    /** Of a message that was changed since, the first body is not known any more. */
    boolean is(PendingSend send, Message.Quote quote) {
      return conversationId == send.conversationId()
          && (changed
              || content.equals(send.content())
                  && Objects.equals(replySeq, quote == null ? null : quote.seq())
                  && attachments == send.attachmentIds().size());
    }
  }

  /** A conversation that this batch holds. */
  void locked(ResultSet row) throws SQLException {
    Counter counter = new Counter();
    counter.seq = row.getLong("seq");
    counter.ev = row.getLong("ev");
    counters.put(row.getLong("id"), counter);
  }

  /** A sender who is a member. */
  void member(ResultSet row) throws SQLException {
    members.put(
        new Pair(row.getLong("conversation_id"), row.getLong("account_id")),
        new Names(row.getString("name"), row.getString("full_name"), row.getBoolean("may_write")));
  }

  /** A message that was stored before under one of the keys. */
  void known(ResultSet row) throws SQLException {
    Receipt receipt =
        new Receipt(
            row.getString("id"),
            row.getLong("seq"),
            row.getLong("ev"),
            Sql.instant(row, "created_at"),
            true);
    known.put(
        new Key(row.getLong("sender_id"), row.getString("key")),
        new Known(
            row.getLong("conversation_id"),
            row.getString("content"),
            row.getObject("reply_seq", Long.class),
            row.getInt("attachments"),
            row.getBoolean("changed"),
            receipt));
  }

  /**
   * Numbers what is to be stored, in order.
   *
   * @param found what the messages refer to
   * @param outcomes gets those that were stored before, and those that can't be
   */
  List<NumberedSend> number(
      List<PendingSend> sends,
      References.Found found,
      Map<PendingSend, MessageBatches.Outcome> outcomes) {
    List<NumberedSend> fresh = new ArrayList<>(sends.size());
    for (PendingSend send : sends) {
      Counter counter = counters.get(send.conversationId());
      if (counter == null) {
        continue; // Somebody else holds it, or it does not exist.
      }
      Names names = members.get(new Pair(send.conversationId(), send.senderId()));
      Message.Quote quote =
          send.replyTo() == null ? null : found.quote(send.conversationId(), send.replyTo());
      Refusal refusal = refusal(send, names, quote);
      Known before = send.key() == null ? null : known.get(new Key(send.senderId(), send.key()));
      if (names == null || before == null && refusal != null) {
        outcomes.put(send, MessageBatches.Outcome.refused(refusal));
      } else if (before != null) {
        outcomes.put(
            send,
            before.is(send, quote)
                ? MessageBatches.Outcome.of(before.receipt())
                : MessageBatches.Outcome.refused(keyTaken()));
      } else {
        fresh.add(
            new NumberedSend(
                send,
                ++counter.seq,
                ++counter.ev,
                names.name(),
                names.fullName(),
                quote,
                found.mentions(send.conversationId(), send.content())));
      }
    }
    return fresh;
  }

  private static Refusal refusal(PendingSend send, Names names, Message.Quote quote) {
    if (names == null) {
      return Refusal.notFound("conversation");
    }
    if (!names.mayWrite()) {
      return Memberships.mayNotWrite();
    }
    return send.replyTo() != null && quote == null ? Refusal.notFound("message") : null;
  }

  /** What is said when a key comes again with another message. */
  static Refusal keyTaken() {
    return Refusal.conflict("key", "key belongs to another message");
  }

  /** The last message of each conversation: it carries what the counters are to become. */
  static List<NumberedSend> lastOfEach(List<NumberedSend> fresh) {
    Map<Long, NumberedSend> last = new LinkedHashMap<>();
    fresh.forEach(numbered -> last.put(numbered.send().conversationId(), numbered));
    return List.copyOf(last.values());
  }

  /** Those whose conversation this batch does not hold. */
  List<PendingSend> unlocked(Collection<PendingSend> sends) {
    return sends.stream().filter(send -> !counters.containsKey(send.conversationId())).toList();
  }
}
