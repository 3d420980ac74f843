package dev.parley.conversations;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The public handles of conversations, by which other systems know them. A handle is no key: who
 * may see the conversation is asked afterwards, as always.
 */
@ApplicationScoped
@Transactional
public class ConversationHandles {

  private static final String SELECT = "SELECT id, handle, kind, named FROM conversations ";

  @Inject Sql sql;

  /**
   * What is fixed about a conversation, and whether somebody gave it its name.
   *
   * @param named false when the name was generated
   */
  public record Known(long id, UUID handle, Kind kind, boolean named) {}

  /** The conversation of a handle. */
  public Optional<Known> find(UUID handle) {
    return sql.first(ConversationHandles::read, SELECT + "WHERE handle = ?", handle);
  }

  /** Conversations by their id; those that do not exist are left out. */
  public Map<Long, Known> of(Collection<Long> conversationIds) {
    return sql
        .list(ConversationHandles::read, SELECT + "WHERE id = ANY (?)", conversationIds)
        .stream()
        .collect(Collectors.toMap(Known::id, Function.identity()));
  }

  private static Known read(ResultSet row) throws SQLException {
    return new Known(
        row.getLong("id"),
        row.getObject("handle", UUID.class),
        Kind.of(row.getString("kind")),
        row.getBoolean("named"));
  }
}
