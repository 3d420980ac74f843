package dev.parley.attachments;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of uploads, and how much one person may have of them. */
@ApplicationScoped
@Transactional
public class UploadRecords {

  private static final long MEBIBYTE = 1024 * 1024;

  @Inject Sql sql;
  @Inject Settings settings;
  @Inject BlobRemovals removals;

  /**
   * Refuses what would be too much.
   *
   * @param more bytes that are to be added
   */
  public void checkQuota(Caller caller, long more) {
    record Sum(long unclaimed, long all) {}
    Sum sum =
        sql.first(
                row -> new Sum(row.getLong(1), row.getLong(2)),
                """
                SELECT coalesce(sum(size) FILTER (WHERE purpose = 'unclaimed'), 0),
                  coalesce(sum(size), 0)
                FROM attachments WHERE owner_id = ?
                """,
                caller.accountId())
            .orElseThrow();
    if (sum.unclaimed() + more > settings.number(Setting.PARLEY_UNSENT_BYTES)) {
      throw Refusal.of(
          Code.RATE_LIMITED, "too many uploads that were not sent; send them, or wait a day");
    }
    long most = settings.number(Setting.PARLEY_PERSON_MEBIBYTES) * MEBIBYTE;
    if (most > 0 && sum.all() + more > most) {
      throw Refusal.of(
          Code.TOO_LARGE, "your attachments need too much space; delete messages with some");
    }
  }

  /**
   * Makes blobs that are written an upload of the caller's.
   *
   * @param attachment without its id
   */
  public Attachment add(Caller caller, Attachment attachment) {
    // Held until the commit, so that uploads of one person are counted one after the other.
    sql.list(
        row -> true, "SELECT FROM accounts WHERE id = ? FOR NO KEY UPDATE", caller.accountId());
    checkQuota(caller, attachment.content().size());
    Attachment.Blob preview = attachment.preview();
    List<UUID> blobs = new ArrayList<>(List.of(attachment.content().id()));
    if (preview != null) {
      blobs.add(preview.id());
    }
    removals.forget(blobs);
    return sql.first(
            Attachment.ROW,
            """
            INSERT INTO attachments AS t (owner_id, name, type, size, width, height, store, blob,
              preview_blob, preview_type, preview_size)
            VALUES (?, ?, ?, ?, ?::int, ?::int, ?, ?, ?::uuid, ?::text, ?::bigint)
            RETURNING
            """
                + Attachment.COLUMNS,
            caller.accountId(),
            attachment.name(),
            attachment.type(),
            attachment.content().size(),
            attachment.width(),
            attachment.height(),
            attachment.store(),
            attachment.content().id(),
            preview == null ? null : preview.id(),
            preview == null ? null : preview.type(),
            preview == null ? null : preview.size())
        .orElseThrow();
  }

  /** Removes what was uploaded a day ago and is used for nothing. */
  public void removeUnclaimed() {
    sql.update(
        """
        DELETE FROM attachments
        WHERE purpose = 'unclaimed' AND created_at < now() - interval '1 day'
        """);
  }
}
