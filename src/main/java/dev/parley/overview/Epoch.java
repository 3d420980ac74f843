package dev.parley.overview;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Tells one state of the database from a restored earlier one. */
@ApplicationScoped
@Transactional
public class Epoch {

  @Inject Sql sql;

  /**
   * A short text that changes when the database is another: a dump that was read back (the table is
   * a new one), another cluster, or a recovery to a point in time (a new timeline). After copying
   * the files of an old state back by hand, {@code UPDATE server_state SET epoch =
   * gen_random_uuid()} says the same.
   */
  public String current() {
    return sql.first(
            row -> row.getString(1),
            """
            SELECT md5(concat_ws('/', s.epoch, 'server_state'::regclass::oid, d.oid,
              (SELECT system_identifier FROM pg_control_system()),
              (SELECT timeline_id FROM pg_control_checkpoint())))
            FROM server_state s, pg_database d WHERE d.datname = current_database()
            """)
        .orElseThrow();
  }
}
