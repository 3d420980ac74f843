package dev.parley.notifications;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Of what people want to be told. What asks something can't be switched off. */
@ApplicationScoped
@Transactional
public class NotificationSettings {

  @Inject Sql sql;

  /** What one is told of. In a change, what is null stays. */
  public record Told(
      @JsonAlias("group post") Boolean groupPost, Boolean comment, Boolean reaction) {}

  /** What the caller is told of. */
  public Told get(Caller caller) {
    List<String> off =
        sql.list(
            row -> row.getString("kind"),
            "SELECT kind FROM notifications_off WHERE account_id = ?",
            caller.accountId());
    return new Told(
        !off.contains(NotificationKind.GROUP_POST.code()),
        !off.contains(NotificationKind.COMMENT.code()),
        !off.contains(NotificationKind.REACTION.code()));
  }

  /** Switches on and off from now on; what was told before stays. */
  public Told set(Caller caller, Told told) {
    set(caller, NotificationKind.GROUP_POST, told.groupPost());
    set(caller, NotificationKind.COMMENT, told.comment());
    set(caller, NotificationKind.REACTION, told.reaction());
    return get(caller);
  }

  private void set(Caller caller, NotificationKind kind, Boolean told) {
    if (Boolean.FALSE.equals(told)) {
      sql.update(
          "INSERT INTO notifications_off (account_id, kind) VALUES (?, ?) ON CONFLICT DO NOTHING",
          caller.accountId(),
          kind.code());
    } else if (told != null) {
      sql.update(
          "DELETE FROM notifications_off WHERE account_id = ? AND kind = ?",
          caller.accountId(),
          kind.code());
    }
  }
}
