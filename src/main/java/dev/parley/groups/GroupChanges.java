package dev.parley.groups;

import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Making, changing and deleting groups. */
@ApplicationScoped
@Transactional
public class GroupChanges {

  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_DESCRIPTION = 2000;

  @Inject Sql sql;
  @Inject Standings standings;
  @Inject GroupViews views;
  @Inject Conversations conversations;
  @Inject Memberships memberships;

  /** Makes a group with the caller as its first member and moderator. */
  public Group.View create(Caller caller, String title, String description) {
    String name = GroupTexts.title(title, LONGEST_TITLE);
    String told = GroupTexts.description(description, LONGEST_DESCRIPTION);
    long id = Long.parseLong(conversations.create(caller, Kind.GROUP, name, List.of()).view().id());
    sql.update("INSERT INTO groups (conversation_id, description) VALUES (?, ?)", id, told);
    return views.profile(caller, id);
  }

  /**
   * Changes a group; null leaves as it is.
   *
   * @param pictureID the id of an own upload; empty takes the picture away
   */
  public Group.View update(
      Caller caller, long groupId, String title, String description, String pictureID) {
    standings.requireModerator(caller, groupId);
    String name = title == null ? null : GroupTexts.title(title, LONGEST_TITLE);
    // First of all, as deleting does: two that hold one row each would wait for ever.
    memberships.hold(groupId);
    if (description != null) {
      sql.update(
          "UPDATE groups SET description = ? WHERE conversation_id = ?",
          GroupTexts.description(description, LONGEST_DESCRIPTION),
          groupId);
    }
    // Also tells the members, who then look again.
    conversations.update(caller, groupId, name, null, pictureID);
    return views.profile(caller, groupId);
  }

  /** Deletes a group with all that was said and planned in it. */
  public void delete(Caller caller, long groupId) {
    standings.requireModerator(caller, groupId);
    conversations.delete(caller, groupId);
  }
}
