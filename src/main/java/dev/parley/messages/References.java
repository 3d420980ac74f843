package dev.parley.messages;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what texts refer to: the messages that they answer and the members whom they mention. */
@ApplicationScoped
@Transactional
public class References {

  @Inject Sql sql;

  /** What is known about the references of a batch. */
  record Found(Map<Long, Message.View> messages, Map<Name, Long> people) {

    static final Found NOTHING = new Found(Map.of(), Map.of());

    /** The message to quote, or null when it is none of that conversation. */
    Message.Quote quote(long conversationId, long messageId) {
      Message.View found = messages.get(messageId);
      return found == null || found.place().conversationId() != conversationId
          ? null
          : Message.Quote.of(found);
    }

    List<Long> mentions(long conversationId, String content) {
      return people.isEmpty()
          ? List.of()
          : Mentions.resolve(content, key -> people.get(new Name(conversationId, key)));
    }
  }

  /** A name in a conversation, as names are compared. */
  record Name(long conversationId, String key) {}

  /** Looks up what a batch refers to; nothing is asked for messages that refer to nothing. */
  Found look(List<PendingSend> sends) {
    List<Long> replies =
        sends.stream().map(PendingSend::replyTo).filter(id -> id != null).distinct().toList();
    List<Name> names =
        sends.stream()
            .flatMap(
                send ->
                    Mentions.keys(send.content()).stream()
                        .map(key -> new Name(send.conversationId(), key)))
            .distinct()
            .toList();
    return replies.isEmpty() && names.isEmpty()
        ? Found.NOTHING
        : new Found(messages(replies), people(names));
  }

  /** The members whom a text mentions. */
  List<Long> mentions(long conversationId, String content) {
    List<Name> names =
        Mentions.keys(content).stream().map(key -> new Name(conversationId, key)).toList();
    return new Found(Map.of(), people(names)).mentions(conversationId, content);
  }

  private Map<Long, Message.View> messages(List<Long> ids) {
    Map<Long, Message.View> messages = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.list(
              StoredMessage.ROW,
              "SELECT "
                  + StoredMessage.COLUMNS
                  + """
                   FROM unnest(?::bigint[]) AS i(id)
                  CROSS JOIN LATERAL (SELECT * FROM messages WHERE id = i.id LIMIT 1) m
                  JOIN accounts a ON a.id = m.sender_id
                  """,
              ids)
          .forEach(found -> messages.put(found.id(), found.plain()));
    }
    return messages;
  }

  private Map<Name, Long> people(List<Name> names) {
    Map<Name, Long> people = new HashMap<>();
    if (names.isEmpty()) {
      return people;
    }
    record Met(Name name, long accountId) {}
    sql.list(
            row ->
                new Met(
                    new Name(row.getLong("conversation_id"), row.getString("name_key")),
                    row.getLong("account_id")),
            """
            SELECT found.* FROM unnest(?::bigint[], ?::text[]) AS i(conversation_id, name_key)
            CROSS JOIN LATERAL (
              SELECT ms.conversation_id, a.name_key, ms.account_id
              FROM accounts a JOIN memberships ms ON ms.account_id = a.id
              WHERE a.name_key = i.name_key AND ms.conversation_id = i.conversation_id
              LIMIT 1) found
            """,
            names.stream().map(Name::conversationId).toList(),
            names.stream().map(Name::key).toArray(String[]::new))
        .forEach(met -> people.put(met.name(), met.accountId()));
    return people;
  }
}
