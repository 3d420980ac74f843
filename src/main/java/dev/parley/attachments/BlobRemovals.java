package dev.parley.attachments;

import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The blobs that have to go; see the table's comment. */
@ApplicationScoped
@Transactional
public class BlobRemovals {

  private static final int MOST = 100;

  @Inject Sql sql;

  /** Notes blobs that are about to be written, unless {@link #forget} comes within an hour. */
  public void note(List<UUID> blobs) {
    insert(blobs, "1 hour");
  }

  /** Notes blobs that nobody needs any more. */
  public void hasten(List<UUID> blobs) {
    insert(blobs, "0");
  }

  private void insert(List<UUID> blobs, String in) {
    blobs.forEach(
        blob ->
            sql.update(
                """
                INSERT INTO blob_removals (blob, due) VALUES (?, now() + ?::interval)
                ON CONFLICT (blob) DO UPDATE SET due = excluded.due
                """,
                blob,
                in));
  }

  /** Takes notes back: the blobs stay, or they are gone. */
  public void forget(List<UUID> blobs) {
    blobs.forEach(blob -> sql.update("DELETE FROM blob_removals WHERE blob = ?", blob));
  }

  /** Some of the blobs whose time has come. */
  public List<UUID> due() {
    return sql.list(
        row -> row.getObject("blob", UUID.class),
        "SELECT blob FROM blob_removals WHERE due <= now() ORDER BY due LIMIT ?",
        MOST);
  }
}
