package dev.parley.conversations;

import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conversations as they are shown. That the viewer is a member is part of each query. */
@ApplicationScoped
@Transactional
public class ConversationViews {

  /** More members than this are not listed with the conversation. */
  public static final int MEMBERS_SHOWN = 50;

  private static final String COLUMNS =
      """
      SELECT c.id, c.kind, c.name, c.topic, c.picture_id, c.creator_id, c.seq, c.ev, c.created_at,
        (SELECT count(*) FROM memberships m WHERE m.conversation_id = c.id) AS member_count
      """;

  /**
   * Whether a conversation {@code c} is in the archive of its membership {@code own}: no message
   * came since it was put there, or the last one came while it was muted.
   */
  public static final String ARCHIVED =
      """
      (own.archived_seq IS NOT NULL AND (own.archived_seq >= c.seq
        OR coalesce(own.muted_until >= c.last_message_at, false)))
      """;

  /**
   * How far the others are told that a member {@code m} with the account {@code a} has read. In
   * larger conversations, and for people who keep it to themselves, they are not.
   */
  public static final String SEEN_SEQ =
      "CASE WHEN a.receipts AND size.small THEN m.seen_seq END AS seen_seq ";

  /** Whether a conversation {@code wanted} is small enough; once, and not for each member. */
  public static final String SIZE =
      """
       CROSS JOIN LATERAL (
        SELECT count(*) <= %d AS small FROM (
          SELECT FROM memberships x WHERE x.conversation_id = wanted.id LIMIT %d) few) size
      """
          .formatted(MEMBERS_SHOWN, MEMBERS_SHOWN + 1);

  private static final String OWN_COLUMNS =
      COLUMNS
          + """
            , own.role, own.read_seq, own.rev, own.muted_until, own.draft, own.may_write,
            """
          + ARCHIVED
          + """
             AS archived,
              coalesce((SELECT a.name FROM accounts a
                WHERE a.id = CASE WHEN c.pair_low = own.account_id
                  THEN c.pair_high ELSE c.pair_low END), c.name) AS other_name
            FROM memberships own JOIN conversations c ON c.id = own.conversation_id
            """;

  @Inject Sql sql;

  /** All of the caller's conversations, the one with the newest message first. */
  public List<Conversation.View> all(Caller caller) {
    return own(
        "WHERE own.account_id = ? ORDER BY coalesce(c.last_message_at, c.created_at) DESC, c.id DESC",
        caller.accountId());
  }

  /** One of the caller's conversations. */
  public Optional<Conversation.View> one(Caller caller, long conversationId) {
    return own("WHERE own.account_id = ? AND c.id = ?", caller.accountId(), conversationId).stream()
        .findFirst();
  }

  /** A conversation as all its members may see it: without what differs from one to the other. */
  Conversation.View shared(long conversationId) {
    Map<Long, List<Conversation.Member>> members = members(List.of(conversationId));
    return sql.first(
            row -> view(row, null, null, members),
            COLUMNS + "FROM conversations c WHERE c.id = ?",
            conversationId)
        .orElseThrow();
  }

  private List<Conversation.View> own(String condition, Object... parameters) {
    List<Long> ids =
        sql.list(
            row -> row.getLong("id"),
            "SELECT c.id FROM memberships own JOIN conversations c ON c.id = own.conversation_id "
                + condition,
            parameters);
    Map<Long, List<Conversation.Member>> members = members(ids);
    return sql.list(
        row -> view(row, row.getString("other_name"), own(row), members),
        OWN_COLUMNS + condition,
        parameters);
  }

  private Map<Long, List<Conversation.Member>> members(Collection<Long> conversationIds) {
    record Found(long conversationId, Conversation.Member member) {}
    List<Found> found =
        sql.list(
            row ->
                new Found(
                    row.getLong("conversation_id"),
                    new Conversation.Member(
                        row.getString("account_id"),
                        row.getString("name"),
                        row.getString("full_name"),
                        PictureAddress.of(row.getObject("picture_id", Long.class)),
                        row.getString("role"),
                        row.getObject("seen_seq", Long.class))),
            "SELECT m.conversation_id, m.account_id, m.role, a.name, a.full_name, a.picture_id, "
                + SEEN_SEQ
                + "FROM unnest(?::bigint[]) AS wanted(id)"
                + SIZE
                + """
            CROSS JOIN LATERAL (
              SELECT * FROM memberships WHERE conversation_id = wanted.id
              ORDER BY account_id LIMIT ?) m
            JOIN accounts a ON a.id = m.account_id
            ORDER BY m.conversation_id, m.account_id
            """,
            conversationIds,
            MEMBERS_SHOWN);
    return found.stream()
        .collect(
            Collectors.groupingBy(
                Found::conversationId,
                HashMap::new,
                Collectors.mapping(Found::member, Collectors.toList())));
  }

  private static Conversation.Own own(ResultSet row) throws SQLException {
    return new Conversation.Own(
        row.getString("role"),
        row.getLong("read_seq"),
        row.getLong("rev"),
        Sql.instant(row, "muted_until"),
        row.getBoolean("archived"),
        row.getString("draft"),
        row.getBoolean("may_write"));
  }

  private static Conversation.View view(
      ResultSet row,
      String otherName,
      Conversation.Own own,
      Map<Long, List<Conversation.Member>> members)
      throws SQLException {
    boolean pair = row.getString("kind").equals(Kind.PRIVATE.code());
    String named = row.getString("name");
    return new Conversation.View(
        row.getString("id"),
        row.getString("kind"),
        pair && (otherName != null || named.isEmpty()) ? otherName : named,
        row.getString("topic"),
        PictureAddress.of(row.getObject("picture_id", Long.class)),
        row.getString("creator_id"),
        row.getLong("seq"),
        row.getLong("ev"),
        Sql.instant(row, "created_at"),
        own,
        members.getOrDefault(row.getLong("id"), List.of()),
        row.getLong("member_count"));
  }
}
