package dev.parley.conversations;

import dev.parley.accounts.AccountEvent;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * The room that everybody is a member of. Switched off, it has no members, so that nobody sees it;
 * its messages wait for the day on which it is switched on again.
 */
@ApplicationScoped
@Transactional
public class EverybodyRoom {

  @Inject Sql sql;
  @Inject Settings settings;

  /** Makes the room's members what the setting says; before anybody is let in. */
  public void prepare() {
    int changed =
        settings.on(Setting.PARLEY_EVERYBODY_ROOM)
            ? sql.update(
                """
                INSERT INTO memberships (conversation_id, account_id, read_seq, seen_seq)
                SELECT c.id, a.id, c.seq, c.seq FROM conversations c CROSS JOIN accounts a
                WHERE c.kind = 'everybody' AND a.deleted_at IS NULL
                ON CONFLICT DO NOTHING
                """)
            : sql.update(
                """
                DELETE FROM memberships
                WHERE conversation_id = (SELECT id FROM conversations WHERE kind = 'everybody')
                """);
    if (changed > 0) {
      sql.update("UPDATE conversations SET ev = ev + 1 WHERE kind = 'everybody'");
    }
  }

  /** A new account is in it from the transaction that makes the account on. */
  void join(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Registered && settings.on(Setting.PARLEY_EVERYBODY_ROOM)) {
      sql.update(
          """
          INSERT INTO memberships (conversation_id, account_id, read_seq, seen_seq)
          SELECT id, ?, seq, seq FROM conversations WHERE kind = 'everybody'
          """,
          event.accountId());
    }
  }
}
