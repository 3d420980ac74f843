package dev.parley.groups;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may do what in a group. Callers are in a transaction. */
@ApplicationScoped
class Standings {

  @Inject Sql sql;

  /** What the caller is to a group; one that they may not know of does not exist. */
  Standing of(Caller caller, long groupId) {
    return sql.first(
            Standing::read,
            "SELECT " + Standing.COLUMNS + Standing.SEEN + " AND c.id = ?",
            caller.accountId(),
            groupId)
        .orElseThrow(Standings::missing);
  }

  /** Lets only members pass. */
  Standing requireMember(Caller caller, long groupId) {
    Standing standing = of(caller, groupId);
    if (!standing.isMember()) {
      throw Refusal.forbidden("only members of the group may do that");
    }
    return standing;
  }

  /** Lets only moderators pass; who made the group is one. */
  void requireModerator(Caller caller, long groupId) {
    if (requireMember(caller, groupId) != Standing.MODERATOR) {
      throw Refusal.forbidden("only a moderator of the group may do that");
    }
  }

  static Refusal missing() {
    return Refusal.notFound("group");
  }
}
