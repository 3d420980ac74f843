package dev.parley.notifications;

import dev.parley.kernel.Sql;
import dev.parley.messages.MessageEvent;
import dev.parley.messages.Unread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * That there is something new in a chat that somebody has not open: one notification per chat until
 * the chat is read, none of muted chats. It is made after the message is committed (see {@link
 * ChatNotifying}); what is lost with a server then is told with the next message, and the unread
 * counts don't depend on it.
 */
@ApplicationScoped
@Transactional
public class ChatNotifications {

  /** To be followed by AND. */
  private static final String DUE =
      """
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
        AS news(conversation_id, seq, sender_id, other_seq, other_id)
      JOIN memberships m ON m.conversation_id = news.conversation_id
        AND m.read_seq < CASE WHEN m.account_id = news.sender_id
          THEN news.other_seq ELSE news.seq END
        AND (m.muted_until IS NULL OR m.muted_until <= now())
      JOIN accounts a ON a.id = m.account_id AND a.deleted_at IS NULL
      CROSS JOIN LATERAL (SELECT CASE WHEN m.account_id = news.sender_id
        THEN news.other_id ELSE news.sender_id END AS id) actor
      WHERE NOT EXISTS (SELECT FROM notifications n
          WHERE n.conversation_id = m.conversation_id AND n.account_id = m.account_id
            AND n.read_at IS NULL AND n.kind = 'new chat message')
        AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id)
          IN ((m.account_id, actor.id), (actor.id, m.account_id)))
      """;

  @Inject Sql sql;
  @Inject Unread unread;
  @Inject NotificationStore store;

  /** Those who may have to be told, by conversation. */
  public Map<Long, Set<Long>> due(Map<Long, ChatNews> news) {
    record Due(long conversationId, long accountId) {}
    Map<Long, Set<Long>> due = new TreeMap<>();
    sql.list(
            row -> new Due(row.getLong("conversation_id"), row.getLong("account_id")),
            "SELECT m.conversation_id, m.account_id " + DUE,
            columns(news).toArray())
        .forEach(
            one ->
                due.computeIfAbsent(one.conversationId(), id -> new TreeSet<>())
                    .add(one.accountId()));
    return due;
  }

  /**
   * Tells members of one conversation. Their memberships are held, so that who reads at the same
   * time either has read before, and is not told, or finds the notification and marks it read. Of
   * one conversation only: whoever leaves several would otherwise wait for this and this for them.
   */
  public void tell(long conversationId, ChatNews news, Collection<Long> accountIds) {
    List<Object> parameters = columns(Map.of(conversationId, news));
    parameters.add(accountIds);
    store.made(
        sql.list(
            NotificationStore.Made.ROW,
            "INSERT INTO notifications (account_id, kind, actor_id, conversation_id)"
                + " SELECT m.account_id, 'new chat message', actor.id, m.conversation_id "
                + DUE
                + """
                AND m.account_id = ANY (?)
                FOR SHARE OF m
                ON CONFLICT DO NOTHING RETURNING id, account_id
                """,
            parameters.toArray()));
  }

  /** Something in these conversations is deleted: who has nothing to read there is told nothing. */
  public void recount(Collection<Long> conversationIds) {
    for (Long conversationId : conversationIds) {
      Set<Long> told =
          new TreeSet<>(
              sql.list(
                  row -> row.getLong("account_id"),
                  """
                  SELECT account_id FROM notifications WHERE conversation_id = ?
                    AND kind = 'new chat message' AND read_at IS NULL
                  """,
                  conversationId));
      if (!told.isEmpty()) {
        unread
            .in(conversationId, told)
            .forEach(
                (accountId, count) -> {
                  if (count.unread() > 0) {
                    told.remove(accountId);
                  }
                });
        store.forget(
            "n.conversation_id = ? AND n.kind = 'new chat message' AND n.read_at IS NULL"
                + " AND n.account_id = ANY (?)",
            conversationId,
            told);
      }
    }
  }

  /** Who reads a chat has read that there is something new in it. */
  void observe(@Observes MessageEvent event) {
    if (event instanceof MessageEvent.Read read && read.mark().unread() == 0) {
      store.read(
          "n.conversation_id = ? AND n.account_id = ? AND n.kind = 'new chat message'",
          read.conversationId(),
          read.accountId());
    }
  }

  private static List<Object> columns(Map<Long, ChatNews> news) {
    List<Long> ids = new ArrayList<>(news.keySet());
    List<ChatNews> values = ids.stream().map(news::get).toList();
    List<Object> columns = new ArrayList<>();
    columns.add(ids);
    columns.add(values.stream().map(ChatNews::seq).toList());
    columns.add(values.stream().map(ChatNews::senderId).toList());
    columns.add(values.stream().map(ChatNews::otherSeq).toList());
    columns.add(values.stream().map(ChatNews::otherId).toList());
    return columns;
  }
}
