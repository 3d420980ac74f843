package dev.parley.people;

import dev.parley.accounts.Names;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Page;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finding people. */
@ApplicationScoped
@Transactional
public class People {

  @Inject Sql sql;
  @Inject OnlinePeople online;
  @Inject Blocks blocks;

  /** The people whom one blocks, by name. */
  public record Blocked(List<Person> people) {}

  /**
   * The people other than the caller, by name.
   *
   * @param query what the name or full name must contain; may be empty
   * @param withoutConversation only those who are in none of the caller's conversations but the
   *     room of everybody
   * @param after the cursor of the page before, or null
   * @param limit 1 to 1000
   */
  public Page<Person> list(
      Caller caller, String query, boolean withoutConversation, String after, int limit) {
    if (query != null && query.indexOf('\0') >= 0 || after != null && after.indexOf('\0') >= 0) {
      return new Page<>(List.of(), null); // PostgreSQL has no such text, and so nobody such a name.
    }
    String[] patterns = query == null || query.isBlank() ? null : Sql.containing(query.strip());
    List<Person> people =
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + """
                 FROM accounts a
                WHERE a.id <> ?
                  AND a.deleted_at IS NULL
                  AND a.name_key > ?
                  AND (?::text[] IS NULL OR a.name ILIKE ANY (?) OR a.full_name ILIKE ANY (?))
                  AND NOT (? AND EXISTS (
                    SELECT FROM memberships mine
                    JOIN conversations c ON c.id = mine.conversation_id AND c.kind <> 'everybody'
                    JOIN memberships theirs ON theirs.conversation_id = c.id
                    WHERE mine.account_id = ? AND theirs.account_id = a.id))
                ORDER BY a.name_key
                LIMIT ?
                """,
            caller.accountId(),
            after == null ? "" : after,
            patterns,
            patterns,
            patterns,
            withoutConversation,
            caller.accountId(),
            limit + 1);
    return Page.cut(
        withPresence(caller, people), limit, person -> cursor(Long.parseLong(person.id())));
  }

  /**
   * The people other than the caller, by name. Of very many only those are there with whom one has
   * a private chat or of whom one follows the other, and the newest.
   */
  public List<Person> nearest(Caller caller, int limit) {
    long own = caller.accountId();
    List<Person> people =
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + """
                 FROM (
                  SELECT id FROM (
                    SELECT theirs.account_id AS id, true AS known FROM memberships mine
                    JOIN conversations c ON c.id = mine.conversation_id AND c.kind = 'private'
                    JOIN memberships theirs ON theirs.conversation_id = c.id
                    WHERE mine.account_id = ?
                    UNION ALL SELECT followed_id, true FROM follows WHERE follower_id = ?
                    UNION ALL SELECT follower_id, true FROM follows WHERE followed_id = ?
                    UNION ALL (
                      SELECT id, false FROM accounts WHERE deleted_at IS NULL AND id <> ?
                      ORDER BY id DESC LIMIT ?)) someone
                  WHERE id <> ?
                  GROUP BY id ORDER BY bool_or(known) DESC, id DESC LIMIT ?) near
                JOIN accounts a ON a.id = near.id AND a.deleted_at IS NULL
                ORDER BY a.name_key
                """,
            own,
            own,
            own,
            own,
            limit,
            own,
            limit);
    return withPresence(caller, people);
  }

  /**
   * The people other than the caller whose name begins like this, by name.
   *
   * @param beginning in any case of letters
   */
  public List<Person> beginningWith(Caller caller, String beginning, int limit) {
    if (beginning.indexOf('\0') >= 0) {
      return List.of();
    }
    List<Person> people =
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + """
                 FROM accounts a
                WHERE a.id <> ? AND a.deleted_at IS NULL AND starts_with(a.name_key, ?)
                ORDER BY a.name_key LIMIT ?
                """,
            caller.accountId(),
            Names.key(beginning),
            limit);
    return withPresence(caller, people);
  }

  /** Whom the caller blocks. */
  public Blocked blocked(Caller caller) {
    List<Person> people =
        sql.list(
            Person.ROW,
            "SELECT "
                + Person.COLUMNS
                + """
                 FROM blocks b JOIN accounts a ON a.id = b.blocked_id
                WHERE b.blocker_id = ? ORDER BY a.name_key
                """,
            caller.accountId());
    return new Blocked(withPresence(caller, people));
  }

  /** One person as the caller sees them, the caller included. */
  public Person get(Caller caller, long accountId) {
    return withPresence(caller, List.of(get(accountId))).get(0);
  }

  /** The upload that is somebody's picture: whoever has a session may see it. */
  public long pictureOf(long accountId) {
    return sql.first(
            row -> row.getLong("picture_id"),
            "SELECT picture_id FROM accounts WHERE id = ? AND picture_id IS NOT NULL",
            accountId)
        .orElseThrow(() -> Refusal.notFound("picture"));
  }

  /** One person as those see them who are not blocked. */
  public Person get(long accountId) {
    return sql.first(
            Person.ROW, "SELECT " + Person.COLUMNS + " FROM accounts a WHERE a.id = ?", accountId)
        .map(this::withPresence)
        .orElseThrow(() -> Refusal.notFound("person"));
  }

  /** People as lists of followers and friends have them. */
  List<Acquaintance> inShort(Caller caller, List<Person> people) {
    return withPresence(caller, people).stream().map(Acquaintance::of).toList();
  }

  /** These people, as far as they exist; whether they are online is not looked up. */
  public List<Person> named(Collection<Long> accountIds) {
    return sql.list(
        Person.ROW,
        "SELECT " + Person.COLUMNS + " FROM accounts a WHERE a.id = ANY (?)",
        accountIds);
  }

  /** Who blocks the caller is never online to them. */
  private List<Person> withPresence(Caller caller, List<Person> people) {
    Set<Long> hidden =
        blocks.blockersOf(
            caller.accountId(), people.stream().map(p -> Long.parseLong(p.id())).toList());
    return people.stream()
        .map(p -> hidden.contains(Long.parseLong(p.id())) ? p.online(false) : withPresence(p))
        .toList();
  }

  private Person withPresence(Person person) {
    return person.online(online.contains(Long.parseLong(person.id())));
  }

  private String cursor(long accountId) {
    return sql.first(
            row -> row.getString("name_key"),
            "SELECT name_key FROM accounts WHERE id = ?",
            accountId)
        .orElseThrow();
  }
}
