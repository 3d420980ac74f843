package dev.parley.samples;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Who is in the database. */
@ApplicationScoped
@Transactional
public class Inhabitants {

  /** What there may be. */
  enum Who {
    NOBODY,
    /** The sample people, and perhaps others who came later. */
    SAMPLE,
    OTHERS
  }

  @Inject Sql sql;

  public Who who() {
    return sql.first(
            row ->
                row.getInt("all_of_them") == 0
                    ? Who.NOBODY
                    : row.getInt("sample") > 0 ? Who.SAMPLE : Who.OTHERS,
            """
            SELECT count(*) AS all_of_them,
              count(*) FILTER (WHERE email LIKE '%' || ?) AS sample
            FROM accounts
            """,
            Resident.MAIL)
        .orElseThrow();
  }
}
